package check

import (
	"slices"
	"strings"

	"yibentong/generator/catalog"
	"yibentong/generator/diag"
	"yibentong/generator/errand"
)

// stepsLeast and stepsMost bound the steps of an errand: fewer are an item, more do not
// fit into anybody's head.
const stepsLeast, stepsMost = 2, 15

var (
	bundleSteps = &diag.Code{ID: "bundle-steps", Zh: "一件事有 %d 步，应当是 2 到 15 步", En: "an errand of %d steps, not of 2 to 15",
		MendZh: "只有一步的就是事项，不用写成一件事；太多的拆成两件", MendEn: "one step is an item; split what has too many"}
	bundleStepTwice = &diag.Code{ID: "bundle-step-duplicate", Zh: "步骤“%s”写了两遍", En: "step %q is given twice",
		MendZh: "每一步的 id 不能相同", MendEn: "give each step an id of its own"}
	bundleItemTwice = &diag.Code{ID: "bundle-item-duplicate", Zh: "事项 %s 在这件事里写了两遍", En: "item %s is given twice",
		MendZh: "合成一步，不然材料会算两遍", MendEn: "make them one step, or its papers count twice"}
	bundleItemEnded = &diag.Code{ID: "bundle-item-ended", Severity: diag.Warning, Zh: "事项 %s 已%s", En: "item %s is not in use (%s)",
		MendZh: "换成接替它的事项，或删掉这一步", MendEn: "put its successor, or delete the step"}
	bundleBoth = &diag.Code{ID: "bundle-item-or-any", Zh: "这一步要么写 item，要么写 any_of（至少两个）", En: "give either item or any_of with two or more",
		MendZh: "只办一个事项写 item；几个任办一个写 any_of", MendEn: "item for one; any_of for a choice"}
	bundleBare = &diag.Code{ID: "bundle-step-bare", Zh: "步骤“%s”没有事项，也没有说怎么办", En: "step %q has neither an item nor a note",
		MendZh: "写 item，或在 note 里写清问谁、怎么办", MendEn: "give an item, or say in note whom to ask"}
	bundleAfter = &diag.Code{ID: "bundle-after", Zh: "after 里的“%s”不是这件事的步骤", En: "after names %q, which is no step here",
		MendZh: "写本文件里某一步的 id", MendEn: "name a step of this file"}
	bundleLike = &diag.Code{ID: "bundle-like", Zh: "like 里的“%s”不是前面任选一样、一样多的步骤", En: "like names %q, which is no earlier step with as many items to choose from",
		MendZh: "写前面某一步的 id，两步的 any_of 个数相同；不然删掉 like", MendEn: "name an earlier step whose any_of is as long; or delete like"}
	bundleCycle = &diag.Code{ID: "bundle-cycle", Zh: "步骤的先后绕成了圈：%s", En: "the steps wait for each other in a circle: %s",
		MendZh: "删掉其中一处 after", MendEn: "delete one of them"}
	bundleCaseUnused = &diag.Code{ID: "bundle-case-unused", Severity: diag.Warning, Zh: "情形“%s”没有哪一步、哪份材料用到", En: "case %q is used by no step and no paper",
		MendZh: "写上它对应的 texts，或删掉它", MendEn: "give its texts, or delete it"}
	bundleCaseText = &diag.Code{ID: "bundle-case-text", Severity: diag.Warning, Zh: "各事项里没有“%s”这种情形", En: "no item here has the case %q",
		MendZh: "照事项里的 when 一字不改地抄；事项改了就跟着改", MendEn: "copy the when of the items word for word"}
	bundleCaseTwice = &diag.Code{ID: "bundle-case-duplicate", Zh: "情形“%s”写了两遍", En: "case %q is given twice",
		MendZh: "留一个", MendEn: "keep one"}
	bundleWhen = &diag.Code{ID: "bundle-when", Zh: "when 里的“%s”不在 cases 里", En: "when names %q, which is no case here",
		MendZh: "写 cases 里某一条的 id", MendEn: "name a case of this file"}
	bundleWhose = &diag.Code{ID: "bundle-whose", Severity: diag.Warning, Zh: "各事项里没有“%s”的材料", En: "no item here has papers of %q",
		MendZh: "照事项里的 whose 一字不改地抄", MendEn: "copy the whose of the items word for word"}
	bundleOutside = &diag.Code{ID: "bundle-outside", Severity: diag.Warning, Zh: "这一步不要“%s”，outside 没有用", En: "this step does not want %q",
		MendZh: "删掉它", MendEn: "delete it"}
	bundleSources = &diag.Code{ID: "bundle-sources", Zh: "没有写步骤和先后出自哪里", En: "no source for the steps and their order",
		MendZh: "在 sources 里写明文件或通行做法，哪天看的", MendEn: "name the document or practice, and the day"}
	bundleStage = &diag.Code{ID: "bundle-stage", Zh: "阶段“%s”属于另一本手册", En: "stage %q is of the other handbook",
		MendZh: "改 stages，或改 audience", MendEn: "change stages, or audience"}
)

