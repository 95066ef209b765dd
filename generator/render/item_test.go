package render

import (
	"encoding/json"
	"strings"
	"testing"

	"yibentong/generator/site"
)

func TestItemSaysEverythingInTheOrderOfTheGuide(t *testing.T) {
	t.Parallel()
	p := print(t, mini(t, placeholder), look(t)).page(t, "P001.html")
	p.has("h1", "什么都有的<事项>")
	p.has(".also", "也叫：俗称甲、俗称乙")
	p.has(".facts dd", "5个工作日内法定20个工作日", "20元起", "不用跑窗口1趟 · 网上不用跑", "可以网上办四川政务服务网", "测试县政务服务大厅等2处")
	p.has(".ticks li", "条件一。", "变更时条件二。")
	p.has(".counts", "原件出示1份 · 复印件收2份", "原件出示1份", "原件出示1份", "原件收1份")
	p.has(".case", "委托代办时还要")
	p.has(".flow h3", "申请", "公告变更时")
	p.has(".flow-meta", "申请人 · 窗口、网上 · 1个工作日")
	p.has(`[data-field=laws] li`, "《中华人民共和国行政复议法》 第一条、第一百二十条之一管复议。", "《旧法》已废止")
	p.has(`[data-field=contact] dd`, "12320 卫生热线 问条件。12345 便民热线（7×24小时）", "0817-111111112345 便民热线（7×24小时）")
	p.has(".reply", "能，带委托书。")
	var order []string
	for _, h := range p.all(".item-main h2") {
		order = append(order, h)
	}
	want := "办事提醒|谁来办|什么情况可以办|要带什么材料|怎么办|要多久、跑几趟|收不收费|办完得到什么|在哪里办|依据什么办|你的权利和义务|问谁、向谁投诉|大家常问|接着看|这页准不准"
	if got := strings.Join(order, "|"); got != want {
		t.Errorf("order of sections:\n got %s\nwant %s", got, want)
	}
}

func TestPaperLeadsToWhereItComesFrom(t *testing.T) {
	t.Parallel()
	files := print(t, mini(t, placeholder), look(t))
	p := files.page(t, "P001.html")
	if got := p.attr(`.paper-links a[href="P002.html"]`, "href"); got == "" {
		t.Error("the identity card does not lead to the item that produces it")
	}
	if got := p.attr(`.paper-links a[href^="https://forms.example"]`, "href"); got != "https://forms.example/proxy.pdf" {
		t.Errorf("blank form: %q", got)
	}
	p.has(".any .paper-name", "居民户口簿", "居民身份证")
}

func TestUnknownIsMarkedAndLeadsToTheHotline(t *testing.T) {
	t.Parallel()
	p := print(t, mini(t, placeholder), look(t)).page(t, "P002.html")
	if n := len(p.all(".facts .tbc")); n != 5 {
		t.Errorf("%d of 5 facts are marked as unknown", n)
	}
	for _, field := range []string{"conditions", "materials", "steps", "time", "fee", "results", "channels", "laws"} {
		if p.attr(`[data-field=`+field+`] .tbc a[href="tel:12345"]`, "href") == "" {
			t.Errorf("%s: nothing says that it is unknown", field)
		}
	}
	p.has(`[data-field=truth] .tbc`, "还没有经办理单位核对")
}

func TestSuspendedItemSaysWhyAndWhatInstead(t *testing.T) {
	t.Parallel()
	files := print(t, mini(t, placeholder), look(t))
	p := files.page(t, "P003.html")
	p.has("[data-field=status] p", "暂停 系统升级。", "从2026年11月1日起，到2026年12月1日。改办：只有必填的事项")
	p.has(`[data-field=materials] p`, "不用带任何材料。")
	files.page(t, "stage-birth.html").has(".rows .stop", "暂停")
}

func TestCasesOfOneItemNameEachOther(t *testing.T) {
	t.Parallel()
	files := print(t, mini(t, placeholder), look(t))
	files.page(t, "P004.html").has(".family li", "什么都有的<事项>", "变更：什么都有的事项（变更）")
	files.page(t, "P004.html").has(".family [aria-current]", "变更：什么都有的事项（变更）")
	files.page(t, "P001.html").has(".family [aria-current]", "什么都有的<事项>")
}

func TestLinkedDataIsValidAndCannotLeaveItsElement(t *testing.T) {
	t.Parallel()
	files := print(t, mini(t, placeholder), look(t))
	var v map[string]any
	raw := files.page(t, "P001.html").all(`script[type="application/ld+json"]`)[0]
	if err := json.Unmarshal([]byte(raw), &v); err != nil {
		t.Fatal(err)
	}
	if v["@type"] != "GovernmentService" || v["name"] != "什么都有的<事项>" || v["url"] != "https://yibentong.example/P001.html" {
		t.Errorf("got %v", v)
	}
	if strings.Contains(raw, "<") {
		t.Error("a raw < in linked data")
	}
}

func TestPageCarriesTheDutiesOfAGovernmentSite(t *testing.T) {
	t.Parallel()
	full := site.Settings{Title: "一本通", BaseURL: "https://www.test.gov.cn/ybt", Language: "zh-CN", Theme: "handbook", Host: "测试县人民政府", Operator: "测试县数据局",
		Phone: "0817-2222222", SiteName: "测试县人民政府", SiteDomain: "www.test.gov.cn", SiteID: "5113990001", ICP: "蜀ICP备00000000号",
		Police: site.Police{Number: "川公网安备51139900000000号", Code: "51139900000000"}, Badge: "https://bszs.conac.cn/x", FindFault: "https://zfwzgl.www.gov.cn/x"}
	files := print(t, mini(t, full), look(t))
	p := files.page(t, "P001.html")
	for name, want := range map[string]string{"SiteName": "测试县人民政府", "SiteDomain": "www.test.gov.cn", "SiteIDCode": "5113990001",
		"ArticleTitle": "什么都有的<事项>", "PubDate": "2026-11-24 00:00", "ContentSource": "测试县人民政府"} {
		if got := p.attr("meta[name="+name+"]", "content"); got != want {
			t.Errorf("%s: %q", name, got)
		}
	}
	p.has(".foot-duty span", "主办单位：测试县人民政府", "承办单位：测试县数据局", "联系电话：0817-2222222", "网站标识码：5113990001", "蜀ICP备00000000号", "川公网安备51139900000000号", "党政机关网站标识", "我为政府网站找错")
	p.has("figcaption", "扫码看完整指南")
	if got := p.attr(`link[rel=canonical]`, "href"); got != "https://www.test.gov.cn/ybt/P001.html" {
		t.Errorf("canonical %q", got)
	}
	if got := files.page(t, "404.html").attr("base", "href"); got != "/ybt/" {
		t.Errorf("base of the page for lost addresses: %q", got)
	}
}

func TestPlaceholderAddressIsSaidAndUnknownDutiesAreLeftOut(t *testing.T) {
	t.Parallel()
	files := print(t, mini(t, placeholder), look(t))
	p := files.page(t, "P001.html")
	p.has("figcaption", "二维码里是示例网址，正式网址确定后才能扫")
	p.has(".foot-duty span")
	if p.attr("meta[name=SiteIDCode]", "content") != "" || files.page(t, "404.html").attr("base", "href") != "" {
		t.Error("something unknown is on the page")
	}
}
