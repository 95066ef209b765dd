package render

import (
	"html/template"
	"strings"

	"yibentong/generator/catalog"
	"yibentong/generator/site"
)

// references promises the pages of places, laws and papers.
func (p *printer) references() (out []site.Output) {
	c := &p.words.Columns
	for _, s := range p.site.Places {
		up := []link{{site.PlacesPath, c.Places.Name}}
		if s.Parent != nil {
			up = append(up, link{s.Parent.Path, s.Parent.Of.Name})
		}
		out = append(out, p.shelf("place", s.Path, named(c.Place, s.Of.Name), s.Of.Name, s.Entries, nil, up, "", p.placeAbout(s))...)
	}
	for _, s := range p.site.Laws {
		out = append(out, p.law(s)...)
	}
	for _, s := range p.site.Materials {
		up := []link{{site.MaterialsPath, c.Materials.Name}}
		out = append(out, p.shelf("material", s.Path, named(c.Material, s.Of.Name), s.Of.Name, s.Entries, nil, up, "", p.materialAbout(s))...)
	}
	return out
}

// placeAbout is what is known of a place.
type placeAbout struct {
	Card     template.HTML
	Parent   *link
	Above    int // how many items are done at the general place above it
	Children []link
	Villages []string
}

func (p *printer) placeAbout(s *site.PlaceShelf) placeAbout {
	v := placeAbout{Card: p.parts.places[s.Of]}
	if s.Parent != nil {
		v.Parent, v.Above = &link{s.Parent.Path, s.Parent.Of.Name}, len(s.Parent.Entries)
	}
	for _, c := range s.Children {
		v.Children = append(v.Children, link{c.Path, c.Of.Name})
	}
	for _, x := range s.Villages {
		v.Villages = append(v.Villages, x.Name)
	}
	return v
}

// materialAbout is what is known of a paper.
type materialAbout struct {
	*catalog.Material
	Also          string
	Blank, Sample string
	Producers     []link
}

func (p *printer) materialAbout(s *site.MaterialShelf) materialAbout {
	v := materialAbout{Material: s.Of, Also: strings.Join(s.Of.Aliases, p.words.Join), Blank: file(s.Of.BlankForm), Sample: file(s.Of.SampleForm)}
	for _, e := range s.Producers {
		v.Producers = append(v.Producers, link{e.Path, e.Name})
	}
	return v
}

// lawView is a page of a law: who cites which article.
type lawView struct {
	Page     page
	Crumbs   []link
	Title    string
	Law      *catalog.Law
	Days     lawDays
	Replaced template.HTML
	Count    int
	Cites    []cite
	Pager    *pager
}

// lawDays are the dates of a law; what is not known is empty.
type lawDays struct{ Issued, Revised, InForce, Repealed string }

type cite struct {
	Path, Name, Articles, Note string
}

func (p *printer) law(s *site.LawShelf) (out []site.Output) {
	c := &p.words.Columns
	parts := site.Parts(s.Path, len(s.Cites))
	for i, part := range parts {
		out = append(out, p.output(part.Path, "law", func() (any, error) {
			x := s.Of
			v := lawView{Page: p.page(part.Path, p.part(named(c.LawPage, x.Title), part.Number)), Crumbs: []link{{site.LawsPath, c.Laws.Name}},
				Title: x.Title, Law: x, Days: lawDays{x.Issued.Chinese(), x.Revised.Chinese(), x.InForce.Chinese(), x.Repealed.Chinese()},
				Replaced: p.parts.laws[x.ReplacedBy.To], Count: len(s.Cites), Pager: newPager(parts, i)}
			for _, k := range s.Cites[part.From:part.To] {
				v.Cites = append(v.Cites, cite{k.Entry.Path, k.Entry.Name, p.say.Articles(k.Articles), k.Note})
			}
			return v, nil
		}))
	}
	return out
}
