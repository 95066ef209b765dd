package diag

import (
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"unicode/utf8"
)

// Printer writes findings for people.
type Printer struct {
	// FS is where the files are read from for the marked line; nil leaves the line out.
	FS fs.FS
	// Lang is "zh", "en" or "both".
	Lang string
	// Color turns on ANSI colours.
	Color bool
	// Max is how many findings are written in full; the rest is counted. 0 means all.
	Max int
}

// Print writes the findings of l in order, each with its line and the place
// marked, then says how many were left out.
func (p Printer) Print(w io.Writer, l *List) error {
	found := l.Sorted()
	var text strings.Builder
	var lines fileLines
	for i, f := range found {
		if p.Max > 0 && i == p.Max {
			fmt.Fprintf(&text, "……还有 %d 条没有列出（--all 全部列出） / %d more (--all lists them)\n", len(found)-i, len(found)-i)
			break
		}
		p.finding(&text, f, &lines)
	}
	_, err := io.WriteString(w, text.String())
	return err
}

func (p Printer) finding(w *strings.Builder, f *Finding, lines *fileLines) {
	fmt.Fprintf(w, "%s: ", p.bold(f.where()))
	if p.Lang != "en" {
		fmt.Fprintf(w, "%s: %s [%s]\n", p.paint(f.Code.Severity, f.Code.Severity.zh()), Plain(f.Zh), f.Code.ID)
	} else {
		fmt.Fprintf(w, "%s: %s [%s]\n", p.paint(f.Code.Severity, f.Code.Severity.String()), Plain(f.En), f.Code.ID)
	}
	if line, ok := lines.get(p.FS, f.File, f.Line); ok {
		writeMarked(w, f.Pos, line)
	}
	if p.Lang != "en" && f.HintZh != "" {
		fmt.Fprintf(w, "   怎么改：%s\n", Plain(f.HintZh))
	}
	if p.Lang == "en" && f.HintEn != "" {
		fmt.Fprintf(w, "   mend: %s\n", Plain(f.HintEn))
	}
	if p.Lang != "zh" && p.Lang != "en" {
		fmt.Fprintf(w, "   %s: %s", f.Code.Severity, Plain(f.En))
		if f.HintEn != "" {
			fmt.Fprintf(w, "; %s", Plain(f.HintEn))
		}
		w.WriteByte('\n')
	}
}

func (f *Finding) where() string {
	if f.Line == 0 {
		return Plain(f.File)
	}
	return fmt.Sprintf("%s:%d:%d", Plain(f.File), f.Line, max(f.Col, 1))
}

func (s Severity) zh() string { return [...]string{"错误", "警告"}[s] }

func (p Printer) bold(s string) string {
	if !p.Color {
		return s
	}
	return "\x1b[1m" + s + "\x1b[0m"
}

func (p Printer) paint(s Severity, text string) string {
	if !p.Color {
		return text
	}
	return [...]string{"\x1b[31m", "\x1b[33m"}[s] + text + "\x1b[0m"
}

// maxShown is how many characters of a line are shown, so that a line of a
// megabyte does not flood the terminal.
const maxShown = 100

func writeMarked(w *strings.Builder, pos Pos, line string) {
	runes := []rune(Plain(line))
	from := 0
	if pos.Col > maxShown {
		from = min(pos.Col-20, len(runes))
	}
	shown := runes[from:min(from+maxShown, len(runes))]
	fmt.Fprintf(w, "%5d | %s\n", pos.Line, string(shown))
	if pos.Col == 0 {
		return
	}
	lead := min(max(pos.Col-1-from, 0), len(shown))
	width := pos.Width
	if width == 0 || lead+width > len(shown) {
		width = len(shown) - lead
	}
	fmt.Fprintf(w, "      | %s%s\n", strings.Repeat(" ", cells(shown[:lead])), strings.Repeat("^", max(cells(shown[lead:lead+width]), 1)))
}

// cells is the width in terminal columns: Han and full-width marks take two.
func cells(s []rune) int {
	n := 0
	for _, r := range s {
		n++
		if r >= 0x1100 && (r <= 0x115f || r >= 0x2e80 && r <= 0xd7a3 || r >= 0xf900 && r <= 0xfaff || r >= 0xfe30 && r <= 0xfe6f || r >= 0xff00 && r <= 0xff60 || r >= 0x20000) {
			n++
		}
	}
	return n
}

// Plain replaces what could steer a terminal (control characters, bidi marks,
// bytes that are not UTF-8) by a visible stand-in.
func Plain(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t':
			return ' '
		case r < 0x20 || r == 0x7f, r >= 0x80 && r < 0xa0, r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069, r == utf8.RuneError:
			return '·'
		}
		return r
	}, s)
}

// fileLines remembers the lines of the file it was last asked for.
type fileLines struct {
	name  string
	lines []string
}

func (c *fileLines) get(fsys fs.FS, name string, line int) (string, bool) {
	if fsys == nil || line == 0 {
		return "", false
	}
	if c.name != name {
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return "", false
		}
		c.name, c.lines = name, strings.Split(string(data), "\n")
	}
	if line > len(c.lines) {
		return "", false
	}
	return strings.TrimSuffix(c.lines[line-1], "\r"), true
}

// JSON writes the findings as one JSON array, for machines.
func (l *List) JSON(w io.Writer) error {
	type finding struct {
		Pos
		Code     string `json:"code"`
		Severity string `json:"severity"`
		Zh       string `json:"zh"`
		En       string `json:"en"`
		HintZh   string `json:"mendZh,omitempty"`
		HintEn   string `json:"mendEn,omitempty"`
	}
	out := []finding{}
	for _, f := range l.Sorted() {
		out = append(out, finding{f.Pos, f.Code.ID, f.Code.Severity.String(), f.Zh, f.En, f.HintZh, f.HintEn})
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(out)
}
