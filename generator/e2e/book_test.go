package e2e

import (
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"

	"yibentong/generator/build"
	"yibentong/generator/preflight"
)

// books makes both books in all forms once, every notice, and the other sheets of every
// eighth item.
var books = sync.OnceValues(func() (map[string][]byte, error) {
	all, err := booklets(build.BookOptions{Forms: build.Published})
	if err != nil {
		return nil, err
	}
	some := build.BookOptions{Forms: []string{"brief", "guide"}}
	for i := 0; i < len(book.Site.Entries); i += 8 {
		some.Items = append(some.Items, string(book.Site.Entries[i].ID))
	}
	sheets, err := booklets(some)
	maps.Copy(all, sheets)
	return all, err
})

// reports is what preflight finds in each of them.
var reports = sync.OnceValues(func() (map[string]*preflight.Report, error) {
	all, err := books()
	if err != nil {
		return nil, err
	}
	out := map[string]*preflight.Report{}
	for name, data := range all {
		if out[name], err = preflight.Check(data); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	return out, nil
})

func booklets(o build.BookOptions) (map[string][]byte, error) {
	o.Paper, o.Sheets = "A5", 4
	root, err := os.OpenRoot("../..")
	if err != nil {
		return nil, err
	}
	defer root.Close()
	files, err := book.Booklets(root.FS(), o)
	if err != nil {
		return nil, err
	}
	out := map[string][]byte{}
	var mu sync.Mutex
	err = build.Make(context.Background(), files, func(name string, data []byte) error {
		mu.Lock()
		defer mu.Unlock()
		out[name] = bytes.Clone(data)
		return nil
	}, nil)
	return out, err
}

// paper runs a tool on one of the books and returns what it prints.
func paper(t *testing.T, name string, tool string, args ...string) string {
	t.Helper()
	needsTool(t, tool)
	all, err := books()
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), filepath.Base(name))
	if err := os.WriteFile(file, all[name], 0o644); err != nil {
		t.Fatal(err)
	}
	for i, a := range args {
		if a == "FILE" {
			args[i] = file
		}
	}
	out, err := exec.Command(tool, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s %s: %v\n%s", tool, name, err, out)
	}
	return string(out)
}

func TestEveryBookIsAWholeFile(t *testing.T) {
	all, err := books()
	if err != nil {
		t.Fatal(err)
	}
	looked, err := reports()
	if err != nil {
		t.Fatal(err)
	}
	sheets := map[string]int{}
	for name := range all {
		// Our own preflight finds nothing in any file of ours.
		for _, f := range looked[name].Findings {
			t.Errorf("%s: %s", name, f)
		}
		if folder, _, ok := strings.Cut(name, "/"); ok {
			sheets[folder]++
			continue
		}
		paper(t, name, "qpdf", "--check", "FILE")
		for i, line := range strings.Split(strings.TrimSpace(paper(t, name, "pdffonts", "FILE")), "\n") {
			if f := strings.Fields(line); i > 1 && (len(f) < 8 || strings.Join(f[len(f)-5:len(f)-2], " ") != "yes yes yes") {
				t.Errorf("%s: a font is not embedded, subset and readable: %s", name, line)
			}
		}
	}
	n := len(book.Site.Entries)
	errands := len(book.Site.Errands)
	if errands < 31 || sheets["notices"] != n+errands || sheets["briefs"] != (n+7)/8 || sheets["guides"] != (n+7)/8 || len(all) != 12+sheets["notices"]+2*sheets["briefs"] {
		t.Errorf("%d files, of them %v for %d items", len(all), sheets, n)
	}
}

// The ticket tells the checksum of the very file that lies beside it, and
// answers a printer's questions.
func TestTheTicketAnswersThePrinter(t *testing.T) {
	all, err := books()
	if err != nil {
		t.Fatal(err)
	}
	for _, prefix := range []string{"personal-", "enterprise-"} {
		text := strings.Join(strings.Fields(paper(t, prefix+"ticket.pdf", "pdftotext", "-layout", "FILE", "-")), "")
		for _, want := range []string{"书名", "版次", "148.0×210.0毫米", "3毫米", "帖", "无线胶装", "内文纸", "书脊", "单色黑", "NotoSerifSC-Regular", "FOGRA39", "PDF/X-4", "没有发现问题",
			fmt.Sprintf("内文%d页", pageCount(t, prefix+"press.pdf"))} {
			if !strings.Contains(text, want) {
				t.Errorf("%sticket.pdf does not say %q", prefix, want)
			}
		}
		for _, form := range []string{"press.pdf", "cover.pdf"} {
			// The sum is broken over two lines: its halves are both there.
			sum := fmt.Sprintf("%x", sha256.Sum256(all[prefix+form]))
			if !strings.Contains(text, sum[:24]) || !strings.Contains(text, sum[48:]) {
				t.Errorf("%sticket.pdf does not give the checksum of %s", prefix, form)
			}
		}
	}
}

