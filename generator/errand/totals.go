package errand

import (
	"math"
	"slices"

	"yibentong/generator/catalog"
)

// Totals are the figures of an errand in one state. Each Unknown counts the items that do
// not say; where it is not 0, the figure beside it is the least.
type Totals struct {
	Steps    int // that hold
	Items    int // of them, with a guide
	Unguided int // of them, without: they are in no other figure

	Places, PlacesUnknown        int // the fewest places to go to
	Trips, TripsLeast            int // going to windows; and choosing for each item what spares most
	TripsUnknown                 int
	Before, After, PapersUnknown int   // lines of papers item by item; in the one bag
	Shown, Kept, Copies          int   // papers in the bag, without choices
	Choices                      int   // lines of which any one of several will do
	CountsUnknown                int   // lines with a paper whose number is not said
	Fen, MoneyUnknown            int   // in hundredths of a yuan
	InTurn, Longest              Spans // one after the other; side by side, the longest way
	Instant, TimeUnknown         int
}

// Spans is time by unit. Units are never added to each other: ten working days and ten
// calendar days are two figures.
type Spans struct{ WorkingDays, Days, Hours, Minutes, Months, Years int }

// totals adds up what the options that hold say.
func (p *Plan) totals(s State, bag []Packed) Totals {
	var t Totals
	var places [][]string
	ways := map[*Step]Spans{}
	for _, step := range p.Steps {
		var span Spans
		if s.Holds(step.If) {
			t.Steps++
			if o := step.picked(s); o != nil {
				t.Items++
				span = t.time(o.Time)
				places = t.trips(o.Item, places)
				t.money(p, o, s)
				if len(o.Materials) == 0 && !o.NoMaterials {
					t.PapersUnknown++
				}
			} else {
				t.Unguided++
			}
		}
		ways[step] = longest(step, ways).plus(span)
		t.InTurn = t.InTurn.plus(span)
		t.Longest = t.Longest.most(ways[step])
	}
	t.Places = fewest(places)
	t.Before = p.entries(s)
	t.bag(bag)
	return t
}

// picked is the option that holds; nil for a step without a guide.
func (step *Step) picked(s State) *Option {
	for _, o := range step.Options {
		if s.Holds(o.If) {
			return o
		}
	}
	return nil
}

// longest is the longest way up to a step, by each unit for itself.
func longest(step *Step, ways map[*Step]Spans) (most Spans) {
	for _, a := range step.After {
		most = most.most(ways[a])
	}
	return most
}

func (t *Totals) time(x *catalog.Time) Spans {
	span, instant := Limit(x)
	switch {
	case instant:
		t.Instant++
	case !span.Ok():
		t.TimeUnknown++
	}
	return spans(span)
}

// Limit is how long an item may take: as promised, else by law. An item done on the spot
// takes no time.
func Limit(x *catalog.Time) (span catalog.Span, instant bool) {
	switch {
	case x == nil:
		return span, false
	case x.Kind == catalog.Instant:
		return span, true
	case x.Promised.Ok():
		return x.Promised, false
	}
	return x.Statutory, false
}

func spans(s catalog.Span) (out Spans) {
	switch s.Unit {
	case "工作日":
		out.WorkingDays = s.Value
	case "自然日":
		out.Days = s.Value
	case "小时":
		out.Hours = s.Value
	case "分钟":
		out.Minutes = s.Value
	case "月":
		out.Months = s.Value
	case "年":
		out.Years = s.Value
	}
	return out
}

func (a Spans) plus(b Spans) Spans {
	return Spans{a.WorkingDays + b.WorkingDays, a.Days + b.Days, a.Hours + b.Hours, a.Minutes + b.Minutes, a.Months + b.Months, a.Years + b.Years}
}

func (a Spans) most(b Spans) Spans {
	return Spans{max(a.WorkingDays, b.WorkingDays), max(a.Days, b.Days), max(a.Hours, b.Hours), max(a.Minutes, b.Minutes), max(a.Months, b.Months), max(a.Years, b.Years)}
}

// List is the parts that are not 0, the longest unit last.
func (a Spans) List() (out []catalog.Span) {
	for _, s := range []catalog.Span{{Value: a.WorkingDays, Unit: "工作日"}, {Value: a.Days, Unit: "自然日"}, {Value: a.Hours, Unit: "小时"}, {Value: a.Minutes, Unit: "分钟"}, {Value: a.Months, Unit: "月"}, {Value: a.Years, Unit: "年"}} {
		if s.Ok() {
			out = append(out, s)
		}
	}
	return out
}

