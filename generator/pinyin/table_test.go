package pinyin

import (
	"flag"
	"os"
	"slices"
	"strings"
	"testing"

	gopinyin "github.com/mozillazg/go-pinyin"
)

var update = flag.Bool("update", false, "write readings.txt from go-pinyin")

// TestTableIsThatOfGoPinyin keeps readings.txt equal to what go-pinyin says. The library
// itself stays out of the program: its map takes 5 ms at every start.
func TestTableIsThatOfGoPinyin(t *testing.T) {
	want := makeTable()
	if *update {
		if err := os.WriteFile("readings.txt", []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if readingsText != want {
		t.Error("readings.txt is stale: run go test ./generator/pinyin -update")
	}
}

// makeTable writes one line per syllable: the syllable, a space, its characters in code order.
func makeTable() string {
	chars := make(map[string][]rune)
	args := gopinyin.NewArgs()
	for r := rune(firstRune); r <= lastRune; r++ {
		if rs := gopinyin.SinglePinyin(r, args); len(rs) > 0 && rs[0] != "" {
			s := strings.NewReplacer("ü", "v", "ê", "e").Replace(rs[0])
			chars[s] = append(chars[s], r)
		}
	}
	var lines []string
	for s, rs := range chars {
		lines = append(lines, s+" "+string(rs)+"\n")
	}
	slices.Sort(lines)
	return strings.Join(lines, "")
}
