package export

import "yibentong/generator/catalog"

// The codes of GB/T 39046-2020, annex A. Words that the standard does not have
// (非法人企业) have no code.

var typeCodes = map[catalog.ItemType]string{ // A.1
	"行政许可": "01", "行政给付": "05", "行政确认": "07", "行政奖励": "08", "行政裁决": "09", "其他行政权力": "10", "公共服务": "20",
}

var levelCodes = map[catalog.Level]string{ // A.2
	"国家级": "1", "省级": "2", "市级": "3", "县级": "4", "镇（乡、街道）级": "5", "村（社区）级": "6", "分级管理": "7",
}

var clientCodes = map[catalog.Client]string{ // A.4
	"自然人": "1", "企业法人": "2", "事业法人": "3", "社会组织法人": "4", "行政机关": "5", "其他组织": "6",
}

var kindCodes = map[catalog.TimeKind]string{ // A.6
	catalog.Instant: "1", catalog.Pledged: "2",
}

// coded writes a word of a closed list together with its code.
func (e *encoder) coded(k, code, name string) {
	e.object(k, func() {
		e.text("code", code)
		e.text("name", name)
	})
}

func client(e *encoder, c *catalog.Client) {
	e.text("code", clientCodes[*c])
	e.text("name", string(*c))
}

// audienceName is what a handbook's readers are called.
func audienceName(a catalog.Audience) string {
	if a == catalog.Enterprise {
		return "企业"
	}
	return "个人"
}

func (e *encoder) audience(a catalog.Audience) {
	e.object("audience", func() {
		e.text("id", string(a))
		e.text("name", audienceName(a))
	})
}
