package search

import "strings"

// class says what becomes of a character.
type class int

const (
	dropped class = iota
	letter        // a letter or digit of ASCII
	han
)

// classOf is the common rule of Go and the script (script/10-fold.js).
func classOf(r rune) class {
	switch {
	case r >= 0x4E00 && r <= 0x9FFF, r >= 0x3400 && r <= 0x4DBF, r == '〇':
		return han
	case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
		return letter
	}
	return dropped
}

// plain brings full width to half width and capitals to small letters.
func plain(r rune) rune {
	if r >= 0xFF01 && r <= 0xFF5E {
		r -= 0xFEE0
	}
	if r >= 'A' && r <= 'Z' {
		r += 'a' - 'A'
	}
	return r
}

// Fold keeps what counts of a name: Chinese characters, small letters and digits.
func Fold(s string) string {
	return strings.Map(func(r rune) rune {
		if r = plain(r); classOf(r) == dropped {
			return -1
		}
		return r
	}, s)
}

// Cut parts a text at everything that Fold drops, and where the script changes.
func Cut(s string) []string {
	var (
		runs []string
		last class
	)
	for _, r := range s {
		r = plain(r)
		c := classOf(r)
		if c != dropped && c == last {
			runs[len(runs)-1] += string(r)
		} else if c != dropped {
			runs = append(runs, string(r))
		}
		last = c
	}
	return runs
}

// Soft returns the sound class of a syllable: what the accent of the south-west and quick typing
// mix (zh z, ch c, sh s, n l, hu f, ang an, eng en, ing in).
func Soft(s string) string {
	if len(s) > 1 && s[1] == 'h' && strings.IndexByte("zcs", s[0]) >= 0 {
		s = s[:1] + s[2:]
	}
	if len(s) > 1 && s[0] == 'n' {
		s = "l" + s[1:]
	}
	s = strings.ReplaceAll(s, "v", "u")
	if n := len(s); n > 2 && s[n-2:] == "ng" && strings.IndexByte("aei", s[n-3]) >= 0 {
		s = s[:n-1]
	}
	if !strings.HasPrefix(s, "hu") {
		return s
	}
	switch s {
	case "hu":
		return "fu"
	case "hui":
		return "fei"
	case "hun":
		return "fen"
	}
	return "f" + s[2:]
}
