package build

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"yibentong/generator/booklet"
	"yibentong/generator/catalog"
	"yibentong/generator/pdf"
	"yibentong/generator/preflight"
	"yibentong/generator/site"
	"yibentong/generator/theme"
)

// BookOptions say which books are made of a handbook, and how.
type BookOptions struct {
	Paper  string   // A5, 16k or A4; "" is the settings'
	Forms  []string // of BookForms
	Sheets int      // of a folded signature; 0 is the settings'

	// A part of the handbooks; all empty for both books whole.
	Stages, Departments, Towns, Items []string
}

// Published are the forms that an edition on the web carries.
var Published = []string{"screen", "press", "cover", "fold", "office", "ticket", "notice"}

// BookForms lists the forms that a book is made in.
var BookForms = []string{"screen", "press", "cover", "fold", "office", "ticket", "notice", "brief", "guide"}

// sheetForms are the forms that make a file for each item.
var sheetForms = map[string]struct {
	folder string
	write  func(io.Writer, booklet.Plan, *site.Entry) error
}{
	"notice": {"notices/", booklet.Notice},
	"brief":  {"briefs/", booklet.Brief},
	"guide":  {"guides/", booklet.Guide},
}

// Booklets promises every file of the books: a book is laid out when the first
// of its files is made.
func (h *Handbook) Booklets(tree fs.FS, o BookOptions) ([]site.Output, error) {
	set := h.Site.Settings.Print
	press, err := theme.LoadPress(tree, "themes/"+h.Settings.Theme, set.Condition)
	if err != nil {
		return nil, err
	}
	fonts, err := bookFonts(press)
	if err != nil {
		return nil, err
	}
	paper := booklet.PaperNamed(cmp.Or(o.Paper, set.Paper))
	if paper == nil {
		return nil, fmt.Errorf("没有“%s”这种开本 / no paper %[1]q: A5, 16k, A4", o.Paper)
	}
	for _, f := range o.Forms {
		if !slices.Contains(BookForms, f) {
			return nil, fmt.Errorf("没有“%s”这种版式 / no form %[1]q: %s", f, strings.Join(BookForms, ", "))
		}
	}
	o.Sheets = cmp.Or(o.Sheets, set.Signature/4)
	intent := &pdf.Intent{ID: set.Condition, Name: set.Condition, Profile: press.Profile}
	var out []site.Output
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
		plan := booklet.Plan{Site: h.Site, Theme: h.Theme, Fonts: fonts, Paper: *paper, Title: title, Entries: entries, Whole: whole}
		out = append(out, bookOutputs(plan, string(a)+"-", intent, o)...)
		for _, form := range o.Forms {
			if s := sheetForms[form]; s.write != nil {
				out = append(out, sheets(plan, s.folder, s.write)...)
			}
		}
	}
	return out, nil
}

// bookOutputs promises the forms of one book.
func bookOutputs(plan booklet.Plan, prefix string, intent *pdf.Intent, o BookOptions) (out []site.Output) {
	book := sync.OnceValues(func() (*booklet.Book, error) { return booklet.Lay(plan) })
	// An office prints on A4: two pages of A5 a side.
	small := book
	if plan.Paper.Name != "A5" {
		office := plan
		office.Paper = *booklet.PaperNamed("A5")
		small = sync.OnceValues(func() (*booklet.Book, error) { return booklet.Lay(office) })
	}
	of := func(book func() (*booklet.Book, error), write func(*booklet.Book, io.Writer) error) func() ([]byte, error) {
		return func() ([]byte, error) {
			b, err := book()
			if err != nil {
				return nil, err
			}
			var buf bytes.Buffer
			err = write(b, &buf)
			return buf.Bytes(), err
		}
	}
	forms := map[string]func() ([]byte, error){
		"screen": of(book, (*booklet.Book).Screen),
		"press":  of(book, func(b *booklet.Book, w io.Writer) error { return b.Press(w, intent) }),
		"cover":  of(book, func(b *booklet.Book, w io.Writer) error { return b.Cover(w, intent) }),
		"fold":   of(book, func(b *booklet.Book, w io.Writer) error { return b.Imposed(w, o.Sheets, intent) }),
		"office": of(small, func(b *booklet.Book, w io.Writer) error { return b.Office(w, o.Sheets) }),
	}
	if slices.Contains(o.Forms, "ticket") {
		// The ticket tells of the files for the press: they are made once for both.
		for _, f := range printed {
			forms[f.form] = sync.OnceValues(forms[f.form])
		}
		forms["ticket"] = of(book, func(b *booklet.Book, w io.Writer) error {
			files, err := printFiles(prefix, forms)
			if err != nil {
				return err
			}
			return b.Ticket(w, plan, files)
		})
	}
	for _, form := range o.Forms {
		if make := forms[form]; make != nil {
			out = append(out, site.Output{Path: prefix + form + ".pdf", Make: func(w io.Writer) error {
				data, err := make()
				if err != nil {
					return err
				}
				_, err = w.Write(data)
				return err
			}})
		}
	}
	return out
}

// printed are the forms that go to a print shop.
var printed = []struct{ form, what string }{{"press", "内文，单页"}, {"cover", "封面，连书脊展开"}}

// printFiles makes the files for the press and looks into them.
func printFiles(prefix string, forms map[string]func() ([]byte, error)) (out []booklet.PrintFile, err error) {
	for _, f := range printed {
		data, err := forms[f.form]()
		if err != nil {
			return nil, err
		}
		r, err := preflight.Check(data)
		if err != nil {
			return nil, err
		}
		p := booklet.PrintFile{Name: prefix + f.form + ".pdf", What: f.what, Pages: r.Pages, Bytes: len(data), SHA256: fmt.Sprintf("%x", sha256.Sum256(data)), Fonts: r.Fonts, Intent: r.Intent}
		for _, fault := range r.Findings {
			p.Faults = append(p.Faults, fault.String())
		}
		out = append(out, p)
	}
	return out, nil
}

// sheets promises a file for each item.
func sheets(p booklet.Plan, folder string, write func(io.Writer, booklet.Plan, *site.Entry) error) (out []site.Output) {
	for _, e := range p.Entries {
		out = append(out, site.Output{Path: folder + string(e.ID) + ".pdf", Make: func(w io.Writer) error { return write(w, p, e) }})
	}
	return out
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
	all = slices.DeleteFunc(slices.Clone(all), (*site.Entry).Retired)
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
