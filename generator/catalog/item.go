package catalog

// Item is one service item (政务服务事项, at the depth of a 业务办理项): one page, one file.
// The fields stand in the order of the guide, which is the order fmt keeps in the file.
// A nil pointer or an empty list means "not known": the page says 待核实, never a guess.
type Item struct {
	Origin `yaml:"-"`

	// Identity.
	ID         ItemID       `yaml:"id,required" zh:"编号：个人事项 P001 起，企业事项 E001 起。文件名以它开头，网页就是 P001.html。"`
	Name       string       `yaml:"name,required" zh:"事项的官方名称，一字不改。"`
	Aliases    []string     `yaml:"aliases" zh:"群众口中的叫法，至少写两个，有四川话说法的写上。"`
	Summary    string       `yaml:"summary,required" zh:"一两句话说清这件事是什么、谁来办、办完得到什么。老人能看懂。"`
	Stage      Ref[Stage]   `yaml:"stage,required" zh:"主要的生命周期阶段（registry/stages.yaml 的 id），与所在文件夹同名。"`
	AlsoStages []Ref[Stage] `yaml:"also_stages" zh:"还应出现在哪些阶段。"`
	Clients    []Client     `yaml:"clients,required" zh:"服务对象：自然人、企业法人等。"`
	Topics     []Ref[Topic] `yaml:"topics,required" zh:"主题分类（registry/topics.yaml 的 id）。个人事项用自然人主题，企业事项用法人主题。"`
	Type       ItemType     `yaml:"type,required" zh:"事项类型：行政许可、行政确认、公共服务等。"`
	Code       string       `yaml:"code" zh:"基本编码，照权力清单或政务服务网抄写；没有查到就不写。"`
	Parent     Ref[Item]    `yaml:"parent" zh:"本事项是哪个主项的一种情形，写主项编号。"`
	Variant    string       `yaml:"variant" zh:"作为情形的名字：新办、变更、延续、补办、注销等。"`
	Popularity int          `yaml:"popularity" zh:"常办程度 0～3，3 最常办，首页“大家常办”按它取。"`
	Status     *Status      `yaml:"status" zh:"暂停或取消时才写。不写就是在用。"`

	// Who.
	Authority Authority `yaml:"authority,required" zh:"谁来办：实施主体、行业主管部门、联办机构、行使层级。"`

	// When it applies.
	Scope      string      `yaml:"scope" zh:"适用范围：什么人、什么事、什么地方可以办。"`
	Conditions []Condition `yaml:"conditions" zh:"申请条件，一条一件，能逐条对照。"`
	Exclusions []Condition `yaml:"exclusions" zh:"不能办的情形，一条一件。"`
	Quota      string      `yaml:"quota" zh:"数量限制。没有限制就写“无数量限制”；不清楚就不写。"`

	// Papers.
	Materials   []MaterialUse `yaml:"materials" zh:"申请材料，按群众准备的先后排列。"`
	NoMaterials bool          `yaml:"no_materials" zh:"确实不用交任何材料时写 true。"`

	// The way.
	Steps    []Step    `yaml:"steps" zh:"办理流程，一步一条：做什么、谁做、在哪里做、要多久。"`
	Time     *Time     `yaml:"time" zh:"办结时限：即办件还是承诺件、法定多久、承诺多久。"`
	Trips    []Trip    `yaml:"trips" zh:"每种渠道要跑几趟，跑一趟以上要写原因。"`
	Fee      *Fee      `yaml:"fee" zh:"收费：不收就写 charged: false；收就逐项写金额和依据。"`
	Results  []Result  `yaml:"results" zh:"办完得到什么：证照、批文，有效期，怎么拿到。"`
	Channels *Channels `yaml:"channels" zh:"在哪里办：窗口、网站、手机、自助机、邮寄、预约、通办范围。"`

	// The ground it stands on.
	Laws     []Citation  `yaml:"laws" zh:"设定依据：法律 id 加条号。"`
	Rights   string      `yaml:"rights" zh:"本事项特有的权利和义务（Markdown）。通行的复议、诉讼权利不用写，按事项类型自动列出。"`
	Contact  *Contact    `yaml:"contact" zh:"咨询和投诉，分开写。没有核实的电话不要写。"`
	Notes    string      `yaml:"notes" zh:"办事提醒（Markdown）：容易跑空趟的地方、误期的后果。"`
	FAQ      []Question  `yaml:"faq" zh:"群众真正会问的问题和确切的回答。"`
	Requires []Ref[Item] `yaml:"requires" zh:"要先办好的事项编号。"`
	Related  []Ref[Item] `yaml:"related" zh:"相关事项编号。"`

	// How sure it is.
	Sources  []Source `yaml:"sources,required" zh:"本记录的内容出自哪里，哪天看的。"`
	Checked  *Check   `yaml:"checked" zh:"哪个单位哪天核对过。只能由单位来写；没有核对就不写。"`
	ReviewBy Date     `yaml:"review_by,required" zh:"最迟哪天要重新核对。"`
	Review   *Review  `yaml:"review" zh:"三审：初审、复审、终审，各有单位和日期。"`
	Changes  []Change `yaml:"changes,required" zh:"改过什么，最新的写在最上面。"`
}

