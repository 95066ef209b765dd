package main

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"

	"yibentong/generator/catalog"
)

// press prints made-up records that refer to the entries of a real catalogue.
type press struct {
	*catalog.Catalog
	dir    string
	laws   []*catalog.Law // those in force
	spoken []string       // words that the synonyms lead to, so that none leads nowhere
	rnd    *rand.Rand     // of the record at hand
	b      bytes.Buffer
}

func newPress(c *catalog.Catalog, dir string) *press {
	p := &press{Catalog: c, dir: dir}
	for _, w := range c.Laws {
		if !w.Repealed.Ok() {
			p.laws = append(p.laws, w)
		}
	}
	return p
}

// print writes n records of one handbook; first is the number of the first
// one's name among all.
func (p *press) print(a catalog.Audience, first, n int) error {
	var stages []*catalog.Stage
	for _, s := range p.Stages {
		if s.Audience == a {
			stages = append(stages, s)
		}
	}
	for i := range n {
		stage := stages[i*len(stages)/n]
		dir := filepath.Join(p.dir, "catalog", "items", string(a), string(stage.ID))
		if err := os.MkdirAll(dir, 0o755); err != nil {
			return err
		}
		p.rnd = rand.New(rand.NewPCG(1, uint64(first+i)))
		p.b.Reset()
		p.record(a, stage, first+i, i, n)
		name := fmt.Sprintf("%s-made-up-%d.yaml", number(a, i), i)
		if err := os.WriteFile(filepath.Join(dir, name), p.b.Bytes(), 0o644); err != nil {
			return err
		}
	}
	return nil
}

func number(a catalog.Audience, i int) string {
	if a == catalog.Enterprise {
		return fmt.Sprintf("E%03d", i+1)
	}
	return fmt.Sprintf("P%03d", i+1)
}

// record prints record i of n of its handbook, the k-th of all.
func (p *press) record(a catalog.Audience, stage *catalog.Stage, k, i, n int) {
	client := "自然人"
	if a == catalog.Enterprise {
		client = "企业法人, 个体工商户"
	}
	thing, action, name := title(k)
	p.line("# yaml-language-server: $schema=../../../schema/item.schema.json")
	p.line("id: %s\nname: %s", number(a, i), name)
	spoken := thing + action + "的手续"
	if k < len(p.spoken) {
		spoken = p.spoken[k]
	}
	p.line("aliases: [办%s, %s怎么%s, %s]", thing, thing, action, spoken)
	p.line("summary: %s\nstage: %s\nclients: [%s]\ntopics: [%s]", p.say(summaries), stage.ID, client, p.topic(a))
	p.line("type: %s\ncode: GEN%010d\npopularity: %d", pick(p.rnd, []string{"公共服务", "行政许可", "行政确认", "其他行政权力"}), k, p.rnd.IntN(40)/37)
	p.line("authority:\n  body: %s\n  handler: %s\n  level: 县级", pick(p.rnd, p.Departments).ID, pick(p.rnd, slots["处"]))
	p.line("scope: %s", p.say(scopes))
	p.list("conditions", "text", conditions, 3)
	p.list("exclusions", "text", exclusions, 1)
	p.line("quota: 无数量限制")
	p.materials()
	p.steps()
	p.way(thing)
	p.ground()
	p.line("notes: |\n  - %s", p.say(notes))
	p.faq()
	p.line("related: [%s]", p.related(a, i, n))
	p.line("sources:\n  - what: 全部内容\n    where: 程序造的记录，只用来测速度，没有一处是真的\n    read: %s", p.Edition.Date)
	p.line("review_by: %s\nchanges:\n  - on: %s\n    what: 首次造出，%s。", p.Edition.Date.Time().AddDate(1, 0, 0).Format("2006-01-02"), p.Edition.Date, name)
}

// title makes the k-th name: no two of the first 384,000 are equal.
func title(k int) (thing, action, name string) {
	const step = 7919 // shares no factor with the number of names, so that neighbours differ
	k = k * step % (len(trades) * len(things) * len(actions) * len(cases))
	trade := trades[k%len(trades)]
	k /= len(trades)
	thing = trade + things[k%len(things)]
	k /= len(things)
	action = actions[k%len(actions)]
	return thing, action, thing + action + "（" + cases[k/len(actions)] + "）"
}

func (p *press) topic(a catalog.Audience) catalog.ID {
	for {
		if t := pick(p.rnd, p.Topics); t.Audience == a {
			return t.ID
		}
	}
}

