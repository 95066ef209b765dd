// Package phrase puts what a record says into the words of the handbook: how
// long, how much, how many trips, which papers. Pages and booklets speak alike.
//
// It decides no look and makes no markup.
package phrase

import (
	"fmt"
	"strconv"
	"strings"

	"yibentong/generator/catalog"
	"yibentong/generator/theme"
)

// Words says things in the words of a theme.
type Words struct{ *theme.Labels }

// Fact is one part of the answer at the top of an item. An empty Value means
// that it is not known.
type Fact struct{ Value, Note string }

// Duration says how long the whole takes.
func (p Words) Duration(t *catalog.Time) Fact {
	w := &p.Facts
	switch {
	case t == nil:
		return Fact{}
	case t.Kind == catalog.Instant:
		return Fact{Value: w.Instant}
	case t.Promised.Ok() && t.Statutory.Ok():
		return Fact{fmt.Sprintf(w.Promised, t.Promised), fmt.Sprintf(w.Statutory, t.Statutory)}
	case t.Promised.Ok():
		return Fact{Value: fmt.Sprintf(w.Promised, t.Promised)}
	case t.Statutory.Ok():
		return Fact{Value: fmt.Sprintf(w.StatutoryOnly, t.Statutory), Note: w.ByLaw}
	}
	return Fact{}
}

// Cost says what the whole costs: nothing, one amount, or the least of several.
func (p Words) Cost(f *catalog.Fee) Fact {
	w := &p.Facts
	if f == nil {
		return Fact{}
	}
	if !f.Charged {
		return Fact{Value: w.Free}
	}
	least, known := 0.0, 0
	for _, x := range f.Items {
		if x.Amount == nil {
			continue
		}
		if known == 0 || *x.Amount < least {
			least = *x.Amount
		}
		known++
	}
	switch {
	case known == 0 || known < len(f.Items):
		return Fact{Value: w.Charged}
	case known == 1:
		return Fact{Value: fmt.Sprintf(w.Yuan, Yuan(least))}
	}
	return Fact{Value: fmt.Sprintf(w.From, fmt.Sprintf(w.Yuan, Yuan(least)))}
}

// Yuan writes an amount without noughts that say nothing.
func Yuan(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

// Errands says how often a person must come, by channel if that differs.
func (p Words) Errands(trips []catalog.Trip) Fact {
	if len(trips) == 0 {
		return Fact{}
	}
	if len(trips) == 1 {
		return Fact{p.Trips(trips[0].Count), string(trips[0].Channel)}
	}
	least := trips[0]
	var all []string
	for _, t := range trips {
		if t.Count < least.Count {
			least = t
		}
		all = append(all, fmt.Sprintf(p.Facts.ByChannel, t.Channel, p.Trips(t.Count)))
	}
	return Fact{p.Trips(least.Count), strings.Join(all, p.Dot)}
}

// Trips says how often: "1趟", or that nobody needs to come.
func (p Words) Trips(n int) string {
	if n == 0 {
		return p.Facts.NoTrip
	}
	return fmt.Sprintf(p.Facts.Trips, n)
}

// Where names the place to go to: the first window, else who takes it in.
func (p Words) Where(it *catalog.Item) Fact {
	if it.Channels != nil && len(it.Channels.Windows) > 0 {
		w := it.Channels.Windows
		if len(w) > 1 {
			return Fact{Value: fmt.Sprintf(p.Facts.Places, w[0].Place.To.Name, len(w))}
		}
		return Fact{w[0].Place.To.Name, w[0].Window}
	}
	return Fact{Value: it.Authority.Handler}
}

// Online says whether it can be done from home, as far as the record knows.
func (p Words) Online(c *catalog.Channels) Fact {
	switch {
	case c == nil:
		return Fact{}
	case len(c.Online) == 0:
		return Fact{Value: p.Facts.NotOnline}
	}
	var names []string
	for _, o := range c.Online {
		names = append(names, o.Channel.To.Name)
	}
	return Fact{p.Facts.Online, strings.Join(names, p.Join)}
}

// Strings turns named strings into strings for joining.
func Strings[T ~string](words []T) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = string(w)
	}
	return out
}

// Articles lists articles: "第10条、第11条" as they are written.
func (p Words) Articles(list []catalog.Article) string {
	var out []string
	for _, a := range list {
		out = append(out, a.String())
	}
	return strings.Join(out, p.Join)
}

// Amount is what one charge comes to: a sum, its unit, its standard.
func (p Words) Amount(x catalog.FeeItem) string {
	amount := x.Standard
	switch {
	case x.Amount != nil && x.Unit != "":
		amount = fmt.Sprintf(p.Facts.Per, Yuan(*x.Amount), x.Unit)
	case x.Amount != nil:
		amount = fmt.Sprintf(p.Facts.Yuan, Yuan(*x.Amount))
	}
	if x.Amount != nil && x.Standard != "" {
		amount += p.Sentence + x.Standard
	}
	return amount
}

// Counts is "原件出示1份 · 复印件收1份"; empty when none is known.
func (p Words) Counts(u catalog.MaterialUse) string {
	var out []string
	for _, c := range []struct {
		n     *int
		words string
	}{{u.Shown, p.Papers.Shown}, {u.Kept, p.Papers.Kept}, {u.Copies, p.Papers.Copies}} {
		if c.n != nil && *c.n > 0 {
			out = append(out, fmt.Sprintf(c.words, *c.n))
		}
	}
	return strings.Join(out, p.Dot)
}

// Tag is what is out of the ordinary with a paper: not always needed, or not
// on paper.
func Tag(u catalog.MaterialUse) string {
	switch {
	case u.Necessity != "" && u.Necessity != "必要":
		return string(u.Necessity)
	case u.Form == "电子":
		return string(u.Form)
	}
	return ""
}
