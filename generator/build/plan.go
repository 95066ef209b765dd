// Package build is the pipeline: read, check, plan, make, verify, publish. It
// is the first thing to read.
//
//	catalog/ content/ themes/ ─▶ Plan ─▶ *Handbook ─▶ Build ─▶ public/
//
// Plan finds everything that editors must mend before anything is made; Build
// makes every file in parallel and publishes all of them or none.
package build

import (
	"fmt"
	"io/fs"

	"yibentong/generator/catalog"
	"yibentong/generator/check"
	"yibentong/generator/content"
	"yibentong/generator/diag"
)

// Options say how a handbook is read.
type Options struct {
	// Today decides what is stale; it never reaches the output.
	Today catalog.Date
	// Cache, which may be nil, keeps decoded records between calls.
	Cache *catalog.Cache
}

// Handbook is a handbook that was read and checked, ready to be made.
type Handbook struct {
	Catalog *catalog.Catalog
	Pages   []*content.Page
}

// Plan reads a handbook and promises every file of its public edition. What
// editors must mend goes to l; an error means that reading itself failed.
func Plan(tree fs.FS, o Options, l *diag.List) (*Handbook, error) {
	cat, err := catalog.Load(tree, o.Cache, l)
	if err != nil {
		return nil, err
	}
	pages, err := content.Load(tree, l)
	if err != nil {
		return nil, err
	}
	check.Run(check.Input{Catalog: cat, FS: tree, Today: o.Today}, l)
	return &Handbook{Catalog: cat, Pages: pages}, nil
}

// Summary says in a line what the handbook holds.
func (h *Handbook) Summary() string {
	c := h.Catalog
	return fmt.Sprintf("个人 %d/%d 件，企业 %d/%d 件，部门 %d 个，材料 %d 种，法律 %d 部",
		c.Counted[catalog.Personal], c.Edition.Expect.Personal, c.Counted[catalog.Enterprise], c.Edition.Expect.Enterprise,
		len(c.Departments), len(c.Materials), len(c.Laws))
}
