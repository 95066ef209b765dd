package search

import (
	"encoding/json"
	"os"
	"slices"
	"testing"

	"yibentong/generator/pinyin"
)

// vectors is testdata/vectors.json, which script_test.mjs reads too.
type vectors struct {
	Fold, Soft [][2]string
	Cut        []listVector
	Readings   []listVector
	Gaps       []gapVector
	Packed     []packVector
}

type listVector struct {
	in   string
	want []string
}

func (v *listVector) UnmarshalJSON(b []byte) error {
	return json.Unmarshal(b, &[]any{&v.in, &v.want})
}

type gapVector struct {
	in   []uint32
	want string
}

func (v *gapVector) UnmarshalJSON(b []byte) error {
	return json.Unmarshal(b, &[]any{&v.in, &v.want})
}

type packVector struct {
	packing     packing
	codes, text string
}

func (v *packVector) UnmarshalJSON(b []byte) error {
	return json.Unmarshal(b, &[]any{&v.packing, &v.codes, &v.text})
}

func readVectors(t *testing.T) vectors {
	t.Helper()
	b, err := os.ReadFile("testdata/vectors.json")
	if err != nil {
		t.Fatal(err)
	}
	var v vectors
	if err := json.Unmarshal(b, &v); err != nil {
		t.Fatal(err)
	}
	return v
}

func TestTextIsCutAsTheVectorsSay(t *testing.T) {
	t.Parallel()
	v := readVectors(t)
	for _, c := range v.Fold {
		if got := Fold(c[0]); got != c[1] {
			t.Errorf("Fold(%q) = %q, want %q", c[0], got, c[1])
		}
	}
	for _, c := range v.Cut {
		if got := Cut(c.in); !slices.Equal(got, c.want) {
			t.Errorf("Cut(%q) = %q, want %q", c.in, got, c.want)
		}
	}
	for _, c := range v.Soft {
		if got := Soft(c[0]); got != c[1] {
			t.Errorf("Soft(%q) = %q, want %q", c[0], got, c[1])
		}
	}
	for _, c := range v.Readings {
		got := slices.Sorted(slices.Values(pinyin.Readings([]rune(c.in)[0])))
		if !slices.Equal(got, c.want) {
			t.Errorf("readings of %s are %q, want %q", c.in, got, c.want)
		}
	}
}
