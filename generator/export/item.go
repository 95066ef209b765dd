package export

import (
	"io"

	"yibentong/generator/catalog"
	"yibentong/generator/site"
)

func (x *exporter) writeItem(w io.Writer, it *catalog.Item) error {
	return x.lend(w, func(e *encoder) {
		e.item(&x.catalog.Edition, it)
		e.b = append(e.b, '\n')
	})
}

// item writes all that is known of an item, in the order of the guide.
func (e *encoder) item(ed *catalog.Edition, it *catalog.Item) {
	e.object("", func() {
		e.link("$schema", SchemaPath)
		e.identity(it)
		e.object("authority", func() { authority(e, &it.Authority) })
		e.text("scope", it.Scope)
		list(e, "conditions", it.Conditions, condition)
		list(e, "exclusions", it.Exclusions, condition)
		e.text("quota", it.Quota)
		list(e, "materials", it.Materials, required)
		e.yes("no_materials", it.NoMaterials)
		list(e, "steps", it.Steps, step)
		one(e, "time", it.Time, limit)
		list(e, "trips", it.Trips, trip)
		one(e, "fee", it.Fee, fee)
		list(e, "results", it.Results, result)
		one(e, "channels", it.Channels, channels)
		list(e, "laws", it.Laws, citation)
		e.object("rights", func() { e.rights(ed.Rights, it) })
		one(e, "contact", it.Contact, contact)
		e.text("notes", it.Notes)
		list(e, "faq", it.FAQ, question)
		list(e, "requires", it.Requires, other)
		list(e, "related", it.Related, other)
		e.truth(it)
		e.object("edition", func() { e.edition(ed) })
	})
}

func (e *encoder) identity(it *catalog.Item) {
	e.text("id", string(it.ID))
	e.text("name", it.Name)
	words(e, "aliases", it.Aliases)
	e.text("summary", it.Summary)
	e.link("url", site.ItemPath(it.ID))
	e.audience(it.ID.Audience())
	one(e, "stage", &it.Stage, stage)
	list(e, "also_stages", it.AlsoStages, stage)
	list(e, "clients", it.Clients, client)
	list(e, "topics", it.Topics, topic)
	e.coded("type", typeCodes[it.Type], string(it.Type))
	e.text("code", it.Code)
	one(e, "parent", &it.Parent, other)
	e.text("variant", it.Variant)
	if it.Popularity > 0 {
		e.number("popularity", it.Popularity)
	}
	e.object("status", func() {
		e.text("state", state(it))
		if s := it.Status; s != nil {
			e.text("reason", s.Reason)
			e.date("since", s.Since)
			e.date("until", s.Until)
			one(e, "successor", &s.Successor, other)
		}
	})
}

// state is 在用 unless the record says otherwise.
func state(it *catalog.Item) string {
	if it.Status == nil {
		return "在用"
	}
	return string(it.Status.State)
}

func authority(e *encoder, a *catalog.Authority) {
	registered(e, "body", a.Body.To, body)
	registered(e, "line", a.Line.To, body)
	list(e, "joint", a.Joint, department)
	e.text("handler", a.Handler)
	e.coded("level", levelCodes[a.Level], string(a.Level))
}

func condition(e *encoder, c *catalog.Condition) {
	e.text("text", c.Text)
	e.text("when", c.When)
}

func question(e *encoder, q *catalog.Question) {
	e.text("q", q.Q)
	e.text("a", q.A)
}

// truth says where the record comes from and how sure it is.
func (e *encoder) truth(it *catalog.Item) {
	list(e, "sources", it.Sources, from)
	one(e, "checked", it.Checked, checked)
	e.date("review_by", it.ReviewBy)
	one(e, "review", it.Review, func(e *encoder, r *catalog.Review) {
		one(e, "first", r.First, checked)
		one(e, "second", r.Second, checked)
		one(e, "final", r.Final, checked)
	})
	list(e, "changes", it.Changes, changeOf)
	e.date("updated", updated(it))
}

func from(e *encoder, s *catalog.Source) {
	e.text("what", s.What)
	e.text("where", s.Where)
	e.date("read", s.Read)
}

func changeOf(e *encoder, c *catalog.Change) {
	e.date("on", c.On)
	e.text("what", c.What)
}

func checked(e *encoder, c *catalog.Check) {
	one(e, "by", &c.By, department)
	e.date("on", c.On)
}

// updated is the day of the latest change.
func updated(it *catalog.Item) catalog.Date {
	if len(it.Changes) == 0 {
		return catalog.Date{}
	}
	return it.Changes[0].On
}

func (e *encoder) edition(ed *catalog.Edition) {
	e.text("name", ed.Name)
	e.date("date", ed.Date)
	e.text("area", ed.Area)
	e.text("division", ed.Division)
}
