package pdf

import (
	"fmt"
	"strings"

	library "github.com/boxesandglue/baseline-pdf"
)

// structure gathers which tags hold which marked content, page by page.
type structure struct {
	pages   []*library.Page
	parents [][]*Tag // page by page, content by content
	links   []linked
}

type markedContent struct {
	page *library.Page
	id   int
}

// linked is an annotation and the tag that holds it.
type linked struct {
	tag    *Tag
	object library.Objectnumber
	page   *library.Page
}

func (s *structure) begin(_ int, page *library.Page) {
	s.pages = append(s.pages, page)
	s.parents = append(s.parents, nil)
}

// key is the page's number in the parent tree.
func (s *structure) key(page *library.Page) string {
	for i, p := range s.pages {
		if p == page {
			return fmt.Sprint(i)
		}
	}
	return "0"
}

// mark opens marked content for a tag; what has none is an artifact.
func (s *structure) mark(t *Tag) string {
	if t == nil {
		return "/Artifact BMC\n"
	}
	last := len(s.parents) - 1
	id := len(s.parents[last])
	s.parents[last] = append(s.parents[last], t)
	t.content = append(t.content, markedContent{s.pages[last], id})
	return fmt.Sprintf("/%s <</MCID %d>> BDC\n", t.Role, id)
}

// link writes an annotation; only files for the screen have them.
func (w *writer) link(page *library.Page, m *Mark) {
	if !w.form.Screen {
		return
	}
	object := w.lib.NextObject()
	l := m.Link
	action := fmt.Sprintf("<</S /GoTo /D %s>>", library.Serialize(library.String(l.To)))
	if l.Address != "" {
		action = fmt.Sprintf("<</S /URI /URI %s>>", library.Serialize(library.String(l.Address)))
	}
	y := w.form.H + w.edge() - m.Y
	page.Annotations = append(page.Annotations, library.Annotation{
		Subtype: "Link", Action: action, Objectnumber: object,
		Rect:       [4]float64{points(m.X + w.edge()), points(y - l.H), points(m.X + l.W + w.edge()), points(y)},
		Dictionary: library.Dict{"F": "4", "Border": "[0 0 0]", "Contents": library.Serialize(library.String(l.Says)), "StructParent": fmt.Sprint(linkKeys + len(w.tree.links))},
	})
	w.tree.links = append(w.tree.links, linked{m.Tag, object, page})
	if m.Tag != nil {
		m.Tag.content = append(m.Tag.content, w.tree.links[len(w.tree.links)-1])
	}
}

// linkKeys is where the numbers of annotations begin in the parent tree, beyond
// those of pages.
const linkKeys = 100_000

// save writes the structure tree and returns its root.
func (w *writer) saveTree(root *Tag) (library.Objectnumber, error) {
	top := w.lib.NextObject()
	count(w.lib, root)
	var nums strings.Builder
	for i, tags := range w.tree.parents {
		if len(tags) == 0 {
			continue
		}
		fmt.Fprintf(&nums, "%d [", i)
		for _, t := range tags {
			fmt.Fprintf(&nums, "%d 0 R ", t.object)
		}
		nums.WriteString("]\n")
	}
	for i, l := range w.tree.links {
		if l.tag != nil {
			fmt.Fprintf(&nums, "%d %d 0 R\n", linkKeys+i, l.tag.object)
		}
	}
	parents := w.lib.NewObject()
	parents.Dictionary = library.Dict{"Nums": "[" + nums.String() + "]"}
	if err := parents.Save(); err != nil {
		return 0, err
	}
	o := w.lib.NewObjectWithNumber(top)
	o.Dictionary = library.Dict{"Type": "/StructTreeRoot", "K": library.Objectnumber(root.object).Ref(), "ParentTree": parents.ObjectNumber.Ref(),
		"ParentTreeNextKey": fmt.Sprint(linkKeys + len(w.tree.links))}
	if err := o.Save(); err != nil {
		return 0, err
	}
	return top, w.saveTag(root, top)
}

// forget makes tags ready to be written once more.
func forget(t *Tag) {
	if t == nil {
		return
	}
	t.content = nil
	for _, k := range t.Kids {
		forget(k)
	}
}

func count(lib *library.PDF, t *Tag) {
	t.object = int(lib.NextObject())
	for _, k := range t.Kids {
		count(lib, k)
	}
}

func (w *writer) saveTag(t *Tag, parent library.Objectnumber) error {
	d := library.Dict{"Type": "/StructElem", "S": "/" + t.Role, "P": parent.Ref()}
	var kids strings.Builder
	for _, c := range t.content {
		switch c := c.(type) {
		case markedContent:
			fmt.Fprintf(&kids, "<</Type /MCR /Pg %s /MCID %d>> ", c.page.Objnum.Ref(), c.id)
		case linked:
			fmt.Fprintf(&kids, "<</Type /OBJR /Pg %s /Obj %s>> ", c.page.Objnum.Ref(), c.object.Ref())
		}
	}
	for _, k := range t.Kids {
		kids.WriteString(library.Objectnumber(k.object).Ref() + " ")
	}
	d["K"] = "[" + kids.String() + "]"
	if t.Alt != "" {
		d["Alt"] = library.Serialize(library.String(t.Alt))
	}
	switch {
	case t.Scope != "":
		d["A"] = "<</O /Table /Scope /" + t.Scope + ">>"
	case t.Role == "L":
		d["A"] = "<</O /List /ListNumbering /Decimal>>"
	case t.Role == "Figure":
		d["A"] = "<</O /Layout /Placement /Block>>"
	}
	o := w.lib.NewObjectWithNumber(library.Objectnumber(t.object))
	o.Dictionary = d
	if err := o.Save(); err != nil {
		return err
	}
	for _, k := range t.Kids {
		if err := w.saveTag(k, library.Objectnumber(t.object)); err != nil {
			return err
		}
	}
	return nil
}