// The cover is one sheet: back, spine and front, the spine as wide as the leaves
// are thick.
func TestTheCoverHasItsSpine(t *testing.T) {
	leaves := pageCount(t, "personal-press.pdf") / 2
	m := regexp.MustCompile(`TrimBox:\s+([0-9.]+)\s+[0-9.]+\s+([0-9.]+)`).FindStringSubmatch(paper(t, "personal-cover.pdf", "pdfinfo", "-box", "FILE"))
	if m == nil {
		t.Fatal("the cover has no TrimBox")
	}
	left, _ := strconv.ParseFloat(m[1], 64)
	right, _ := strconv.ParseFloat(m[2], 64)
	want := 2*148 + 0.1*float64(leaves)
	if got := (right - left) * 25.4 / 72; got < want-0.1 || got > want+0.1 {
		t.Errorf("the cover is %.1f mm wide, %d leaves want %.1f", got, leaves, want)
	}
}

// An office prints on A4: each side is A4 across, and the first has the front
// cover on the right.
func TestTheOfficeFormIsA4(t *testing.T) {
	if info := paper(t, "personal-office.pdf", "pdfinfo", "FILE"); !strings.Contains(info, "841.89 x 595.28") {
		t.Error(info)
	}
	m := regexp.MustCompile(`(?s)xMin="([0-9.]+)"[^>]*>“个人全生命周期”`).FindStringSubmatch(paper(t, "personal-office.pdf", "pdftotext", "-bbox", "-l", "1", "FILE", "-"))
	if m == nil {
		t.Fatal("the first side has no title")
	}
	if x, _ := strconv.ParseFloat(m[1], 64); x < 421 {
		t.Errorf("the title stands %.0f pt from the left", x)
	}
}

// A brief is one page; a guide has all of the record.
func TestBriefAndGuide(t *testing.T) {
	for i, e := range book.Site.Entries {
		if i%8 > 0 {
			continue
		}
		if n := pageCount(t, "briefs/"+string(e.ID)+".pdf"); n != 1 {
			t.Errorf("the brief of %s has %d pages", e.ID, n)
		}
		if i%40 > 0 || len(e.FAQ) == 0 {
			continue
		}
		text := strings.Join(strings.Fields(paper(t, "guides/"+string(e.ID)+".pdf", "pdftotext", "-layout", "FILE", "-")), "")
		for _, want := range []string{e.FAQ[0].Q, e.Steps[0].Name, e.Laws[0].Law.To.Title} {
			if !strings.Contains(text, strings.Join(strings.Fields(want), "")) {
				t.Errorf("the guide of %s does not say %q", e.ID, want)
			}
		}
	}
}

// Every item has its notice on one sheet of A4, with its papers, two boxes to
// tick for each and the lines to sign on, nothing beyond the edge.
func TestEveryNoticeIsOneSheet(t *testing.T) {
	for i, e := range book.Site.Entries {
		name := "notices/" + string(e.ID) + ".pdf"
		if n := pageCount(t, name); n != 1 {
			t.Errorf("%s has %d pages", name, n)
		}
		if i%15 > 0 {
			continue
		}
		text := strings.Join(strings.Fields(paper(t, name, "pdftotext", "-layout", "FILE", "-")), "")
		for _, want := range []string{strings.Join(strings.Fields(e.Name), ""), "告知人（签名）", "还要补", "一次性告知单"} {
			if !strings.Contains(text, want) {
				t.Errorf("%s does not say %q", name, want)
			}
		}
		var widest float64
		for _, m := range regexp.MustCompile(`xMax="([0-9.]+)"`).FindAllStringSubmatch(paper(t, name, "pdftotext", "-bbox", "FILE", "-"), -1) {
			x, _ := strconv.ParseFloat(m[1], 64)
			widest = max(widest, x)
		}
		if widest > 595.28-30 {
			t.Errorf("%s: a word ends %.0f pt from the left, on 595", name, widest)
		}
	}
}

func TestABookSaysWhatTheRecordsSay(t *testing.T) {
	space := regexp.MustCompile(`\s+`)
	for _, name := range []string{"personal-screen.pdf", "enterprise-press.pdf"} {
		text := space.ReplaceAllString(paper(t, name, "pdftotext", "-layout", "FILE", "-"), "")
		for _, e := range book.Site.Entries {
			if (e.ID[0] == 'P') != strings.HasPrefix(name, "personal") {
				continue
			}
			for _, want := range []string{string(e.ID) + e.Name, e.Aliases[0]} {
				if !strings.Contains(text, space.ReplaceAllString(want, "")) {
					t.Errorf("%s does not say %q", name, want)
				}
			}
		}
		if i := strings.IndexFunc(text, func(r rune) bool { return r == '\ufffd' || r >= 0xe000 && r <= 0xf8ff || r >= 0x2f00 && r <= 0x2fdf }); i >= 0 {
			t.Errorf("%s has a character that cannot be searched: %q", name, text[i:i+4])
		}
	}
}

