package export

import (
	"io"

	"yibentong/generator/catalog"
	"yibentong/generator/errand"
	"yibentong/generator/site"
)

func (x *exporter) writeErrand(w io.Writer, b *catalog.Bundle) error {
	return x.lend(w, func(e *encoder) {
		e.errand(&x.catalog.Edition, b)
		e.b = append(e.b, '\n')
	})
}

// errand writes an errand: its steps and cases, every use of every paper with the tokens
// that must hold, and the sums when nothing is ticked.
func (e *encoder) errand(ed *catalog.Edition, b *catalog.Bundle) {
	plan := errand.New(b)
	sum := plan.Reckon(plan.State())
	e.object("", func() {
		e.text("id", string(b.ID))
		e.text("name", b.Name)
		words(e, "aliases", b.Aliases)
		e.text("summary", b.Summary)
		e.link("url", site.ErrandPath(b.ID))
		e.audience(b.Audience)
		list(e, "stages", b.Stages, stage)
		list(e, "lists", b.Lists, func(e *encoder, l *catalog.Listing) {
			e.text("name", l.Name)
			e.text("number", l.Number)
		})
		registered(e, "lead", b.Lead.To, body)
		list(e, "cases", plan.Cases, func(e *encoder, c *errand.Case) {
			e.text("token", c.Token)
			e.text("name", c.Name)
			e.text("question", c.Question)
		})
		e.array("steps", func() {
			for _, s := range plan.Steps {
				e.object("", func() { e.errandStep(s) })
			}
		})
		e.array("papers", func() {
			for _, l := range plan.Lines {
				e.object("", func() { e.errandLine(l) })
			}
		})
		e.object("totals", func() { e.errandTotals(&sum.Totals) })
		e.text("notes", b.Notes)
		list(e, "faq", b.FAQ, question)
		list(e, "sources", b.Sources, from)
		e.date("review_by", b.ReviewBy)
		list(e, "changes", b.Changes, changeOf)
		e.date("updated", b.Updated())
		e.object("edition", func() { e.edition(ed) })
	})
}

func (e *encoder) errandStep(s *errand.Step) {
	e.number("number", s.Number)
	e.text("id", string(s.ID))
	e.text("name", s.Name)
	e.array("after", func() {
		for _, a := range s.After {
			e.number("", a.Number)
		}
	})
	words(e, "if", s.If)
	e.text("note", s.Note)
	e.array("any_of", func() {
		for _, o := range s.Options {
			e.object("", func() {
				e.text("id", string(o.ID))
				e.text("name", o.Item.Name)
				e.link("url", site.ItemPath(o.ID))
				e.text("token", o.Token)
			})
		}
	})
}

// errandLine writes a line of the bag: one paper, or several of which any one will do.
func (e *encoder) errandLine(l *errand.Line) {
	if l.Any() {
		e.text("label", l.Label)
	}
	e.array("any_of", func() {
		for _, p := range l.Papers {
			e.object("", func() {
				e.text("id", string(p.Material.ID))
				e.text("name", p.Material.Name)
				e.array("uses", func() {
					for _, u := range p.Uses {
						e.object("", func() { e.errandUse(u) })
					}
				})
			})
		}
	})
}

func (e *encoder) errandUse(u *errand.Use) {
	e.number("step", u.Step.Number)
	e.text("item", string(u.Option.ID))
	words(e, "if", u.If)
	e.array("given_by", func() {
		for _, f := range u.From {
			e.number("", f.Step.Number)
		}
	})
	e.text("whose", u.People)
	e.count("shown", u.Shown)
	e.count("kept", u.Kept)
	e.count("copies", u.Copies)
	e.text("necessity", string(u.Necessity))
	e.text("note", u.Note)
}

// errandTotals writes the figures; beside each that may be too small, how many items do
// not say.
func (e *encoder) errandTotals(t *errand.Totals) {
	for _, x := range []struct {
		key string
		n   int
	}{{"steps", t.Steps}, {"items", t.Items}, {"unguided", t.Unguided}, {"places", t.Places}, {"places_unknown", t.PlacesUnknown},
		{"trips", t.Trips}, {"trips_least", t.TripsLeast}, {"trips_unknown", t.TripsUnknown},
		{"papers_before", t.Before}, {"papers", t.After}, {"papers_unknown", t.PapersUnknown}, {"choices", t.Choices},
		{"originals_shown", t.Shown}, {"originals_kept", t.Kept}, {"copies", t.Copies}, {"counts_unknown", t.CountsUnknown}} {
		e.number(x.key, x.n)
	}
	yuan := float64(t.Fen) / 100
	e.decimal("yuan", &yuan)
	e.number("yuan_unknown", t.MoneyUnknown)
	e.array("time_in_turn", func() { e.spans(t.InTurn) })
	e.array("time_side_by_side", func() { e.spans(t.Longest) })
	e.number("time_unknown", t.TimeUnknown)
}

// spans writes time by unit; units are not added to each other.
func (e *encoder) spans(s errand.Spans) {
	for _, x := range s.List() {
		e.object("", func() {
			e.number("value", x.Value)
			e.text("unit", x.Unit)
		})
	}
}
