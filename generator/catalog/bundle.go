package catalog

// Bundle is one errand (一件事): what people want done, and the items that it takes, in
// their order. It repeats nothing that an item says; package errand adds the items up.
type Bundle struct {
	Origin `yaml:"-"`

	ID       ID              `yaml:"id,required" zh:"一件事的 id，小写英文，与文件名相同，网页就是 errand-<id>.html。"`
	Name     string          `yaml:"name,required" zh:"名称，如新生儿出生一件事。"`
	Aliases  []string        `yaml:"aliases" zh:"群众口中的叫法，如“娃儿出生一条龙”。"`
	Audience Audience        `yaml:"audience,required" zh:"personal（个人）或 enterprise（企业）。"`
	Stages   []Ref[Stage]    `yaml:"stages,required" zh:"属于哪些生命周期阶段（registry/stages.yaml 的 id），与 audience 同一本手册。"`
	Summary  string          `yaml:"summary,required" zh:"一两句话：谁、什么时候要办这件事，办完得到什么。老人能看懂。"`
	Lists    []Listing       `yaml:"lists" zh:"列入了哪一份“一件事”清单。生活里自己归拢的不写。"`
	Lead     Ref[Department] `yaml:"lead" zh:"牵头部门（registry/departments.yaml 的 id）。没有核实就不写。"`

	Popularity int `yaml:"popularity" zh:"常办程度 0～3，3 的放在首页。"`

	Steps  []BundleStep `yaml:"steps,required" zh:"一步一条，按大家办的先后写。"`
	Cases  []Case       `yaml:"cases" zh:"各种情形：把各事项里的 when 归成一句问话。没有归的，页面照原话列出。"`
	Always []string     `yaml:"always" zh:"各事项里的 when，在这件事里总是成立的，一字不改；它们的材料直接算进来，不再问。"`
	Never  []string     `yaml:"never" zh:"各事项里的 when，在这件事里不会有的，一字不改；它们的材料不列。"`
	People []People     `yaml:"people" zh:"各事项的 whose 里哪些说的是同一些人，他们的证件只带一份。"`

	Notes    string     `yaml:"notes" zh:"提醒（Markdown）：先后不能颠倒的、容易误期的。"`
	FAQ      []Question `yaml:"faq" zh:"群众真正会问的问题和确切的回答。"`
	Sources  []Source   `yaml:"sources,required" zh:"步骤和先后出自哪里，哪天看的。各省做法不同的写明。"`
	ReviewBy Date       `yaml:"review_by,required" zh:"最迟哪天要重新核对。"`
	Changes  []Change   `yaml:"changes,required" zh:"改过什么，最新的写在最上面。"`
}

// Listing is an official list of errands that names this one.
type Listing struct {
	Name   string `yaml:"name,required" zh:"清单的名称和批次，如“国务院2024年第一批重点事项”。"`
	Number string `yaml:"number" zh:"文号，如“川办发〔2025〕3号”。没有查到就不写。"`
}

// BundleStep is one step of an errand: an item, a choice of items, or something that no
// item covers. Steps that come after none can be begun at once, side by side.
type BundleStep struct {
	ID      ID              `yaml:"id,required" zh:"这一步的 id，本文件里不重复。"`
	Name    string          `yaml:"name,required" zh:"这一步叫什么，用大白话，最多十来个字，如“上户口”。"`
	Item    Ref[Item]       `yaml:"item" zh:"办哪个事项，写编号，如 P003。"`
	AnyOf   []Ref[Item]     `yaml:"any_of" zh:"几个事项任办一个时，编号列在这里，常办的写在最前面；不写 item。"`
	Like    ID              `yaml:"like" zh:"跟着哪一步选（写步骤的 id）：那一步选第几样，这一步也是第几样，不再另问。两步的 any_of 要一样多。"`
	After   []string        `yaml:"after" zh:"要等哪几步办完（写步骤的 id），都办完才能办这一步。"`
	When    string          `yaml:"when" zh:"只在哪种情形下有这一步，写 cases 里的 id。"`
	Outside []Ref[Material] `yaml:"outside" zh:"前面的步骤虽然会得到同名的材料，这一步要的却不是那一份，写材料 id。"`
	Note    string          `yaml:"note" zh:"这一步要注意的。没有事项的，写清问谁、怎么办。"`
}

// Case is a question whose "yes" adds papers, fees or steps. Each of Texts is a `when`
// of the items, word for word; a case that only steps name has none.
type Case struct {
	ID       ID       `yaml:"id,required" zh:"情形的 id，写进网址，如 agent。"`
	Name     string   `yaml:"name,required" zh:"情形的短名，如“委托别人办”。"`
	Question string   `yaml:"question,required" zh:"怎么问，如“要请别人代办吗？”。"`
	Texts    []string `yaml:"texts" zh:"它对应各事项里的哪些 when，一字不改。"`
}

// People are some persons whom items call by different words.
type People struct {
	Name  string   `yaml:"name,required" zh:"怎么称呼，如“父母双方”。"`
	Whose []string `yaml:"whose,required" zh:"各事项里的 whose，一字不改；事项里没有写 whose 的，写“本人”。"`
}

// Self stands in People for uses of a paper that do not say whose it is.
const Self = "本人"

// Options are the items of a step: none, one, or several of which any one will do. An
// item whose record is not written yet is left out.
func (s *BundleStep) Options() []*Item {
	var out []*Item
	for _, r := range append([]Ref[Item]{s.Item}, s.AnyOf...) {
		if r.To != nil {
			out = append(out, r.To)
		}
	}
	return out
}

// Items are the items of all steps, each once, in the order of the steps.
func (b *Bundle) Items() []*Item {
	var out []*Item
	seen := map[*Item]bool{}
	for i := range b.Steps {
		for _, it := range b.Steps[i].Options() {
			if !seen[it] {
				seen[it] = true
				out = append(out, it)
			}
		}
	}
	return out
}

// Updated is the day of the latest change of the record.
func (b *Bundle) Updated() Date {
	if len(b.Changes) == 0 {
		return Date{}
	}
	return b.Changes[0].On
}