// The contents send the reader to the page where the item begins, and the
// printed number of that page is the one in the contents.
func TestPageNumbersAreTrue(t *testing.T) {
	pages := strings.Split(paper(t, "personal-screen.pdf", "pdftotext", "-layout", "FILE", "-"), "\f")
	line := regexp.MustCompile(`(?m)^\s*(P\d{3})\s+(\S.*?)(?:\s\.){3,}\s*(\d+)\s*$`)
	found := 0
	for _, m := range line.FindAllStringSubmatch(strings.Join(pages[:12], "\n"), -1) {
		n, _ := strconv.Atoi(m[3])
		if n < 1 || n >= len(pages) || !strings.Contains(pages[n], m[1]) { // pages[0] is the cover
			t.Errorf("%s is not on page %s", m[1], m[3])
			continue
		}
		foot := strings.Fields(pages[n])
		if foot[len(foot)-1] != m[3] {
			t.Errorf("page %s is numbered %s", m[3], foot[len(foot)-1])
		}
		found++
	}
	if found < 40 {
		t.Errorf("%d lines of the contents were read", found)
	}
}

func TestThePressFileIsForThePress(t *testing.T) {
	for _, name := range []string{"personal-press.pdf", "personal-fold.pdf"} {
		all, err := books()
		if err != nil {
			t.Fatal(err)
		}
		data := all[name]
		if !bytes.HasPrefix(data, []byte("%PDF-1.6")) || !bytes.Contains(data, []byte("GTS_PDFXVersion (PDF/X-4)")) || bytes.Contains(data, []byte("/Annot")) || bytes.Contains(data, []byte("DeviceRGB")) {
			t.Errorf("%s is no PDF/X-4", name)
		}
		for _, plate := range strings.Split(strings.TrimSpace(paper(t, name, "gs", "-q", "-o", "-", "-sDEVICE=inkcov", "FILE")), "\n") {
			var c, m, y, k float64
			if _, err := fmt.Sscan(plate, &c, &m, &y, &k); err != nil || c+m+y > 0 {
				t.Errorf("%s: ink beyond black: %s (%v)", name, plate, err)
				break
			}
		}
	}
	boxes := strings.Join(strings.Fields(paper(t, "personal-press.pdf", "pdfinfo", "-box", "-f", "1", "-l", "2", "FILE")), " ")
	for _, want := range []string{"TrimBox: 28.35 28.35 447.88 623.62", "BleedBox: 19.84 19.84 456.38 632.13"} {
		if !strings.Contains(boxes, want) {
			t.Errorf("%q is missing in\n%s", want, boxes)
		}
	}
	n := pageCount(t, "personal-press.pdf")
	if fold := pageCount(t, "personal-fold.pdf"); n%16 != 0 || fold > n/2 || fold < n/2-6 {
		t.Errorf("%d pages, %d sides of sheets", n, fold)
	}
}

// pageCount is how many pages a file has; for whole books pdfinfo counts them, who
// knows nothing of us.
func pageCount(t *testing.T, name string) int {
	t.Helper()
	if strings.Contains(name, "/") {
		looked, err := reports()
		if err != nil {
			t.Fatal(err)
		}
		return looked[name].Pages
	}
	m := regexp.MustCompile(`Pages:\s+(\d+)`).FindStringSubmatch(paper(t, name, "pdfinfo", "FILE"))
	if m == nil {
		t.Fatal("pdfinfo counts no pages")
	}
	n, _ := strconv.Atoi(m[1])
	return n
}

func TestTheScreenFileIsTaggedAndLinked(t *testing.T) {
	info := paper(t, "personal-screen.pdf", "pdfinfo", "FILE")
	if !strings.Contains(info, "Tagged:          yes") || !strings.Contains(info, "一本通") {
		t.Error(info)
	}
	// poppler unpacks an object stream anew for every tag: one guide is enough for it.
	tree := paper(t, "guides/P001.pdf", "pdfinfo", "-struct-text", "FILE")
	for _, want := range []string{"H1 (block)", "H2 (block)", "TH", book.Site.Entries[0].Name} {
		if !strings.Contains(tree, want) {
			t.Errorf("the structure has no %s", want)
		}
	}
	if dests := paper(t, "personal-screen.pdf", "pdfinfo", "-dests", "FILE"); strings.Count(dests, `"P`) < len(book.Site.Audience("personal")) {
		t.Error("an item has no place to link to")
	}
}

func TestTheSameBookTwiceIsTheSame(t *testing.T) {
	one, err := books()
	if err != nil {
		t.Fatal(err)
	}
	two, err := booklets(build.BookOptions{Forms: []string{"screen", "press"}})
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range two {
		if !bytes.Equal(one[name], data) {
			t.Errorf("%s differs from one run to the next", name)
		}
	}
}
