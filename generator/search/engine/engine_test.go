package engine

import (
	"strings"
	"testing"

	"yibentong/generator/search"
)

// town is a handbook small enough to be kept in the head.
var town = []search.Doc{
	{ID: "P001", Name: "《出生医学证明》首次签发", Aliases: []string{"出生证", "娃儿出生证明"}, Stage: "出生", Department: "卫健局", Popularity: 3},
	{ID: "P002", Name: "居民身份证办理（包括临时）", Stage: "生活", Department: "公安分局", Popularity: 3},
	{ID: "P003", Name: "居民身份证挂失申报、丢失招领", Stage: "生活", Department: "公安分局"},
	{ID: "P004", Name: "户口迁移审批", Aliases: []string{"转户口"}, Stage: "生活", Department: "公安分局"},
	{ID: "P005", Name: "中国内地公民婚姻登记", Aliases: []string{"扯证"}, Stage: "生活", Department: "民政局"},
	{ID: "P006", Name: "补领结婚证", Stage: "生活", Department: "民政局"},
	{ID: "P007", Name: "最低生活保障", Aliases: []string{"低保"}, Stage: "救助", Department: "民政局", Summary: "家里收入低于当地标准的，每月领一份补差的钱。", Text: []string{"家庭经济状况核对授权书"}},
	{ID: "E001", Name: "公司设立登记", Aliases: []string{"办公司"}, Stage: "准入准营", Department: "市场监管局", Audience: "enterprise", Popularity: 2},
	{ID: "E002", Name: "公司变更登记", Stage: "经营发展", Department: "市场监管局", Audience: "enterprise"},
	{ID: "E003", Name: "公司注销登记", Stage: "注销退出", Department: "市场监管局", Audience: "enterprise"},
	{ID: "E004", Name: "食品小经营店备案发放", Stage: "准入准营", Department: "市场监管局", Audience: "enterprise"},
	{ID: "E005", Name: "会计专业技术人员继续教育办理", Stage: "经营发展", Department: "财政局", Audience: "enterprise"},
	{ID: "E006", Name: "重大设计变更文件审批", Stage: "工程建设", Department: "住建局", Audience: "enterprise"},
}

var speech = &search.Synonyms{
	OneWay: []search.Rule{
		{Say: []string{"掉了", "丢了"}, Means: []string{"补领", "挂失"}},
		{Say: []string{"开馆子"}, Means: []string{"食品小经营店备案"}},
		{Say: []string{"KTV"}, Means: []string{"公司设立登记"}},
	},
	Same:    []search.Group{{Words: []string{"注销", "销掉"}}},
	Ignore:  []string{"咋个办", "需要什么材料", "了"},
	Region:  []string{"高坪", "高坪区"},
	Actions: []string{"变更", "注销", "挂失", "补领"},
}

func open(t testing.TB, docs []search.Doc, syn *search.Synonyms) *Engine {
	t.Helper()
	files, index, err := search.Build(docs, syn, search.Options{})
	if err != nil {
		t.Fatal(err)
	}
	e, err := Open(files, index)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func first(t testing.TB, e *Engine, query string) string {
	t.Helper()
	rs, err := e.Explain(query, 1)
	if err != nil {
		t.Fatal(err)
	}
	if len(rs) == 0 {
		return ""
	}
	return rs[0].ID
}

func TestWordsOfEveryKindFindTheirItem(t *testing.T) {
	t.Parallel()
	e := open(t, town, speech)
	for query, want := range map[string]string{
		"《出生医学证明》首次签发": "P001", "出生医学证明": "P001", "首次签发": "P001", "出生证": "P001",
		"身份证": "P002", "身份证掉了": "P003", "shenfenzheng": "P002", "senfenzen": "P002", "sfz": "P002", "身份正": "P002", "shen fen zheng": "P002", "ＳＦＺ": "P002",
		"hukouqianyi": "P004", "转户口": "P004", "护口迁移": "P004", "hkqy": "P004",
		"扯证": "P005", "chezheng": "P005", "结婚证 补": "P006", "结婚证掉了": "P006",
		"公司": "E001", "公司 注销": "E003", "公司zhuxiao": "E003", "销掉公司": "E003", "公司注消": "E003", "注销公司": "E003",
		"开馆子咋个办": "E004", "kaiguanzi": "E004", "kgz": "E004", "高坪 低保 需要什么材料": "P007",
		"kuaiji": "E005", "huiji": "E005", "chongda": "E006", "zhongda": "E006", "KTV": "E001",
		"经济状况核对": "P007", "财政局": "E005",
	} {
		if got := first(t, e, query); got != want {
			t.Errorf("%q finds %q first, want %q", query, got, want)
		}
	}
}

func TestNothingComesOfNothing(t *testing.T) {
	t.Parallel()
	e := open(t, town, speech)
	for _, query := range []string{"", " ", "！？", "龘龘", "qqqq", "😀"} {
		if got := first(t, e, query); got != "" {
			t.Errorf("%q finds %q", query, got)
		}
	}
}

func TestAnUnknownWordDoesNoHarm(t *testing.T) {
	t.Parallel()
	e := open(t, town, speech)
	if got := first(t, e, "巴适 户口 迁移"); got != "P004" {
		t.Errorf("found %q", got)
	}
}

func TestMisspeltQueriesAreSpelled(t *testing.T) {
	t.Parallel()
	e := open(t, town, speech)
	for query, want := range map[string]string{"身份正": "身份证", "senfenzheng": "身份证", "护口迁移": "户口迁移", "身份证": "", "开馆子": "", "龘": ""} {
		got, err := e.Meant(query)
		if err != nil {
			t.Fatal(err)
		}
		if got != want {
			t.Errorf("%q is taken for %q, want %q", query, got, want)
		}
	}
}

func TestExplainNamesTheWordsThatDidIt(t *testing.T) {
	t.Parallel()
	rs, err := open(t, town, speech).Explain("身份证掉了", 2)
	if err != nil || len(rs) == 0 {
		t.Fatal(rs, err)
	}
	var words []string
	for _, w := range rs[0].Why {
		words = append(words, w.Words+"→"+w.Means)
	}
	if got := strings.Join(words, " "); got != "身份证→ 掉了→挂失" {
		t.Errorf("because of %q", got)
	}
}

func TestTheLastOfManyItemsIsFound(t *testing.T) {
	t.Parallel()
	docs := append([]search.Doc{}, town...)
	docs = append(docs, search.Doc{ID: "X9", Name: "孤立事项", URL: "elsewhere/x9.html"})
	if got := first(t, open(t, docs, nil), "孤立"); got != "X9" {
		t.Errorf("found %q", got)
	}
}
