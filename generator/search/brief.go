package search

import "strings"

// briefRunes is the longest summary shown below a result, in characters.
const briefRunes = 60

// briefFile writes the first words of every summary, one line an item.
func briefFile(docs []Doc) []byte {
	lines := make([]string, len(docs))
	any := false
	for i, d := range docs {
		lines[i] = clip(oneLine(d.Summary), briefRunes)
		any = any || lines[i] != ""
	}
	if !any {
		return nil
	}
	return call("brief", strings.Join(lines, "\n"))
}

// clip cuts s after at most n characters, at the end of a sentence if one ends in the second half.
func clip(s string, n int) string {
	rs := []rune(s)
	if len(rs) <= n {
		return s
	}
	for i := n - 1; i >= n/2; i-- {
		if strings.ContainsRune("。！？；", rs[i]) {
			return string(rs[:i+1])
		}
	}
	return string(rs[:n-1]) + "…"
}
