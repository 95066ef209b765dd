// Package booklet turns the catalogue into books: laid out once, written as a
// PDF for the screen, for the press, and as imposed sheets.
//
// A book is a list of pages in the order of reading; where an item stands is
// known before the contents and the indexes are set, so that their page numbers
// are true. It writes no file: Write takes a writer.
package booklet

import (
	"fmt"
	"strings"

	"yibentong/generator/catalog"
	"yibentong/generator/pdf"
	"yibentong/generator/phrase"
	"yibentong/generator/site"
	"yibentong/generator/theme"
	"yibentong/generator/typeset"
)

// Len is a length in thousandths of a point.
type Len = typeset.Len

// Fonts are the three faces of a book: Song for reading, Hei for what is looked up.
type Fonts struct{ Song, Hei, Bold *pdf.Font }

// Paper is the trimmed page of a book and the space around its text.
type Paper struct {
	Name                      string
	W, H                      Len
	Top, Bottom, Inner, Outer Len
}

// Papers are the sizes that a book is made in: A5 (ISO 216), 正16开
// (GB/T 788—1999, 185 × 260 mm) and A4.
var Papers = []Paper{
	{"A5", typeset.MM(148), typeset.MM(210), typeset.MM(19), typeset.MM(17), typeset.MM(18), typeset.MM(14)},
	{"16k", typeset.MM(185), typeset.MM(260), typeset.MM(22), typeset.MM(20), typeset.MM(22), typeset.MM(18)},
	{"A4", typeset.MM(210), typeset.MM(297), typeset.MM(24), typeset.MM(22), typeset.MM(25), typeset.MM(20)},
}

// Plan says which book is wanted.
type Plan struct {
	Site    *site.Site
	Theme   *theme.Theme
	Fonts   Fonts
	Paper   Paper
	Title   string
	Entries []*site.Entry // in printed order
	Whole   bool          // a whole handbook: with indexes and appendices
}

// Book is a book, laid out.
type Book struct {
	Title string
	Paper Paper
	Meta  pdf.Meta
	Pages []pdf.Page
	Root  *pdf.Tag
	Marks []*pdf.Bookmark
	At    map[catalog.ItemID]int // the page of every item, from 1

	Front, Back pdf.Page // the cover
	fonts       fonts
	signature   int     // pages
	leaf        float64 // millimetres
}

// PaperNamed returns the paper of a name, or nil.
func PaperNamed(name string) *Paper {
	for i := range Papers {
		if Papers[i].Name == name {
			return &Papers[i]
		}
	}
	return nil
}

// maker lays a book out.
type maker struct {
	Plan
	say   phrase.Words
	fonts fonts
	book  *Book
	body  *pdf.Tag
	at    map[catalog.ItemID]int
	tight int // hundredths of an em off every line, for a full sheet
	// The levels of an item's name and of the headings within, if not H2 and H3.
	top, sub string

	refs []reference
	back []*backPart

	errandAt map[*site.Errand]*placed
}

// reference is a page number that is set when the pages are known.
type reference struct {
	line *typeset.Line
	font typeset.Font
	room Len // it ends here
	to   catalog.ItemID
}

// resolve sets the page numbers of references.
func (m *maker) resolve() {
	for _, r := range m.refs {
		n, ok := m.at[r.to]
		text := "见第" + pageNumber(n) + "页"
		switch {
		case ok:
		case m.errandAt == nil || r.to.Audience() == m.audience():
			continue // a sheet alone, or an item that is not in this part of the handbook
		case r.to.Audience() == catalog.Enterprise:
			text = "见企业册"
		default:
			text = "见个人册"
		}
		*r.line = typeset.One(typeset.Run{Font: r.font, Text: text})
		for i := range r.line.Glyphs {
			r.line.Glyphs[i].X += r.room - r.line.Width
		}
	}
}

// fonts are the faces at the sizes of a book. 五号 is 10.5 pt, 小五 9 pt, 六号
// 7.875 pt (W3C CLREQ).
type fonts struct {
	body, small, tiny          typeset.Font // Song
	label, note                typeset.Font // Hei
	strong, head, title, cover typeset.Font // Hei, bold
}

