package check

import (
	"fmt"
	"net/url"
	"strings"

	"yibentong/generator/catalog"
	"yibentong/generator/diag"
)

var (
	totalsDiffer = &diag.Code{ID: "totals", Severity: diag.Warning, Zh: "%s应有 %d 件事项，现在有 %d 件", En: "%s: %d items declared, %d there",
		MendZh: "补齐事项，或改 catalog.yaml 里的 expect", MendEn: "add the items, or change expect in catalog.yaml"}
	badUSCC = &diag.Code{ID: "uscc", Severity: diag.Warning, Zh: "统一社会信用代码“%s”校验位不对", En: "credit code %q fails its check digit",
		MendZh: "对照证书重抄一遍", MendEn: "copy it again from the certificate"}
	badDivision = &diag.Code{ID: "division-form", Zh: "区划代码“%s”不是 6、9 或 12 位数字", En: "division code %q is not 6, 9 or 12 digits",
		MendZh: "照统计用区划代码抄写", MendEn: "copy the statistical code"}
	lawDates = &diag.Code{ID: "law-dates", Zh: "《%s》的日期先后不对", En: "the dates of %s are out of order",
		MendZh: "公布不晚于施行，废止不早于公布", MendEn: "issued, then in force, then repealed"}
	lawTwice = &diag.Code{ID: "registry-name", Zh: "“%s”登记了两次（另一条是 %s）", En: "%q is registered twice (the other is %s)",
		MendZh: "留一条，引用它的记录改用留下的 id", MendEn: "keep one and point the records at it"}
	departmentEnded = &diag.Code{ID: "department-ended", Severity: diag.Warning, Zh: "部门“%s”已于 %s 撤并", En: "department %q ended on %s",
		MendZh: "改用接手的部门", MendEn: "use its successor"}
)

// catalog applies the rules on the catalogue as a whole.
func (r *run) catalog() {
	c := r.Catalog
	for _, a := range [...]struct {
		audience catalog.Audience
		zh       string
		want     int
	}{{catalog.Personal, "个人", c.Edition.Expect.Personal}, {catalog.Enterprise, "企业", c.Edition.Expect.Enterprise}} {
		if got := c.Counted[a.audience]; got != a.want {
			f := r.l.Report(c.Edition.At("expect", string(a.audience)), totalsDiffer, a.zh, a.want, got)
			f.En = fmt.Sprintf(totalsDiffer.En, a.audience, a.want, got)
		}
	}
	r.names, r.numbers = map[string]*catalog.Item{}, map[string]bool{}
	codes := map[string]*catalog.Item{}
	for _, it := range c.Items {
		r.numbers[string(it.ID)] = true
		key := nameKey(it.ID.Audience(), it.Name)
		if first := r.names[key]; first != nil {
			r.l.Report(it.At("name"), nameTwice, first.ID)
		} else {
			r.names[key] = it
		}
		if it.Code == "" {
			continue
		}
		if first := codes[it.Code]; first != nil && !sameFamily(it, first) {
			r.l.Report(it.At("code"), codeTwice, first.ID)
		} else {
			codes[it.Code] = it
		}
	}
}

func sameFamily(a, b *catalog.Item) bool {
	top := func(it *catalog.Item) *catalog.Item {
		if it.Parent.Ok() {
			return it.Parent.To
		}
		return it
	}
	return top(a) == top(b) || a.ID.Audience() != b.ID.Audience()
}

// registries applies the rules on the lists that records refer to.
func (r *run) registries() {
	c := r.Catalog
	at := func(kind string, path ...any) diag.Pos { return c.Edition.InRegistry(kind, path...) }
	for i, d := range c.Departments {
		r.phone(d.Phone, func() diag.Pos { return at("departments", i, "phone") })
		if d.USCC != "" && !validUSCC(d.USCC) {
			r.l.Report(at("departments", i, "uscc"), badUSCC, d.USCC)
		}
	}
	for i, p := range c.Places {
		r.phone(p.Phone, func() diag.Pos { return at("places", i, "phone") })
		if n := len(p.Division); n != 0 && (n != 6 && n != 9 && n != 12 || strings.Trim(p.Division, "0123456789") != "") {
			r.l.Report(at("places", i, "division"), badDivision, p.Division)
		}
	}
	laws, papers := map[string]*catalog.Law{}, map[string]*catalog.Material{}
	for i, w := range c.Laws {
		r.law(w, func(path ...any) diag.Pos { return at("laws", append([]any{i}, path...)...) })
		if first := laws[w.Title]; first != nil {
			r.l.Report(at("laws", i, "title"), lawTwice, w.Title, first.ID)
		}
		laws[w.Title] = w
	}
	for i, m := range c.Materials {
		if first := papers[m.Name]; first != nil {
			r.l.Report(at("materials", i, "name"), lawTwice, m.Name, first.ID)
		}
		papers[m.Name] = m
		r.wording(m.Name+"\n"+m.Obtain+"\n"+m.Issuer, strict, func(string) diag.Pos { return at("materials", i) })
	}
	for i, ch := range c.Channels {
		if u, err := url.Parse(ch.URL); ch.URL != "" && (err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || u.User != nil) {
			r.l.Report(at("channels", i, "url"), badURL, ch.URL)
		}
	}
	r.ended()
}

func (r *run) law(w *catalog.Law, at func(path ...any) diag.Pos) {
	if w.Issued.Ok() && w.InForce.Ok() && w.InForce.Before(w.Issued) ||
		w.Revised.Ok() && w.Issued.Ok() && w.Revised.Before(w.Issued) ||
		w.Repealed.Ok() && w.Issued.Ok() && w.Repealed.Before(w.Issued) {
		r.l.Report(at(), lawDates, w.Title)
	}
	r.wording(w.Title+"\n"+w.Number, plain, func(word string) diag.Pos { return at("number") })
}

// ended tells of items that name a department which is no more.
func (r *run) ended() {
	for _, it := range r.Catalog.Items {
		if d := it.Authority.Body.To; d != nil && d.Until.Ok() && d.Until.Before(r.Catalog.Edition.Date) {
			r.l.Report(it.At("authority", "body"), departmentEnded, d.Short, d.Until)
		}
	}
}

// validUSCC checks the last character of a credit code (GB 32100-2015).
func validUSCC(code string) bool {
	const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"
	weights := [...]int{1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28}
	if len(code) != 18 {
		return false
	}
	sum := 0
	for i, w := range weights {
		v := strings.IndexByte(alphabet, code[i])
		if v < 0 {
			return false
		}
		sum += v * w
	}
	return alphabet[(31-sum%31)%31] == code[17]
}