// Status says that an item is not in use, since when and what takes its place.
type Status struct {
	State     State     `yaml:"state,required" zh:"在用、暂停或取消。"`
	Reason    string    `yaml:"reason,required" zh:"为什么暂停或取消。"`
	Since     Date      `yaml:"since,required" zh:"从哪天起。"`
	Until     Date      `yaml:"until" zh:"暂停到哪天。"`
	Successor Ref[Item] `yaml:"successor" zh:"改办哪个事项，写编号。"`
}

// Authority is who acts. Under 相对集中行政许可权 the body that stamps is not the department of the trade.
type Authority struct {
	Body    Ref[Department]   `yaml:"body,required" zh:"实施主体（registry/departments.yaml 的 id）：盖章的单位。"`
	Line    Ref[Department]   `yaml:"line" zh:"行业主管部门：与实施主体不同才写，如审批局盖章的卫健事项写卫健局。"`
	Joint   []Ref[Department] `yaml:"joint" zh:"联合办理的单位。"`
	Handler string            `yaml:"handler" zh:"实际受理的机构，如“助产医疗机构”“户籍地派出所”。"`
	Level   Level             `yaml:"level,required" zh:"行使层级：省级、市级、县级、镇（乡、街道）级、村（社区）级。"`
}

// Condition is one thing that must hold (or must not), perhaps only in one case.
type Condition struct {
	Text string `yaml:"text,required" zh:"一条条件，一句话。"`
	When string `yaml:"when" zh:"只在哪种情形下适用，如“委托代办时”。"`
}

// MaterialUse is one paper that an item asks for. The three counts add up over items:
// what is handed in (Kept, Copies) is summed, what is only Shown takes the maximum.
type MaterialUse struct {
	Material   Ref[Material] `yaml:"material" zh:"材料（registry/materials.yaml 的 id）。"`
	Label      string        `yaml:"label" zh:"任选一样时的总名，如“居住地住址证明”。"`
	AnyOf      []MaterialUse `yaml:"any_of" zh:"几样材料任选一样时，列在这里，不写 material。"`
	Whose      string        `yaml:"whose" zh:"谁的，如“父母双方”。"`
	Shown      *int          `yaml:"shown" zh:"原件出示几份：看过就还。"`
	Kept       *int          `yaml:"kept" zh:"原件收取几份：交了不还。"`
	Copies     *int          `yaml:"copies" zh:"复印件收取几份。"`
	Form       Form          `yaml:"form" zh:"纸质、电子，或者纸质或电子。"`
	Necessity  Necessity     `yaml:"necessity" zh:"不写就是必要。还可以写：非必要、容缺后补、告知承诺可免。"`
	When       string        `yaml:"when" zh:"只在哪种情形下要交，如“委托代办时”。"`
	Note       string        `yaml:"note" zh:"填写和准备时要注意的。"`
	BlankForm  string        `yaml:"blank_form" zh:"空白表格：content/files/ 里的文件名，或 https 网址。"`
	SampleForm string        `yaml:"sample_form" zh:"填写样表：content/files/ 里的文件名，或 https 网址。"`
}

