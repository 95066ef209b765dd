package export

import (
	"yibentong/generator/catalog"
	"yibentong/generator/site"
)

// An entry of a registry stands in an item with its id, its name and what else
// a reader of the item needs of it.

func stage(e *encoder, r *catalog.Ref[catalog.Stage]) {
	if s := r.To; s != nil {
		e.text("id", string(s.ID))
		e.text("name", s.Name)
	}
}

func topic(e *encoder, r *catalog.Ref[catalog.Topic]) {
	if t := r.To; t != nil {
		e.text("id", string(t.ID))
		e.text("code", t.Code)
		e.text("name", t.Name)
	}
}

func department(e *encoder, r *catalog.Ref[catalog.Department]) {
	if d := r.To; d != nil {
		e.text("id", string(d.ID))
		e.text("name", d.Name)
	}
}

// body is a department that acts, with how to reach it.
func body(e *encoder, d *catalog.Department) {
	e.text("id", string(d.ID))
	e.text("name", d.Name)
	e.text("short", d.Short)
	e.text("uscc", d.USCC)
	e.text("phone", d.Phone)
	registered(e, "hotline", d.Hotline.To, hotline)
}

func place(e *encoder, p *catalog.Place) {
	e.text("id", string(p.ID))
	e.text("name", p.Name)
	e.text("kind", string(p.Kind))
	e.text("division", p.Division)
	e.text("address", p.Address)
	e.text("directions", p.Directions)
	e.text("phone", p.Phone)
	one(e, "hours", p.Hours, hours)
	e.decimal("lon", p.Lon)
	e.decimal("lat", p.Lat)
}

func hours(e *encoder, h *catalog.Hours) {
	e.text("regular", h.Regular)
	e.text("extended", h.Extended)
	e.text("booked", h.Booked)
	e.text("note", h.Note)
}

func channel(e *encoder, c *catalog.Channel) {
	e.text("id", string(c.ID))
	e.text("name", c.Name)
	e.text("kind", string(c.Kind))
	e.text("url", c.URL)
	e.text("obtain", c.Obtain)
}

func hotline(e *encoder, h *catalog.Hotline) {
	e.text("id", string(h.ID))
	e.text("name", h.Name)
	e.text("number", h.Number)
	e.text("purpose", h.Purpose)
	e.text("hours", h.Hours)
	if m := h.MergedInto.To; m != nil {
		e.object("merged_into", func() {
			e.text("id", string(m.ID))
			e.text("name", m.Name)
			e.text("number", m.Number)
		})
	}
}

// other is another item.
func other(e *encoder, r *catalog.Ref[catalog.Item]) {
	if it := r.To; it != nil {
		e.text("id", string(it.ID))
		e.text("name", it.Name)
		e.link("url", site.ItemPath(it.ID))
	}
}
