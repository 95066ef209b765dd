package catalog

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"yibentong/generator/diag"
	"yibentong/generator/source"
)

// loader holds what one Load works on.
type loader struct {
	fsys     fs.FS
	l        *diag.List
	loc      *source.Locator
	kept     *Cache
	remember bool // a caller wants what is kept
	cat      *Catalog
	idx      indexes

	pending       []pendingUse // references to items, linked when all are read
	bundlePending []pendingUse // and those of errands
	seen          map[ItemID]*Item
	faulty        map[string]bool // numbers whose records were set aside
}

// pendingUse is a reference to an item, waiting for all items to be read.
type pendingUse struct {
	ref *Ref[Item]
	pos diag.Pos
}

type indexes struct {
	stages      *index[Stage]
	topics      *index[Topic]
	departments *index[Department]
	places      *index[Place]
	laws        *index[Law]
	materials   *index[Material]
	hotlines    *index[Hotline]
	channels    *index[Channel]
	items       *index[Item]
}

var (
	missingFile = &diag.Code{ID: "file-missing", Zh: "缺少文件 %s", En: "there is no file %s",
		MendZh: "照别的县区的同名文件补上", MendEn: "add it, modelled on another county's"}
	duplicateID = &diag.Code{ID: "id-duplicate", Zh: "“%s”已经有了（%s）", En: "%q is taken (%s)",
		MendZh: "改用别的 id，或删掉重复的一条", MendEn: "take another id, or delete the repeated entry"}
	wrongFolder = &diag.Code{ID: "item-folder", Zh: "文件应当放在 catalog/items/%s/%s/ 里", En: "the file belongs in catalog/items/%s/%s/",
		MendZh: "把文件移过去，或改 stage", MendEn: "move the file, or change its stage"}
	wrongName = &diag.Code{ID: "item-filename", Zh: "文件名“%s”要以编号“%s”加连字符开头", En: "file name %q must start with the number %q and a hyphen",
		MendZh: "改文件名，如 P003-birth.yaml；或改记录里的编号", MendEn: "rename the file, such as P003-birth.yaml; or change the number"}
	strayFile = &diag.Code{ID: "file-stray", Severity: diag.Warning, Zh: "“%s”不是记录，不读取", En: "%q is no record and is not read",
		MendZh: "记录的文件名形如 P003-birth.yaml；别的文件请放到别处", MendEn: "records are named like P003-birth.yaml; put other files elsewhere"}
)

func (ld *loader) edition() error {
	const name = "catalog/catalog.yaml"
	e := &ld.cat.Edition
	e.Origin = Origin{name, ld.loc}
	uses, _, err := ld.read(name, e)
	if err != nil {
		return err
	}
	ld.kept.editionUses = uses
	return nil
}

// read decodes one file. A missing file is a finding, not an error.
func (ld *loader) read(name string, into any) (uses []source.Use, ok bool, err error) {
	f, ok, err := source.Read(ld.fsys, name, ld.l)
	if errors.Is(err, fs.ErrNotExist) {
		ld.l.Report(diag.Pos{File: name}, missingFile, name)
		return nil, false, nil
	}
	if err != nil || !ok {
		return nil, false, err
	}
	node := source.Parse(f, ld.l)
	if node == nil {
		return nil, false, nil
	}
	uses, ok = source.Decode(f, node, into, ld.l)
	return uses, ok, nil
}

// items reads catalog/items in the order of the folder names.
func (ld *loader) items() error {
	ld.seen, ld.faulty = map[ItemID]*Item{}, map[string]bool{}
	err := fs.WalkDir(ld.fsys, "catalog/items", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			return nil
		}
		if !strings.HasSuffix(name, ".yaml") {
			if !strings.HasPrefix(d.Name(), ".") {
				ld.l.Report(diag.Pos{File: name}, strayFile, d.Name())
			}
			return nil
		}
		return ld.item(name, d)
	})
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// item reads one record. Its references to registries are linked at once, as
// those are complete; those to other items wait.
func (ld *loader) item(name string, d fs.DirEntry) error {
	if strings.HasPrefix(d.Name(), "E") {
		ld.cat.Counted[Enterprise]++
	} else {
		ld.cat.Counted[Personal]++
	}
	rec, err := ld.record(name)
	if err != nil {
		return err
	}
	ld.l.Add(rec.found)
	if rec.item == nil {
		number, _, _ := strings.Cut(strings.TrimSuffix(d.Name(), ".yaml"), "-")
		ld.faulty[number] = true
		return nil
	}
	it := rec.item
	ld.placed(it)
	if first := ld.seen[it.ID]; first != nil {
		ld.l.Report(it.At("id"), duplicateID, it.ID, first.File)
		return nil
	}
	ld.seen[it.ID] = it
	ld.pending = append(ld.pending, rec.pending...)
	ld.cat.Items = append(ld.cat.Items, it)
	return nil
}

// decodeItem decodes a record from its bytes. What it finds goes to rec.found.
func (ld *loader) decodeItem(f source.File, ok bool, l *diag.List) *record {
	rec := &record{}
	defer func() { rec.found = l.Sorted() }()
	if !ok {
		return rec
	}
	node := source.Parse(f, l)
	if node == nil {
		return rec
	}
	it := &Item{Origin: Origin{f.Name, ld.loc}}
	uses, ok := source.Decode(f, node, it, l)
	before, _ := l.Count()
	rec.pending = ld.link(uses, l)
	after, _ := l.Count()
	if ok && before == after {
		rec.item = it
	}
	return rec
}

// placed checks that the folder and the file's name say what the record says.
func (ld *loader) placed(it *Item) {
	dir, base := path.Split(it.File)
	stage := it.Stage.To
	want := path.Join("catalog/items", string(stage.Audience), string(stage.ID))
	if path.Clean(dir) != want {
		ld.l.Report(it.At("stage"), wrongFolder, stage.Audience, stage.ID)
	}
	if !strings.HasPrefix(base, string(it.ID)+"-") && base != string(it.ID)+".yaml" {
		ld.l.Report(it.At("id"), wrongName, base, it.ID)
	}
}

// linkItems links the references from item to item and from papers to items.
func (ld *loader) linkItems() {
	ld.idx.items = &index[Item]{title: "事项", byID: map[string]*Item{}, names: map[string]string{}}
	for _, it := range ld.cat.Items {
		ld.idx.items.add(string(it.ID), it.Name, it)
	}
	slices.Sort(ld.idx.items.ids)
	for _, p := range ld.pending {
		if ld.faulty[p.ref.ID] {
			continue // that record's own faults are told; this is no further one
		}
		ld.idx.items.resolve(p.ref, p.pos, ld.l)
	}
}
