package render

import (
	"fmt"
	"html/template"
	"strconv"
	"strings"

	"yibentong/generator/catalog"
	"yibentong/generator/errand"
	"yibentong/generator/phrase"
	"yibentong/generator/qr"
	"yibentong/generator/site"
	"yibentong/generator/theme"
)

// errandView is the page of an errand. What the script of the page reckons with stands in
// data attributes; tokens go by their place in Choices, then in Cases.
type errandView struct {
	Page             page
	Crumbs           []link
	Name, Also, Lead string
	Lists            []catalog.Listing
	LeadBody         template.HTML
	Words            theme.Labels
	Totals           errandTotals
	Cases            []errandCase
	Choices          []errandChoice
	Bag              []bagLine
	Inside           []bagLine
	Steps            []errandStep
	Drawing          drawing
	Notes            template.HTML
	FAQ              []answer
	Truth            truth
	QR               qr.Code
	URL              string
	NoURL            bool
}

// errandTotals are the figures at the top. Key is what the script calls them.
type errandTotals struct{ Steps, Papers, Trips, Places, Money, InTurn, Longest errandPart }

type errandPart struct {
	Key     string
	Part    phrase.Part
	Unknown string
}

func (p *printer) errandTotals(t errand.Totals) errandTotals {
	x := p.say.Totals(t)
	part := func(key string, a phrase.Part) errandPart {
		out := errandPart{Key: key, Part: a}
		if a.Unknown > 0 {
			out.Unknown = fmt.Sprintf(p.words.Errand.Unknown, a.Unknown)
		}
		return out
	}
	return errandTotals{part("steps", x.Steps), part("papers", x.Papers), part("trips", x.Trips), part("places", x.Places),
		part("money", x.Money), part("turn", x.InTurn), part("longest", x.Longest)}
}

// errandCase is a box to tick.
type errandCase struct {
	Token, Name, Question string
}

// errandChoice is a step that can be done with any one of several items.
type errandChoice struct {
	Step    int
	Name    string
	Options []errandOption
}

type errandOption struct {
	Step        int
	Token, Name string
	First       bool
}

// bagLine is a line of the bag. Hidden lines appear when a case needs them.
type bagLine struct {
	Label  string
	Any    bool
	Hidden bool
	Papers []bagPaper
}

type bagPaper struct {
	Head, Links template.HTML
	Name        string
	Counts      string
	Uses        []bagUse
}

// bagUse is what one step wants of a paper.
type bagUse struct {
	Ordinal, Name, Whose, Counts, Tag, Note string
	Given                                   string // the steps that hand it out
	When                                    []string
	Hidden                                  bool
	If, From, People, N                     string
	Produced, Solo                          bool // Solo: the only use, whose counts are those of the paper
	Entry, StepNumber                       int
}

type errandStep struct {
	Number  int
	Name    string
	Note    string
	When    []string
	After   string // in words
	Waits   string // numbers
	If      string
	Missing bool
	Bare    bool // no item, by intention
	Choice  bool
	Options []stepOption
}

type stepOption struct {
	Row                                  template.HTML
	If, Places, Trips, Fee, Time, Papers string
	Hidden                               bool
}

// errands promises the pages of errands, and the list of them.
func (p *printer) errands() (out []site.Output) {
	if len(p.site.Errands) == 0 {
		return nil
	}
	for _, e := range p.site.Errands {
		out = append(out, p.output(e.Path, "errand", func() (any, error) { return p.errand(e) }))
	}
	return append(out, p.index(site.ErrandsPath, p.words.Columns.Errands, p.errandGroups())...)
}

func (p *printer) errandGroups() []group {
	var g grouping
	for _, a := range []catalog.Audience{catalog.Personal, catalog.Enterprise} {
		for _, e := range p.site.Errands {
			if e.Audience == a {
				g.add(p.column(a).Name, counted{e.Path, e.Name, e.Summary, len(e.Items())})
			}
		}
	}
	return g.groups
}

// short is the name of an errand where the heading says already that it is one.
func (p *printer) short(name string) string {
	for _, tail := range p.words.Errand.Tails {
		name = strings.TrimSuffix(name, tail)
	}
	return name
}

func (p *printer) errandLinks(list []*site.Errand) (out []link) {
	for _, e := range list {
		out = append(out, link{e.Path, p.short(e.Name)})
	}
	return out
}

// ofErrands says of which errands an item is a step: “新生儿出生一件事”的第2步.
func (p *printer) ofErrands(e *site.Entry) (out []link) {
	for _, x := range e.Errands {
		for _, s := range p.plans[x].Steps {
			for _, o := range s.Options {
				if o.Item == e.Item {
					out = append(out, link{x.Path, fmt.Sprintf(p.words.Errand.OfErrand, x.Name, s.Number)})
				}
			}
		}
	}
	return out
}

