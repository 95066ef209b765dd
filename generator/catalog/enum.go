package catalog

// The closed lists of the guide. A record holds the Chinese word; exports map it to a code.
// Sources: GB/T 39046-2020 annex A and the practice of running platforms.

// Audience is whose handbook an item belongs to; the letter of its number says it.
type Audience string

const (
	Personal   Audience = "personal"
	Enterprise Audience = "enterprise"
)

func (Audience) Values() []string { return []string{"personal", "enterprise"} }

// Client is 服务对象 (GB/T 39046-2020 A.4), with 个体工商户 named for itself.
type Client string

func (Client) Values() []string {
	return []string{"自然人", "企业法人", "事业法人", "社会组织法人", "非法人企业", "个体工商户", "行政机关", "其他组织"}
}

// ItemType is 事项类型 (A.1), without the coercive kinds, which no handbook for citizens holds.
type ItemType string

func (ItemType) Values() []string {
	return []string{"行政许可", "行政给付", "行政确认", "行政奖励", "行政裁决", "其他行政权力", "公共服务"}
}

// State is 事项状态.
type State string

func (State) Values() []string { return []string{"在用", "暂停", "取消"} }

// Level is 行使层级 (A.2).
type Level string

func (Level) Values() []string {
	return []string{"国家级", "省级", "市级", "县级", "镇（乡、街道）级", "村（社区）级", "分级管理"}
}

// Form is the form in which a paper is taken.
type Form string

func (Form) Values() []string { return []string{"纸质", "电子", "纸质或电子"} }

// Necessity says whether a paper can be missing.
type Necessity string

func (Necessity) Values() []string {
	return []string{"必要", "非必要", "容缺后补", "告知承诺可免"}
}

// TimeKind is 办件类型 (A.6).
type TimeKind string

const (
	Instant TimeKind = "即办件"
	Pledged TimeKind = "承诺件"
)

func (TimeKind) Values() []string { return []string{"即办件", "承诺件"} }

// Medium is the way a step is taken or a trip is made (办理形式, A.5).
type Medium string

func (Medium) Values() []string {
	return []string{"窗口", "网上", "手机", "自助终端", "邮寄", "电话", "上门"}
}

// ResultKind is 办理结果类型.
type ResultKind string

func (ResultKind) Values() []string { return []string{"证照", "批文", "其他", "无"} }

// Delivery is how a result reaches the person.
type Delivery string

func (Delivery) Values() []string {
	return []string{"窗口领取", "邮寄送达", "电子证照", "网上下载", "银行卡发放", "自助打印", "当场告知", "短信告知"}
}

// Range is 通办范围.
type Range string

func (Range) Values() []string {
	return []string{"全国通办", "跨省通办", "全省通办", "全市通办", "全县通办", "仅限属地"}
}

// DepartmentKind tells what sort of body acts.
type DepartmentKind string

func (DepartmentKind) Values() []string {
	return []string{"政府部门", "党群机关", "群团组织", "垂直管理", "派出机构", "事业单位", "司法机关", "企业", "其他"}
}

// PlaceKind is the three levels of service places, and the rest.
type PlaceKind string

func (PlaceKind) Values() []string {
	return []string{"区级大厅", "部门窗口", "便民服务中心", "便民服务站", "其他"}
}

// LawRank is the rank of a source of law.
type LawRank string

func (LawRank) Values() []string {
	return []string{"法律", "行政法规", "司法解释", "部门规章", "地方性法规", "地方政府规章", "规范性文件", "标准"}
}

// MaterialKind is 材料类型.
type MaterialKind string

func (MaterialKind) Values() []string {
	return []string{"证件证书证明", "申请表格文书", "其他"}
}

// Provenance is 材料来源渠道.
type Provenance string

func (Provenance) Values() []string {
	return []string{"申请人自备", "政府部门核发", "其他"}
}

// ChannelKind is what an online channel is.
type ChannelKind string

func (ChannelKind) Values() []string {
	return []string{"网站", "手机应用", "小程序", "自助终端", "其他"}
}