// Step is one step of the way.
type Step struct {
	Name     string   `yaml:"name,required" zh:"这一步叫什么：申请、受理、审查、决定、领证等。"`
	Actor    string   `yaml:"actor" zh:"谁来做：申请人、窗口、派出所等。"`
	Channels []Medium `yaml:"channels" zh:"在哪里做：窗口、网上、手机、自助终端、邮寄、电话、上门。"`
	Time     Span     `yaml:"time" zh:"这一步要多久，如 3个工作日、1小时。"`
	Text     string   `yaml:"text" zh:"具体怎么做，一两句话。"`
	When     string   `yaml:"when" zh:"只在哪种情形下有这一步。"`
}

// Time is how long the whole may take: by law, and as promised.
type Time struct {
	Kind      TimeKind  `yaml:"kind,required" zh:"即办件（当场办结）或承诺件。"`
	Statutory Span      `yaml:"statutory" zh:"法定办结时限，如 20个工作日。法律没有规定就不写。"`
	Promised  Span      `yaml:"promised" zh:"承诺办结时限，如 5个工作日。即办件不写。"`
	Note      string    `yaml:"note" zh:"时限从哪天算起等说明。"`
	Special   []Special `yaml:"special" zh:"特别程序：听证、鉴定、现场勘验等。"`
}

// Special is a special procedure (特别程序) that stops or adds to the clock.
type Special struct {
	Name    string `yaml:"name,required" zh:"程序名称，如公告、现场勘验、听证。"`
	Time    Span   `yaml:"time" zh:"要多久。"`
	Counted bool   `yaml:"counted" zh:"是否算在办结时限里。"`
	Note    string `yaml:"note" zh:"说明。"`
}

// Trip is how often a person must come, by channel.
type Trip struct {
	Channel Medium `yaml:"channel,required" zh:"哪种渠道：窗口、网上、手机等。"`
	Count   int    `yaml:"count,required" zh:"跑几趟。"`
	Reason  string `yaml:"reason" zh:"为什么必须到现场。"`
}

// Fee says whether money is asked, how much, and on what ground.
type Fee struct {
	Charged       bool      `yaml:"charged,required" zh:"收不收费。"`
	Items         []FeeItem `yaml:"items" zh:"收费项目，一项一条。"`
	OnlinePayment *bool     `yaml:"online_payment" zh:"能不能网上缴。"`
	Note          string    `yaml:"note" zh:"说明，如哪些钱不是政府收的。"`
}

// FeeItem is one charge. Amount is in yuan; Standard is for what no single number can say.
type FeeItem struct {
	Name      string   `yaml:"name,required" zh:"收费项目名称。"`
	Amount    *float64 `yaml:"amount" zh:"金额，元。"`
	Unit      string   `yaml:"unit" zh:"按什么收：证、件、次、人等。"`
	Standard  string   `yaml:"standard" zh:"一个数说不清时写收费标准。"`
	Basis     string   `yaml:"basis" zh:"收费依据：文件名和文号。"`
	Reduction string   `yaml:"reduction" zh:"谁可以减免、怎么减免。"`
	When      string   `yaml:"when" zh:"只在哪种情形下收。"`
}

// Result is what the person gets in the end.
type Result struct {
	Name     string        `yaml:"name,required" zh:"办完得到的东西，如居民身份证。"`
	Kind     ResultKind    `yaml:"kind,required" zh:"证照、批文、其他、无。"`
	Material Ref[Material] `yaml:"material" zh:"它在材料库里的 id：别的事项会要这份材料。"`
	Valid    string        `yaml:"valid" zh:"有效期，如长期、10年。"`
	Delivery []Delivery    `yaml:"delivery" zh:"怎么拿到：窗口领取、邮寄送达、电子证照等。"`
	Sample   string        `yaml:"sample" zh:"结果样本：content/files/ 里的文件名，或 https 网址。"`
}