func (p *printer) errand(e *site.Errand) (*errandView, error) {
	code, err := qr.Encode(p.site.Absolute(e.Path))
	if err != nil {
		return nil, err
	}
	plan := p.plans[e]
	now := plan.State()
	sum := plan.Reckon(now)
	pg := p.page(e.Path, named(p.words.Columns.Errand, e.Name))
	pg.Column, pg.Article = nil, &article{e.Name, e.Updated().String(), p.source()}
	pg.Script = []string{p.theme.Asset("errand.js")}
	pg.JSON = site.ErrandJSONPath(e.ID)
	v := &errandView{Page: pg, Crumbs: []link{{site.ErrandsPath, p.words.Columns.Errands.Name}},
		Name: e.Name, Also: strings.Join(e.Aliases, p.words.Join), Lead: e.Summary, Lists: e.Lists, LeadBody: p.parts.bodies[e.Lead.To],
		Words: *p.words, Totals: p.errandTotals(sum.Totals), Notes: prose(e.Notes), FAQ: answers(e.FAQ),
		Truth: p.errandTruth(e), QR: code, URL: p.site.Absolute(e.Path), NoURL: p.site.Settings.Placeholder()}
	x := &errandPrinter{p, plan, now, map[string]int{}}
	x.choices(v)
	x.steps(v)
	x.bag(v)
	v.Drawing = x.drawing()
	return v, nil
}

// source is whose word a page is.
func (p *printer) source() string {
	if p.site.Settings.Host != "" {
		return p.site.Settings.Host
	}
	return p.site.Settings.Title
}

func (p *printer) errandTruth(e *site.Errand) truth {
	t := truth{DataDate: p.site.Catalog.Edition.Date.Chinese(), Updated: e.Updated().Chinese(), ReviewBy: e.ReviewBy.Chinese(), JSON: site.ErrandJSONPath(e.ID)}
	for _, s := range e.Sources {
		t.Sources = append(t.Sources, source{s.What, s.Where, s.Read.String()})
	}
	for _, c := range e.Changes {
		t.Changes = append(t.Changes, change{c.On.String(), c.What})
	}
	return t
}

// errandPrinter lays out one page.
type errandPrinter struct {
	*printer
	plan   *errand.Plan
	now    errand.State // when nothing is ticked
	number map[string]int
}

// choices numbers the tokens in the order of their boxes: the options of each choice, then
// the cases.
func (p *errandPrinter) choices(v *errandView) {
	for _, s := range p.plan.Choices() {
		c := errandChoice{Step: s.Number, Name: s.Name}
		for i, o := range s.Options {
			p.number[o.Token] = len(p.number)
			c.Options = append(c.Options, errandOption{s.Number, o.Token, o.Item.Name, i == 0})
		}
		v.Choices = append(v.Choices, c)
	}
	for _, c := range p.plan.Cases {
		p.number[c.Token] = len(p.number)
		v.Cases = append(v.Cases, errandCase{c.Token, c.Name, c.Question})
	}
}

// numbers are the tokens of a condition by number.
func (p *errandPrinter) numbers(tokens []string) string {
	out := make([]string, len(tokens))
	for i, t := range tokens {
		out[i] = strconv.Itoa(p.number[t])
	}
	return strings.Join(out, " ")
}

func (p *errandPrinter) steps(v *errandView) {
	for _, s := range p.plan.Steps {
		x := errandStep{Number: s.Number, Name: s.Name, Note: s.Note, When: p.plan.Names(s.If), If: p.numbers(s.If), Missing: s.Missing, Bare: len(s.Options) == 0 && !s.Missing, Choice: len(s.Options) > 1}
		var words, waits []string
		for _, a := range s.After {
			words = append(words, p.say.Step(a))
			waits = append(waits, strconv.Itoa(a.Number))
		}
		x.After, x.Waits = strings.Join(words, p.words.Join), strings.Join(waits, " ")
		for _, o := range s.Options {
			x.Options = append(x.Options, p.option(o))
		}
		v.Steps = append(v.Steps, x)
	}
}

// option writes what the script adds up of an item: the places it is done at, "trips at a
// window, fewest trips", charges as "tokens:fen" (-1 for no sum), "value unit" of time.
// "?" is what the record does not say.
func (p *errandPrinter) option(o *errand.Option) stepOption {
	x := stepOption{Row: p.parts.rows[p.site.Entry(o.Item)], If: p.numbers(o.If), Hidden: !p.now.Holds(o.If) && p.now.Holds(o.If[:max(len(o.If)-1, 0)]),
		Places: "?", Trips: "?", Fee: "?", Time: "?"}
	if ids, ok := errand.Places(o.Item); ok {
		x.Places = strings.Join(ids, " ")
	}
	if window, least, ok := errand.Trips(o.Item); ok {
		x.Trips = strconv.Itoa(window) + " " + strconv.Itoa(least)
	}
	if f := o.Fee; f != nil {
		var list []string
		for _, c := range errand.Charges(p.plan, o) {
			list = append(list, p.numbers(c.If)+":"+strconv.Itoa(c.Fen))
		}
		if !f.Charged || len(list) > 0 {
			x.Fee = strings.Join(list, ",")
		}
	}
	if span, instant := errand.Limit(o.Time); instant {
		x.Time = ""
	} else if span.Ok() {
		x.Time = strconv.Itoa(span.Value) + " " + span.Unit
	}
	if len(o.Materials) == 0 && !o.NoMaterials {
		x.Papers = "?"
	}
	return x
}
