package check

import (
	"strings"

	"yibentong/generator/catalog"
	"yibentong/generator/diag"
)

var (
	badStage = &diag.Code{ID: "stage-audience", Zh: "%s是%s的编号，阶段“%s”却属于另一本手册", En: "%s is a number of the %s handbook, stage %q is not in it",
		MendZh: "P 开头的放个人阶段，E 开头的放企业阶段", MendEn: "P… goes with personal stages, E… with enterprise stages"}
	badTopic = &diag.Code{ID: "topic-audience", Zh: "主题“%s”和服务对象不符", En: "topic %q does not fit the audience",
		MendZh: "个人事项用 p 开头的主题，企业事项用 e 开头的主题", MendEn: "topics p… are for persons, e… for enterprises"}
	badClients = &diag.Code{ID: "clients-audience", Severity: diag.Warning, Zh: "服务对象“%s”和编号 %s 所在的手册不符", En: "clients %q do not fit the handbook of %s",
		MendZh: "个人事项至少有自然人；企业事项至少有一类企业或组织", MendEn: "personal items serve 自然人, enterprise items a body of some kind"}
	fewAliases = &diag.Code{ID: "aliases-few", Severity: diag.Warning, Zh: "群众口中的叫法只有 %d 个", En: "only %d plain names",
		MendZh: "aliases 里至少写两个大家真会说的叫法", MendEn: "give at least two names that people really say"}
	aliasTwice = &diag.Code{ID: "alias-repeats", Zh: "叫法“%s”写了两遍，或者就是官方名称", En: "plain name %q is repeated or is the official name",
		MendZh: "删掉它", MendEn: "delete it"}
	aliasTaken = &diag.Code{ID: "alias-taken", Zh: "叫法“%s”是另一事项 %s 的官方名称", En: "plain name %q is the official name of %s",
		MendZh: "删掉它，否则搜索会把人带错", MendEn: "delete it, or search leads people astray"}
	longSummary = &diag.Code{ID: "summary-long", Severity: diag.Warning, Zh: "摘要有 %d 个字，太长", En: "the summary has %d characters",
		MendZh: "缩到 100 个字以内，一两句话", MendEn: "at most 100, one or two sentences"}
	nameTwice = &diag.Code{ID: "name-duplicate", Zh: "官方名称和 %s 相同", En: "the same official name as %s",
		MendZh: "两条合一；是不同情形的，在名称里写明", MendEn: "merge them, or name the case that differs"}
	codeTwice = &diag.Code{ID: "code-duplicate", Severity: diag.Warning, Zh: "基本编码和 %s 相同", En: "the same catalogue code as %s",
		MendZh: "核对编码；是同一主项的情形就写 parent", MendEn: "check the code; give a parent if both are cases of one item"}
	badCode = &diag.Code{ID: "code-form", Severity: diag.Warning, Zh: "基本编码“%s”的样子不常见", En: "catalogue code %q looks unusual",
		MendZh: "只抄编码本身：字母、数字和连字符，不带区划和版本", MendEn: "copy the code itself: letters, digits, hyphens"}
	badPopularity = &diag.Code{ID: "popularity-range", Zh: "常办程度 %d 超出 0～3", En: "popularity %d is not 0 to 3",
		MendZh: "写 0、1、2 或 3", MendEn: "write 0, 1, 2 or 3"}
	selfReference = &diag.Code{ID: "ref-self", Zh: "“%s”写的是自己", En: "%q names the item itself",
		MendZh: "删掉它", MendEn: "delete it"}
	badParent = &diag.Code{ID: "parent-level", Zh: "主项 %s 自己也是别的事项的一种情形", En: "parent %s is a case of another item itself",
		MendZh: "parent 直接写最上面的主项", MendEn: "name the top item"}
	requiresCycle = &diag.Code{ID: "requires-cycle", Zh: "先办事项绕成了圈：%s", En: "prerequisites go in a circle: %s",
		MendZh: "删掉其中一处 requires", MendEn: "delete one of them"}
	needsSuccessor = &diag.Code{ID: "status-successor", Severity: diag.Warning, Zh: "事项已取消，没有写改办什么", En: "cancelled without a successor",
		MendZh: "写 successor；确实没有接替事项的，在 reason 里说明去哪里问", MendEn: "give a successor, or say in reason where to ask"}
)

