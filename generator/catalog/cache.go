package catalog

import (
	"bytes"
	"strings"

	"yibentong/generator/diag"
	"yibentong/generator/source"
)

// Cache keeps decoded records between one Load and the next of the same tree,
// for a caller that knows which files changed in between; a Load with it gives
// what a Load without it gives. The zero value is empty.
type Cache struct {
	known bool // Changed was called since the last Load

	cat             *Catalog
	idx             indexes
	records         map[string]*record
	editionUses     []source.Use
	registryFound   []*diag.Finding
	registryPending []pendingUse
}

// record is one item file, decoded.
type record struct {
	item    *Item // nil when the file has faults of form
	pending []pendingUse
	found   []*diag.Finding
}

// registryFolder holds the lists that every record is linked to.
const registryFolder = "catalog/registry"

// Changed names all files and folders that can have changed since the last Load,
// so that the next one reads only those. Without it a Load reads everything.
func (c *Cache) Changed(names []string) {
	for _, touched := range names {
		if Touches(touched, registryFolder) {
			c.forget()
		}
		for name := range c.records {
			if Touches(touched, name) {
				delete(c.records, name)
			}
		}
	}
	c.known = true
}

// Touches tells whether a change of one file or folder can change another: it
// is the same, holds it or stands in it.
func Touches(changed, name string) bool {
	return changed == name || strings.HasPrefix(name, changed+"/") || strings.HasPrefix(changed, name+"/")
}

func (c *Cache) forget() { *c = Cache{known: c.known} }

// begin forgets what cannot be vouched for.
func (c *Cache) begin() {
	if !c.known {
		c.forget()
	}
	c.known = false
	if c.records == nil {
		c.records = map[string]*record{}
	}
}

func (c *Cache) keep(ld *loader) {
	cat := *ld.cat
	c.cat, c.idx = &cat, ld.idx
}

// record returns the decoded item of a file, from memory if it is there.
func (ld *loader) record(name string) (*record, error) {
	if old := ld.kept.records[name]; old != nil {
		if old.item != nil {
			old.item.loc = ld.loc
		}
		return old, nil
	}
	var l diag.List
	f, ok, err := source.Read(ld.fsys, name, &l)
	if err != nil {
		return nil, err
	}
	if !ld.remember {
		return ld.decodeItem(f, ok, &l), nil
	}
	f.Data = bytes.Clone(f.Data) // what is decoded shares its bytes
	rec := ld.decodeItem(f, ok, &l)
	ld.kept.records[name] = rec
	return rec, nil
}
