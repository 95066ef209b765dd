package render

import (
	"fmt"
	"html/template"
	"strings"

	"yibentong/generator/catalog"
	"yibentong/generator/markdown"
	"yibentong/generator/site"
)

// fragments are pieces of pages that many pages show alike, printed once.
type fragments struct {
	rows      map[*site.Entry]template.HTML // an item's line in lists
	crumbs    map[*catalog.Stage]template.HTML
	places    map[*catalog.Place]template.HTML
	laws      map[*catalog.Law]template.HTML
	papers    map[*catalog.Material]template.HTML // tick box and name
	materials map[*catalog.Material]template.HTML // where to get it
	bodies    map[*catalog.Department]template.HTML
	hotlines  map[*catalog.Hotline]template.HTML
	rights    map[catalog.ItemType]template.HTML
}

func (p *printer) prepareFragments() error {
	for _, prepare := range []func() error{p.prepareRows, p.prepareCrumbs, p.preparePlaces, p.prepareLinks, p.prepareRights} {
		if err := prepare(); err != nil {
			return fmt.Errorf("preparing shared pieces: %w", err)
		}
	}
	return nil
}

// row is an item's line in a list.
type row struct {
	Path, ID, Name, Status, Facts string
}

func (p *printer) prepareRows() (err error) {
	p.parts.rows = make(map[*site.Entry]template.HTML, len(p.site.Entries))
	for _, e := range p.site.Entries {
		if p.parts.rows[e], err = p.fragment("row", p.row(e)); err != nil {
			return err
		}
	}
	return nil
}

func (p *printer) row(e *site.Entry) row {
	r := row{Path: e.Path, ID: string(e.ID), Name: e.Name}
	if e.Retired() {
		r.Status = string(e.Status.State)
	}
	facts := []string{e.Authority.Body.To.Short}
	if x := p.say.Duration(e.Time); x.Value != "" {
		facts = append(facts, x.Value)
	}
	if x := p.say.Cost(e.Fee); x.Value != "" {
		facts = append(facts, x.Value)
	}
	if e.Channels != nil && len(e.Channels.Online) > 0 {
		facts = append(facts, p.words.Facts.OnlineTag)
	}
	r.Facts = strings.Join(facts, p.words.Dot)
	return r
}

// crumbs lead from home to a stage.
type crumbs struct{ Audience, Stage link }

func (p *printer) prepareCrumbs() (err error) {
	p.parts.crumbs = map[*catalog.Stage]template.HTML{}
	for _, s := range p.site.Stages {
		v := crumbs{p.audienceLink(s.Of.Audience), link{s.Path, s.Of.Name}}
		if p.parts.crumbs[s.Of], err = p.fragment("crumbs", v); err != nil {
			return err
		}
	}
	return nil
}

func (p *printer) audienceLink(a catalog.Audience) link {
	return link{site.AudiencePath(a), p.column(a).Name}
}

func (p *printer) preparePlaces() (err error) {
	p.parts.places = map[*catalog.Place]template.HTML{}
	for _, s := range p.site.Places {
		v := struct {
			*catalog.Place
			Path    string
			Unknown template.HTML
		}{s.Of, s.Path, p.shell.unknown}
		if p.parts.places[s.Of], err = p.fragment("place-card", v); err != nil {
			return err
		}
	}
	return nil
}

// prepareLinks prints the names that lead to reference pages.
func (p *printer) prepareLinks() (err error) {
	f := &p.parts
	f.laws = map[*catalog.Law]template.HTML{}
	f.papers, f.materials = map[*catalog.Material]template.HTML{}, map[*catalog.Material]template.HTML{}
	f.bodies, f.hotlines = map[*catalog.Department]template.HTML{}, map[*catalog.Hotline]template.HTML{}
	for _, s := range p.site.Laws {
		if f.laws[s.Of], err = p.fragment("law-link", s); err != nil {
			return err
		}
	}
	for _, s := range p.site.Materials {
		if f.papers[s.Of], err = p.fragment("paper-head", s.Of.Name); err != nil {
			return err
		}
		if f.materials[s.Of], err = p.fragment("material-link", p.materialLink(s.Of, "", "", nil)); err != nil {
			return err
		}
	}
	for _, s := range p.site.Departments {
		if f.bodies[s.Of], err = p.fragment("link", link{s.Path, s.Of.Name}); err != nil {
			return err
		}
	}
	for _, h := range p.site.Catalog.Hotlines {
		if f.hotlines[h], err = p.fragment("hotline", h); err != nil {
			return err
		}
	}
	return nil
}

// rights is what may be done against the decisions of one kind of item.
type rights struct {
	Text template.HTML
	Laws []citation
}

func (p *printer) prepareRights() error {
	p.parts.rights = map[catalog.ItemType]template.HTML{}
	for _, r := range p.site.Catalog.Edition.Rights {
		html, err := p.fragment("rights", rights{template.HTML(markdown.HTML(r.Text)), p.citations(r.Laws)})
		if err != nil {
			return err
		}
		for _, t := range r.Types {
			p.parts.rights[t] += html
		}
	}
	return nil
}
