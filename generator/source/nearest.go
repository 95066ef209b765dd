package source

import "yibentong/generator/diag"

// hint adds "did you mean" when a known word is near the one that was written.
func hint(f *diag.Finding, got string, known []string) {
	if near := Nearest(got, known); near != "" {
		zh, en := "是不是“"+near+"”？", "did you mean "+near+"?"
		if f.HintZh != "" {
			zh, en = zh+f.HintZh, en+" "+f.HintEn
		}
		f.Hint(zh, en)
	}
}

// Nearest returns the known word that is most like got, or "" when none is
// like it: at most a third of its characters may differ. Of words equally near the
// one that begins alike is taken: people slip in the middle and at the end.
func Nearest(got string, known []string) string {
	g := []rune(got)
	if len(g) > 64 {
		return ""
	}
	best, least := "", len(g)/3+1
	for _, k := range known {
		r := []rune(k)
		if d := len(r) - len(g); d > least || -d > least {
			continue
		}
		if d := distance(g, r); d < least || d == least && (best == "" || alike(got, k) > alike(got, best)) {
			best, least = k, d
		}
	}
	return best
}

// alike is how many bytes two words have in common at their beginnings.
func alike(a, b string) (n int) {
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	return n
}

// distance counts insertions, deletions, replacements and swaps of neighbours
// (Damerau and Levenshtein, restricted form).
func distance(a, b []rune) int {
	rows := [3][]int{make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)}
	for j := range rows[1] {
		rows[1][j] = j
	}
	for i := 1; i <= len(a); i++ {
		before, last, row := rows[0], rows[1], rows[2]
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		rows = [3][]int{last, row, before}
	}
	return rows[1][len(b)]
}
