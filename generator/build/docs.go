package build

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"yibentong/generator/catalog"
	"yibentong/generator/check"
	"yibentong/generator/content"
	"yibentong/generator/diag"
	"yibentong/generator/search"
	"yibentong/generator/site"
	"yibentong/generator/source"
	"yibentong/generator/theme"
)

// Doc is one generated file of catalog/schema/.
type Doc struct {
	Path string // in the tree
	Data []byte
}

// AllCodes lists every rule that an editor can meet, by id.
func AllCodes() []*diag.Code {
	all := slices.Concat(source.Codes(), catalog.Codes(), content.Codes(), check.Codes(), theme.Codes(), search.Codes(), Codes())
	slices.SortFunc(all, func(a, b *diag.Code) int { return strings.Compare(a.ID, b.ID) })
	return all
}

// Docs makes the schemas that editors complete from, the list of fields and
// the list of rules, all from the types and rules themselves.
func Docs() []Doc {
	docs := []Doc{
		{"catalog/schema/FORMAT.md", formatDoc()},
		{"catalog/schema/RULES.md", rulesDoc()},
	}
	for _, k := range kinds() {
		docs = append(docs, Doc{"catalog/schema/" + k.Name + ".schema.json", source.Schema(k.Title, k.Type)})
	}
	return docs
}

// kinds lists every kind of file that staff edit.
func kinds() []catalog.Kind {
	return append(catalog.Kinds(),
		catalog.Kind{Name: "synonyms", Title: "搜索用的口语对照", Where: search.SynonymsFile, Type: reflect.TypeFor[search.Synonyms]()},
		catalog.Kind{Name: "handbook", Title: "设置", Where: SettingsFile, Type: reflect.TypeFor[site.Settings]()})
}

func formatDoc() []byte {
	var b strings.Builder
	b.WriteString("# 记录里可以写什么\n\n由程序的类型生成（`make docs`），不要手改。带 * 的必填。不知道的内容不要留空键，整行不写，网页会显示“待核实”。\n")
	for _, k := range kinds() {
		fmt.Fprintf(&b, "\n## %s\n\n文件：`%s`\n\n| 键 | 意思 | 怎么写 |\n|---|---|---|\n", k.Title, k.Where)
		for _, f := range source.Fields(k.Type) {
			star := ""
			if f.Required {
				star = " *"
			}
			fmt.Fprintf(&b, "| `%s`%s | %s | %s |\n", f.Path, star, f.Doc, f.Values)
		}
	}
	return []byte(b.String())
}

func rulesDoc() []byte {
	var b strings.Builder
	b.WriteString("# 检查规则\n\n由程序的规则生成（`make docs`），不要手改。错误会停止发布；警告只提醒，`check --strict` 时也算错误。\n\n| 代码 | 级别 | 说什么 | 怎么改 |\n|---|---|---|---|\n")
	for _, c := range AllCodes() {
		fmt.Fprintf(&b, "| `%s` | %s | %s | %s |\n", c.ID, map[diag.Severity]string{diag.Error: "错误", diag.Warning: "警告"}[c.Severity], verbs(c.Zh), verbs(c.MendZh))
	}
	return []byte(b.String())
}

// verbs puts an ellipsis where a message is filled in.
func verbs(s string) string {
	for _, v := range []string{"%[1]s", "%[2]q", "%[2]d", "%[1]q", "%04X", "%.0f", "%s", "%d", "%q"} {
		s = strings.ReplaceAll(s, v, "…")
	}
	return strings.ReplaceAll(s, "|", "\\|")
}