func (r *run) identity(it *catalog.Item) {
	audience := it.ID.Audience()
	if s := it.Stage.To; s.Audience != audience {
		r.l.Report(it.At("stage"), badStage, it.ID, audience, s.Name)
	}
	for i, t := range it.Topics {
		if t.To.Audience != audience {
			r.l.Report(it.At("topics", i), badTopic, t.To.Name)
		}
	}
	persons, others := false, false
	for _, c := range it.Clients {
		persons = persons || c == "自然人"
		others = others || c != "自然人"
	}
	if audience == catalog.Personal && !persons || audience == catalog.Enterprise && !others {
		r.l.Report(it.At("clients"), badClients, joined(it.Clients), it.ID)
	}
	if it.Popularity > 3 {
		r.l.Report(it.At("popularity"), badPopularity, it.Popularity)
	}
	if it.Code != "" && strings.Trim(it.Code, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-") != "" {
		r.l.Report(it.At("code"), badCode, it.Code)
	}
	if n := len([]rune(it.Summary)); n > 100 {
		r.l.Report(it.At("summary"), longSummary, n)
	}
	if p := it.Parent.To; p == it {
		r.l.Report(it.At("parent"), selfReference, "parent")
	} else if p != nil && p.Parent.Ok() {
		r.l.Report(it.At("parent"), badParent, p.ID)
	}
	for i, ref := range it.Related {
		if ref.To == it {
			r.l.Report(it.At("related", i), selfReference, "related")
		}
	}
	r.prerequisites(it)
}

// prerequisites walks requires and tells of a way back to the item.
func (r *run) prerequisites(it *catalog.Item) {
	if len(it.Requires) == 0 {
		return
	}
	seen := map[*catalog.Item]bool{}
	var walk func(at *catalog.Item, way string) bool
	walk = func(at *catalog.Item, way string) bool {
		for _, ref := range at.Requires {
			next := ref.To
			if next == it {
				r.l.Report(it.At("requires"), requiresCycle, way+" → "+string(it.ID))
				return true
			}
			if next != nil && !seen[next] {
				seen[next] = true
				if walk(next, way+" → "+string(next.ID)) {
					return true
				}
			}
		}
		return false
	}
	walk(it, string(it.ID))
}

func (r *run) names_(it *catalog.Item) {
	if len(it.Aliases) < 2 {
		r.l.Report(it.At("aliases"), fewAliases, len(it.Aliases))
	}
	for i, a := range it.Aliases {
		repeated := a == it.Name
		for _, b := range it.Aliases[:i] {
			repeated = repeated || a == b
		}
		if repeated {
			r.l.Report(it.At("aliases", i), aliasTwice, a)
		} else if other := r.names[nameKey(it.ID.Audience(), a)]; other != nil {
			r.l.Report(it.At("aliases", i), aliasTaken, a, other.ID)
		}
	}
}

func nameKey(a catalog.Audience, name string) string { return string(a) + "/" + name }

func (r *run) status(it *catalog.Item) {
	if s := it.Status; s != nil {
		if s.State == "取消" && !s.Successor.Ok() {
			r.l.Report(it.At("status"), needsSuccessor)
		}
		if s.Successor.To == it {
			r.l.Report(it.At("status", "successor"), selfReference, "successor")
		}
	}
}

func joined[T ~string](list []T) string {
	var b strings.Builder
	for i, s := range list {
		if i > 0 {
			b.WriteString("、")
		}
		b.WriteString(string(s))
	}
	return b.String()
}
