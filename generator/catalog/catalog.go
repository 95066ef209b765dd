// Package catalog is the domain: what an item, a stage, a department, a law, a
// paper and a place are. It reads `catalog/`, links every reference, and hands
// on a Catalog that does not change any more.
//
// Faults of form (unknown keys, dangling ids, numbers used twice) are told to
// the list, all of them; a record with such a fault is set aside so that it
// cannot hide those of the others. Whether a record is any good is for package
// check. The texts of laws are not kept, only titles, dates and articles.
package catalog

import (
	"io/fs"
	"slices"

	"yibentong/generator/diag"
	"yibentong/generator/source"
)

// Catalog is everything in catalog/, linked. It is immutable after Load.
type Catalog struct {
	Edition     Edition
	Stages      []*Stage // in printed order, personal then enterprise
	Topics      []*Topic // as in the registry, and so for the following
	Departments []*Department
	Places      []*Place
	Laws        []*Law
	Materials   []*Material
	Hotlines    []*Hotline
	Channels    []*Channel
	Items       []*Item   // in printed order: P…, then E…
	Bundles     []*Bundle // by id

	// Counted is how many item files there are, those with faults included.
	Counted map[Audience]int
}

// Edition is catalog.yaml: what is true of the records as a whole.
type Edition struct {
	Origin    `yaml:"-"`
	Name      string    `yaml:"edition,required" zh:"版次，如 2.0版。"`
	Date      Date      `yaml:"date,required" zh:"数据截至哪天。所有输出里的日期都从它来。"`
	Area      string    `yaml:"area,required" zh:"本手册管的地方，如南充市高坪区。"`
	Division  string    `yaml:"division,required" zh:"六位区划代码，如 511303。"`
	AreaCode  string    `yaml:"area_code" zh:"电话区号，如 0817。写了就用来检查电话。"`
	Expect    Totals    `yaml:"expect,required" zh:"应有多少事项：少一件、多一件，构建都会说。"`
	Handbooks Handbooks `yaml:"handbooks,required" zh:"两本手册的书名。"`
	Rights    []Rights  `yaml:"rights" zh:"各类事项通行的救济权利：类型、文字、依据。"`
}

// Rights is what applicants of some item types may do against a decision.
type Rights struct {
	Types []ItemType `yaml:"types,required" zh:"适用于哪些事项类型。"`
	Text  string     `yaml:"text,required" zh:"权利，一两句话。"`
	Laws  []Citation `yaml:"laws" zh:"依据。"`
}

// Totals is how many items a handbook declares.
type Totals struct {
	Personal   int `yaml:"personal,required" zh:"个人事项数。"`
	Enterprise int `yaml:"enterprise,required" zh:"企业事项数。"`
}

// Handbooks are the titles of the two books.
type Handbooks struct {
	Personal   string `yaml:"personal,required" zh:"个人手册的书名。"`
	Enterprise string `yaml:"enterprise,required" zh:"企业手册的书名。"`
}

// Origin is where a record was read from; it finds the place of any value.
type Origin struct {
	File string
	loc  *source.Locator
}

// At is the place of the value at path (keys and list indexes, as in the file).
func (o Origin) At(path ...any) diag.Pos { return o.loc.At(o.File, path...) }

// Word is the place of a word inside the text at path.
func (o Origin) Word(word string, path ...any) diag.Pos { return o.loc.Word(o.File, word, path...) }

// Load reads the folder catalog/ of the tree. What editors must mend goes to l;
// the error is trouble of reading itself. kept, which may be nil, remembers
// decoded records between calls so that serve need not decode them again.
func Load(fsys fs.FS, kept *Cache, l *diag.List) (*Catalog, error) {
	ld := &loader{fsys: fsys, l: l, loc: source.NewLocator(fsys), kept: kept, remember: kept != nil, cat: &Catalog{Counted: map[Audience]int{}}}
	if kept == nil {
		ld.kept = &Cache{}
	}
	ld.kept.begin()
	if err := ld.edition(); err != nil {
		return nil, err
	}
	if err := ld.registries(); err != nil {
		return nil, err
	}
	if err := ld.items(); err != nil {
		return nil, err
	}
	if err := ld.bundles(); err != nil {
		return nil, err
	}
	ld.linkItems()
	ld.linkBundles()
	slices.SortFunc(ld.cat.Items, func(a, b *Item) int {
		if a.ID.Before(b.ID) {
			return -1
		}
		return 1
	})
	return ld.cat, nil
}

// InRegistry is the place of a value in a registry ("laws", "places"…); path
// starts with the entry's index.
func (e Edition) InRegistry(kind string, path ...any) diag.Pos {
	return e.loc.At(RegistryFile(kind), path...)
}
