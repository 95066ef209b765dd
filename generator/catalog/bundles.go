package catalog

import (
	"errors"
	"io/fs"
	"path"
	"strconv"
	"strings"

	"yibentong/generator/diag"
)

// bundleFolder holds the errands, one file each.
const bundleFolder = "catalog/bundles"

var (
	bundleName = &diag.Code{ID: "bundle-filename", Zh: "文件名“%s”要和 id“%s”相同", En: "file name %q must be the id %q",
		MendZh: "改文件名为 id 加 .yaml，或改 id", MendEn: "rename the file to the id and .yaml, or change the id"}
	bundleItem = &diag.Code{ID: "bundle-item", Zh: "没有编号为 %s 的事项", En: "there is no item %s",
		MendZh: "对照事项的编号改；没有事项能办这一步的，删掉 item，写明 note", MendEn: "mend the number; where no item covers the step, delete it and say in note what to do"}
	bundleLater = &diag.Code{ID: "bundle-item-later", Severity: diag.Warning, Zh: "事项 %s 还没有写好，这一步先不计算", En: "item %s is not written yet: the step is not reckoned",
		MendZh: "写好那个事项就会算进来", MendEn: "write that item"}
)

// bundles reads catalog/bundles. They are few, so that nothing of them is kept between
// calls. A bundle with faults is set aside.
func (ld *loader) bundles() error {
	entries, err := fs.ReadDir(ld.fsys, bundleFolder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	seen := map[ID]string{}
	for _, d := range entries {
		name := path.Join(bundleFolder, d.Name())
		if d.IsDir() || !strings.HasSuffix(name, ".yaml") {
			if !strings.HasPrefix(d.Name(), ".") {
				ld.l.Report(diag.Pos{File: name}, strayFile, d.Name())
			}
			continue
		}
		b := &Bundle{Origin: Origin{name, ld.loc}}
		uses, ok, err := ld.read(name, b)
		if err != nil {
			return err
		}
		before, _ := ld.l.Count()
		pending := ld.link(uses, ld.l)
		if after, _ := ld.l.Count(); !ok || after != before {
			continue
		}
		if b.ID != ID(strings.TrimSuffix(d.Name(), ".yaml")) {
			ld.l.Report(b.At("id"), bundleName, d.Name(), b.ID)
		}
		if first := seen[b.ID]; first != "" {
			ld.l.Report(b.At("id"), duplicateID, b.ID, first)
			continue
		}
		seen[b.ID] = name
		ld.bundlePending = append(ld.bundlePending, pending...)
		ld.cat.Bundles = append(ld.cat.Bundles, b)
	}
	return nil
}

// linkBundles links the references from errands to items. While the handbook has fewer
// items than it declares, one that is missing may only be late.
func (ld *loader) linkBundles() {
	for _, p := range ld.bundlePending {
		if p.ref.To = ld.idx.items.byID[p.ref.ID]; p.ref.To != nil || ld.faulty[p.ref.ID] {
			continue
		}
		code := bundleItem
		if ld.late(ItemID(p.ref.ID)) {
			code = bundleLater
		}
		ld.l.Report(p.pos, code, p.ref.ID)
	}
}

// late tells whether an item of that number is declared and can still be written.
func (ld *loader) late(id ItemID) bool {
	if id.ParseScalar(string(id)) != nil {
		return false
	}
	want := ld.cat.Edition.Expect.Personal
	if id.Audience() == Enterprise {
		want = ld.cat.Edition.Expect.Enterprise
	}
	n, err := strconv.Atoi(string(id[1:]))
	return err == nil && n <= want && ld.cat.Counted[id.Audience()] < want
}