func newFonts(f Fonts) fonts {
	at := func(face *pdf.Font, pt float64) typeset.Font { return typeset.Font{Face: face, Size: typeset.Pt(pt)} }
	return fonts{body: at(f.Song, 10.5), small: at(f.Song, 9), tiny: at(f.Song, 7.875), label: at(f.Hei, 9), note: at(f.Hei, 7.875),
		strong: at(f.Bold, 9), head: at(f.Bold, 10.5), title: at(f.Bold, 14), cover: at(f.Bold, 26)}
}

// Lay lays a book out. A character that a face lacks is an error that names the
// record and the words around it.
func Lay(p Plan) (*Book, error) {
	m := &maker{Plan: p, say: phrase.Words{Labels: &p.Theme.Labels}, fonts: newFonts(p.Fonts), at: map[catalog.ItemID]int{}, errandAt: map[*site.Errand]*placed{}}
	e := p.Site.Catalog.Edition
	m.book = &Book{Title: p.Title, Paper: p.Paper, At: m.at, Root: &pdf.Tag{Role: "Document"},
		Meta: pdf.Meta{Title: p.Title, Author: p.Site.Settings.Host, Subject: e.Area + "，" + e.Name, Language: "zh-CN", Created: strings.ReplaceAll(e.Date.String(), "-", "") + "000000"}}
	m.book.fonts, m.book.signature, m.book.leaf = m.fonts, p.Site.Settings.Print.Signature, p.Site.Settings.Print.Leaf
	if err := m.lacking(); err != nil {
		return nil, err
	}
	m.book.Front = m.frontCover()
	front := m.front()
	m.back = m.backParts()
	// The contents take as many pages whatever numbers stand in them.
	contents := len(m.paginate(m.contents(nil), len(front)+1, nil))
	toc := m.book.Root.Add("Sect") // read before the items, made after them
	first := len(front) + contents + 1
	if first%2 == 0 {
		first++ // the body opens on a right-hand page
	}
	m.body = m.book.Root
	body := m.items(first)
	m.resolve()
	behind := m.behind(first + len(body))
	m.add(front)
	m.add(m.paginate(m.contents(toc), len(front)+1, m.furniture("目录")))
	m.blankTo(first - 1)
	m.add(body)
	m.add(behind)
	m.book.Back = m.backCover()
	return m.book, nil
}

// add appends pages and numbers them.
func (m *maker) add(pages []pdf.Page) {
	for _, p := range pages {
		p.Label = fmt.Sprint(len(m.book.Pages) + 1)
		m.book.Pages = append(m.book.Pages, p)
	}
}

// blankTo adds empty pages until there are n.
func (m *maker) blankTo(n int) {
	for len(m.book.Pages) < n {
		m.add([]pdf.Page{{}})
	}
}

// itemTexts is everything of an item that is set.
func itemTexts(it *catalog.Item) []string {
	out := append([]string{it.Name, it.Summary, it.Scope, it.Notes}, it.Aliases...)
	out = append(out, conditionTexts(it.Conditions)...)
	out = append(out, conditionTexts(it.Exclusions)...)
	for _, u := range it.Materials {
		out = append(out, paperName(u), paperNote(u))
		for _, a := range u.AnyOf {
			out = append(out, paperName(a), paperNote(a))
		}
	}
	for _, s := range it.Steps {
		out = append(out, s.Name, s.When, s.Text)
	}
	for _, q := range it.FAQ {
		out = append(out, q.Q, q.A)
	}
	return out
}

// lacking looks for characters that the faces do not have.
func (m *maker) lacking() error {
	for _, e := range m.Entries {
		for _, text := range itemTexts(e.Item) {
			for _, face := range []*pdf.Font{m.Fonts.Song, m.Fonts.Hei, m.Fonts.Bold} {
				if r := typeset.Missing(face, text); r != 0 {
					pos := e.Word(string(r))
					return fmt.Errorf("%s:%d: 字体“%s”里没有“%c”（U+%04X），在“%s”里；改用常用字，或用 themes/handbook/fonts/make.sh 重做字体 / font %[3]s lacks %[4]c: use another character or make the fonts anew",
						pos.File, pos.Line, face.Name(), r, r, clip(text, 20))
				}
			}
		}
	}
	return nil
}

func clip(s string, n int) string {
	if rs := []rune(s); len(rs) > n {
		return string(rs[:n]) + "…"
	}
	return s
}
