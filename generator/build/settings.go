package build

import (
	"io/fs"
	"net/url"
	"regexp"

	"yibentong/generator/booklet"
	"yibentong/generator/diag"
	"yibentong/generator/site"
	"yibentong/generator/source"
)

// SettingsFile is the one settings file of a handbook.
const SettingsFile = "handbook.yaml"

var (
	noSettings = &diag.Code{ID: "settings-missing", Zh: "缺少设置文件 handbook.yaml", En: "there is no handbook.yaml",
		MendZh: "在手册的文件夹里运行；新县区先运行 init", MendEn: "run it in the handbook's folder; init starts a new one"}
	badBaseURL = &diag.Code{ID: "settings-url", Zh: "base_url“%s”不能用", En: "base_url %q cannot be used",
		MendZh: "写 https:// 开头、不带参数的网址，可以有子目录", MendEn: "an https:// address without query; a folder is fine"}
	badTheme = &diag.Code{ID: "settings-theme", Zh: "theme“%s”不是 themes/ 里的文件夹名", En: "theme %q is no folder of themes/",
		MendZh: "写文件夹名，如 handbook", MendEn: "such as handbook"}
	badPrint = &diag.Code{ID: "settings-print", Zh: "print 的 %s“%v”不能用", En: "print: %s %v cannot be used",
		MendZh: "开本写 A5、16k 或 A4；每帖页数写4的倍数；纸厚写毫米数，0.03到1；印刷条件写文件名", MendEn: "paper A5, 16k or A4; signature a multiple of 4; leaf 0.03 to 1 mm; condition a file's name"}
	placeholderURL = &diag.Code{ID: "settings-placeholder", Severity: diag.Warning, Pending: true, Zh: "网址还是示例，二维码扫出来打不开", En: "the address is still the example: QR codes lead nowhere",
		MendZh: "正式网址定了就改 handbook.yaml 的 base_url，或构建时加 --base-url", MendEn: "set base_url in handbook.yaml, or build with --base-url"}
)

var (
	themeForm     = regexp.MustCompile(`^[a-z0-9][a-z0-9-]*$`)
	conditionForm = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9_-]*$`)
)

// settings reads handbook.yaml. ok is false when nothing can be made from it.
func settings(tree fs.FS, o Options, l *diag.List) (s site.Settings, ok bool, err error) {
	f, ok, err := source.Read(tree, SettingsFile, l)
	if isMissing(err) {
		l.Report(diag.Pos{File: SettingsFile}, noSettings)
		return s, false, nil
	}
	if err != nil || !ok {
		return s, false, err
	}
	node := source.Parse(f, l)
	if node == nil {
		return s, false, nil
	}
	if _, ok = source.Decode(f, node, &s, l); !ok {
		return s, false, nil
	}
	if o.BaseURL != "" {
		s.BaseURL = o.BaseURL
	}
	at := source.NewLocator(tree)
	if u, err := url.Parse(s.BaseURL); err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || u.User != nil || u.RawQuery != "" || u.Fragment != "" {
		l.Report(at.At(SettingsFile, "base_url"), badBaseURL, s.BaseURL)
		return s, false, nil
	}
	if !themeForm.MatchString(s.Theme) {
		l.Report(at.At(SettingsFile, "theme"), badTheme, s.Theme)
		return s, false, nil
	}
	for _, x := range []struct {
		key   string
		value any
		good  bool
	}{
		{"paper", s.Print.Paper, s.Print.Paper == "" || booklet.PaperNamed(s.Print.Paper) != nil},
		{"signature", s.Print.Signature, s.Print.Signature%4 == 0 && s.Print.Signature >= 0},
		{"leaf", s.Print.Leaf, s.Print.Leaf == 0 || s.Print.Leaf >= 0.03 && s.Print.Leaf <= 1},
		{"condition", s.Print.Condition, s.Print.Condition == "" || conditionForm.MatchString(s.Print.Condition)},
	} {
		if !x.good {
			l.Report(at.At(SettingsFile, "print", x.key), badPrint, x.key, x.value)
			return s, false, nil
		}
	}
	if s.Placeholder() {
		l.Report(at.At(SettingsFile, "base_url"), placeholderURL)
	}
	return s, true, nil
}
