package render

import (
	"html/template"
	"strings"

	"yibentong/generator/catalog"
)

// rungs are the classes of the print ladder, as 80-print.css has them: how many
// half-width cells a line takes and how many lines the sheet has below its head
// and answer. The last rungs leave out what the full guide says better.
var rungs = [...]struct {
	class        string
	cells, lines int
	brief        bool
}{
	{"fit-1", 84, 39, false},
	{"fit-2", 91, 44, false},
	{"fit-3", 100, 50, false},
	{"fit-4", 111, 56, false},
	{"fit-5", 111, 56, true},
	{"fit-6", 122, 62, true},
}

// sheet returns the class with which the brief version of an item fits on one
// sheet of A4: the first rung whose lines suffice for its text.
func sheet(v *itemView) string {
	var full, brief counter
	full.measure(v)
	for _, r := range rungs {
		c := &full
		if r.brief {
			if brief.widths == nil {
				brief.brief = true
				brief.measure(v)
			}
			c = &brief
		}
		if c.lines(r.cells) <= r.lines {
			return r.class
		}
	}
	return rungs[len(rungs)-1].class
}

// counter measures a sheet: the width of each paragraph in half-width cells,
// and the lines that are there whatever the width. A brief sheet leaves out
// notes on papers and places, and the text of steps.
type counter struct {
	widths []int
	n      int
	brief  bool
}

// lines is how many lines the sheet takes if each holds that many cells.
func (c *counter) lines(cells int) int {
	n := c.n
	for _, w := range c.widths {
		n += (w + cells - 1) / cells
	}
	return n
}

// measure goes through an item as 80-print.css prints it.
func (c *counter) measure(v *itemView) {
	c.widths = make([]int, 0, 64)
	c.text(v.Also, v.Lead, "        ", v.Lead) // the head is narrower
	c.n--
	if v.Status != nil {
		c.n += 3
	}
	c.text(plain(v.Notes))
	c.text(plain(v.Who.Body), plain(v.Who.Line), v.Who.Handler, v.Who.Clients, "                                        ")
	if width(v.Online.Note) > 24 || width(v.Where.Value) > 24 || width(v.Trips.Note) > 16 {
		c.n++ // the answer takes a line more
	}
	c.text(v.Scope)
	c.conditions(v.Conditions)
	if len(v.Exclusions) > 0 {
		c.n++
		c.conditions(v.Exclusions)
	}
	for _, k := range v.Papers {
		c.papers(k.Papers)
	}
	for _, x := range v.Steps {
		c.step(x)
	}
	c.terms(v)
	c.channels(v.Channels)
	c.ends(v)
}

// text adds a paragraph made of parts.
func (c *counter) text(parts ...string) {
	w := 0
	for _, s := range parts {
		w += width(s)
	}
	if w > 0 {
		c.widths = append(c.widths, w)
	}
}

func (c *counter) conditions(list []catalog.Condition) {
	for _, x := range list {
		c.text("    ", x.When, x.Text)
	}
}

func (c *counter) papers(list []paper) {
	for _, x := range list {
		if x.Any != nil {
			c.text(x.Name, "                ")
			c.text(x.Note)
			c.papers(x.Any)
			continue
		}
		note := x.Note
		if c.brief {
			note = ""
		}
		c.text("          ", x.Name, x.Whose, x.Counts, note)
	}
}

func (c *counter) step(x step) {
	if c.brief {
		x.Text = ""
	}
	c.text("            ", x.Name, x.When, x.Meta, x.Text)
}

// terms adds time, trips, fees and results.
func (c *counter) terms(v *itemView) {
	var words []string
	if s := v.Span; s != nil {
		words = append(words, "                                        ", s.Note)
		for _, x := range s.Special {
			words = append(words, x.Name, x.Time, x.Note, "                ")
		}
	}
	for _, x := range v.Visits {
		words = append(words, x.Reason, "            ")
	}
	c.text(append(words, " ")...)
	words = []string{v.Fee.Value, v.FeeNote, "    "}
	for _, x := range v.Charges {
		words = append(words, x.Name, x.Amount, x.When, x.Reduction, "            ")
	}
	c.text(words...)
	for _, x := range v.Results {
		c.text(x.Name, x.Valid, x.Delivery, "            ")
	}
}

func (c *counter) channels(v *channelView) {
	if v == nil {
		c.n++
		return
	}
	for _, w := range v.Windows {
		note := w.Note
		if c.brief {
			note = ""
		}
		c.text(plain(w.Place), w.Window, note, "        ")
	}
	var words []string
	for _, o := range v.Online {
		words = append(words, o.Name, o.Kind, o.Obtain, o.Note, "        ")
	}
	c.text(words...)
	c.text(v.Terminal, v.Post, "                    ")
}

// ends adds laws, phones and the foot.
func (c *counter) ends(v *itemView) {
	var words []string
	for _, x := range v.Laws {
		words = append(words, plain(x.Law), x.Articles, "    ")
	}
	c.text(append(words, " ")...)
	words = nil
	for _, x := range append(v.Consult[:len(v.Consult):len(v.Consult)], v.Complain...) {
		words = append(words, plain(x.Hotline), x.Number, x.Note, "        ")
	}
	c.text(words...)
	c.n += 2
}

// plain is the text of a fragment: what stands between its tags.
func plain(html template.HTML) string {
	var b strings.Builder
	for s := string(html); s != ""; {
		text, rest, _ := strings.Cut(s, "<")
		b.WriteString(text)
		_, s, _ = strings.Cut(rest, ">")
	}
	return b.String()
}

// width is the width of s in half-width cells: Han characters and full-width
// marks, which take three bytes, count two.
func width(s string) int {
	n := 0
	for _, r := range s {
		if n++; r > 0x7ff {
			n++
		}
	}
	return n
}
