package search

import (
	"bytes"
	"index/suffixarray"
	"slices"
	"strings"
)

// Synonyms is catalog/synonyms.yaml: how people say what the records call otherwise.
type Synonyms struct {
	OneWay  []Rule   `yaml:"one_way" zh:"群众的说法，指向事项名称里的官方用词。只从左到右。"`
	Same    []Group  `yaml:"same" zh:"意思一样的词，两个方向都通。"`
	Ignore  []string `yaml:"ignore" zh:"搜索时不算数的话，如“咋个办”“需要什么材料”。"`
	Region  []string `yaml:"region" zh:"本地的地名，搜索时不算数，如“高坪区”。"`
	Actions []string `yaml:"actions" zh:"办过以后才办的事，如变更、补办、注销：没有搜它时，这样的事项排在新办后面。"`
}

// Rule leads spoken words to official ones, the most fitting first.
type Rule struct {
	Say   []string `yaml:"say,required" zh:"群众怎么说，几种说法列在一起。"`
	Means []string `yaml:"means,required" zh:"事项名称里怎么写，最贴切的放前面。"`
}

// Group is words that mean the same.
type Group struct {
	Words []string `yaml:"words,required" zh:"意思一样的词，两个以上。"`
}

// fitted returns the synonyms as these items need them: folded, and without the official words
// that no name or alias holds, save the first of a rule that would be left with none.
func (s *Synonyms) fitted(docs []Doc) *Synonyms {
	var held bytes.Buffer
	aliases := make(map[string]bool)
	for _, d := range docs {
		held.WriteString(Fold(d.Name) + "\n")
		for _, a := range d.Aliases {
			a = Fold(a)
			held.WriteString(a + "\n")
			aliases[a] = true
		}
	}
	all := suffixarray.New(held.Bytes()) // a thousand words are looked for
	out := &Synonyms{Ignore: foldAll(s.Ignore), Region: foldAll(s.Region), Actions: foldAll(s.Actions)}
	for _, r := range s.OneWay {
		means := foldAll(r.Means)
		kept := slices.DeleteFunc(slices.Clone(means), func(m string) bool { return all.Lookup([]byte(m), 1) == nil })
		if len(kept) == 0 && len(means) > 0 {
			kept = means[:1]
		}
		// What an item calls itself need not be led to it.
		say := slices.DeleteFunc(foldAll(r.Say), func(s string) bool { return aliases[s] })
		if len(say) > 0 {
			out.OneWay = append(out.OneWay, Rule{say, kept})
		}
	}
	for _, g := range s.Same {
		out.Same = append(out.Same, Group{foldAll(g.Words)})
	}
	return out
}

// lines writes the rules for the script: "say,say>means,means", and "word,word" for a group.
func (s *Synonyms) lines() string {
	var out []string
	for _, r := range s.OneWay {
		out = append(out, strings.Join(r.Say, ",")+">"+strings.Join(r.Means, ","))
	}
	for _, g := range s.Same {
		out = append(out, strings.Join(g.Words, ","))
	}
	return strings.Join(out, "\n")
}

func foldAll(words []string) []string {
	var out []string
	for _, w := range words {
		if w = Fold(w); w != "" {
			out = append(out, w)
		}
	}
	return out
}