// trips adds how often to go, and the places of which one must be gone to.
func (t *Totals) trips(it *catalog.Item, places [][]string) [][]string {
	window, least, ok := Trips(it)
	if !ok {
		t.TripsUnknown++
	}
	t.Trips += window
	t.TripsLeast += least
	where, ok := Places(it)
	if !ok {
		t.PlacesUnknown++
	}
	if len(where) > 0 {
		places = append(places, where)
	}
	return places
}

// Trips is how often to go when an item is done at a window, and when it is done in the
// way that spares most.
func Trips(it *catalog.Item) (window, least int, known bool) {
	most := 0
	window = -1
	for i, x := range it.Trips {
		most = max(most, x.Count)
		if i == 0 || x.Count < least {
			least = x.Count
		}
		if x.Channel == "窗口" {
			window = x.Count
		}
	}
	if window < 0 {
		window = most
	}
	return window, least, len(it.Trips) > 0
}

// Places are the ids of the places at which an item is done; any one will do. None are
// known when the record has neither a window nor a way to do without.
func Places(it *catalog.Item) (ids []string, known bool) {
	if it.Channels == nil {
		return nil, false
	}
	for _, w := range it.Channels.Windows {
		if w.Place.To != nil && !slices.Contains(ids, string(w.Place.To.ID)) {
			ids = append(ids, string(w.Place.To.ID))
		}
	}
	return ids, len(ids)+len(it.Channels.Online) > 0
}

// fewest is the least number of places among which each list finds one of its own. An
// errand has few steps: all ways are tried.
func fewest(lists [][]string) int {
	best := len(lists)
	gone := map[string]bool{}
	var walk func(at, n int)
	walk = func(at, n int) {
		for at < len(lists) && slices.ContainsFunc(lists[at], func(id string) bool { return gone[id] }) {
			at++
		}
		if n >= best {
			return
		}
		if at == len(lists) {
			best = n
			return
		}
		for _, id := range lists[at] {
			gone[id] = true
			walk(at+1, n+1)
			delete(gone, id)
		}
	}
	walk(0, 0)
	return best
}

// money adds the charges that hold. One that is no sum, or no sum for a piece, is not
// known; nor is what an item charges when none of its charges holds.
func (t *Totals) money(p *Plan, o *Option, s State) {
	f := o.Fee
	if f != nil && !f.Charged {
		return
	}
	known := false
	if f != nil {
		for _, x := range Charges(p, o) {
			if !s.Holds(x.If) {
				continue
			}
			if known = x.Fen >= 0; !known {
				break
			}
			t.Fen += x.Fen
		}
	}
	if !known {
		t.MoneyUnknown++
	}
}

// Charge is one charge of an option: Fen is -1 when no sum for a piece is known.
type Charge struct {
	*catalog.FeeItem
	If  []string
	Fen int
}

// pieces are units of which an errand takes one.
var pieces = []string{"", "证", "件", "次", "人", "本", "副", "套", "户", "张", "份", "个", "车", "辆"}

// Charges lists what an option charges.
func Charges(p *Plan, o *Option) (out []Charge) {
	if o.Fee == nil || !o.Fee.Charged {
		return nil
	}
	for i := range o.Fee.Items {
		x := &o.Fee.Items[i]
		c := Charge{FeeItem: x, If: p.when(o.If, x.When), Fen: -1}
		if slices.Contains(c.If, never) {
			continue
		}
		if x.Amount != nil && slices.Contains(pieces, x.Unit) {
			c.Fen = int(math.Round(*x.Amount * 100))
		}
		out = append(out, c)
	}
	return out
}

// entries counts what the items ask for one by one.
func (p *Plan) entries(s State) int {
	seen := map[int]bool{}
	for _, l := range p.Lines {
		for _, paper := range l.Papers {
			for _, u := range paper.Uses {
				if s.Holds(u.If) {
					seen[u.Entry] = true
				}
			}
		}
	}
	return len(seen)
}

// bag counts the lines and the papers to bring.
func (t *Totals) bag(bag []Packed) {
	t.After = len(bag)
	for _, x := range bag {
		if slices.ContainsFunc(x.Tallies, func(y Tally) bool { return y.Unknown }) {
			t.CountsUnknown++
		}
		if x.Line.Any() {
			t.Choices++
			continue
		}
		y := x.Tallies[0]
		t.Shown += y.Shown
		t.Kept += y.Kept
		t.Copies += y.Copies
	}
}
