package catalog

import (
	"bytes"
	"crypto/sha256"
	"io/fs"

	"yibentong/generator/diag"
	"yibentong/generator/source"
)

// Cache keeps decoded records between one Load and the next of the same tree.
// A record is used again only if its bytes and those of every registry are the
// same; so a Load with a Cache gives what a Load without it gives. The zero
// value is empty and, used once, costs nothing but memory for the run.
type Cache struct {
	// Keep turns remembering on. Without it nothing outlives the Load.
	Keep bool

	sum             [32]byte // of all registries
	cat             *Catalog
	idx             indexes
	records         map[string]*record
	editionUses     []source.Use
	registryFound   []*diag.Finding
	registryPending []pendingUse
}

// record is one item file, decoded.
type record struct {
	sum     [32]byte
	item    *Item // nil when the file has faults of form
	pending []pendingUse
	found   []*diag.Finding
}

// fresh tells whether the registries are the ones that the cache was made from.
func (c *Cache) fresh(fsys fs.FS) bool {
	if !c.Keep {
		return false
	}
	sum := registriesSum(fsys)
	if c.cat != nil && sum == c.sum {
		return true
	}
	c.sum, c.records = sum, map[string]*record{}
	return false
}

func registriesSum(fsys fs.FS) (sum [32]byte) {
	h := sha256.New()
	names, _ := fs.Glob(fsys, "catalog/registry/*.yaml")
	for _, name := range names {
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			continue // the reading proper will tell
		}
		s := sha256.Sum256(data)
		h.Write([]byte(name))
		h.Write(s[:])
	}
	return [32]byte(h.Sum(nil))
}

func (c *Cache) keep(ld *loader) {
	if c.Keep {
		cat := *ld.cat
		c.cat, c.idx = &cat, ld.idx
	}
}

// record returns the decoded item of a file, from memory if its bytes are known.
func (ld *loader) record(name string) (*record, error) {
	var l diag.List
	f, ok, err := source.Read(ld.fsys, name, &l)
	if err != nil {
		return nil, err
	}
	if !ld.kept.Keep {
		return ld.decodeItem(f, ok, &l), nil
	}
	sum := sha256.Sum256(f.Data)
	old := ld.kept.records[name]
	if old != nil && old.sum == sum {
		if old.item != nil {
			old.item.loc = ld.loc
		}
		return old, nil
	}
	f.Data = bytes.Clone(f.Data)
	rec := ld.decodeItem(f, ok, &l)
	rec.sum = sum
	ld.kept.records[name] = rec
	return rec, nil
}
