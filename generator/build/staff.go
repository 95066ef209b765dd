package build

import (
	"bytes"
	"fmt"
	"html/template"
	"io/fs"

	"yibentong/generator/check"
)

// staffTemplate is where the look of the completeness page is kept. It is one
// file with its style inside, so that the page can be passed on by itself.
const staffTemplate = "themes/handbook/staff/report.html"

// StaffPage prints the completeness report as one web page for staff. It is no
// part of the public handbook.
func StaffPage(tree fs.FS, r *check.Report) ([]byte, error) {
	t, err := template.ParseFS(tree, staffTemplate)
	if err != nil {
		return nil, fmt.Errorf("reading the staff page's template: %w", err)
	}
	var b bytes.Buffer
	if err := t.Execute(&b, r); err != nil {
		return nil, fmt.Errorf("printing the staff page: %w", err)
	}
	return b.Bytes(), nil
}
