package export

import (
	"fmt"
	"slices"

	"github.com/google/uuid"

	"yibentong/generator/catalog"
)

// feedSize is how many changes a feed tells.
const feedSize = 100

// day is the form of dates in feeds: the first moment of the day in China.
const day = "%sT00:00:00+08:00"

// entry is one change of one item.
type entry struct {
	item   *catalog.Item
	change int // index in item.Changes
}

// latest are the newest changes of all items, the newest first, those of one
// day in the order of the handbook.
func (x *exporter) latest() []entry {
	var all []entry
	for _, it := range x.catalog.Items {
		for i := range it.Changes {
			all = append(all, entry{it, i})
		}
	}
	slices.SortStableFunc(all, func(a, b entry) int {
		switch {
		case b.on().Before(a.on()):
			return -1
		case a.on().Before(b.on()):
			return 1
		}
		return 0
	})
	return slices.Clone(all[:min(len(all), feedSize)])
}

func (n entry) on() catalog.Date { return n.item.Changes[n.change].On }

func (n entry) what() string { return n.item.Changes[n.change].What }

func (n entry) stamp() string { return stamp(n.on()) }

func stamp(d catalog.Date) string { return fmt.Sprintf(day, d) }

// id stays the same when the handbook moves to another address, when the
// words of the change are mended and when newer changes are put on top of it:
// it is made of the division, the item, the day, and which change of that day it is.
func (n entry) id(division string) string {
	nth := 1
	for _, c := range n.item.Changes[n.change+1:] {
		if c.On == n.on() {
			nth++
		}
	}
	return feedID(division, fmt.Sprintf("%s/%s/%d", n.item.ID, n.on(), nth))
}

// space is the root of our ids, drawn once; RFC 9562 §6.5 wants such a root.
var space = uuid.MustParse("5f0c0d3e-8a55-4b0e-9d0c-6a1f2b7e4c11")

func feedID(division, name string) string {
	return uuid.NewSHA1(space, []byte(division+"/"+name)).URN()
}

// feedTitle names both feeds.
func (x *exporter) feedTitle() string { return x.catalog.Edition.Area + "办事指南更新" }

// author is whose word the feeds are: the handbook's.
func (x *exporter) author() string { return x.catalog.Edition.Area + "政务服务一本通" }
