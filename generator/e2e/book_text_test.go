package e2e

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"yibentong/generator/errand"
	"yibentong/generator/site"
)

// "见第 34 页" beside a related item is the page where that item begins.
func TestReferencesAreTrue(t *testing.T) {
	pages := strings.Split(paper(t, "personal-screen.pdf", "pdftotext", "-layout", "FILE", "-"), "\f")
	line := regexp.MustCompile(`(?m)^\s*(?:先办：)?(P\d{3})\s+\S.*见第\s*(\d+)\s*页`)
	found := 0
	for _, p := range pages {
		for _, m := range line.FindAllStringSubmatch(p, -1) {
			n, _ := strconv.Atoi(m[2])
			// The first line is the running head; a thumb's sign may stand before the name.
			if _, text, _ := strings.Cut(pages[min(n, len(pages)-1)], "\n"); !regexp.MustCompile(`(?m)^\s*\p{Han}?\s*` + m[1] + `\s+\S`).MatchString(text) {
				t.Errorf("%s does not begin on page %d", m[1], n)
			}
			found++
		}
	}
	if found < 60 {
		t.Errorf("%d references were read", found)
	}
}

// The notice of an errand is one sheet that says what the page says: each paper of its
// bag with two boxes, each step.
func TestEveryErrandHasItsSheet(t *testing.T) {
	for i, x := range book.Site.Errands {
		name := "notices/errand-" + string(x.ID) + ".pdf"
		if n := pageCount(t, name); n != 1 {
			t.Errorf("%s has %d pages", name, n)
		}
		if i%5 > 0 {
			continue
		}
		text := strings.Join(strings.Fields(paper(t, name, "pdftotext", "-raw", "FILE", "-")), "")
		plan := errand.New(x.Bundle)
		for _, line := range plan.Reckon(plan.State()).Bag {
			for _, p := range line.Tallies {
				if want := strings.Join(strings.Fields(p.Paper.Material.Name), ""); !strings.Contains(text, want) {
					t.Errorf("%s does not list %q", name, want)
				}
			}
		}
		for _, s := range plan.Steps {
			if !strings.Contains(text, strings.Join(strings.Fields(s.Name), "")) {
				t.Errorf("%s has no step %q", name, s.Name)
			}
		}
	}
}

// The chapter of errands stands before the stages, in the contents with true pages.
func TestTheBookHasTheErrands(t *testing.T) {
	pages := strings.Split(paper(t, "personal-screen.pdf", "pdftotext", "-layout", "FILE", "-"), "\f")
	line := regexp.MustCompile(`(?m)^\s*(\S+)(?:\s\.){3,}\s*(\d+)\s*$`)
	found := 0
	for _, m := range line.FindAllStringSubmatch(strings.Join(pages[:16], "\n"), -1) {
		if !slices.ContainsFunc(book.Site.Errands, func(x *site.Errand) bool { return x.Name == m[1] }) {
			continue
		}
		found++
		if n, _ := strconv.Atoi(m[2]); n >= len(pages) || !strings.Contains(pages[n], m[1]) {
			t.Errorf("%s is not on page %s", m[1], m[2])
		}
	}
	if found < 15 {
		t.Errorf("%d errands in the contents", found)
	}
}