// bundle applies the rules for one errand.
func (r *run) bundle(b *catalog.Bundle) {
	if n := len(b.Steps); n < stepsLeast || n > stepsMost {
		r.l.Report(b.At("steps"), bundleSteps, n)
	}
	for i, s := range b.Stages {
		if s.To.Audience != b.Audience {
			r.l.Report(b.At("stages", i), bundleStage, s.To.Name)
		}
	}
	if b.Popularity > 3 {
		r.l.Report(b.At("popularity"), badPopularity, b.Popularity)
	}
	if len(b.Aliases) < 2 {
		r.l.Report(b.At("aliases"), fewAliases, len(b.Aliases))
	}
	if n := len([]rune(b.Summary)); n > 100 {
		r.l.Report(b.At("summary"), longSummary, n)
	}
	if len(b.Sources) == 0 {
		r.l.Report(b.At("sources"), bundleSources)
	}
	r.bundleOrder(b)
	r.bundleItems(b)
	r.bundleCases(b)
	r.bundlePeople(b)
	r.bundleTruth(b)
	r.bundleTexts(b)
}

// bundleOrder looks at ids and at who waits for whom.
func (r *run) bundleOrder(b *catalog.Bundle) {
	ids := map[string]bool{}
	for i, s := range b.Steps {
		if ids[string(s.ID)] {
			r.l.Report(b.At("steps", i, "id"), bundleStepTwice, s.ID)
		}
		ids[string(s.ID)] = true
	}
	for i, s := range b.Steps {
		if s.Like != "" && !slices.ContainsFunc(b.Steps[:i], func(a catalog.BundleStep) bool {
			return a.ID == s.Like && len(a.AnyOf) > 1 && len(a.AnyOf) == len(s.AnyOf)
		}) {
			r.l.Report(b.At("steps", i, "like"), bundleLike, s.Like)
		}
		for j, a := range s.After {
			if !ids[a] {
				r.l.Report(b.At("steps", i, "after", j), bundleAfter, a)
			}
		}
	}
	if way := errand.Circle(b); way != nil {
		r.l.Report(b.At("steps"), bundleCycle, strings.Join(way, " → "))
	}
}

func (r *run) bundleItems(b *catalog.Bundle) {
	seen := map[string]bool{}
	item := func(ref catalog.Ref[catalog.Item], at ...any) {
		if ref.ID == "" {
			return
		}
		if seen[ref.ID] {
			r.l.Report(b.At(at...), bundleItemTwice, ref.ID)
		}
		seen[ref.ID] = true
		if it := ref.To; it != nil && it.Status != nil && it.Status.State != "在用" {
			f := r.l.Report(b.At(at...), bundleItemEnded, ref.ID, it.Status.State)
			if next := it.Status.Successor; next.Ok() {
				f.Hint("换成 "+next.ID+"（"+next.To.Name+"）", "put "+next.ID)
			}
		}
	}
	for i, s := range b.Steps {
		item(s.Item, "steps", i, "item")
		for j, ref := range s.AnyOf {
			item(ref, "steps", i, "any_of", j)
		}
		switch {
		case s.Item.ID != "" && len(s.AnyOf) > 0 || len(s.AnyOf) == 1:
			r.l.Report(b.At("steps", i), bundleBoth)
		case s.Item.ID == "" && len(s.AnyOf) == 0 && s.Note == "":
			r.l.Report(b.At("steps", i), bundleBare, s.Name)
		}
		for j, m := range s.Outside {
			if !slices.ContainsFunc(s.Options(), func(it *catalog.Item) bool { return wants(it.Materials, m.To) }) && whole(b) {
				r.l.Report(b.At("steps", i, "outside", j), bundleOutside, m.To.Name)
			}
		}
	}
}

