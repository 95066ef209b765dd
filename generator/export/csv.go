package export

import (
	"bufio"
	"encoding/csv"
	"io"
	"strings"
)

// byteOrderMark tells Excel that the file is UTF-8.
const byteOrderMark = "\ufeff"

// writeCSV streams the table of all items, one row each.
func (x *exporter) writeCSV(w io.Writer) error {
	all := columns()
	return table(w, func(out *csv.Writer) error {
		row := make([]string, len(all))
		for i, c := range all {
			row[i] = c.name
		}
		if err := out.Write(row); err != nil {
			return err
		}
		for _, it := range x.catalog.Items {
			for i, c := range all {
				row[i] = cell(c.value(x, it))
			}
			if err := out.Write(row); err != nil {
				return err
			}
		}
		return nil
	})
}

// writeDictionary explains the columns of the table, one row each.
func writeDictionary(w io.Writer) error {
	return table(w, func(out *csv.Writer) error {
		if err := out.Write([]string{"列名", "含义", "类型", "记录中的字段"}); err != nil {
			return err
		}
		for _, c := range columns() {
			if err := out.Write([]string{c.name, c.meaning, c.kind, c.source}); err != nil {
				return err
			}
		}
		return nil
	})
}

// table writes CSV as RFC 4180 has it, in the dress that Excel understands.
func table(w io.Writer, rows func(*csv.Writer) error) error {
	b := bufio.NewWriter(w)
	if _, err := b.WriteString(byteOrderMark); err != nil {
		return err
	}
	out := csv.NewWriter(b)
	out.UseCRLF = true
	if err := rows(out); err != nil {
		return err
	}
	if out.Flush(); out.Error() != nil {
		return out.Error()
	}
	return b.Flush()
}

// cell keeps a spreadsheet from taking a text for a formula.
func cell(s string) string {
	if s != "" && strings.IndexByte("=+-@\t\r", s[0]) >= 0 {
		return "'" + s
	}
	return s
}
