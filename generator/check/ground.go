package check

import (
	"net/url"
	"regexp"
	"strings"

	"yibentong/generator/catalog"
	"yibentong/generator/diag"
	"yibentong/generator/markdown"
)

var (
	lawRepealed = &diag.Code{ID: "law-repealed", Zh: "《%s》已于 %s 废止", En: "%s was repealed on %s",
		MendZh: "改引现行有效的法律", MendEn: "cite the law in force"}
	articleBeyond = &diag.Code{ID: "article-beyond", Zh: "《%s》只有 %d 条，没有%s", En: "%s has %d articles, there is no %s",
		MendZh: "翻到现行文本核对条号；修订后条号常有变动", MendEn: "check against the text in force: revisions renumber"}
	articleTwice = &diag.Code{ID: "article-duplicate", Severity: diag.Warning, Zh: "%s写了两遍", En: "%s is cited twice",
		MendZh: "删掉一个", MendEn: "delete one"}
	phoneForm = &diag.Code{ID: "phone-form", Zh: "电话“%s”写得不对", En: "%q is not a phone number",
		MendZh: "座机写区号加横线，如 0817-…；热线写在 hotline 里", MendEn: "area code, hyphen, number; hotlines go to hotline"}
	phoneArea = &diag.Code{ID: "phone-area", Severity: diag.Warning, Zh: "电话“%s”的区号不是本地的 %s", En: "%q does not have the local area code %s",
		MendZh: "核对区号", MendEn: "check the area code"}
	phoneNeither = &diag.Code{ID: "phone-neither", Zh: "这一条要写 hotline 或 number 中的一个", En: "give either hotline or number",
		MendZh: "补上，或删掉这一条", MendEn: "add one, or delete the entry"}
	phoneSame = &diag.Code{ID: "phone-same", Zh: "咨询电话和投诉电话相同：%s", En: "the same number to ask and to complain: %s",
		MendZh: "投诉要写监督部门的电话，或不写（页面会给出 12345）", MendEn: "give the supervisor's number, or none"}
	badURL = &diag.Code{ID: "url-form", Zh: "网址“%s”不能用", En: "the address %q cannot be used",
		MendZh: "写 https:// 开头的完整网址", MendEn: "a full address with https://"}
	unknownHost = &diag.Code{ID: "url-host", Severity: diag.Warning, Zh: "网址的主机“%s”没有登记过", En: "host %q is not registered",
		MendZh: "核实是官方网站后，在 registry/channels.yaml 里登记", MendEn: "once verified, add it to registry/channels.yaml"}
	staleReview = &diag.Code{ID: "review-stale", Severity: diag.Warning, Zh: "应在 %s 前重新核对，已经过期", En: "review was due by %s",
		MendZh: "核对后改 review_by，并在 changes 里记一笔", MendEn: "review it, move review_by, add a change"}
	futureDate = &diag.Code{ID: "date-future", Zh: "%s 晚于本版的数据日期 %s", En: "%s is after the edition's date %s",
		MendZh: "核对日期，或先把 catalog.yaml 的 date 往后移", MendEn: "check it, or move the edition's date first"}
	changesOrder = &diag.Code{ID: "changes-order", Zh: "改动记录要从新到旧写", En: "changes go from the newest to the oldest",
		MendZh: "把新的移到上面", MendEn: "move the newer one up"}
	reviewOrder = &diag.Code{ID: "review-order", Zh: "三审的日期先后不对", En: "the three reviews are out of order",
		MendZh: "初审不晚于复审，复审不晚于终审", MendEn: "first, second, final"}
	readLater = &diag.Code{ID: "source-old", Severity: diag.Warning, Zh: "资料是 %s 看的，已超过两年", En: "the source was read on %s, over two years ago",
		MendZh: "重新看一遍再改日期", MendEn: "read it again"}
)

func (r *run) laws(it *catalog.Item) {
	for i, c := range it.Laws {
		r.citation(it, &c, "laws", i)
	}
}

func (r *run) citation(it *catalog.Item, c *catalog.Citation, at ...any) {
	law := c.Law.To
	if law.Repealed.Ok() {
		f := r.l.Report(it.At(append(at, "law")...), lawRepealed, law.Title, law.Repealed)
		if by := law.ReplacedBy.To; by != nil {
			f.Hint("改引 "+law.ReplacedBy.ID+"（"+by.Title+"）", "cite "+law.ReplacedBy.ID)
		}
	}
	for j, a := range c.Articles {
		if law.Articles > 0 && a.Number > law.Articles {
			r.l.Report(it.At(append(at, "articles", j)...), articleBeyond, law.Title, law.Articles, a)
		}
		for _, b := range c.Articles[:j] {
			if a == b {
				r.l.Report(it.At(append(at, "articles", j)...), articleTwice, a)
			}
		}
	}
}

