package catalog

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"yibentong/generator/diag"
	"yibentong/generator/source"
)

var (
	badID = &diag.Code{ID: "id-form", Zh: "id“%s”只能用小写英文字母、数字和连字符，不超过 64 个", En: "id %q must be lower-case letters, digits and hyphens, at most 64",
		MendZh: "例如 id-card；不能有 /、. 和空格", MendEn: "such as id-card; no slash, dot or space"}
	badItemID = &diag.Code{ID: "item-id-form", Zh: "编号“%s”要写成 P 或 E 加三位以上数字", En: "number %q must be P or E and three digits or more",
		MendZh: "个人事项写 P001，企业事项写 E001", MendEn: "P001 for persons, E001 for enterprises"}
	badDate = &diag.Code{ID: "date-form", Zh: "日期“%s”写得不对", En: "%q is not a date",
		MendZh: "写成 2026-11-24 这样，且真有这一天", MendEn: "write it as 2026-11-24, a day that exists"}
	badSpan = &diag.Code{ID: "span-form", Zh: "时限“%s”写得不对", En: "%q is not a span of time",
		MendZh: "写成数字加单位：5个工作日、30个自然日、2小时、3个月、1年", MendEn: "a number and a unit: 5个工作日, 30个自然日, 2小时, 3个月, 1年"}
	badArticle = &diag.Code{ID: "article-form", Zh: "条号“%s”写得不对", En: "%q is not an article number",
		MendZh: "写阿拉伯数字：10；第一百二十条之一写 120-1", MendEn: "write digits: 10; 120-1 for 第一百二十条之一"}
)

// ID names an entry of a registry: lower-case letters, digits, hyphens.
type ID string

var idForm = regexp.MustCompile(`^[a-z0-9][a-z0-9-]{0,63}$`)

// ParseScalar implements source.Scalar.
func (id *ID) ParseScalar(s string) *source.Fault {
	if !idForm.MatchString(s) {
		return &source.Fault{Code: badID, Args: []any{s}}
	}
	*id = ID(s)
	return nil
}

// ItemID is the catalogue number, P001 or E001 on: the file's prefix, the
// page's address and what the booklet prints.
type ItemID string

var itemIDForm = regexp.MustCompile(`^[PE][0-9]{3,6}$`)

// ParseScalar implements source.Scalar.
func (id *ItemID) ParseScalar(s string) *source.Fault {
	if !itemIDForm.MatchString(s) || strings.Trim(s[1:], "0") == "" || len(s) > 4 && s[1] == '0' {
		return &source.Fault{Code: badItemID, Args: []any{s}}
	}
	*id = ItemID(s)
	return nil
}

// Audience is whose handbook the number belongs to.
func (id ItemID) Audience() Audience {
	if strings.HasPrefix(string(id), "E") {
		return Enterprise
	}
	return Personal
}

// Before orders numbers as they are printed: persons first, then by value.
func (id ItemID) Before(other ItemID) bool {
	if id[0] != other[0] {
		return id[0] == 'P'
	}
	if len(id) != len(other) {
		return len(id) < len(other)
	}
	return id < other
}

// Date is a calendar day, written 2026-11-24. The zero value is "not known".
type Date struct{ year, month, day int16 }

// ParseScalar implements source.Scalar.
func (d *Date) ParseScalar(s string) *source.Fault {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil || t.Year() < 1900 || t.Year() > 2200 {
		return &source.Fault{Code: badDate, Args: []any{clip(s)}}
	}
	*d = DateOf(t)
	return nil
}

// DateOf is the day of t in t's own zone.
func DateOf(t time.Time) Date {
	return Date{int16(t.Year()), int16(t.Month()), int16(t.Day())}
}

// Ok tells whether the day is known.
func (d Date) Ok() bool { return d.year != 0 }

// Before tells whether d comes before e.
func (d Date) Before(e Date) bool { return d.number() < e.number() }

func (d Date) number() int { return int(d.year)*10000 + int(d.month)*100 + int(d.day) }

// String is 2026-11-24, or "" when not known.
func (d Date) String() string {
	if !d.Ok() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.year, d.month, d.day)
}

// Chinese is 2026年11月24日, or "" when not known.
func (d Date) Chinese() string {
	if !d.Ok() {
		return ""
	}
	return fmt.Sprintf("%d年%d月%d日", d.year, d.month, d.day)
}

// Time is the day's first moment in UTC.
func (d Date) Time() time.Time {
	return time.Date(int(d.year), time.Month(d.month), int(d.day), 0, 0, 0, 0, time.UTC)
}

