package site

import (
	"cmp"
	"strings"
)

// Settings is what handbook.yaml says of the publication itself: its address
// and what a government site must carry. What is not known stays empty; the
// pages leave it out, and Missing names it.
type Settings struct {
	Title      string `yaml:"title,required" zh:"手册的名称，如高坪区政务服务一本通。"`
	BaseURL    string `yaml:"base_url,required" zh:"发布的网址，以 https:// 开头。真网址没有定时写 https://yibentong.example/。"`
	Language   string `yaml:"language,required" zh:"网页语言，写 zh-CN。"`
	Theme      string `yaml:"theme,required" zh:"主题：themes/ 里的文件夹名。"`
	Host       string `yaml:"host" zh:"主办单位。"`
	Operator   string `yaml:"operator" zh:"承办单位。"`
	Phone      string `yaml:"phone" zh:"主办或承办单位的联系电话，带区号。"`
	SiteName   string `yaml:"site_name" zh:"网站名称（SiteName），如某某人民政府。"`
	SiteDomain string `yaml:"site_domain" zh:"网站域名（SiteDomain），如 www.example.gov.cn。"`
	SiteID     string `yaml:"site_id" zh:"政府网站标识码，10 位数字。"`
	ICP        string `yaml:"icp" zh:"ICP 备案号。"`
	Police     Police `yaml:"police" zh:"公安备案。"`
	Badge      string `yaml:"badge" zh:"党政机关网站标识的网址。"`
	FindFault  string `yaml:"find_fault" zh:"“我为政府网站找错”的网址。"`
	Print      Print  `yaml:"print" zh:"书怎么印：开本、纸张、装订、准印证号。"`
}

// Print is what a print shop asks, and what the law asks of printed matter. What
// is not set takes the usual; a permit has none.
type Print struct {
	Paper     string  `yaml:"paper" zh:"开本：A5、16k（185×260毫米）或 A4。不写就是 A5。"`
	Compiler  string  `yaml:"compiler" zh:"编印单位。不写就不印。"`
	Permit    string  `yaml:"permit" zh:"准印证号，内部资料性出版物才有。不写就不印。"`
	Binding   string  `yaml:"binding" zh:"装订方式，如无线胶装、骑马钉。"`
	Signature int     `yaml:"signature" zh:"一帖几页，4 的倍数，如 16。书的页数补足到它的整数倍。"`
	Stock     string  `yaml:"stock" zh:"内文用纸，如 80克胶版纸。"`
	Leaf      float64 `yaml:"leaf" zh:"一张内文纸的厚度，毫米。书脊的宽度和折页的爬移按它算，开印前以纸样为准。"`
	Cover     string  `yaml:"cover" zh:"封面用纸，如 250克铜版纸覆哑膜。"`
	Condition string  `yaml:"condition" zh:"印刷条件：主题 press/ 文件夹里 ICC 文件的名字，如 FOGRA39；由印刷厂定。"`
}

// normal fills in what is usual for a handbook of some hundred pages.
func (p Print) normal() Print {
	p.Paper, p.Binding = cmp.Or(p.Paper, "A5"), cmp.Or(p.Binding, "无线胶装")
	p.Signature, p.Leaf = cmp.Or(p.Signature, 16), cmp.Or(p.Leaf, 0.1)
	p.Stock, p.Cover = cmp.Or(p.Stock, "80克胶版纸"), cmp.Or(p.Cover, "250克铜版纸，覆哑膜")
	p.Condition = cmp.Or(p.Condition, "FOGRA39")
	return p
}

// Police is the record with the police: the number as it is printed, and the
// code in the address of the record.
type Police struct {
	Number string `yaml:"number,required" zh:"公安备案号，如川公网安备 51130300000000号。"`
	Code   string `yaml:"code,required" zh:"备案号里的数字。"`
}

// Missing names, in Chinese, what a government site must carry and the
// settings do not give.
func (s Settings) Missing() []string {
	var out []string
	for _, x := range []struct{ value, name string }{
		{s.Host, "主办单位"}, {s.Operator, "承办单位"}, {s.Phone, "联系电话"}, {s.SiteName, "网站名称"},
		{s.SiteDomain, "网站域名"}, {s.SiteID, "政府网站标识码"}, {s.ICP, "ICP备案号"}, {s.Police.Number, "公安备案号"},
		{s.Badge, "党政机关网站标识"}, {s.FindFault, "我为政府网站找错"},
	} {
		if x.value == "" {
			out = append(out, x.name)
		}
	}
	if s.Placeholder() {
		out = append(out, "正式网址")
	}
	return out
}

// Placeholder tells that the real address is not known: the name in BaseURL is
// one that RFC 2606 keeps from being registered.
func (s Settings) Placeholder() bool { return strings.HasSuffix(s.hostname(), ".example") }

// Folder is the path of BaseURL on its host, with slashes at both ends.
func (s Settings) Folder() string {
	_, rest, _ := strings.Cut(s.BaseURL, "://")
	_, path, _ := strings.Cut(rest, "/")
	return "/" + path
}

func (s Settings) hostname() string {
	_, rest, _ := strings.Cut(s.BaseURL, "://")
	host, _, _ := strings.Cut(rest, "/")
	host, _, _ = strings.Cut(host, ":")
	return host
}

// normal returns the settings with the slash at the end of BaseURL and the usual print.
func (s Settings) normal() Settings {
	if !strings.HasSuffix(s.BaseURL, "/") {
		s.BaseURL += "/"
	}
	s.Print = s.Print.normal()
	return s
}
