package check

import "yibentong/generator/catalog"

// eachText calls f for every text of an item, with its place and the kind of
// text it is. A test compares this list with the fields of the Go types, so
// that no new field escapes the rules.
func eachText(it *catalog.Item, f func(at spot, text string, k kind)) {
	top := func(key, text string, k kind) { f(spot{key: key, i: -1, j: -1}, text, k) }
	top("name", it.Name, plain)
	for i, a := range it.Aliases {
		f(spot{key: "aliases", i: i, j: -1}, a, plain)
	}
	top("summary", it.Summary, plain)
	top("variant", it.Variant, plain)
	if it.Status != nil {
		f(spot{key: "status", i: -1, sub: "reason", j: -1}, it.Status.Reason, plain)
	}
	f(spot{key: "authority", i: -1, sub: "handler", j: -1}, it.Authority.Handler, plain)
	top("scope", it.Scope, strict)
	for i, c := range it.Conditions {
		inList("conditions", i, "text", c.Text, strict, f)
		inList("conditions", i, "when", c.When, strict, f)
	}
	for i, c := range it.Exclusions {
		inList("exclusions", i, "text", c.Text, strict, f)
		inList("exclusions", i, "when", c.When, strict, f)
	}
	top("quota", it.Quota, strict)
	for i := range it.Materials {
		useTexts(&it.Materials[i], spot{key: "materials", i: i, j: -1}, f)
		for j := range it.Materials[i].AnyOf {
			useTexts(&it.Materials[i].AnyOf[j], spot{key: "materials", i: i, sub: "any_of", j: j}, f)
		}
	}
	wayTexts(it, f)
	for i, c := range it.Laws {
		inList("laws", i, "note", c.Note, plain, f)
	}
	top("rights", it.Rights, prose)
	if it.Contact != nil {
		phoneTexts("consult", it.Contact.Consult, f)
		phoneTexts("complain", it.Contact.Complain, f)
	}
	top("notes", it.Notes, prose)
	for i, q := range it.FAQ {
		inList("faq", i, "q", q.Q, plain, f)
		inList("faq", i, "a", q.A, prose, f)
	}
	for i, s := range it.Sources {
		inList("sources", i, "what", s.What, plain, f)
		inList("sources", i, "where", s.Where, plain, f)
	}
	for i, c := range it.Changes {
		inList("changes", i, "what", c.What, plain, f)
	}
}

func inList(key string, i int, leaf, text string, k kind, f func(spot, string, kind)) {
	f(spot{key: key, i: i, j: -1, leaf: leaf}, text, k)
}

func useTexts(u *catalog.MaterialUse, at spot, f func(spot, string, kind)) {
	leaf := func(name, text string) {
		at.leaf = name
		f(at, text, strict)
	}
	leaf("label", u.Label)
	leaf("whose", u.Whose)
	leaf("when", u.When)
	leaf("note", u.Note)
}

// wayTexts are the texts of steps, time, trips, fee, results and channels.
func wayTexts(it *catalog.Item, f func(spot, string, kind)) {
	for i, s := range it.Steps {
		inList("steps", i, "name", s.Name, plain, f)
		inList("steps", i, "actor", s.Actor, strict, f)
		inList("steps", i, "text", s.Text, plain, f)
		inList("steps", i, "when", s.When, plain, f)
	}
	if t := it.Time; t != nil {
		f(spot{key: "time", i: -1, sub: "note", j: -1}, t.Note, plain)
		for j, s := range t.Special {
			f(spot{"time", -1, "special", j, "name"}, s.Name, plain)
			f(spot{"time", -1, "special", j, "note"}, s.Note, plain)
		}
	}
	for i, t := range it.Trips {
		inList("trips", i, "reason", t.Reason, plain, f)
	}
	if fee := it.Fee; fee != nil {
		f(spot{key: "fee", i: -1, sub: "note", j: -1}, fee.Note, plain)
		for j, c := range fee.Items {
			for _, x := range [...][2]string{{"name", c.Name}, {"unit", c.Unit}, {"standard", c.Standard}, {"basis", c.Basis}, {"reduction", c.Reduction}, {"when", c.When}} {
				f(spot{"fee", -1, "items", j, x[0]}, x[1], plain)
			}
		}
	}
	for i, res := range it.Results {
		inList("results", i, "name", res.Name, plain, f)
		inList("results", i, "valid", res.Valid, plain, f)
	}
	if c := it.Channels; c != nil {
		channelTexts(c, f)
	}
}

func channelTexts(c *catalog.Channels, f func(spot, string, kind)) {
	for j, w := range c.Windows {
		f(spot{"channels", -1, "windows", j, "window"}, w.Window, plain)
		f(spot{"channels", -1, "windows", j, "note"}, w.Note, plain)
	}
	for j, o := range c.Online {
		f(spot{"channels", -1, "online", j, "note"}, o.Note, plain)
	}
	f(spot{key: "channels", i: -1, sub: "terminal", j: -1}, c.Terminal, plain)
	f(spot{key: "channels", i: -1, sub: "post", j: -1}, c.Post, plain)
	if c.Booking != nil {
		f(spot{key: "channels", i: -1, sub: "booking", j: -1, leaf: "note"}, c.Booking.Note, plain)
	}
}

func phoneTexts(side string, list []catalog.Phone, f func(spot, string, kind)) {
	for j, p := range list {
		f(spot{"contact", -1, side, j, "note"}, p.Note, plain)
	}
}
