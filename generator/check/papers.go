package check

import (
	"io/fs"
	"path"
	"strings"

	"yibentong/generator/catalog"
	"yibentong/generator/diag"
)

var (
	materialOrAny = &diag.Code{ID: "material-or-any", Zh: "这一项要么写 material，要么写 any_of（至少两样）", En: "give either material or any_of with two or more",
		MendZh: "一样材料写 material；几样任选一样写 any_of 和 label", MendEn: "material for one paper; any_of and label for alternatives"}
	anyInAny = &diag.Code{ID: "any-nested", Zh: "any_of 里面不能再套 any_of", En: "any_of cannot stand inside any_of",
		MendZh: "把几样材料平列出来", MendEn: "list them side by side"}
	noMaterialsButSome = &diag.Code{ID: "no-materials-conflict", Zh: "写了 no_materials，又列了材料", En: "no_materials is set and materials are listed",
		MendZh: "删掉其中一个", MendEn: "delete one of the two"}
	zeroCounts = &diag.Code{ID: "material-counts", Zh: "材料“%s”的份数全是 0", En: "all counts of %q are 0",
		MendZh: "原件只看不收写 shown: 1，收原件写 kept: 1，收复印件写 copies: 1；不知道就都不写", MendEn: "shown: 1, kept: 1 or copies: 1; leave all out when not known"}
	manyCopies = &diag.Code{ID: "material-many", Severity: diag.Warning, Zh: "材料“%s”要 %d 份，请再核对", En: "%[2]d of %[1]q: please check",
		MendZh: "超过 10 份很少见；核对无误的，在 note 里说明为什么", MendEn: "more than ten is rare; say why in note"}
	conditionNames = &diag.Code{ID: "condition-material", Severity: diag.Warning, Zh: "条件里提到“%s”，材料清单里却没有它", En: "the condition names %q, which the list of papers lacks",
		MendZh: "要交的写进 materials；不用交的，条件里换个说法", MendEn: "add it to materials, or put the condition in other words"}
	missingForm = &diag.Code{ID: "file-form", Zh: "表格文件“%s”不在 content/files/ 里", En: "the form %q is not in content/files/",
		MendZh: "把文件放进 content/files/，这里只写文件名", MendEn: "put it into content/files/ and give its name only"}
	fewSteps = &diag.Code{ID: "permit-steps", Severity: diag.Warning, Zh: "行政许可的流程只有 %d 步", En: "a permit with %d steps",
		MendZh: "至少写清申请、受理、审查、决定、送达五步", MendEn: "give application, acceptance, examination, decision, delivery"}
	noFAQ = &diag.Code{ID: "permit-faq", Severity: diag.Warning, Zh: "行政许可没有常见问题", En: "a permit without questions and answers",
		MendZh: "至少写一个申请人真会问的问题", MendEn: "give one that applicants really ask"}
)

func (r *run) materialUses(it *catalog.Item) {
	if it.NoMaterials && len(it.Materials) > 0 {
		r.l.Report(it.At("no_materials"), noMaterialsButSome)
	}
	for i := range it.Materials {
		u := &it.Materials[i]
		if len(u.AnyOf) == 0 {
			r.use(it, u, "materials", i)
			continue
		}
		if u.Material.Ok() || len(u.AnyOf) < 2 || u.Label == "" {
			r.l.Report(it.At("materials", i), materialOrAny)
		}
		for j := range u.AnyOf {
			if len(u.AnyOf[j].AnyOf) > 0 {
				r.l.Report(it.At("materials", i, "any_of", j), anyInAny)
			}
			r.use(it, &u.AnyOf[j], "materials", i, "any_of", j)
		}
	}
}

func (r *run) use(it *catalog.Item, u *catalog.MaterialUse, at ...any) {
	if !u.Material.Ok() {
		if len(u.AnyOf) == 0 {
			r.l.Report(it.At(at...), materialOrAny)
		}
		return
	}
	sum, known := 0, false
	for _, n := range [...]*int{u.Shown, u.Kept, u.Copies} {
		if n != nil {
			sum, known = sum+*n, true
		}
	}
	if known && sum == 0 && u.Form != "电子" {
		r.l.Report(it.At(at...), zeroCounts, u.Material.To.Name)
	}
	if sum > 10 && u.Note == "" {
		r.l.Report(it.At(at...), manyCopies, u.Material.To.Name, sum)
	}
	r.formFile(it, u.BlankForm, append(at, "blank_form")...)
	r.formFile(it, u.SampleForm, append(at, "sample_form")...)
}

// formFile checks that a form lies in content/files or is a web address.
func (r *run) formFile(it *catalog.Item, name string, at ...any) {
	if name == "" {
		return
	}
	if strings.Contains(name, "://") {
		r.address(it, name, at...)
		return
	}
	if path.Base(name) != name || !fs.ValidPath(name) {
		r.l.Report(it.At(at...), missingForm, name)
		return
	}
	if info, err := fs.Stat(r.FS, "content/files/"+name); err != nil || !info.Mode().IsRegular() {
		r.l.Report(it.At(at...), missingForm, name)
	}
}

// conditions looks for papers that a condition names and the list lacks.
func (r *run) conditions(it *catalog.Item) {
	for i, c := range it.Conditions {
		for _, m := range r.materials.in(c.Text) {
			if !asksFor(it.Materials, m) && !strings.Contains(it.Name, m.Name) && !gives(it, m) {
				r.l.Report(it.Word(m.Name, "conditions", i, "text"), conditionNames, m.Name)
			}
		}
	}
}

// asksFor tells whether the list has the paper, by id or inside another's name.
func asksFor(uses []catalog.MaterialUse, m *catalog.Material) bool {
	for i := range uses {
		if to := uses[i].Material.To; to != nil && (to == m || strings.Contains(to.Name, m.Name) || strings.Contains(m.Name, to.Name)) || asksFor(uses[i].AnyOf, m) {
			return true
		}
	}
	return false
}

func gives(it *catalog.Item, m *catalog.Material) bool {
	for _, res := range it.Results {
		if res.Material.To == m || strings.Contains(res.Name, m.Name) {
			return true
		}
	}
	return false
}

// finder finds names of papers in text, by their first character.
type finder struct{ byFirst map[rune][]*catalog.Material }

func newFinder(all []*catalog.Material) *finder {
	f := &finder{map[rune][]*catalog.Material{}}
	for _, m := range all {
		if name := []rune(m.Name); len(name) >= 3 {
			f.byFirst[name[0]] = append(f.byFirst[name[0]], m)
		}
	}
	return f
}

// in returns the papers named in text; of names that start at one place, the longest.
func (f *finder) in(text string) (found []*catalog.Material) {
	for i, c := range text {
		var best *catalog.Material
		for _, m := range f.byFirst[c] {
			if strings.HasPrefix(text[i:], m.Name) && (best == nil || len(m.Name) > len(best.Name)) {
				best = m
			}
		}
		if best != nil {
			found = append(found, best)
		}
	}
	return found
}

func (r *run) steps(it *catalog.Item) {
	if it.Type != "行政许可" {
		return
	}
	if len(it.Steps) > 0 && len(it.Steps) < 5 {
		r.l.Report(it.At("steps"), fewSteps, len(it.Steps))
	}
	if len(it.FAQ) == 0 {
		r.l.Report(it.At("name"), noFAQ)
	}
}