// Span is a length of time with its unit, written as people write it: 5个工作日.
// One scalar, not value and unit in two keys, since staff read and compare it
// as one; machines get both parts.
type Span struct {
	Value int
	Unit  string // 工作日, 自然日, 小时, 月 or 年
}

var spanForm = regexp.MustCompile(`^([0-9]{1,4}) ?(个?工作日|个?自然日|个?小时|个?月|年|分钟)$`)

// ParseScalar implements source.Scalar.
func (s *Span) ParseScalar(text string) *source.Fault {
	m := spanForm.FindStringSubmatch(text)
	if m == nil || m[1] == "0" {
		return &source.Fault{Code: badSpan, Args: []any{clip(text)}}
	}
	s.Value, _ = strconv.Atoi(m[1])
	s.Unit = strings.TrimPrefix(m[2], "个")
	return nil
}

// Ok tells whether the span is known.
func (s Span) Ok() bool { return s.Value > 0 }

// String is 5个工作日, 2小时, 1年, or "" when not known.
func (s Span) String() string {
	switch {
	case !s.Ok():
		return ""
	case s.Unit == "工作日" || s.Unit == "自然日" || s.Unit == "月":
		return strconv.Itoa(s.Value) + "个" + s.Unit
	}
	return strconv.Itoa(s.Value) + s.Unit
}

// Days is the span in calendar days, roughly, for comparing spans of unlike
// units: five working days make seven.
func (s Span) Days() float64 {
	v := float64(s.Value)
	switch s.Unit {
	case "工作日":
		return v * 7 / 5
	case "小时":
		return v / 8 * 7 / 5
	case "分钟":
		return v / 480 * 7 / 5
	case "月":
		return v * 30
	case "年":
		return v * 365
	}
	return v
}

// Article is an article of a law: 10, or 120-1 for 第一百二十条之一.
type Article struct{ Number, Sub int }

var articleForm = regexp.MustCompile(`^([1-9][0-9]{0,3})(?:-([1-9][0-9]?))?$`)

// ParseScalar implements source.Scalar.
func (a *Article) ParseScalar(s string) *source.Fault {
	m := articleForm.FindStringSubmatch(s)
	if m == nil {
		return &source.Fault{Code: badArticle, Args: []any{clip(s)}}
	}
	a.Number, _ = strconv.Atoi(m[1])
	a.Sub, _ = strconv.Atoi(m[2])
	return nil
}

// String is 第十条 or 第一百二十条之一.
func (a Article) String() string {
	s := "第" + han(a.Number) + "条"
	if a.Sub > 0 {
		s += "之" + han(a.Sub)
	}
	return s
}

// Key is the number as records write it: 10 or 120-1.
func (a Article) Key() string {
	if a.Sub > 0 {
		return fmt.Sprintf("%d-%d", a.Number, a.Sub)
	}
	return strconv.Itoa(a.Number)
}

// han writes 1 to 9999 in Chinese numerals.
func han(n int) string {
	digits := [...]string{"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"}
	var b strings.Builder
	zero := false
	for _, u := range [...]struct {
		value int
		name  string
	}{{1000, "千"}, {100, "百"}, {10, "十"}, {1, ""}} {
		d := n / u.value % 10
		if d == 0 {
			zero = b.Len() > 0
			continue
		}
		if zero {
			b.WriteString("零")
			zero = false
		}
		if d != 1 || u.value != 10 || b.Len() > 0 {
			b.WriteString(digits[d])
		}
		b.WriteString(u.name)
	}
	return b.String()
}

func clip(s string) string {
	if r := []rune(s); len(r) > 20 {
		return string(r[:20]) + "…"
	}
	return s
}

// The patterns that the schema shows; each is the form that ParseScalar takes.

// Pattern implements source.Patterned.
func (ID) Pattern() (string, string) { return idForm.String(), "id-card" }

// Pattern implements source.Patterned.
func (ItemID) Pattern() (string, string) { return itemIDForm.String(), "P003" }

// Pattern implements source.Patterned.
func (Date) Pattern() (string, string) { return `^[0-9]{4}-[0-9]{2}-[0-9]{2}$`, "2026-11-24" }

// Pattern implements source.Patterned.
func (Span) Pattern() (string, string) { return spanForm.String(), "5个工作日" }

// Pattern implements source.Patterned.
func (Article) Pattern() (string, string) { return articleForm.String(), "10" }
