package export

import (
	"slices"

	"yibentong/generator/catalog"
)

func citation(e *encoder, c *catalog.Citation) {
	if l := c.Law.To; l != nil {
		shared(e, l, law)
	}
	list(e, "articles", c.Articles, func(e *encoder, a *catalog.Article) {
		e.text("number", a.Key())
		e.text("text", a.String())
	})
	e.text("note", c.Note)
}

func law(e *encoder, l *catalog.Law) {
	e.text("id", string(l.ID))
	e.text("title", l.Title)
	e.text("rank", string(l.Rank))
	e.text("number", l.Number)
	e.text("issuer", l.Issuer)
	e.date("in_force", l.InForce)
	e.date("repealed", l.Repealed)
}

// rights are the item's own, and the general ones of items of its type.
func (e *encoder) rights(general []catalog.Rights, it *catalog.Item) {
	e.text("own", it.Rights)
	e.array("general", func() {
		for _, r := range general {
			if !slices.Contains(r.Types, it.Type) {
				continue
			}
			e.object("", func() {
				e.text("text", r.Text)
				list(e, "laws", r.Laws, citation)
			})
		}
	})
}

func contact(e *encoder, c *catalog.Contact) {
	list(e, "consult", c.Consult, phone)
	list(e, "complain", c.Complain, phone)
}

func phone(e *encoder, p *catalog.Phone) {
	e.text("number", number(p))
	registered(e, "hotline", p.Hotline.To, hotline)
	e.text("note", p.Note)
}

// number is what to dial.
func number(p *catalog.Phone) string {
	if h := p.Hotline.To; h != nil {
		return h.Number
	}
	return p.Number
}
