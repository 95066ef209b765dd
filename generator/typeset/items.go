package typeset

import (
	"strings"
	"unicode"

	"github.com/go-text/typesetting/segmenter"
)

// item is a glyph with the space before it. The space goes away when the line
// breaks there.
type item struct {
	Font
	id    uint16
	r     rune
	width Len // of the box; half of the glyph's for a mark that is squeezed
	shift Len // from the box to the glyph's origin: minus half an em for an opening mark

	space           Len // before the box
	stretch, shrink Len
	breaks          bool // a line may end before it
}

// class is how a character behaves beside others.
type class uint8

const (
	han class = iota
	opening
	closing
	latin
	blank
)

func classOf(r rune) class {
	switch {
	case strings.ContainsRune("（《「『【〔〈“‘", r):
		return opening
	case strings.ContainsRune("，。、；：！？）》」』】〕〉”’", r):
		return closing
	case r == ' ' || r == '\u00a0':
		return blank
	case r >= 0x2e80 || strings.ContainsRune("…—·①②③④⑤⑥⑦⑧⑨⑩→☐☑●○■□", r):
		return han
	}
	return latin
}

// Beyond UAX 14: what does not begin a line, what does not end one, and the
// words that a number is not parted from.
const (
	noStart = "、，。；：！？）》」』】〕〉”’…—·～％%℃／"
	noEnd   = "（《「『【〔〈“‘￥第约共每"
	units   = "年月日天周岁个元角分份件次条款项号级类章节页期人户种张本套趟步时小工平公里米亩吨千万亿倍%％℃"
)

// build makes the items of runs.
func build(runs []Run) []item {
	var n int
	for _, r := range runs {
		n += len(r.Text)
	}
	text := make([]rune, 0, n)
	fonts := make([]Font, 0, n)
	for _, run := range runs {
		for _, r := range run.Text {
			if r == '\n' || r == '\t' {
				r = ' '
			}
			text, fonts = append(text, r), append(fonts, run.Font)
		}
	}
	allowed := breaks(text)
	items := make([]item, 0, len(text))
	var last rune
	for i, r := range text {
		it, ok := box(fonts[i], r)
		if !ok {
			continue
		}
		if last != 0 {
			it.between(last, r, allowed[i])
		}
		items = append(items, it)
		last = r
	}
	keepEnd(items)
	return items
}

// breaks says before which characters the standard lets a line end.
func breaks(text []rune) []bool {
	out := make([]bool, len(text)+1)
	var s segmenter.Segmenter
	s.Init(text)
	for lines := s.LineIterator(); lines.Next(); {
		line := lines.Line()
		out[line.Offset+len(line.Text)] = true
	}
	return out
}

// box is a character without the space before it.
func box(f Font, r rune) (item, bool) {
	id, w, ok := f.Face.Glyph(r)
	if !ok {
		return item{}, false
	}
	it := item{Font: f, id: id, r: r, width: f.width(w)}
	if w < 900 {
		return it, true
	}
	switch classOf(r) {
	case opening:
		it.width, it.shift = it.width/2, -it.width/2
	case closing:
		it.width /= 2
	}
	return it, true
}

// between sets the space between two characters, and whether a line may end there.
func (it *item) between(a, b rune, allowed bool) {
	ca, cb, em := classOf(a), classOf(b), it.Size
	it.breaks = allowed && !strings.ContainsRune(noStart, b) && !strings.ContainsRune(noEnd, a)
	if unicode.IsDigit(a) && strings.ContainsRune(units, b) {
		it.breaks = false
	}
	switch {
	case ca == blank || cb == blank:
		if cb == blank {
			it.stretch, it.shrink = em/8, em/12
			it.breaks = false
		} else {
			it.breaks = allowed
		}
	case ca == latin && cb == latin:
		it.breaks = allowed && b != '/' && (a == '/' || a == '-' || a == '.')
	case ca == latin && cb == han, ca == han && cb == latin:
		it.space, it.stretch, it.shrink = em/6, em/12, em/12
	default:
		if ca == closing && cb != closing || cb == opening && ca != opening {
			it.space, it.shrink = em/2, em*3/8
		}
		it.stretch = em / 20
	}
	if a == '—' && b == '—' || a == '…' && b == '…' {
		it.breaks, it.stretch = false, 0
	}
}

// keepEnd lets no last line be a single character, marks not counted.
func keepEnd(items []item) {
	left := 1
	for i := len(items) - 1; i > 0 && left > 0; i-- {
		items[i].breaks = false
		if c := classOf(items[i].r); c != closing && c != opening {
			left--
		}
	}
}
