package catalog

// Stage is one stage of a life cycle, the chapter of a handbook.
type Stage struct {
	ID       ID       `yaml:"id,required" zh:"阶段 id，小写英文，也是文件夹名。"`
	Name     string   `yaml:"name,required" zh:"阶段名称，如出生。"`
	Audience Audience `yaml:"audience,required" zh:"personal（个人）或 enterprise（企业）。"`
	Summary  string   `yaml:"summary,required" zh:"这个阶段管哪些事，一句话。"`
	Sign     string   `yaml:"sign,required" zh:"这个阶段的图标字，一个汉字。"`
	Color    string   `yaml:"color,required" zh:"这个阶段的颜色，取 theme.yaml 里的名字。"`
	Aliases  []string `yaml:"aliases" zh:"别的叫法。"`
}

// Topic is an official subject (主题分类) with its code.
type Topic struct {
	ID       ID       `yaml:"id,required" zh:"主题 id：p005 是自然人主题 005，e005 是法人主题 005。"`
	Name     string   `yaml:"name,required" zh:"主题名称。"`
	Audience Audience `yaml:"audience,required" zh:"personal（自然人）或 enterprise（法人）。"`
	Code     string   `yaml:"code,required" zh:"三位主题代码。"`
}

// Department is a body that acts, guides or joins: government, party, mass organisation or vertical branch.
type Department struct {
	ID          ID              `yaml:"id,required" zh:"部门 id，用简称拼音首字母，如 wjj。"`
	Name        string          `yaml:"name,required" zh:"部门全称。"`
	Short       string          `yaml:"short,required" zh:"部门简称，网页和书上用。"`
	Kind        DepartmentKind  `yaml:"kind,required" zh:"政府部门、党群机关、群团组织、垂直管理、派出机构、事业单位、其他。"`
	Parent      Ref[Department] `yaml:"parent" zh:"上级部门。"`
	Predecessor string          `yaml:"predecessor" zh:"改革前的名称。"`
	From        Date            `yaml:"from" zh:"这个名称从哪天起用。"`
	Until       Date            `yaml:"until" zh:"这个名称用到哪天。"`
	Successor   Ref[Department] `yaml:"successor" zh:"撤并后由哪个部门接手。"`
	USCC        string          `yaml:"uscc" zh:"统一社会信用代码，18 位。"`
	Phone       string          `yaml:"phone" zh:"办公电话，带区号。没有核实就不写。"`
	Hotline     Ref[Hotline]    `yaml:"hotline" zh:"行业热线。"`
	Unverified  string          `yaml:"unverified" zh:"还有什么没有核实，如机构改革后的名称。"`
	Source      string          `yaml:"source" zh:"名称出自哪里。"`
}

// Place is where people go: a hall, a town's service centre, a village's service point.
type Place struct {
	ID         ID         `yaml:"id,required" zh:"地点 id。乡镇村社用统计代码，如 511303001。"`
	Name       string     `yaml:"name,required" zh:"地点名称。"`
	Kind       PlaceKind  `yaml:"kind,required" zh:"区级大厅、部门窗口、便民服务中心、便民服务站、其他。"`
	Parent     Ref[Place] `yaml:"parent" zh:"上一级地点。"`
	Division   string     `yaml:"division" zh:"区划统计代码：6、9 或 12 位。"`
	Address    string     `yaml:"address" zh:"地址，写到楼层。没有核实就不写。"`
	Directions string     `yaml:"directions" zh:"怎么去：公交、停车。"`
	Phone      string     `yaml:"phone" zh:"电话，带区号。没有核实就不写。"`
	Hours      *Hours     `yaml:"hours" zh:"办公时间：工作日、延时服务、预约服务。"`
	Lon        *float64   `yaml:"lon" zh:"经度。"`
	Lat        *float64   `yaml:"lat" zh:"纬度。"`
	Source     string     `yaml:"source" zh:"出自哪里。"`
}

// Hours are opening hours: the regular ones and the two special kinds of the district.
type Hours struct {
	Regular  string `yaml:"regular" zh:"工作日办公时间，如“工作日 9:00—12:00，13:00—17:00”。"`
	Extended string `yaml:"extended" zh:"工作日延时服务。"`
	Booked   string `yaml:"booked" zh:"非工作日预约服务。"`
	Note     string `yaml:"note" zh:"节假日、夏冬令时等说明。"`
}

