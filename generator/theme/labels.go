package theme

// Labels is labels.yaml: the words that the generator puts together with what
// records say. Words that stand by themselves are in the templates. %s and %d
// stand for what is filled in.
type Labels struct {
	Join      string      `yaml:"join,required" zh:"并列词之间的顿号。"`
	Dot       string      `yaml:"dot,required" zh:"短语之间的间隔。"`
	Sentence  string      `yaml:"sentence,required" zh:"分句之间的标点。"`
	Hotline   string      `yaml:"hotline,required" zh:"不知道问谁时打的热线，写热线 id。"`
	Personal  string      `yaml:"personal,required" zh:"个人手册在导航里的名字。"`
	Company   string      `yaml:"company,required" zh:"企业手册在导航里的名字。"`
	Part      string      `yaml:"part,required" zh:"长列表第几页。"`
	Title     string      `yaml:"title,required" zh:"网页标题：页名、手册名。"`
	ItemTitle string      `yaml:"item_title,required" zh:"事项的网页标题：名称、编号、手册名。"`
	Law       string      `yaml:"law,required" zh:"法律名称怎么写，如《%s》。"`
	Quote     string      `yaml:"quote,required" zh:"引号怎么写，如“%s”。"`
	Facts     FactWords   `yaml:"facts,required" zh:"要点里的词。"`
	Papers    PaperWords  `yaml:"papers,required" zh:"材料份数的词。"`
	Errand    ErrandWords `yaml:"errand,required" zh:"一件事里的词。"`
	Columns   Columns     `yaml:"columns,required" zh:"栏目的名称和说明，用在导航、网页描述和 meta 里。"`
	Books     []BookWord  `yaml:"books,required" zh:"整本下载：书的版式和它在网页上的名字。"`
}

// BookWord names a form of the books.
type BookWord struct {
	Form string `yaml:"form,required" zh:"版式，如 screen。"`
	Name string `yaml:"name,required" zh:"网页上的名字。"`
}

// FactWords are the words of the answer at the top of an item.
type FactWords struct {
	Instant       string `yaml:"instant,required" zh:"即办件。"`
	Promised      string `yaml:"promised,required" zh:"承诺时限。"`
	StatutoryOnly string `yaml:"statutory_only,required" zh:"只知道法定时限。"`
	Statutory     string `yaml:"statutory,required" zh:"法定时限，作注。"`
	ByLaw         string `yaml:"by_law,required" zh:"只知道法定时限时的注。"`
	Free          string `yaml:"free,required" zh:"不收费。"`
	Charged       string `yaml:"charged,required" zh:"收费而不知道金额。"`
	From          string `yaml:"from,required" zh:"几种收费里最低的。"`
	Yuan          string `yaml:"yuan,required" zh:"金额。"`
	Per           string `yaml:"per,required" zh:"金额和单位。"`
	NoTrip        string `yaml:"no_trip,required" zh:"不用跑。"`
	Trips         string `yaml:"trips,required" zh:"跑几趟。"`
	ByChannel     string `yaml:"by_channel,required" zh:"某渠道跑几趟。"`
	Places        string `yaml:"places,required" zh:"几个地点。"`
	Online        string `yaml:"online,required" zh:"能网办。"`
	NotOnline     string `yaml:"not_online,required" zh:"没有登记网上渠道。"`
	OnlineTag     string `yaml:"online_tag,required" zh:"列表里的可网办。"`
	Family        string `yaml:"family,required" zh:"事项的一种情形。"`
}

// PaperWords are the words for how many of a paper are wanted.
type PaperWords struct {
	Shown  string `yaml:"shown,required" zh:"原件出示几份。"`
	Kept   string `yaml:"kept,required" zh:"原件收取几份。"`
	Copies string `yaml:"copies,required" zh:"复印件收取几份。"`
}

// ErrandWords are the words for the figures of an errand (一件事). The script of its page
// fills in the same ones.
type ErrandWords struct {
	Items      string   `yaml:"items,required" zh:"办几件事项。"`
	Unguided   string   `yaml:"unguided,required" zh:"没有指南的步数。"`
	Papers     string   `yaml:"papers,required" zh:"几样材料。"`
	Before     string   `yaml:"before,required" zh:"一件件办时的材料数。"`
	TripsLeast string   `yaml:"trips_least,required" zh:"能少跑时的趟数。"`
	Places     string   `yaml:"places,required" zh:"去几处地方。"`
	Least      string   `yaml:"least,required" zh:"有不知道的，至少多少。"`
	Unknown    string   `yaml:"unknown,required" zh:"几件不知道。"`
	And        string   `yaml:"and,required" zh:"不同单位的时限之间。"`
	Step       string   `yaml:"step,required" zh:"第几步。"`
	Tails      []string `yaml:"tails,required" zh:"在“一件事”的标题下面，名称后面可以省去的字。"`
	Any        string   `yaml:"any,required" zh:"几样任选一样而没有总名时叫什么。"`
	OfErrand   string   `yaml:"of_errand,required" zh:"事项页：它是哪件事的第几步。"`
}

// Columns are the columns (栏目) of the handbook.
type Columns struct {
	Home        Column `yaml:"home,required" zh:"首页。"`
	Personal    Column `yaml:"personal,required" zh:"个人。"`
	Enterprise  Column `yaml:"enterprise,required" zh:"企业。"`
	Stage       Column `yaml:"stage,required" zh:"阶段；%s 是阶段名。"`
	Departments Column `yaml:"departments,required" zh:"部门。"`
	Department  Column `yaml:"department,required" zh:"一个部门；%s 是部门名。"`
	Topics      Column `yaml:"topics,required" zh:"主题。"`
	Topic       Column `yaml:"topic,required" zh:"一个主题；%s 是主题名。"`
	Places      Column `yaml:"places,required" zh:"地点。"`
	Place       Column `yaml:"place,required" zh:"一个地点；%s 是地点名。"`
	Laws        Column `yaml:"laws,required" zh:"法律。"`
	LawPage     Column `yaml:"law,required" zh:"一部法律；%s 是法律名。"`
	Materials   Column `yaml:"materials,required" zh:"材料。"`
	Material    Column `yaml:"material,required" zh:"一种材料；%s 是材料名。"`
	AZ          Column `yaml:"az,required" zh:"拼音索引。"`
	Letter      Column `yaml:"letter,required" zh:"一个字母；%s 是字母。"`
	Items       Column `yaml:"items,required" zh:"全部事项。"`
	Errands     Column `yaml:"errands,required" zh:"一件事。"`
	Errand      Column `yaml:"errand,required" zh:"一件事的页面；%s 是名称。"`
	Search      Column `yaml:"search,required" zh:"搜索。"`
	Sitemap     Column `yaml:"sitemap,required" zh:"网站地图。"`
	NotFound    Column `yaml:"not_found,required" zh:"没有这一页。"`
}

// Column is the name of a page or column and what it is about.
type Column struct {
	Name    string `yaml:"name,required" zh:"名称。"`
	Summary string `yaml:"summary,required" zh:"一句话说明。"`
}
