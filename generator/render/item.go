package render

import (
	"fmt"
	"html/template"
	"strings"

	"yibentong/generator/catalog"
	"yibentong/generator/markdown"
	"yibentong/generator/phrase"
	"yibentong/generator/qr"
	"yibentong/generator/site"
	"yibentong/generator/theme"
)

// itemView is the page of an item, in the order of the guide.
type itemView struct {
	Page    page
	Crumbs  template.HTML
	Class   string // the stage's colour and the rung of the print ladder
	Sign    string
	ID      string
	Name    string
	Also    string // what people call it
	Lead    string
	Status  *statusView
	Family  []link
	Errands []link // in which it is a step, and which

	Time, Fee, Trips, Where, Online phrase.Fact

	Notes template.HTML
	Who   who

	Scope, Quota           string
	Conditions, Exclusions []catalog.Condition

	Papers                  []paperCase
	NoPapers                bool
	Steps                   []step
	Span                    *spanView
	Visits                  []visit
	Charges                 []charge
	FeeNote                 string
	PaysOnline, PaysOffline bool
	Results                 []outcome
	Channels                *channelView

	Laws      []citation
	Rights    template.HTML
	OwnRights template.HTML
	Consult   []phone
	Complain  []phone
	FAQ       []answer
	Requires  []link
	Related   []link

	Truth      truth
	Notice     string // the sheet for the window, if the edition carries it
	QR         qr.Code
	URL        string
	NoURL      bool
	Prev, Next *link
	LD         template.JS
}

// who is the bodies that act, and what kind of item it is.
type who struct {
	Body, Line                          template.HTML
	Joint                               []template.HTML
	Handler, Level, Clients, Type, Code string
	Topics                              []link
}

// spanView is the time limits; Special are procedures that stop the clock or add to it.
type spanView struct {
	Kind, Statutory, Promised, Note string
	Special                         []special
}

type special struct {
	Name, Time, Note string
	Counted          bool
}

type visit struct{ Channel, Count, Reason string }

type answer struct {
	Q string
	A template.HTML
}

// statusView says that an item is not in use.
type statusView struct {
	State, Reason, Since, Until string
	Successor                   *link
}

// channelView is where and how an item is done.
type channelView struct {
	Windows        []window
	Online         []portal
	Terminal, Post string
	Range          string
	Booking        *catalog.Booking
}

func (p *printer) item(e *site.Entry) (*itemView, error) {
	code, err := qr.Encode(p.site.Absolute(e.Path))
	if err != nil {
		return nil, err
	}
	papers, err := p.papers(e.Materials, e.Item)
	if err != nil {
		return nil, err
	}
	stage := e.Stage.To
	v := &itemView{
		Page: p.itemPage(e), Crumbs: p.parts.crumbs[stage],
		Sign: stage.Sign, ID: string(e.ID), Name: e.Name, Also: strings.Join(e.Aliases, p.words.Join), Lead: e.Summary,
		Family: p.family(e), Errands: p.ofErrands(e), Time: p.say.Duration(e.Time), Fee: p.say.Cost(e.Fee), Trips: p.say.Errands(e.Trips), Where: p.say.Where(e.Item), Online: p.say.Online(e.Channels),
		Notes: prose(e.Notes), Who: p.who(e.Item), Scope: e.Scope, Quota: e.Quota, Conditions: e.Conditions, Exclusions: e.Exclusions,
		Papers: papers, NoPapers: e.NoMaterials, Steps: p.steps(e.Steps),
		Results: p.outcomes(e.Results), Laws: p.citations(e.Laws),
		Rights: p.parts.rights[e.Type], OwnRights: prose(e.Rights), FAQ: answers(e.FAQ),
		Requires: p.links(e.Requires), Related: p.links(e.Related),
		Truth: p.truth(e), QR: code, URL: p.site.Absolute(e.Path), NoURL: p.site.Settings.Placeholder(),
		Prev: neighbour(e.Prev), Next: neighbour(e.Next),
	}
	if p.site.Booklets && !e.Retired() {
		v.Notice = site.NoticePath(e.ID)
	}
	p.fillWay(v, e)
	v.Class = "c-" + stage.Color + " " + sheet(v)
	if v.LD, err = p.jsonLD(e); err != nil {
		return nil, err
	}
	return v, nil
}

// fillWay adds what may be missing from a record as a whole.
func (p *printer) fillWay(v *itemView, e *site.Entry) {
	if s := e.Status; s != nil && e.Retired() {
		v.Status = &statusView{string(s.State), s.Reason, s.Since.Chinese(), s.Until.Chinese(), neighbour(p.site.Entry(s.Successor.To))}
	}
	v.Span = span(e.Time)
	for _, t := range e.Trips {
		v.Visits = append(v.Visits, visit{string(t.Channel), p.say.Trips(t.Count), t.Reason})
	}
	if f := e.Fee; f != nil {
		v.Charges, v.FeeNote = p.charges(f), f.Note
		v.PaysOnline = f.OnlinePayment != nil && *f.OnlinePayment
		v.PaysOffline = f.OnlinePayment != nil && !*f.OnlinePayment
	}
	if c := e.Channels; c != nil {
		v.Channels = &channelView{p.windows(c.Windows), portals(c.Online), c.Terminal, c.Post, string(c.Range), c.Booking}
	}
	var consult, complain []catalog.Phone
	if e.Contact != nil {
		consult, complain = e.Contact.Consult, e.Contact.Complain
	}
	v.Consult, v.Complain = p.phones(consult), p.phones(complain)
}

// itemPage is the head of an item's page.
func (p *printer) itemPage(e *site.Entry) page {
	source := p.site.Settings.Host
	if source == "" {
		source = p.site.Settings.Title
	}
	pg := p.page(e.Path, theme.Column{Name: p.column(e.ID.Audience()).Name, Summary: e.Summary})
	pg.Column = nil
	pg.Title = fmt.Sprintf(p.words.ItemTitle, e.Name, e.ID, p.site.Settings.Title)
	pg.JSON = site.ItemJSONPath(e.ID)
	pg.Article = &article{e.Name, e.Updated().String(), source}
	return pg
}

func neighbour(e *site.Entry) *link {
	if e == nil {
		return nil
	}
	return &link{e.Path, e.Name}
}

func prose(text string) template.HTML {
	if text == "" {
		return ""
	}
	return template.HTML(markdown.HTML(text))
}

func answers(list []catalog.Question) []answer {
	out := make([]answer, len(list))
	for i, q := range list {
		out[i] = answer{q.Q, prose(q.A)}
	}
	return out
}