// Channels is where and how it is done.
type Channels struct {
	Windows  []Window `yaml:"windows" zh:"办理窗口。"`
	Online   []Online `yaml:"online" zh:"网上和手机办理：渠道 id 加网址。"`
	Terminal string   `yaml:"terminal" zh:"自助终端：能办就说明在哪里、怎么办。"`
	Post     string   `yaml:"post" zh:"邮寄办理或送达的说明。"`
	Range    Range    `yaml:"range" zh:"通办范围：全国通办、全省通办、全市通办、全县通办等。"`
	Booking  *Booking `yaml:"booking" zh:"预约办理。"`
}

// Window is a counter at a place. What is not known of it stays empty.
type Window struct {
	Place  Ref[Place] `yaml:"place,required" zh:"地点（registry/places.yaml 的 id）。"`
	Window string     `yaml:"window" zh:"窗口号或窗口名。没有核实就不写。"`
	Note   string     `yaml:"note" zh:"哪些人到这里办、办哪一部分。"`
}

// Online is a site, an app or a mini-program where the item is done.
type Online struct {
	Channel Ref[Channel] `yaml:"channel,required" zh:"渠道（registry/channels.yaml 的 id）。"`
	URL     string       `yaml:"url" zh:"直达网址，只收 https 或 http。没有核实就不写，页面会给出渠道首页。"`
	Note    string       `yaml:"note" zh:"怎么找到、能办到哪一步。"`
}

// Booking is how to make an appointment.
type Booking struct {
	URL   string `yaml:"url" zh:"预约网址。"`
	Phone string `yaml:"phone" zh:"预约电话，带区号。"`
	Note  string `yaml:"note" zh:"预约规则。"`
}

// Citation is a law and the articles of it that ground the item.
type Citation struct {
	Law      Ref[Law]  `yaml:"law,required" zh:"法律法规（registry/laws.yaml 的 id）。"`
	Articles []Article `yaml:"articles" zh:"条号，写阿拉伯数字：[10]、[36, 38]；第几条之几写 120-1。"`
	Note     string    `yaml:"note" zh:"这一条管什么。"`
}

// Contact keeps whom to ask apart from whom to complain to.
type Contact struct {
	Consult  []Phone `yaml:"consult" zh:"咨询。"`
	Complain []Phone `yaml:"complain" zh:"投诉监督。"`
}

// Phone is a hotline of the registry or a number of an office; one of the two.
type Phone struct {
	Hotline Ref[Hotline] `yaml:"hotline" zh:"热线（registry/hotlines.yaml 的 id），如 12345。"`
	Number  string       `yaml:"number" zh:"办公电话，带区号，如 0817-…。没有核实就不写。"`
	Note    string       `yaml:"note" zh:"什么时候打、问什么。"`
}

// Question is one question people ask, and its answer in Markdown.
type Question struct {
	Q string `yaml:"q,required" zh:"问题，用群众的话。"`
	A string `yaml:"a,required" zh:"回答（Markdown），确切，先说结论。"`
}

// Source says what of the record comes from where, and when it was read.
type Source struct {
	What  string `yaml:"what,required" zh:"哪些内容。"`
	Where string `yaml:"where,required" zh:"出自哪里：网站、文件、法律。"`
	Read  Date   `yaml:"read,required" zh:"哪天看的，如 2026-11-24。"`
}

// Check is an office's word that the record is right. Only the office may give it.
type Check struct {
	By Ref[Department] `yaml:"by,required" zh:"核对的单位。"`
	On Date            `yaml:"on,required" zh:"核对的日期。"`
}

// Review is the three-level review (三审).
type Review struct {
	First  *Check `yaml:"first" zh:"初审。"`
	Second *Check `yaml:"second" zh:"复审。"`
	Final  *Check `yaml:"final" zh:"终审。"`
}

// Change is one entry of the record's history; the feeds are made of them.
type Change struct {
	On   Date   `yaml:"on,required" zh:"哪天改的。"`
	What string `yaml:"what,required" zh:"改了什么，一句话。"`
}
