package build

import (
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"

	"yibentong/generator/booklet"
	"yibentong/generator/catalog"
	"yibentong/generator/pdf"
	"yibentong/generator/site"
	"yibentong/generator/theme"
)

// BookOptions say which books are made of a handbook, and how.
type BookOptions struct {
	Paper  string   // A5, 16k or A4
	Forms  []string // of BookForms
	Sheets int      // of a folded signature

	// A part of the handbooks; all empty for both books whole.
	Stages, Departments, Towns, Items []string
}

// BookForms lists the forms that a book is made in.
var BookForms = []string{"screen", "press", "fold", "notice"}

// Booklets lays the books out and hands every file to write, one after another.
func (h *Handbook) Booklets(tree fs.FS, o BookOptions, write func(name string, content func(io.Writer) error) error) error {
	press, err := theme.LoadPress(tree, "themes/"+h.Settings.Theme)
	if err != nil {
		return err
	}
	fonts, err := bookFonts(press)
	if err != nil {
		return err
	}
	i := slices.IndexFunc(booklet.Papers, func(p booklet.Paper) bool { return p.Name == o.Paper })
	if i < 0 {
		return fmt.Errorf("没有“%s”这种开本 / no paper %[1]q: A5, 16k, A4", o.Paper)
	}
	intent := &pdf.Intent{ID: "FOGRA39", Name: "Coated FOGRA39L (ISO 12647-2:2004)", Profile: press.Profile}
	for _, a := range []catalog.Audience{catalog.Personal, catalog.Enterprise} {
		entries, whole := o.chosen(h.Site.Audience(a))
		if len(entries) == 0 {
			continue
		}
		title := h.Catalog.Edition.Handbooks.Personal
		if a == catalog.Enterprise {
			title = h.Catalog.Edition.Handbooks.Enterprise
		}
		if !whole {
			title += "（选编）"
		}
		plan := booklet.Plan{Site: h.Site, Theme: h.Theme, Fonts: fonts, Paper: booklet.Papers[i], Title: title, Entries: entries, Whole: whole}
		book, err := booklet.Lay(plan)
		if err != nil {
			return err
		}
		for _, form := range o.Forms {
			if form == "notice" {
				if err := notices(plan, write); err != nil {
					return err
				}
				continue
			}
			make := map[string]func(io.Writer) error{
				"screen": book.Screen,
				"press":  func(w io.Writer) error { return book.Press(w, intent) },
				"fold":   func(w io.Writer) error { return book.Imposed(w, o.Sheets, intent) },
			}[form]
			if make == nil {
				return fmt.Errorf("没有“%s”这种版式 / no form %[1]q: %s", form, strings.Join(BookForms, ", "))
			}
			if err := write(string(a)+"-"+form+".pdf", make); err != nil {
				return err
			}
		}
	}
	return nil
}

// notices writes a notice sheet for each item that is offered.
func notices(p booklet.Plan, write func(name string, content func(io.Writer) error) error) error {
	for _, e := range p.Entries {
		if e.Retired() {
			continue
		}
		if err := write("notices/"+string(e.ID)+".pdf", func(w io.Writer) error { return booklet.Notice(w, p, e) }); err != nil {
			return err
		}
	}
	return nil
}

func bookFonts(p theme.Press) (f booklet.Fonts, err error) {
	for _, x := range []struct {
		into **pdf.Font
		name string
		data []byte
	}{{&f.Song, "song", p.Song}, {&f.Hei, "hei", p.Hei}, {&f.Bold, "hei-bold", p.Bold}} {
		if *x.into, err = pdf.ParseFont(x.name, x.data); err != nil {
			return f, err
		}
	}
	return f, nil
}

// chosen returns the entries that are asked for; whole when no part is.
func (o BookOptions) chosen(all []*site.Entry) (out []*site.Entry, whole bool) {
	if len(o.Stages)+len(o.Departments)+len(o.Towns)+len(o.Items) == 0 {
		return all, true
	}
	for _, e := range all {
		if o.wants(e) {
			out = append(out, e)
		}
	}
	return out, false
}

func (o BookOptions) wants(e *site.Entry) bool {
	if slices.Contains(o.Items, string(e.ID)) || slices.Contains(o.Stages, string(e.Stage.ID)) ||
		slices.Contains(o.Departments, e.Authority.Body.ID) || slices.Contains(o.Departments, e.Authority.Line.ID) {
		return true
	}
	if e.Channels == nil {
		return false
	}
	return slices.ContainsFunc(e.Channels.Windows, func(w catalog.Window) bool {
		p := w.Place.To
		return slices.ContainsFunc(o.Towns, func(town string) bool {
			return string(p.ID) == town || p.ID == "towns" || string(p.Parent.ID) == town
		})
	})
}
