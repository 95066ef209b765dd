package render

import "unicode/utf8"

// rungs are the classes of the print ladder. Each is a style of the one-page
// sheet: how many half-width cells a line takes and how many lines a page, as
// measured in Chromium with the style sheet's sizes. The last rung leaves out
// what the full guide says better.
var rungs = [...]struct {
	class        string
	cells, lines int
	brief        bool
}{
	{"fit-1", 96, 46, false},
	{"fit-2", 106, 52, false},
	{"fit-3", 118, 60, false},
	{"fit-4", 130, 68, false},
	{"fit-5", 130, 68, true},
}

// sheet returns the class with which the brief version of an item fits on one
// sheet of A4: the first rung whose lines suffice for its text.
func sheet(v *itemView) string {
	for _, r := range rungs {
		if lines(v, r.cells, r.brief) <= r.lines {
			return r.class
		}
	}
	return rungs[len(rungs)-1].class
}

// lines estimates how many lines the printed sheet of v takes. A brief sheet
// leaves out notes on papers and the text of steps.
func lines(v *itemView, cells int, brief bool) int {
	c := counter{cells: cells}
	c.n = 8 // title, answer strip, foot
	c.text(v.Lead)
	c.heading(len(v.Conditions)+len(v.Exclusions) > 0 || v.Scope != "")
	c.text(v.Scope)
	for _, x := range v.Conditions {
		c.text(x.When, x.Text)
	}
	for _, x := range v.Exclusions {
		c.text(x.When, x.Text)
	}
	c.papers(v.Papers, brief)
	c.heading(len(v.Steps) > 0)
	for _, x := range v.Steps {
		if brief {
			c.text(x.Name, x.Meta)
		} else {
			c.text(x.Name, x.When, x.Meta, x.Text)
		}
	}
	c.rest(v)
	return c.n
}

// counter adds up lines. n is the lines so far, cells how many half-width
// characters a line holds.
type counter struct{ n, cells int }

// text adds a paragraph made of parts.
func (c *counter) text(parts ...string) {
	w := 0
	for _, s := range parts {
		w += width(s)
	}
	if w > 0 {
		c.n += (w + 4 + c.cells - 1) / c.cells
	}
}

func (c *counter) heading(shown bool) {
	if shown {
		c.n += 2
	}
}

func (c *counter) papers(cases []paperCase, brief bool) {
	c.heading(true)
	for _, k := range cases {
		if k.When != "" {
			c.n++
		}
		for _, x := range k.Papers {
			c.paper(x, brief)
		}
	}
}

func (c *counter) paper(x paper, brief bool) {
	note := x.Note
	if brief {
		note = ""
	}
	c.text(x.Name, x.Whose, x.Counts, x.Tags, "        ")
	c.text(note)
	for _, a := range x.Any {
		c.paper(a, brief)
	}
}

func (c *counter) rest(v *itemView) {
	c.heading(v.Channels != nil)
	if v.Channels != nil {
		for _, w := range v.Channels.Windows {
			c.text(w.Note)
			c.n += 2
		}
		c.n += len(v.Channels.Online)
	}
	for _, x := range v.Charges {
		c.text(x.Name, x.Amount, x.When)
	}
	c.text(v.FeeNote)
	for range v.Results {
		c.n++
	}
	c.heading(len(v.Laws) > 0)
	c.n += (len(v.Laws) + 1) / 2
	c.n += len(v.Consult) + len(v.Complain)
}

// width is the width of s in half-width cells: Han characters and full-width
// marks, which take three bytes or more, count two.
func width(s string) int {
	n := 0
	for _, r := range s {
		if n++; utf8.RuneLen(r) > 2 {
			n++
		}
	}
	return n
}
