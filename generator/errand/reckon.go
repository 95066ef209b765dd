package errand

// Sum is what an errand takes in one state.
type Sum struct {
	Bag    []Packed // what to bring
	Inside []Packed // what a step hands out for a later one
	Totals
}

// Packed is a line of the bag with its counts, a Tally for each of its papers.
type Packed struct {
	Line    *Line
	Tallies []Tally
}

// Tally is how many of a paper are wanted. Originals that are only shown are the most that
// any step wants to see of each person; what is handed in is added up.
type Tally struct {
	Paper               *Paper
	Shown, Kept, Copies int
	Unknown             bool   // some use does not say how many
	Uses                []*Use // those that hold
}

// Reckon adds up what the errand takes when the tokens of s hold. Use State to make s.
func (p *Plan) Reckon(s State) Sum {
	var sum Sum
	for _, l := range p.Lines {
		if x, ok := pack(l, s, false); ok {
			sum.Bag = append(sum.Bag, x)
		}
		if x, ok := pack(l, s, true); ok {
			sum.Inside = append(sum.Inside, x)
		}
	}
	sum.Totals = p.totals(s, sum.Bag)
	return sum
}

// Inside tells whether an earlier step hands out what the use asks for, or an alternative
// to it.
func (u *Use) Inside(s State) bool { return s.given(u.From) }

// Given tells whether an earlier step hands out this very paper.
func (u *Use) Given(s State) bool { return s.given(u.Own) }

func (s State) given(from []Origin) bool {
	for _, f := range from {
		if s.Holds(f.Option.If) {
			return true
		}
	}
	return false
}

// pack counts those uses of a line that hold and are handed out in the errand, or are to
// be brought.
func pack(l *Line, s State, inside bool) (x Packed, ok bool) {
	x.Line = l
	for _, paper := range l.Papers {
		if t := tally(paper, s, inside); len(t.Uses) > 0 {
			x.Tallies = append(x.Tallies, t)
		}
	}
	return x, len(x.Tallies) > 0
}

// Count counts a paper to bring; ok is false when there is none.
func Count(paper *Paper, s State) (t Tally, ok bool) {
	t = tally(paper, s, false)
	return t, len(t.Uses) > 0
}

func tally(paper *Paper, s State, inside bool) Tally {
	t := Tally{Paper: paper}
	for _, u := range paper.Uses {
		if s.Holds(u.If) && (inside && u.Given(s) || !inside && !u.Inside(s)) {
			t.Uses = append(t.Uses, u)
		}
	}
	t.count()
	return t
}

func (t *Tally) count() {
	shown := map[string]int{}
	for _, u := range t.Uses {
		if u.Shown == nil && u.Kept == nil && u.Copies == nil {
			t.Unknown = true
		}
		if u.Shown != nil {
			shown[u.People] = max(shown[u.People], *u.Shown)
		}
		if u.Kept != nil {
			t.Kept += *u.Kept
		}
		if u.Copies != nil {
			t.Copies += *u.Copies
		}
	}
	for _, n := range shown {
		t.Shown += n
	}
}
