package export

import (
	"cmp"

	"yibentong/generator/catalog"
	"yibentong/generator/site"
)

// required is a paper of the item's list: necessary, unless the record says
// otherwise. alternative is one of several papers that will do.
func required(e *encoder, u *catalog.MaterialUse)    { e.paper(u, "必要") }
func alternative(e *encoder, u *catalog.MaterialUse) { e.paper(u, "") }

// paper joins what the item asks with what the registry knows of the paper.
func (e *encoder) paper(u *catalog.MaterialUse, necessity string) {
	m := u.Material.To
	if m != nil {
		e.text("id", string(m.ID))
		e.text("name", m.Name)
	}
	e.text("label", u.Label)
	list(e, "any_of", u.AnyOf, alternative)
	e.text("whose", u.Whose)
	e.count("shown", u.Shown)
	e.count("kept", u.Kept)
	e.count("copies", u.Copies)
	e.text("form", string(u.Form))
	e.text("necessity", cmp.Or(string(u.Necessity), necessity))
	e.text("when", u.When)
	e.text("note", u.Note)
	if m == nil {
		m = &catalog.Material{}
	}
	e.file("blank_form", u.BlankForm, m.BlankForm)
	e.file("sample_form", u.SampleForm, m.SampleForm)
	if u.Material.Ok() {
		shared(e, m, material)
	}
}

// material is what the registry knows of a paper.
func material(e *encoder, m *catalog.Material) {
	e.text("kind", string(m.Kind))
	e.text("from", string(m.From))
	e.text("issuer", m.Issuer)
	e.text("obtain", m.Obtain)
	one(e, "produced_by", &m.ProducedBy, other)
	e.yes("electronic", m.Electronic)
}

// file writes the address of a form: the item's own, else the registry's.
func (e *encoder) file(k, own, general string) {
	if name := cmp.Or(own, general); name != "" {
		e.link(k, site.FilePath(name))
	}
}

func step(e *encoder, s *catalog.Step) {
	e.text("name", s.Name)
	e.text("actor", s.Actor)
	words(e, "channels", s.Channels)
	e.span("time", s.Time)
	e.text("text", s.Text)
	e.text("when", s.When)
}

// span writes a length of time as value and unit. There is no ISO 8601 form
// beside them: it has no working days, and P5D would be read as calendar days.
func (e *encoder) span(k string, s catalog.Span) {
	if !s.Ok() {
		return
	}
	e.object(k, func() {
		e.number("value", s.Value)
		e.text("unit", s.Unit)
		e.text("text", s.String())
	})
}

func limit(e *encoder, t *catalog.Time) {
	limits(e, t)
	e.text("note", t.Note)
	list(e, "special", t.Special, func(e *encoder, s *catalog.Special) {
		e.text("name", s.Name)
		e.span("time", s.Time)
		e.yes("counted", s.Counted)
		e.text("note", s.Note)
	})
}

// limits are the time limits alone.
func limits(e *encoder, t *catalog.Time) {
	e.coded("kind", kindCodes[t.Kind], string(t.Kind))
	e.span("statutory", t.Statutory)
	e.span("promised", t.Promised)
}

func trip(e *encoder, t *catalog.Trip) {
	e.text("channel", string(t.Channel))
	e.number("count", t.Count)
	e.text("reason", t.Reason)
}

func fee(e *encoder, f *catalog.Fee) {
	e.flag("charged", f.Charged)
	list(e, "items", f.Items, func(e *encoder, i *catalog.FeeItem) {
		e.text("name", i.Name)
		e.decimal("amount", i.Amount)
		e.text("unit", i.Unit)
		e.text("standard", i.Standard)
		e.text("basis", i.Basis)
		e.text("reduction", i.Reduction)
		e.text("when", i.When)
	})
	if f.OnlinePayment != nil {
		e.flag("online_payment", *f.OnlinePayment)
	}
	e.text("note", f.Note)
}

func result(e *encoder, r *catalog.Result) {
	e.text("name", r.Name)
	e.text("kind", string(r.Kind))
	if m := r.Material.To; m != nil {
		e.object("material", func() {
			e.text("id", string(m.ID))
			e.text("name", m.Name)
		})
	}
	e.text("valid", r.Valid)
	words(e, "delivery", r.Delivery)
	e.file("sample", r.Sample, "")
}

func channels(e *encoder, c *catalog.Channels) {
	list(e, "windows", c.Windows, func(e *encoder, w *catalog.Window) {
		registered(e, "place", w.Place.To, place)
		e.text("window", w.Window)
		e.text("note", w.Note)
	})
	list(e, "online", c.Online, func(e *encoder, o *catalog.Online) {
		registered(e, "channel", o.Channel.To, channel)
		e.text("url", o.URL)
		e.text("note", o.Note)
	})
	e.text("terminal", c.Terminal)
	e.text("post", c.Post)
	e.text("range", string(c.Range))
	one(e, "booking", c.Booking, func(e *encoder, b *catalog.Booking) {
		e.text("url", b.URL)
		e.text("phone", b.Phone)
		e.text("note", b.Note)
	})
}
