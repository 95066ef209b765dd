package search

import (
	"encoding/json"
	"strconv"
	"strings"
)

// names is the name table as script/20-table.js reads it. Columns are joined by line breaks; the
// texts of names, aliases, synonyms and ignore are packed.
type names struct {
	Pack        *packing `json:"pack"`
	IDs         string   `json:"ids"`            // "" is one more than the line before
	Names       string   `json:"names"`          //
	Aliases     string   `json:"aliases"`        // an item's aliases joined by |
	URLs        []string `json:"urls,omitempty"` // only if some item's is not ID + ".html"
	Flags       string   `json:"flags"`          // four base-64 digits an item, see flags
	Stages      []string `json:"stages"`
	Departments []string `json:"departments"`
	Sounds      sounds   `json:"sounds"` // of the characters of pack
	Synonyms    string   `json:"synonyms,omitempty"`
	Ignore      string   `json:"ignore,omitempty"`
	Region      string   `json:"region,omitempty"`
	Actions     string   `json:"actions,omitempty"`
}

// nameTable makes the name table.
func nameTable(docs []Doc, syn *Synonyms) names {
	var (
		n       names
		titles  = make([]string, len(docs))
		aliases = make([]string, len(docs))
		flags   strings.Builder
		stages  labels
		bodies  labels
	)
	for i, d := range docs {
		titles[i] = oneLine(d.Name)
		aliases[i] = strings.Join(cleanAliases(d.Aliases), "|")
		writeFlags(&flags, d, stages.number(d.Stage), bodies.number(d.Department))
	}
	n.URLs = urls(docs)
	n.IDs, n.Names, n.Aliases = idLines(docs), strings.Join(titles, "\n"), strings.Join(aliases, "\n")
	n.Flags, n.Stages, n.Departments = flags.String(), stages.list, bodies.list
	n.Synonyms = syn.lines()
	n.Ignore, n.Region, n.Actions = strings.Join(syn.Ignore, ","), strings.Join(syn.Region, ","), strings.Join(syn.Actions, ",")
	n.Pack = pack(n.Names, n.Aliases, n.Synonyms, n.Ignore)
	n.Sounds = soundsOf(n.Pack.Chars)
	for _, text := range []*string{&n.Names, &n.Aliases, &n.Synonyms, &n.Ignore} {
		*text = n.Pack.write(*text)
	}
	return n
}

// idLines is the column of item numbers: "" is one more than the line before.
func idLines(docs []Doc) string {
	lines, last := make([]string, len(docs)), ""
	for i, d := range docs {
		if d.ID != successor(last) {
			lines[i] = d.ID
		}
		last = d.ID
	}
	return strings.Join(lines, "\n")
}

// urls is the column of pages; nil if each is its ID with ".html".
func urls(docs []Doc) (out []string) {
	for i, d := range docs {
		if d.URL != "" && d.URL != d.ID+".html" {
			if out == nil {
				out = make([]string, len(docs))
			}
			out[i] = d.URL
		}
	}
	return out
}

// call writes a data file: a script that hands data to the search script.
func call(kind string, data any) []byte {
	var b strings.Builder
	b.WriteString("ybtSearch.put(" + strconv.Quote(kind) + ",")
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(data); err != nil {
		return nil // strings and numbers only: cannot happen
	}
	return []byte(strings.TrimSuffix(b.String(), "\n") + ");\n")
}

// successor returns the number after id, P001 to P002, or "" if id ends in no digit.
func successor(id string) string {
	digits := len(id) - len(strings.TrimRight(id, "0123456789"))
	n, err := strconv.Atoi(id[len(id)-digits:])
	if err != nil {
		return ""
	}
	s := strconv.Itoa(n + 1)
	return id[:len(id)-digits] + strings.Repeat("0", max(0, digits-len(s))) + s
}

// labels numbers words in the order in which they are met.
type labels struct {
	list []string
	at   map[string]int
}

func (l *labels) number(s string) int {
	if n, ok := l.at[s]; ok {
		return n
	}
	if l.at == nil {
		l.at = make(map[string]int)
	}
	l.at[s] = len(l.list)
	l.list = append(l.list, s)
	return l.at[s]
}

const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

// writeFlags writes stage, department (two digits) and six bits: popularity (2), online, instant,
// errand, enterprise.
func writeFlags(b *strings.Builder, d Doc, stage, department int) {
	bits := min(max(d.Popularity, 0), 3)
	for i, on := range []bool{d.Online, d.Instant, d.Errand, d.Audience == "enterprise"} {
		if on {
			bits |= 4 << i
		}
	}
	for _, n := range []int{stage, department / 64, department, bits} {
		b.WriteByte(digits[n%64])
	}
}

// cleanAliases drops what cannot be written in the table.
func cleanAliases(aliases []string) []string {
	var out []string
	for _, a := range aliases {
		if a = strings.ReplaceAll(oneLine(a), "|", " "); Fold(a) != "" {
			out = append(out, a)
		}
	}
	return out
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
