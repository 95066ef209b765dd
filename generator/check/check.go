// Package check holds the rules that a good catalogue obeys: what is well
// formed but wrong, vague, stale or unlawful. Form (unknown keys, dangling
// ids) is told by the readers before.
//
// It reads a linked catalogue, reports to a list and changes nothing. A rule
// is one function and its codes; testdata has a good and a bad case for each.
package check

import (
	"io/fs"

	"yibentong/generator/catalog"
	"yibentong/generator/diag"
)

// Input is what the rules look at.
type Input struct {
	Catalog *catalog.Catalog
	// FS is the tree, for the files that records point at.
	FS fs.FS
	// Today decides what is stale. It never reaches the output.
	Today catalog.Date
}

// run is one pass of the rules.
type run struct {
	Input
	l         *diag.List
	hosts     map[string]bool
	names     map[string]*catalog.Item // official name → item, per audience
	numbers   map[string]bool
	materials *finder
}

// Run applies every rule to the whole catalogue.
func Run(in Input, l *diag.List) {
	r := &run{Input: in, l: l, hosts: knownHosts(in.Catalog), materials: newFinder(in.Catalog.Materials)}
	r.catalog()
	r.registries()
	for _, it := range in.Catalog.Items {
		r.item(it)
	}
	for _, b := range in.Catalog.Bundles {
		r.bundle(b)
	}
}

// item applies the rules for one item, in the order of the guide.
func (r *run) item(it *catalog.Item) {
	r.identity(it)
	r.names_(it)
	r.status(it)
	r.materialUses(it)
	r.conditions(it)
	r.steps(it)
	r.time(it)
	r.trips(it)
	r.fee(it)
	r.results(it)
	r.channels(it)
	r.laws(it)
	r.contact(it)
	r.links(it)
	r.truth(it)
	r.texts(it)
}
