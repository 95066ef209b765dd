package render

import (
	"fmt"
	"strconv"
	"strings"

	"yibentong/generator/catalog"
)

// fact is one part of the answer at the top of an item. An empty Value means
// that it is not known.
type fact struct{ Value, Note string }

// duration says how long the whole takes.
func (p *printer) duration(t *catalog.Time) fact {
	w := &p.words.Facts
	switch {
	case t == nil:
		return fact{}
	case t.Kind == catalog.Instant:
		return fact{Value: w.Instant}
	case t.Promised.Ok() && t.Statutory.Ok():
		return fact{fmt.Sprintf(w.Promised, t.Promised), fmt.Sprintf(w.Statutory, t.Statutory)}
	case t.Promised.Ok():
		return fact{Value: fmt.Sprintf(w.Promised, t.Promised)}
	case t.Statutory.Ok():
		return fact{Value: fmt.Sprintf(w.StatutoryOnly, t.Statutory), Note: w.ByLaw}
	}
	return fact{}
}

// cost says what the whole costs: nothing, one amount, or the least of several.
func (p *printer) cost(f *catalog.Fee) fact {
	w := &p.words.Facts
	if f == nil {
		return fact{}
	}
	if !f.Charged {
		return fact{Value: w.Free}
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
		return fact{Value: w.Charged}
	case known == 1:
		return fact{Value: fmt.Sprintf(w.Yuan, yuan(least))}
	}
	return fact{Value: fmt.Sprintf(w.From, fmt.Sprintf(w.Yuan, yuan(least)))}
}

// yuan writes an amount without noughts that say nothing.
func yuan(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

// errands says how often a person must come, by channel if that differs.
func (p *printer) errands(trips []catalog.Trip) fact {
	if len(trips) == 0 {
		return fact{}
	}
	if len(trips) == 1 {
		return fact{p.trips(trips[0].Count), string(trips[0].Channel)}
	}
	least := trips[0]
	var all []string
	for _, t := range trips {
		if t.Count < least.Count {
			least = t
		}
		all = append(all, fmt.Sprintf(p.words.Facts.ByChannel, t.Channel, p.trips(t.Count)))
	}
	return fact{p.trips(least.Count), join(all, p.words.Dot)}
}

func (p *printer) trips(n int) string {
	if n == 0 {
		return p.words.Facts.NoTrip
	}
	return fmt.Sprintf(p.words.Facts.Trips, n)
}

// where names the place to go to: the first window, else who takes it in.
func (p *printer) where(it *catalog.Item) fact {
	if it.Channels != nil && len(it.Channels.Windows) > 0 {
		w := it.Channels.Windows
		if len(w) > 1 {
			return fact{Value: fmt.Sprintf(p.words.Facts.Places, w[0].Place.To.Name, len(w))}
		}
		return fact{w[0].Place.To.Name, w[0].Window}
	}
	return fact{Value: it.Authority.Handler}
}

// online says whether it can be done from home, as far as the record knows.
func (p *printer) online(c *catalog.Channels) fact {
	switch {
	case c == nil:
		return fact{}
	case len(c.Online) == 0:
		return fact{Value: p.words.Facts.NotOnline}
	}
	var names []string
	for _, o := range c.Online {
		names = append(names, o.Channel.To.Name)
	}
	return fact{p.words.Facts.Online, join(names, p.words.Join)}
}

func join(words []string, sep string) string { return strings.Join(words, sep) }

// strs turns named strings into strings for joining.
func strs[T ~string](words []T) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = string(w)
	}
	return out
}
