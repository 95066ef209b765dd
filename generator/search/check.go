package search

import (
	"bytes"
	"index/suffixarray"
	"io/fs"

	"yibentong/generator/catalog"
	"yibentong/generator/diag"
	"yibentong/generator/source"
)

var (
	leadsNowhere = &diag.Code{ID: "synonym-nowhere", Severity: diag.Warning,
		Zh: "“%s”指向的词，没有一个事项的名称或别名里有", En: "no item's name or alias holds a word that %q leads to",
		MendZh: "把 means 改成事项名称里的用词，或删掉这一条", MendEn: "write words of item names into means, or delete the rule"}
	official = &diag.Code{ID: "synonym-official", Severity: diag.Warning,
		Zh: "“%s”本身就是事项的名称（%s），不用另外指路", En: "%q is itself the name of an item (%s)",
		MendZh: "从 say 里删掉它", MendEn: "delete it from say"}
	saidTwice = &diag.Code{ID: "synonym-twice", Severity: diag.Warning,
		Zh: "“%s”写了两次", En: "%q is said twice",
		MendZh: "合成一条，最贴切的词放前面", MendEn: "make one rule of the two, the most fitting word first"}
	saysNothing = &diag.Code{ID: "synonym-empty", Severity: diag.Warning,
		Zh: "“%s”里没有能搜的字", En: "%q holds nothing that can be searched",
		MendZh: "写汉字、字母或数字", MendEn: "write Chinese characters, letters or digits"}
)

// Codes lists the rules of this package.
func Codes() []*diag.Code { return []*diag.Code{leadsNowhere, official, saidTwice, saysNothing} }

// Check tells of synonyms that lead nowhere, stand twice or are needless. fsys is the tree that
// they were read from.
func (s *Synonyms) Check(fsys fs.FS, cat *catalog.Catalog, l *diag.List) {
	var held bytes.Buffer
	names := make(map[string]catalog.ItemID)
	for _, it := range cat.Items {
		names[Fold(it.Name)] = it.ID
		for _, t := range append([]string{it.Name}, it.Aliases...) {
			held.WriteString(Fold(t) + "\n")
		}
	}
	all := suffixarray.New(held.Bytes())
	at := source.NewLocator(fsys)
	seen := make(map[string]bool)
	for i, r := range s.OneWay {
		for j, say := range r.Say {
			word, pos := Fold(say), func() diag.Pos { return at.At(SynonymsFile, "one_way", i, "say", j) }
			switch id, ok := names[word]; {
			case word == "":
				l.Report(pos(), saysNothing, say)
			case seen[word]:
				l.Report(pos(), saidTwice, say)
			case ok:
				l.Report(pos(), official, say, string(id))
			}
			seen[word] = true
		}
		if filled(cat) && len(r.Say) > 0 && !leads(all, r.Means) {
			l.Report(at.At(SynonymsFile, "one_way", i, "means"), leadsNowhere, r.Say[0])
		}
	}
}

// filled tells whether the catalogue has the items that it declares; before, a word may lead to
// one that is still to come.
func filled(cat *catalog.Catalog) bool {
	return cat.Counted[catalog.Personal] >= cat.Edition.Expect.Personal && cat.Counted[catalog.Enterprise] >= cat.Edition.Expect.Enterprise
}

func leads(all *suffixarray.Index, words []string) bool {
	for _, w := range words {
		if w = Fold(w); w != "" && all.Lookup([]byte(w), 1) != nil {
			return true
		}
	}
	return false
}
