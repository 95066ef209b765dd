package e2e

import (
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"yibentong/generator/catalog"
)

// The print view of an item is one A4 page that names the item and each paper to
// bring: of the twenty that say most, and of every twentieth of the others. Chromium
// takes two seconds for each.
func TestItemsPrintOnOnePage(t *testing.T) {
	needsBrowser(t)
	needsTool(t, "pdfinfo")
	needsTool(t, "pdftotext")
	ctx := tab(t)
	file := filepath.Join(t.TempDir(), "item.pdf")
	size := func(it *catalog.Item) int {
		n := len(it.Summary) + len(it.Notes)
		for _, u := range it.Materials {
			n += 60 + len(u.Note) + 60*len(u.AnyOf)
		}
		for _, x := range it.Steps {
			n += 40 + len(x.Text)
		}
		for _, x := range it.Conditions {
			n += len(x.Text)
		}
		return n
	}
	items := slices.Clone(book.Catalog.Items)
	slices.SortStableFunc(items, func(a, b *catalog.Item) int { return size(b) - size(a) })
	for i, it := range items {
		if i >= 20 && i%20 > 0 {
			continue
		}
		var pdf []byte
		do(t, ctx, chromedp.Navigate(base+string(it.ID)+".html"), chromedp.WaitReady("main"), chromedp.ActionFunc(func(ctx context.Context) (err error) {
			pdf, _, err = page.PrintToPDF().WithPaperWidth(8.27).WithPaperHeight(11.69).WithPreferCSSPageSize(true).Do(ctx)
			return err
		}))
		if err := os.WriteFile(file, pdf, 0o644); err != nil {
			t.Fatal(err)
		}
		info, err := exec.Command("pdfinfo", file).Output()
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(info), "Pages:           1\n") {
			t.Errorf("%s prints on more than one page", it.ID)
		}
		text, err := exec.Command("pdftotext", "-raw", file, "-").Output()
		if err != nil {
			t.Fatal(err)
		}
		got := squeeze(string(text))
		for _, want := range []string{string(it.ID), it.Name} {
			if !strings.Contains(got, squeeze(want)) {
				t.Errorf("%s: %q is not on paper", it.ID, want)
			}
		}
		for _, u := range it.Materials {
			if m := u.Material.To; m != nil && !strings.Contains(got, squeeze(m.Name)) {
				t.Errorf("%s: %q is not on paper", it.ID, m.Name)
			}
		}
	}
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }

func TestTheQRCodeLeadsToTheItem(t *testing.T) {
	needsBrowser(t)
	needsTool(t, "zbarimg")
	ctx := tab(t)
	for _, name := range []string{"P004", "E001", "P085"} {
		var png []byte
		do(t, ctx, chromedp.EmulateViewport(1280, 800, chromedp.EmulateScale(3)), chromedp.Navigate(base+name+".html"), chromedp.Screenshot(".qr svg", &png, chromedp.NodeVisible))
		file := filepath.Join(t.TempDir(), "qr.png")
		if err := os.WriteFile(file, png, 0o644); err != nil {
			t.Fatal(err)
		}
		out, err := exec.Command("zbarimg", "--raw", "-q", file).Output()
		if want := book.Settings.BaseURL + name + ".html"; err != nil || strings.TrimSpace(string(out)) != want {
			t.Errorf("%s: read %q, %v; want %q", name, out, err, want)
		}
	}
}

// The Nu HTML checker reads every page.
func TestEveryPageIsValidHTML(t *testing.T) {
	needsTool(t, "java")
	jar := judge(t, "vnu-jar/build/dist/vnu.jar")
	args := []string{"-Xss4m", "-jar", jar, "--exit-zero-always", "--format", "json", "--stdout"}
	for _, name := range pages(t) {
		args = append(args, filepath.Join(edition, name))
	}
	out, err := exec.Command("java", args...).Output()
	if err != nil {
		t.Fatal(err)
	}
	var report struct {
		Messages []struct{ Type, SubType, URL, Message string }
	}
	if err := json.Unmarshal(out, &report); err != nil {
		t.Fatal(err)
	}
	for _, m := range report.Messages {
		if m.Type == "error" || m.SubType == "warning" {
			t.Errorf("%s: %s", filepath.Base(m.URL), m.Message)
		}
	}
}
