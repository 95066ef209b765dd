package theme

import (
	"fmt"
	"strconv"
	"strings"
)

// Tokens is theme.yaml: the colours, type sizes and spaces that screen and
// paper share.
type Tokens struct {
	Colors []Color `yaml:"colors,required" zh:"通用颜色。"`
	Stages []Color `yaml:"stages,required" zh:"生命周期阶段的颜色。"`
	Type   Type    `yaml:"type,required" zh:"字号。"`
	Space  []Size  `yaml:"space,required" zh:"间距。"`
}

// Color is one named colour for daylight, for the dark and for paper, each
// written #rrggbb.
type Color struct {
	Name  string `yaml:"name,required" zh:"名字。"`
	Light string `yaml:"light,required" zh:"白天的颜色，#rrggbb。"`
	Dark  string `yaml:"dark,required" zh:"夜间的颜色，#rrggbb。"`
	Print string `yaml:"print,required" zh:"印刷的颜色，#rrggbb。"`
}

// Type is the type scale. Base and Elder are pixels, Print is points.
type Type struct {
	Base    float64 `yaml:"base,required" zh:"正文字号，像素。"`
	Elder   float64 `yaml:"elder,required" zh:"长辈版正文字号，像素。"`
	Print   float64 `yaml:"print,required" zh:"印刷正文字号，磅。"`
	Leading float64 `yaml:"leading,required" zh:"行距，字号的倍数。"`
	Steps   []Size  `yaml:"steps,required" zh:"各级字号。"`
}

// Size is a named size in rem.
type Size struct {
	Name string  `yaml:"name,required" zh:"名字。"`
	Rem  float64 `yaml:"rem,required" zh:"大小，rem。"`
}

// Color returns the general or stage colour of that name.
func (t Tokens) Color(name string) (Color, bool) {
	for _, list := range [][]Color{t.Colors, t.Stages} {
		for _, c := range list {
			if c.Name == name {
				return c, true
			}
		}
	}
	return Color{}, false
}

// CSS writes the tokens as custom properties: --ink, --t-h2, --s3, and for a
// stage the class .c-rose, which sets --c.
func (t Tokens) CSS() string {
	var b strings.Builder
	light := func(c Color) string { return c.Light }
	dark := func(c Color) string { return c.Dark }
	print := func(c Color) string { return c.Print }
	b.WriteString(":root{")
	palette(&b, t.Colors, light)
	fmt.Fprintf(&b, "--base:%spx;--elder:%spx;--print:%spt;--leading:%s;", num(t.Type.Base), num(t.Type.Elder), num(t.Type.Print), num(t.Type.Leading))
	for _, s := range t.Type.Steps {
		fmt.Fprintf(&b, "--t-%s:%srem;", s.Name, num(s.Rem))
	}
	for _, s := range t.Space {
		fmt.Fprintf(&b, "--%s:%srem;", s.Name, num(s.Rem))
	}
	b.WriteString("}\n")
	stages(&b, t.Stages, light)
	b.WriteString("@media screen and (prefers-color-scheme:dark){:root{")
	palette(&b, t.Colors, dark)
	b.WriteString("}\n")
	stages(&b, t.Stages, dark)
	b.WriteString("}\n@media print{:root{")
	palette(&b, t.Colors, print)
	b.WriteString("}\n")
	stages(&b, t.Stages, print)
	b.WriteString("}\n")
	return b.String()
}

func palette(b *strings.Builder, colors []Color, pick func(Color) string) {
	for _, c := range colors {
		fmt.Fprintf(b, "--%s:%s;", c.Name, pick(c))
	}
}

func stages(b *strings.Builder, colors []Color, pick func(Color) string) {
	for _, c := range colors {
		fmt.Fprintf(b, ".c-%s{--c:%s}\n", c.Name, pick(c))
	}
}

func num(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }
