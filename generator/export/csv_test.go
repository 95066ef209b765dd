package export

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"

	"yibentong/generator/catalog"
	"yibentong/generator/site"
)

// rows reads a table as a spreadsheet does.
func rows(t *testing.T, b []byte) [][]string {
	t.Helper()
	text, ok := bytes.CutPrefix(b, []byte(byteOrderMark))
	if !ok {
		t.Error("no byte order mark")
	}
	if n := bytes.Count(text, []byte("\n")); n == 0 || n != bytes.Count(text, []byte("\r\n")) {
		t.Errorf("not every line ends with CR LF")
	}
	out, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestTableHasARowAnItemAndADictionary(t *testing.T) {
	t.Parallel()
	for _, c := range []*catalog.Catalog{tiny(t), actual(t)} {
		files := made(t, c, base)
		table, dictionary := rows(t, files[ItemsCSVPath]), rows(t, files[DictionaryPath])
		if len(table) != len(c.Items)+1 {
			t.Errorf("%d rows for %d items", len(table)-1, len(c.Items))
		}
		for i, it := range c.Items {
			if table[i+1][0] != string(it.ID) || !strings.HasSuffix(table[i+1][len(table[0])-1], site.ItemJSONPath(it.ID)) {
				t.Errorf("row %d is %v, want %s", i+1, table[i+1], it.ID)
			}
		}
		if len(dictionary) != len(table[0])+1 {
			t.Fatalf("%d columns, %d explained", len(table[0]), len(dictionary)-1)
		}
		for i, name := range table[0] {
			if dictionary[i+1][0] != name {
				t.Errorf("column %d is %s, explained as %s", i, name, dictionary[i+1][0])
			}
			for j, s := range dictionary[i+1] {
				if s == "" {
					t.Errorf("%s: nothing under %s", name, dictionary[0][j])
				}
			}
		}
		for _, row := range table {
			for _, s := range row {
				if s != "" && strings.ContainsAny(s[:1], "=+-@\t\r") {
					t.Errorf("a spreadsheet would run %q", s)
				}
			}
		}
	}
}

func TestFullRecordFillsEveryColumn(t *testing.T) {
	t.Parallel()
	table := rows(t, made(t, tiny(t), base)[ItemsCSVPath])
	for i, name := range table[0] {
		if table[1][i] == "" {
			t.Errorf("%s is empty", name)
		}
	}
}

func TestCellsAreNoFormulas(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"": "", "出生": "出生", "a=b": "a=b", "0817-1": "0817-1", "=1+1": "'=1+1", "+1": "'+1", "-1": "'-1", "@SUM": "'@SUM", "\t=1": "'\t=1", "\r=1": "'\r=1",
	} {
		if got := cell(text); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
}
