package render

import (
	"fmt"
	"html/template"
	"strings"

	"yibentong/generator/catalog"
	"yibentong/generator/phrase"
	"yibentong/generator/site"
)

// step is one step of the flow; Meta says who, where and how long.
type step struct{ Name, When, Meta, Text string }

func (p *printer) steps(list []catalog.Step) []step {
	out := make([]step, len(list))
	for i, s := range list {
		var meta []string
		if s.Actor != "" {
			meta = append(meta, s.Actor)
		}
		if len(s.Channels) > 0 {
			meta = append(meta, strings.Join(phrase.Strings(s.Channels), p.words.Join))
		}
		if s.Time.Ok() {
			meta = append(meta, s.Time.String())
		}
		out[i] = step{s.Name, s.When, strings.Join(meta, p.words.Dot), s.Text}
	}
	return out
}

// charge is one fee as a line.
type charge struct{ Name, Amount, When, Basis, Reduction string }

func (p *printer) charges(f *catalog.Fee) []charge {
	var out []charge
	for _, x := range f.Items {
		out = append(out, charge{x.Name, p.say.Amount(x), x.When, x.Basis, x.Reduction})
	}
	return out
}

// outcome is one result as a line.
type outcome struct {
	Name, Kind, Valid, Delivery, Sample string
}

func (p *printer) outcomes(list []catalog.Result) []outcome {
	out := make([]outcome, len(list))
	for i, r := range list {
		out[i] = outcome{Name: r.Name, Kind: string(r.Kind), Valid: r.Valid, Delivery: strings.Join(phrase.Strings(r.Delivery), p.words.Join), Sample: file(r.Sample)}
	}
	return out
}

// window is a counter at a place.
type window struct {
	Place        template.HTML
	Window, Note string
}

func (p *printer) windows(list []catalog.Window) []window {
	out := make([]window, len(list))
	for i, w := range list {
		out[i] = window{p.parts.places[w.Place.To], w.Window, w.Note}
	}
	return out
}

// portal is a site, an app or a mini-program.
type portal struct{ Name, Kind, URL, Obtain, Note string }

func portals(list []catalog.Online) []portal {
	out := make([]portal, len(list))
	for i, o := range list {
		c := o.Channel.To
		out[i] = portal{c.Name, string(c.Kind), o.URL, c.Obtain, o.Note}
		if o.URL == "" {
			out[i].URL = c.URL
		}
	}
	return out
}

// citation is a law, the articles of it, and what they say.
type citation struct {
	Law            template.HTML
	Articles, Note string
}

func (p *printer) citations(list []catalog.Citation) []citation {
	out := make([]citation, len(list))
	for i, c := range list {
		out[i] = citation{p.parts.laws[c.Law.To], p.say.Articles(c.Articles), c.Note}
	}
	return out
}

// phone is whom to call: a hotline, printed already, or the number of an office.
type phone struct {
	Hotline      template.HTML
	Number, Note string
}

// phones ends with the hotline for everything, which takes questions and
// complaints of every kind, unless it is there already.
func (p *printer) phones(list []catalog.Phone) []phone {
	var out []phone
	general := p.shell.hotline
	for _, x := range list {
		if x.Hotline.To == general {
			general = nil
		}
		out = append(out, phone{p.parts.hotlines[x.Hotline.To], x.Number, x.Note})
	}
	if general != nil {
		out = append(out, phone{Hotline: p.parts.hotlines[general]})
	}
	return out
}

// links are other items by name.
func (p *printer) links(refs []catalog.Ref[catalog.Item]) []link {
	var out []link
	for _, r := range refs {
		if e := p.site.Entry(r.To); e != nil {
			out = append(out, link{e.Path, e.Name})
		}
	}
	return out
}

// family are the main item and its cases; the one that is shown has no address.
func (p *printer) family(e *site.Entry) []link {
	var out []link
	for _, m := range e.Family {
		l := link{m.Path, m.Name}
		if m.Variant != "" {
			l.Name = fmt.Sprintf(p.words.Facts.Family, m.Variant, m.Name)
		}
		if m == e {
			l.Path = ""
		}
		out = append(out, l)
	}
	return out
}

func (p *printer) who(it *catalog.Item) who {
	a := it.Authority
	w := who{Body: p.parts.bodies[a.Body.To], Line: p.parts.bodies[a.Line.To], Handler: a.Handler, Level: string(a.Level),
		Clients: strings.Join(phrase.Strings(it.Clients), p.words.Join), Type: string(it.Type), Code: it.Code}
	for _, r := range a.Joint {
		w.Joint = append(w.Joint, p.parts.bodies[r.To])
	}
	for _, r := range it.Topics {
		w.Topics = append(w.Topics, link{site.TopicPath(r.To.ID), r.To.Name})
	}
	return w
}

func span(t *catalog.Time) *spanView {
	if t == nil {
		return nil
	}
	v := &spanView{Kind: string(t.Kind), Statutory: t.Statutory.String(), Promised: t.Promised.String(), Note: t.Note}
	for _, s := range t.Special {
		v.Special = append(v.Special, special{s.Name, s.Time.String(), s.Note, s.Counted})
	}
	return v
}
