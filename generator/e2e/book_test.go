package e2e

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"

	"yibentong/generator/build"
)

// books makes both books in all forms once.
var books = sync.OnceValues(func() (map[string][]byte, error) { return booklets(build.BookForms) })

func booklets(forms []string) (map[string][]byte, error) {
	root, err := os.OpenRoot("../..")
	if err != nil {
		return nil, err
	}
	defer root.Close()
	out := map[string][]byte{}
	err = book.Booklets(root.FS(), build.BookOptions{Paper: "A5", Forms: forms, Sheets: 4}, func(name string, content func(io.Writer) error) error {
		var b bytes.Buffer
		err := content(&b)
		out[name] = b.Bytes()
		return err
	})
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
	notices := 0
	for name := range all {
		if strings.HasPrefix(name, "notices/") {
			notices++
			continue
		}
		paper(t, name, "qpdf", "--check", "FILE")
		for i, line := range strings.Split(strings.TrimSpace(paper(t, name, "pdffonts", "FILE")), "\n") {
			if f := strings.Fields(line); i > 1 && (len(f) < 8 || strings.Join(f[len(f)-5:len(f)-2], " ") != "yes yes yes") {
				t.Errorf("%s: a font is not embedded, subset and readable: %s", name, line)
			}
		}
	}
	if len(all) != 6+notices || notices != len(book.Site.Entries) {
		t.Errorf("%d files, of them %d notices for %d items", len(all), notices, len(book.Site.Entries))
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
		if i%7 > 0 {
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
		if n < 1 || n > len(pages) || !strings.Contains(pages[n-1], m[1]) {
			t.Errorf("%s is not on page %s", m[1], m[3])
			continue
		}
		foot := strings.Fields(pages[n-1])
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
	if n := pageCount(t, "personal-press.pdf"); n%4 != 0 || pageCount(t, "personal-fold.pdf") != n/2 {
		t.Errorf("%d pages, %d sides of sheets", n, pageCount(t, "personal-fold.pdf"))
	}
}

func pageCount(t *testing.T, name string) int {
	t.Helper()
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
	tree := paper(t, "personal-screen.pdf", "pdfinfo", "-struct-text", "FILE")
	for _, want := range []string{"H2 (block)", "TH", "Link", `"《出生医学证明》首次签发"`} {
		if !strings.Contains(strings.ReplaceAll(tree, "P001　", ""), want) {
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
	two, err := booklets([]string{"screen", "press"})
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range two {
		if !bytes.Equal(one[name], data) {
			t.Errorf("%s differs from one run to the next", name)
		}
	}
}
