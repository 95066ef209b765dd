package render

import (
	"html/template"

	"yibentong/generator/catalog"
	"yibentong/generator/site"
)

// stageAbout is what the page of a stage shows besides its items.
type stageAbout struct {
	*catalog.Stage
	Prev, Next *link
	Errands    []link
}

// shelves promises the pages of stages, topics and departments.
func (p *printer) shelves() (out []site.Output) {
	c := &p.words.Columns
	for i, s := range p.site.Stages {
		about := stageAbout{s.Of, p.stageLink(i - 1), p.stageLink(i + 1), p.errandLinks(s.Errands)}
		up := []link{p.audienceLink(s.Of.Audience)}
		out = append(out, p.shelf("stage", s.Path, named(c.Stage, s.Of.Name), s.Of.Name, s.Entries, s.Also, up, "c-"+s.Of.Color, about)...)
	}
	for _, s := range p.site.Topics {
		up := []link{{site.TopicsPath, c.Topics.Name}}
		full := s.Of.Name + "（" + p.column(s.Of.Audience).Name + "）"
		out = append(out, p.shelf("topic", s.Path, named(c.Topic, full), s.Of.Name, s.Entries, s.Also, up, "", s.Of)...)
	}
	for _, s := range p.site.Departments {
		up := []link{{site.DepartmentsPath, c.Departments.Name}}
		out = append(out, p.shelf("department", s.Path, named(c.Department, s.Of.Name), s.Of.Name, s.Entries, s.Also, up, "", p.departmentAbout(s.Of))...)
	}
	return out
}

// stageLink leads to a stage of the same handbook as its neighbour; nil beyond the ends.
func (p *printer) stageLink(i int) *link {
	if i < 0 || i >= len(p.site.Stages) {
		return nil
	}
	s := p.site.Stages[i]
	return &link{s.Path, s.Of.Name}
}

// departmentAbout is what is known of a department.
type departmentAbout struct {
	*catalog.Department
	Hotline        template.HTML
	ParentLink     template.HTML
	SuccessorLink  template.HTML
	FromDay, ToDay string
	UnknownPhone   bool
}

func (p *printer) departmentAbout(d *catalog.Department) departmentAbout {
	return departmentAbout{d, p.parts.hotlines[d.Hotline.To], p.parts.bodies[d.Parent.To], p.parts.bodies[d.Successor.To],
		d.From.Chinese(), d.Until.Chinese(), d.Phone == "" && !d.Hotline.Ok()}
}