// Law is a law, regulation, rule or document that items cite by article. No text of it is kept.
type Law struct {
	ID         ID       `yaml:"id,required" zh:"法律 id，拼音或英文，小写加连字符。"`
	Title      string   `yaml:"title,required" zh:"全称，不加书名号。"`
	Short      string   `yaml:"short" zh:"简称。"`
	Rank       LawRank  `yaml:"rank,required" zh:"法律、行政法规、司法解释、部门规章、地方性法规、地方政府规章、规范性文件、标准。"`
	Number     string   `yaml:"number" zh:"文号，如“国务院令第431号”“川办发〔2025〕3号”。"`
	Issuer     string   `yaml:"issuer" zh:"颁布机关。"`
	Issued     Date     `yaml:"issued" zh:"首次公布日期。"`
	Revised    Date     `yaml:"revised" zh:"最近一次修订或修正的公布日期。"`
	InForce    Date     `yaml:"in_force" zh:"现行文本施行日期。"`
	Repealed   Date     `yaml:"repealed" zh:"废止日期。"`
	ReplacedBy Ref[Law] `yaml:"replaced_by" zh:"由哪部法律取代。"`
	Articles   int      `yaml:"articles" zh:"现行文本共多少条。引用条号不能超过它。"`
	Source     string   `yaml:"source" zh:"文本在哪里读的。"`
}

// Material is a paper that people bring or get, known to all items by one id.
type Material struct {
	ID         ID           `yaml:"id,required" zh:"材料 id，英文小写加连字符，如 id-card。"`
	Name       string       `yaml:"name,required" zh:"材料名称，如居民身份证。"`
	Aliases    []string     `yaml:"aliases" zh:"口语叫法，如身份证。"`
	Kind       MaterialKind `yaml:"kind,required" zh:"证件证书证明、申请表格文书、其他。"`
	From       Provenance   `yaml:"from,required" zh:"来源：申请人自备、政府部门核发、其他。"`
	Issuer     string       `yaml:"issuer" zh:"谁出具，如公安机关、医院、用人单位。"`
	Obtain     string       `yaml:"obtain" zh:"在哪里拿、怎么拿。"`
	ProducedBy Ref[Item]    `yaml:"produced_by" zh:"办哪个事项会得到它，写编号。"`
	Electronic bool         `yaml:"electronic" zh:"有没有可用的电子证照。"`
	BlankForm  string       `yaml:"blank_form" zh:"空白表格：content/files/ 里的文件名，或 https 网址。"`
	SampleForm string       `yaml:"sample_form" zh:"填写样表：content/files/ 里的文件名，或 https 网址。"`
}

// Hotline is a national or local number.
type Hotline struct {
	ID         ID           `yaml:"id,required" zh:"热线 id，就是号码。"`
	Name       string       `yaml:"name,required" zh:"热线名称。"`
	Number     string       `yaml:"number,required" zh:"号码。"`
	Purpose    string       `yaml:"purpose" zh:"管什么。"`
	Hours      string       `yaml:"hours" zh:"什么时候有人接。"`
	MergedInto Ref[Hotline] `yaml:"merged_into" zh:"并入哪条热线。"`
	Emergency  bool         `yaml:"emergency" zh:"紧急号码，不转 12345。"`
	Unverified string       `yaml:"unverified" zh:"还有什么没有核实。"`
	Source     string       `yaml:"source" zh:"出自哪里。"`
}

// Channel is a site, app or mini-program that many items share.
type Channel struct {
	ID         ID          `yaml:"id,required" zh:"渠道 id，如 sczwfw。"`
	Name       string      `yaml:"name,required" zh:"渠道名称，如四川政务服务网。"`
	Kind       ChannelKind `yaml:"kind,required" zh:"网站、手机应用、小程序、自助终端、其他。"`
	URL        string      `yaml:"url" zh:"首页网址。小程序没有就不写。"`
	Obtain     string      `yaml:"obtain" zh:"怎么找到，如“微信搜索小程序”。"`
	Unverified string      `yaml:"unverified" zh:"还有什么没有核实。"`
	Source     string      `yaml:"source" zh:"出自哪里。"`
}
