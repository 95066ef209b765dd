package render

import (
	"yibentong/generator/catalog"
	"yibentong/generator/site"
)

// truth says how fresh and how sure a record is.
type truth struct {
	CheckedBy, CheckedOn    string
	First, Second, Final    *signature
	DataDate                string
	Updated, ReviewBy, JSON string
	Sources                 []source
	Changes                 []change
}

// signature is one level of the three-level review.
type signature struct{ By, On string }

type source struct{ What, Where, Read string }

type change struct{ On, What string }

func (p *printer) truth(e *site.Entry) truth {
	t := truth{DataDate: p.site.Catalog.Edition.Date.Chinese(), Updated: e.Updated().Chinese(), ReviewBy: e.ReviewBy.Chinese(), JSON: site.ItemJSONPath(e.ID)}
	if s := signed(e.Checked); s != nil {
		t.CheckedBy, t.CheckedOn = s.By, s.On
	}
	if r := e.Review; r != nil {
		t.First, t.Second, t.Final = signed(r.First), signed(r.Second), signed(r.Final)
	}
	for _, s := range e.Sources {
		t.Sources = append(t.Sources, source{s.What, s.Where, s.Read.String()})
	}
	for _, c := range e.Changes {
		t.Changes = append(t.Changes, change{c.On.String(), c.What})
	}
	return t
}

func signed(c *catalog.Check) *signature {
	if c == nil {
		return nil
	}
	return &signature{c.By.To.Name, c.On.Chinese()}
}
