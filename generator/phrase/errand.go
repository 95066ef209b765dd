package phrase

import (
	"fmt"
	"strconv"
	"strings"

	"yibentong/generator/errand"
)

// Part is one figure of an errand: how much, a note beside it, and how many of its items
// do not say. An empty Value means that none says.
type Part struct {
	Fact
	Unknown int
}

// sum puts a sum with unknowns into words: "至少3趟".
func (p Words) sum(value string, zero bool, unknown int) Part {
	switch {
	case unknown == 0:
		return Part{Fact: Fact{Value: value}}
	case zero:
		return Part{Unknown: unknown}
	}
	return Part{Fact{Value: fmt.Sprintf(p.Errand.Least, value)}, unknown}
}

// Totals are the figures of an errand in words, in the order in which pages and books
// print them.
type Totals struct{ Steps, Papers, Trips, Places, Money, InTurn, Longest Part }

// Totals puts the figures of an errand into words. A step without a guide makes every
// figure but the first one with an unknown.
func (p Words) Totals(t errand.Totals) Totals {
	w, n := &p.Errand, t.Unguided
	out := Totals{
		Steps:   Part{Fact: Fact{Value: fmt.Sprintf(w.Items, t.Items)}},
		Papers:  p.sum(fmt.Sprintf(w.Papers, t.After), t.After == 0, t.PapersUnknown+n),
		Trips:   p.sum(p.Trips(t.Trips), t.Trips == 0, t.TripsUnknown+n),
		Places:  p.sum(fmt.Sprintf(w.Places, t.Places), t.Places == 0, t.PlacesUnknown+n),
		Money:   p.sum(fmt.Sprintf(p.Facts.Yuan, Yuan(float64(t.Fen)/100)), t.Fen == 0, t.MoneyUnknown+n),
		InTurn:  p.days(t, t.InTurn),
		Longest: p.days(t, t.Longest),
	}
	if n > 0 {
		out.Steps.Note = fmt.Sprintf(w.Unguided, n)
	}
	if t.Before > t.After {
		out.Papers.Note = fmt.Sprintf(w.Before, t.Before)
	}
	if t.TripsLeast < t.Trips {
		out.Trips.Note = fmt.Sprintf(w.TripsLeast, p.Trips(t.TripsLeast))
	}
	if t.Places == 0 && out.Places.Value != "" {
		out.Places.Value = p.Facts.NoTrip
	}
	if t.Fen == 0 && out.Money.Value != "" {
		out.Money.Value = p.Facts.Free
	}
	return out
}

func (p Words) days(t errand.Totals, s errand.Spans) Part {
	words := p.Spans(s)
	unknown := t.TimeUnknown + t.Unguided
	if words == "" && unknown == 0 && t.Instant > 0 {
		words = p.Facts.Instant
	}
	return p.sum(words, words == "", unknown)
}

// Spans says times of different units beside each other; they are not added up.
func (p Words) Spans(s errand.Spans) string {
	var out []string
	for _, x := range s.List() {
		out = append(out, x.String())
	}
	return strings.Join(out, p.Errand.And)
}

// Tally is how many of a paper to bring, "" when no use says.
func (p Words) Tally(t errand.Tally) string {
	var out []string
	for _, c := range []struct {
		n     int
		words string
	}{{t.Shown, p.Papers.Shown}, {t.Kept, p.Papers.Kept}, {t.Copies, p.Papers.Copies}} {
		if c.n > 0 {
			out = append(out, fmt.Sprintf(c.words, c.n))
		}
	}
	words := strings.Join(out, p.Dot)
	if t.Unknown && words != "" {
		return fmt.Sprintf(p.Errand.Least, words)
	}
	return words
}

// Step says which step: "第2步".
func (p Words) Step(s *errand.Step) string {
	return strings.ReplaceAll(p.Errand.Step, "%d", strconv.Itoa(s.Number))
}
