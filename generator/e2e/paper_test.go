package e2e

import (
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// The print view of every item is one A4 page that names the item and each
// paper to bring.
func TestEveryItemPrintsOnOnePage(t *testing.T) {
	needsBrowser(t)
	needsTool(t, "pdfinfo")
	needsTool(t, "pdftotext")
	ctx := tab(t)
	file := filepath.Join(t.TempDir(), "item.pdf")
	for _, it := range book.Catalog.Items {
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
