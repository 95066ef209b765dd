package booklet

import (
	"slices"
	"testing"

	"yibentong/generator/pdf"
	"yibentong/generator/typeset"
)

// numberedPages makes pages that can be told apart: page n bears a mark n points wide.
func numberedPages(n int) (pages []pdf.Page) {
	for i := range n {
		pages = append(pages, pdf.Page{Marks: []pdf.Mark{{Box: &pdf.Box{W: typeset.Pt(float64(i + 1))}}}})
	}
	return pages
}

// Folded and stitched, the sheets of a signature read in order: the last page lies
// beside the first, the second behind the first.
func TestASignatureReadsInOrder(t *testing.T) {
	b := &Book{Paper: *PaperNamed("A5"), leaf: 0.1}
	var got [][2]int
	for _, side := range b.impose(numberedPages(16), 2) {
		left, right := side.Marks[0], side.Marks[1]
		got = append(got, [2]int{int(left.Box.W / 1000), int(right.Box.W / 1000)})
	}
	want := [][2]int{{8, 1}, {2, 7}, {6, 3}, {4, 5}, {16, 9}, {10, 15}, {14, 11}, {12, 13}}
	if !slices.Equal(got, want) {
		t.Errorf("sides %v, want %v", got, want)
	}
}

// The inner sheet of a signature is pushed out by the outer one: its pages stand a
// leaf's thickness nearer to the spine.
func TestInnerPagesCreepToTheSpine(t *testing.T) {
	b := &Book{Paper: *PaperNamed("A5"), leaf: 0.1}
	sides := b.impose(numberedPages(8), 2)
	outer, inner := sides[0], sides[2]
	if d := inner.Marks[0].X - outer.Marks[0].X; d != typeset.MM(0.1) {
		t.Errorf("the left page moves by %d, want %d", d, typeset.MM(0.1))
	}
	if d := outer.Marks[1].X - inner.Marks[1].X; d != typeset.MM(0.1) {
		t.Errorf("the right page moves by %d, want %d", d, typeset.MM(0.1))
	}
}

func TestPagesAreMadeUpToWholeSignatures(t *testing.T) {
	b := &Book{Pages: numberedPages(33), signature: 16, leaf: 0.1}
	if n := b.PressPages(); n != 48 || len(b.Pages) != 33 {
		t.Errorf("%d pages go to the press, and the book has %d", n, len(b.Pages))
	}
	if want := typeset.MM(2.4); b.Spine() != want {
		t.Errorf("the spine of 24 leaves is %d, want %d", b.Spine(), want)
	}
}

func TestATitleBreaksAtItsQuotation(t *testing.T) {
	got := titleLines("政务服务“个人全生命周期”事项一本通")
	if want := []string{"政务服务", "“个人全生命周期”", "事项一本通"}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}
