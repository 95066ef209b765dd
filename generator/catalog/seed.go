package catalog

import (
	"bytes"
	"fmt"
	"regexp"
)

// Seed is what a new county's handbook starts with besides the lists that all
// counties share: file names in the tree and their bytes.
func Seed(area, division string, today Date) map[string][]byte {
	head := func(kind string) string {
		return "# yaml-language-server: $schema=../schema/" + kind + ".schema.json\n"
	}
	return map[string][]byte{
		"handbook.yaml": fmt.Appendf(nil, `# yaml-language-server: $schema=catalog/schema/handbook.schema.json
# 手册的设置。页脚和备案各项核实后再填，没有填的不会显示。
title: %s政务服务一本通
base_url: https://yibentong.example/   # 示例网址，正式网址定了就改这里
language: zh-CN
theme: handbook
`, area),
		"catalog/catalog.yaml": fmt.Appendf(nil, `# yaml-language-server: $schema=schema/catalog.schema.json
# 手册的版次和总账。expect 写应有的件数，少一件构建就会说。
edition: 征求意见版
date: %s
area: %s
division: "%s"
expect:
  personal: 0
  enterprise: 0
handbooks:
  personal: 政务服务“个人全生命周期”事项一本通
  enterprise: 政务服务“企业全生命周期”事项一本通
`, today, area, division),
		RegistryFile("departments"): fmt.Appendf(nil, `%s# 部门。逐个核实“三定”名称后填写。
- id: xzspj
  name: %s行政审批局
  short: 行政审批局
  kind: 政府部门
  unverified: 机构改革后的名称
`, head("departments"), area),
		RegistryFile("places"): fmt.Appendf(nil, `%s# 办事地点。地址、电话、时间没有核实就不写。
- id: hall
  name: %s政务服务大厅
  kind: 区级大厅
  division: "%s"
`, head("places"), area, division),
		"public/.gitignore": []byte("*\n!.gitignore\n"),
	}
}

var itemReference = regexp.MustCompile(`(?m)^  produced_by: .*\n`)

// WithoutItems takes the references to items out of a registry, for a
// catalogue that has none yet.
func WithoutItems(registry []byte) []byte {
	return bytes.Clone(itemReference.ReplaceAll(registry, nil))
}