func (p *press) materials() {
	p.line("materials:")
	order := p.rnd.Perm(len(p.Materials))
	next := func() catalog.ID {
		m := p.Materials[order[0]]
		order = order[1:]
		return m.ID
	}
	for j := range 7 {
		count := pick(p.rnd, []string{"shown", "kept", "copies"})
		switch {
		case j%2 == 0:
			p.line("  - material: %s\n    %s: 1\n    note: %s", next(), count, p.say(papers))
		case j == 1:
			p.line("  - {material: %s, %s: 1, when: %s}", next(), count, pick(p.rnd, whens))
		default:
			p.line("  - {material: %s, %s: 1}", next(), count)
		}
	}
	p.line("  - label: 场所或者身份凭证\n    any_of:\n      - {material: %s, shown: 1}\n      - {material: %s, copies: 1}", next(), next())
}

func (p *press) steps() {
	p.line("steps:")
	for j, names := range stepNames {
		p.line("  - name: %s\n    text: %s", pick(p.rnd, names), p.say(steps))
		switch {
		case j == 1:
			p.line("    channels: [窗口, 网上]")
		case j%2 == 0:
			p.line("    actor: %s", pick(p.rnd, slots["人"]))
		}
	}
}

// way prints time, trips, fee, results and channels.
func (p *press) way(thing string) {
	p.line("time:\n  kind: 承诺件\n  statutory: 20个工作日\n  promised: %d个工作日\n  note: %s", 1+p.rnd.IntN(15), p.say(timeNotes))
	p.line("trips:\n  - channel: 窗口\n    count: 1\n    reason: %s\n  - {channel: 网上, count: 0}", p.say(tripReasons))
	if p.rnd.IntN(4) == 0 {
		p.line("fee:\n  charged: true\n  items:\n    - {name: 工本费, amount: %d, unit: 证, basis: 造的依据}", 5+5*p.rnd.IntN(9))
	} else {
		p.line("fee: {charged: false}")
	}
	p.line("results:\n  - name: %s结果通知书\n    kind: 其他\n    delivery: [窗口领取, 邮寄送达]", thing)
	p.line("channels:\n  windows:\n    - place: hall\n    - place: %s\n  online:\n    - channel: %s\n      note: %s\n  range: 全市通办", pick(p.rnd, p.Places[1:]).ID, pick(p.rnd, p.Channels).ID, p.say(papers))
}

// ground prints laws and contact.
func (p *press) ground() {
	p.line("laws:")
	for _, j := range p.rnd.Perm(len(p.laws))[:2] {
		w := p.laws[j]
		p.line("  - law: %s", w.ID)
		if w.Articles > 0 {
			p.line("    articles: [%d]", 1+p.rnd.IntN(w.Articles))
		}
	}
	p.line("contact:\n  consult:\n    - hotline: \"12345\"\n      note: 转%s的%s", pick(p.rnd, trades), pick(p.rnd, slots["处"]))
}

func (p *press) faq() {
	p.line("faq:")
	for _, j := range p.rnd.Perm(len(answers))[:4] {
		answer := p.fill(answers[j])
		if !strings.Contains(answer, "\n") && answer[0] != '*' && answer[0] != '>' {
			p.line("  - q: %s\n    a: %s", p.say(questions), answer)
			continue
		}
		answer = strings.ReplaceAll(answer, "\n", "\n      ")
		p.line("  - q: %s\n    a: |\n      %s", p.say(questions), strings.ReplaceAll(answer, "\n      \n", "\n\n"))
	}
}

// related names three other items of the handbook, or fewer in a small one.
func (p *press) related(a catalog.Audience, i, n int) string {
	var ids []string
	for j := range 3 {
		if other := (i + 1 + j*17) % n; other != i {
			ids = append(ids, number(a, other))
		}
	}
	return strings.Join(ids, ", ")
}

func (p *press) list(key, leaf string, sentences []string, n int) {
	p.line("%s:", key)
	for _, j := range p.rnd.Perm(len(sentences))[:n] {
		p.line("  - %s: %s", leaf, p.fill(sentences[j]))
	}
}

func (p *press) line(format string, args ...any) {
	fmt.Fprintf(&p.b, format+"\n", args...)
}

// say picks a sentence and fills it.
func (p *press) say(sentences []string) string { return p.fill(pick(p.rnd, sentences)) }

// fill puts a word in the place of each {slot}.
func (p *press) fill(sentence string) string {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(sentence, "{")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		slot, after, _ := strings.Cut(rest, "}")
		b.WriteString(pick(p.rnd, slots[slot]))
		sentence = after
	}
}

func pick[T any](r *rand.Rand, list []T) T { return list[r.IntN(len(list))] }