func wants(uses []catalog.MaterialUse, m *catalog.Material) bool {
	return slices.ContainsFunc(uses, func(u catalog.MaterialUse) bool { return u.Material.To == m || wants(u.AnyOf, m) })
}

// whole tells whether the records of all items are there; what they lack cannot be told
// before.
func whole(b *catalog.Bundle) bool {
	for _, s := range b.Steps {
		for _, ref := range append([]catalog.Ref[catalog.Item]{s.Item}, s.AnyOf...) {
			if ref.ID != "" && ref.To == nil {
				return false
			}
		}
	}
	return true
}

func (r *run) bundleCases(b *catalog.Bundle) {
	texts, used := errand.Texts(b), map[string]bool{}
	ids, told := map[string]bool{}, map[string]bool{}
	for i, c := range b.Cases {
		if ids[string(c.ID)] {
			r.l.Report(b.At("cases", i, "id"), bundleCaseTwice, c.ID)
		}
		ids[string(c.ID)] = true
		for j, t := range c.Texts {
			at := b.At("cases", i, "texts", j)
			if told[t] {
				r.l.Report(at, bundleCaseTwice, t)
			}
			told[t] = true
			if slices.Contains(texts, t) {
				used[string(c.ID)] = true
			} else if whole(b) {
				r.l.Report(at, bundleCaseText, t)
			}
		}
	}
	for _, list := range []struct {
		key   string
		texts []string
	}{{"always", b.Always}, {"never", b.Never}} {
		for j, t := range list.texts {
			if told[t] {
				r.l.Report(b.At(list.key, j), bundleCaseTwice, t)
			}
			if told[t] = true; !slices.Contains(texts, t) && whole(b) {
				r.l.Report(b.At(list.key, j), bundleCaseText, t)
			}
		}
	}
	for i, s := range b.Steps {
		if used[s.When] = true; s.When != "" && !ids[s.When] {
			r.l.Report(b.At("steps", i, "when"), bundleWhen, s.When)
		}
	}
	for i, c := range b.Cases {
		if !used[string(c.ID)] && whole(b) {
			r.l.Report(b.At("cases", i), bundleCaseUnused, c.Name)
		}
	}
}

func (r *run) bundlePeople(b *catalog.Bundle) {
	there := map[string]bool{catalog.Self: true}
	for _, it := range b.Items() {
		for _, u := range it.Materials {
			there[u.Whose] = true
			for _, a := range u.AnyOf {
				there[a.Whose] = true
			}
		}
	}
	for i, x := range b.People {
		for j, w := range x.Whose {
			if !there[w] && whole(b) {
				r.l.Report(b.At("people", i, "whose", j), bundleWhose, w)
			}
		}
	}
}

func (r *run) bundleTruth(b *catalog.Bundle) {
	r.fresh(b.Origin, b.ReviewBy, b.Changes, b.Sources)
}

// bundleTexts applies the rules on wording to every text of an errand.
func (r *run) bundleTexts(b *catalog.Bundle) {
	say := func(text string, k kind, at ...any) {
		if text != "" {
			r.said(b.Origin, text, k, at...)
		}
	}
	say(b.Name, plain, "name")
	for i, a := range b.Aliases {
		say(a, plain, "aliases", i)
	}
	say(b.Summary, plain, "summary")
	for i, x := range b.Lists {
		say(x.Name+"\n"+x.Number, plain, "lists", i)
	}
	for i, s := range b.Steps {
		say(s.Name, plain, "steps", i, "name")
		say(s.Note, strict, "steps", i, "note")
	}
	for i, c := range b.Cases {
		say(c.Name, plain, "cases", i, "name")
		say(c.Question, plain, "cases", i, "question")
	}
	say(b.Notes, prose, "notes")
	for i, q := range b.FAQ {
		say(q.Q, plain, "faq", i, "q")
		say(q.A, prose, "faq", i, "a")
	}
	for i, s := range b.Sources {
		say(s.What+"\n"+s.Where, plain, "sources", i, "where")
	}
	for i, c := range b.Changes {
		say(c.What, plain, "changes", i, "what")
	}
}
