package export

import (
	"strconv"

	"yibentong/generator/catalog"
	"yibentong/generator/site"
)

// column is one column of the table: what the dictionary says of it and what
// stands in it. An empty cell means "not known".
type column struct {
	name, meaning, kind string
	source              string // the field of the record, in the words of its file
	value               func(*exporter, *catalog.Item) string
}

// Kinds of columns, as the dictionary names them.
const (
	aText   = "文本"
	aList   = "文本，多项以“；”隔开"
	aNumber = "整数"
	aDate   = "日期，如 2026-11-24"
	aYes    = "是/否"
	anURL   = "网址"
)

// columns are the table's, in the order of the guide.
func columns() []column {
	return []column{
		{"编号", "事项编号：P 开头是个人事项，E 开头是企业事项", aText, "id", field(func(it *catalog.Item) string { return string(it.ID) })},
		{"事项名称", "官方名称", aText, "name", field(func(it *catalog.Item) string { return it.Name })},
		{"别名", "群众口中的叫法", aList, "aliases", field(func(it *catalog.Item) string { return join(it.Aliases) })},
		{"简介", "这件事是什么、谁来办、办完得到什么", aText, "summary", field(func(it *catalog.Item) string { return it.Summary })},
		{"手册", "个人或企业", aText, "id 的首字母", field(func(it *catalog.Item) string { return audienceName(it.ID.Audience()) })},
		{"阶段", "主要的生命周期阶段", aText, "stage", field(stageName)},
		{"服务对象", "自然人、企业法人等", aList, "clients", field(func(it *catalog.Item) string { return join(it.Clients) })},
		{"主题", "主题分类", aList, "topics", field(topicNames)},
		{"事项类型", "行政许可、公共服务等", aText, "type", field(func(it *catalog.Item) string { return string(it.Type) })},
		{"事项类型代码", "GB/T 39046-2020 表 A.1 的代码；电子表格导入时设为文本，以免丢掉前面的 0", aText, "type", field(func(it *catalog.Item) string { return typeCodes[it.Type] })},
		{"基本编码", "政务服务事项基本目录的编码；电子表格导入时设为文本，以免变成科学记数", aText, "code", field(func(it *catalog.Item) string { return it.Code })},
		{"主项编号", "本事项是哪个主项的一种情形", aText, "parent", field(func(it *catalog.Item) string { return it.Parent.ID })},
		{"情形", "作为情形的名字：新办、变更等", aText, "variant", field(func(it *catalog.Item) string { return it.Variant })},
		{"状态", "在用、暂停或取消", aText, "status.state", field(state)},
		{"实施主体", "盖章的单位", aText, "authority.body", field(func(it *catalog.Item) string { return departmentName(it.Authority.Body) })},
		{"行业主管部门", "与实施主体不同时才有", aText, "authority.line", field(func(it *catalog.Item) string { return departmentName(it.Authority.Line) })},
		{"行使层级", "县级、镇（乡、街道）级等", aText, "authority.level", field(func(it *catalog.Item) string { return string(it.Authority.Level) })},
		{"申请材料", "要交或要出示的材料，括号里是什么情形才要", aList, "materials", field(paperNames)},
		{"办件类型", "即办件或承诺件", aText, "time.kind", timed(func(t *catalog.Time) string { return string(t.Kind) })},
		{"法定时限", "法定办结时限的数值", aNumber, "time.statutory", timed(func(t *catalog.Time) string { return spanValue(t.Statutory) })},
		{"法定时限单位", "工作日、自然日、小时、分钟、月或年", aText, "time.statutory", timed(func(t *catalog.Time) string { return t.Statutory.Unit })},
		{"承诺时限", "承诺办结时限的数值", aNumber, "time.promised", timed(func(t *catalog.Time) string { return spanValue(t.Promised) })},
		{"承诺时限单位", "工作日、自然日、小时、分钟、月或年", aText, "time.promised", timed(func(t *catalog.Time) string { return t.Promised.Unit })},
		{"最少跑动次数", "各种渠道里跑得最少的，跑几趟", aNumber, "trips.count", field(tripCount)},
		{"是否收费", "收不收费", aYes, "fee.charged", field(charged)},
		{"收费标准", "收费项目和金额（元）或标准", aList, "fee.items", field(feeTexts)},
		{"办理结果", "办完得到什么", aList, "results.name", field(resultNames)},
		{"可网上办", "登记有网上渠道时为“是”；空白不等于不能网上办", aYes, "channels.online", field(onlineYes)},
		{"通办范围", "全国通办、全省通办等", aText, "channels.range", field(rangeName)},
		{"办理地点", "办理窗口所在的地点", aList, "channels.windows", field(placeNames)},
		{"设定依据", "法律法规和条号", aList, "laws", field(lawNames)},
		{"咨询电话", "打了问事的号码", aList, "contact.consult", contacted(func(c *catalog.Contact) []catalog.Phone { return c.Consult })},
		{"投诉电话", "打了投诉的号码", aList, "contact.complain", contacted(func(c *catalog.Contact) []catalog.Phone { return c.Complain })},
		{"核对单位", "核对过本记录的单位；空白是还没有核对", aText, "checked.by", field(checkedBy)},
		{"核对日期", "核对的日期", aDate, "checked.on", field(checkedOn)},
		{"复核期限", "最迟哪天要重新核对", aDate, "review_by", field(func(it *catalog.Item) string { return it.ReviewBy.String() })},
		{"更新日期", "最近一次修改的日期", aDate, "changes.on", field(func(it *catalog.Item) string { return updated(it).String() })},
		{"网页", "办事指南网页", anURL, "id", func(x *exporter, it *catalog.Item) string { return x.address(site.ItemPath(it.ID)) }},
		{"数据", "本事项的 JSON，内容最全", anURL, "id", func(x *exporter, it *catalog.Item) string { return x.address(site.ItemJSONPath(it.ID)) }},
	}
}

// field is the value of a column that needs the item only.
func field(of func(*catalog.Item) string) func(*exporter, *catalog.Item) string {
	return func(_ *exporter, it *catalog.Item) string { return of(it) }
}

func timed(of func(*catalog.Time) string) func(*exporter, *catalog.Item) string {
	return func(_ *exporter, it *catalog.Item) string {
		if it.Time == nil {
			return ""
		}
		return of(it.Time)
	}
}

func contacted(of func(*catalog.Contact) []catalog.Phone) func(*exporter, *catalog.Item) string {
	return func(_ *exporter, it *catalog.Item) string {
		if it.Contact == nil {
			return ""
		}
		return each(of(it.Contact), func(p *catalog.Phone) string { return number(p) })
	}
}

func spanValue(s catalog.Span) string {
	if !s.Ok() {
		return ""
	}
	return strconv.Itoa(s.Value)
}