// Landlines with area code, mobile numbers, 400 numbers. Short service numbers
// are hotlines and belong to the registry.
var phone = regexp.MustCompile(`^(0[1-9][0-9]{1,2}-[1-9][0-9]{6,7}(-[0-9]{1,5})?|1[3-9][0-9]{9}|400-?[0-9]{3}-?[0-9]{4})$`)

func (r *run) phone(number string, at func() diag.Pos) {
	switch area := r.Catalog.Edition.AreaCode; {
	case number == "":
	case !phone.MatchString(number):
		r.l.Report(at(), phoneForm, number)
	case area != "" && number[0] == '0' && !strings.HasPrefix(number, area+"-"):
		r.l.Report(at(), phoneArea, number, area)
	}
}

func (r *run) contact(it *catalog.Item) {
	c := it.Contact
	if c == nil {
		return
	}
	for _, side := range [...]struct {
		key  string
		list []catalog.Phone
	}{{"consult", c.Consult}, {"complain", c.Complain}} {
		for i, p := range side.list {
			at := func() diag.Pos { return it.At("contact", side.key, i) }
			if p.Hotline.Ok() == (p.Number != "") {
				r.l.Report(at(), phoneNeither)
			}
			r.phone(p.Number, at)
		}
	}
	for _, a := range c.Consult {
		for i, b := range c.Complain {
			if a.Number != "" && a.Number == b.Number {
				r.l.Report(it.At("contact", "complain", i), phoneSame, a.Number)
			}
		}
	}
	if b := it.Channels; b != nil && b.Booking != nil {
		r.phone(b.Booking.Phone, func() diag.Pos { return it.At("channels", "booking", "phone") })
	}
}

func (r *run) links(it *catalog.Item) {
	if c := it.Channels; c != nil {
		for i, o := range c.Online {
			r.address(it, o.URL, "channels", "online", i, "url")
		}
		if c.Booking != nil {
			r.address(it, c.Booking.URL, "channels", "booking", "url")
		}
	}
}

func (r *run) address(it *catalog.Item, address string, at ...any) {
	if address == "" {
		return
	}
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || !markdown.Safe(address) {
		r.l.Report(it.At(at...), badURL, address)
	} else if !r.hosts[u.Hostname()] {
		r.l.Report(it.At(at...), unknownHost, u.Hostname())
	}
}

// knownHosts are the hosts of registered channels, and the central government's.
func knownHosts(c *catalog.Catalog) map[string]bool {
	hosts := map[string]bool{"www.gov.cn": true}
	for _, ch := range c.Channels {
		if u, err := url.Parse(ch.URL); err == nil && u.Host != "" {
			hosts[u.Hostname()] = true
		}
	}
	return hosts
}

func (r *run) truth(it *catalog.Item) {
	edition := r.Catalog.Edition.Date
	r.fresh(it.Origin, it.ReviewBy, it.Changes, it.Sources)
	if c := it.Checked; c != nil && edition.Before(c.On) {
		r.l.Report(it.At("checked", "on"), futureDate, c.On, edition)
	}
	if v := it.Review; v != nil {
		last := catalog.Date{}
		for _, c := range [...]*catalog.Check{v.First, v.Second, v.Final} {
			if c != nil && c.On.Before(last) {
				r.l.Report(it.At("review"), reviewOrder)
			}
			if c != nil {
				last = c.On
			}
		}
	}
}

// fresh looks at the dates that every record has.
func (r *run) fresh(o catalog.Origin, reviewBy catalog.Date, changes []catalog.Change, sources []catalog.Source) {
	edition := r.Catalog.Edition.Date
	if r.Today.Ok() && reviewBy.Before(r.Today) {
		r.l.Report(o.At("review_by"), staleReview, reviewBy)
	}
	for i, c := range changes {
		if edition.Before(c.On) {
			r.l.Report(o.At("changes", i, "on"), futureDate, c.On, edition)
		}
		if i > 0 && changes[i-1].On.Before(c.On) {
			r.l.Report(o.At("changes", i, "on"), changesOrder)
		}
	}
	for i, s := range sources {
		if r.Today.Ok() && s.Read.Time().AddDate(2, 0, 0).Before(r.Today.Time()) {
			r.l.Report(o.At("sources", i, "read"), readLater, s.Read)
		}
	}
}
