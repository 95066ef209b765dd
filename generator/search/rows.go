package search

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"yibentong/generator/pinyin"
)

// The limits of a name table that is loaded whole; above, names are kept in blocks of rows that a
// query fetches by way of an index.
const (
	// TableMost is how many items one table holds at most.
	TableMost = 8000
	// blockRows is how many items a block holds: enough that the likeliest share one.
	blockRows = 48
	// listMost is how many items a line of the index names at most, the shortest names first.
	listMost = 768
)

// frame is the name table without its rows, and the way to them.
type frame struct {
	names
	Rows   int       `json:"rows"`   // items in all
	Keys   int       `json:"keys"`   // names and aliases in all
	Often  string    `json:"often"`  // a digit a character of pack: in how many of them it stands, see oftenDigit
	Block  int       `json:"block"`  // items in a block; block N is the file rows-N.HASH.js
	First  []string  `json:"first"`  // the first piece of every shard of the index, the file index-N.HASH.js
	Hashes [2]string `json:"hashes"` // of the blocks, of the shards
}

// block is the rows of some items, columns as in names.
type block struct {
	IDs     string   `json:"ids"`
	Names   string   `json:"names"`
	Aliases string   `json:"aliases"`
	URLs    []string `json:"urls,omitempty"`
	Flags   string   `json:"flags"`
}

// rowFiles makes the frame, the blocks and the index of names of many items, whose table is whole.
// It sorts docs so that like names lie side by side: they are asked for together.
func rowFiles(docs []Doc, whole names) (files []File, table []byte) {
	flags := make(map[string]string, len(docs))
	for i, d := range docs {
		flags[d.ID] = whole.Flags[4*i : 4*i+4]
	}
	slices.SortStableFunc(docs, func(a, b Doc) int { return cmp.Compare(Fold(a.Name), Fold(b.Name)) })
	f := frame{names: whole, Rows: len(docs), Block: blockRows}
	f.IDs, f.Names, f.Aliases, f.Flags, f.URLs = "", "", "", "", nil
	var rows, shards fileSet
	for from := 0; from < len(docs); from += blockRows {
		part := docs[from:min(from+blockRows, len(docs))]
		b := block{IDs: idLines(part), URLs: urls(part)}
		for i, d := range part {
			b.Flags += flags[d.ID]
			if i > 0 {
				b.Names, b.Aliases = b.Names+"\n", b.Aliases+"\n"
			}
			b.Names += oneLine(d.Name)
			b.Aliases += strings.Join(cleanAliases(d.Aliases), "|")
		}
		rows.add("rows", b)
	}
	x := indexOf(docs)
	f.Keys, f.Often = x.keys, x.often(whole.Pack.Chars)
	x.each(func(first, lines string) {
		f.First = append(f.First, first)
		shards.add("index", lines)
	})
	files, f.Hashes[0] = rows.named()
	more, hash := shards.named()
	f.Hashes[1] = hash
	return append(files, more...), call("names", f)
}

// nameIndex leads from pieces of names and aliases to items.
//
// A piece is two neighbouring characters (身份), two syllables as they are confused (sen'fen), or
// three first letters (=sfz).
type nameIndex struct {
	lists map[string][]entry
	count map[rune]int
	keys  int
}

// entry is an item, and how short its name is: 3 up to 8 characters, 2 up to 12, 1 up to 18, 0 above.
type entry struct {
	doc   int32
	short int8
}

func indexOf(docs []Doc) *nameIndex {
	x := &nameIndex{lists: map[string][]entry{}, count: map[rune]int{}}
	for i, d := range docs {
		name := Fold(d.Name)
		e := entry{int32(i), shortness(utf8.RuneCountInString(name))}
		x.add(name, e)
		for _, a := range cleanAliases(d.Aliases) {
			x.add(Fold(a), e)
		}
	}
	return x
}

// add notes that a name or alias leads to an item.
func (x *nameIndex) add(name string, e entry) {
	rs := []rune(name)
	x.keys++
	for i, r := range rs {
		if slices.Index(rs[:i], r) < 0 {
			x.count[r]++
		}
		if i > 0 {
			x.put(string(rs[i-1:i+1]), e)
			for _, a := range pinyin.Readings(rs[i-1]) {
				for _, b := range pinyin.Readings(r) {
					x.put(Soft(a)+"'"+Soft(b), e)
				}
			}
		}
		if i > 1 {
			if s := initials(rs[i-2 : i+1]); s != "" {
				x.put("="+s, e)
			}
		}
	}
}

// put appends an item to a list, once.
func (x *nameIndex) put(piece string, e entry) {
	if list := x.lists[piece]; len(list) == 0 || list[len(list)-1] != e {
		x.lists[piece] = append(list, e)
	}
}

func shortness(n int) int8 {
	switch {
	case n <= 8:
		return 3
	case n <= 12:
		return 2
	case n <= 18:
		return 1
	}
	return 0
}

// initials are the first letters of the usual readings; "" if a character has none.
func initials(rs []rune) string {
	out := make([]byte, 0, len(rs))
	for _, r := range rs {
		s := pinyin.Readings(r)
		if s == nil {
			return ""
		}
		out = append(out, s[0][0])
	}
	return string(out)
}

// often says of every character above ASCII of chars how many names hold it, as a digit.
func (x *nameIndex) often(chars string) string {
	out := make([]byte, 0, utf8.RuneCountInString(chars))
	for _, r := range chars {
		out = append(out, oftenDigit(x.count[r]))
	}
	return string(out)
}

// oftenDigit writes a count as three times its binary logarithm.
func oftenDigit(n int) byte {
	return digits[min(int(math.Round(3*math.Log2(float64(max(n, 1))))), 63)]
}

// each visits the index in shards of about shardSize bytes: the first piece and the lines
// "piece count items", an item a gap with two bits for how short the name is.
func (x *nameIndex) each(visit func(first, lines string)) {
	pieces := make([]string, 0, len(x.lists))
	for p := range x.lists {
		pieces = append(pieces, p)
	}
	slices.Sort(pieces)
	var lines strings.Builder
	first := ""
	for _, p := range pieces {
		if lines.Len() == 0 {
			first = p
		}
		writeList(&lines, p, x.lists[p])
		if lines.Len() >= shardSize {
			visit(first, strings.TrimSuffix(lines.String(), "\n"))
			lines.Reset()
		}
	}
	if lines.Len() > 0 {
		visit(first, strings.TrimSuffix(lines.String(), "\n"))
	}
}

func writeList(b *strings.Builder, piece string, list []entry) {
	b.WriteString(piece + " ")
	writeNumber(b, len(list))
	if len(list) > listMost {
		list = slices.Clone(list)
		slices.SortStableFunc(list, func(a, b entry) int { return int(b.short) - int(a.short) })
		list = list[:listMost]
		slices.SortFunc(list, func(a, b entry) int { return int(a.doc - b.doc) })
	}
	last := int32(-1)
	for _, e := range list {
		writeNumber(b, int(e.doc-last-1)<<2|int(e.short))
		last = e.doc
	}
	b.WriteByte('\n')
}
