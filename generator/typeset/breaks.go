package typeset

import "math"

// greedy fills line after line: for ragged cells, where no space is stretched.
// It returns where the lines end.
func greedy(s Style, items []item) (ends []int) {
	start, last := 0, -1
	width := Len(0)
	for i := range items {
		room := s.room(len(ends))
		if i > start {
			if items[i].breaks {
				last = i
			}
			width += items[i].space
		}
		width += items[i].width
		if width <= room || i == start {
			continue
		}
		if last <= start {
			last = i // nothing else will do
		}
		ends = append(ends, last)
		start, last, width = last, -1, 0
		for j := start; j <= i; j++ {
			if j > start {
				width += items[j].space
				if items[j].breaks {
					last = j
				}
			}
			width += items[j].width
		}
	}
	return append(ends, len(items))
}

func (s Style) room(line int) Len {
	if line == 0 {
		return s.Width - s.Indent
	}
	return s.Width - s.Hang
}

// way is the best way to have broken the text before an item.
type way struct {
	from  int // where its last line begins
	line  int
	cost  float64
	known bool
}

// optimum breaks a paragraph so that the sum of the squares of what its lines
// want of their spaces is least (Knuth and Plass 1981, without classes). Where
// no line fits, it falls back on greedy.
func optimum(s Style, items []item) (ends []int) {
	n := len(items)
	best := make([]way, n+1)
	best[0].known = true
	for i := 0; i < n; i++ {
		if !best[i].known {
			continue
		}
		extend(s, items, best, i)
	}
	if !best[n].known {
		return greedy(s, items)
	}
	for at := n; at > 0; at = best[at].from {
		ends = append(ends, at)
	}
	for i, j := 0, len(ends)-1; i < j; i, j = i+1, j-1 {
		ends[i], ends[j] = ends[j], ends[i]
	}
	return ends
}

// extend tries every line that begins at item i.
func extend(s Style, items []item, best []way, i int) {
	room := s.room(best[i].line)
	var width, stretch, shrink Len
	for j := i; j < len(items); j++ {
		if j > i {
			if items[j].breaks {
				try(best, i, j, room, width, stretch, shrink, false)
			}
			width += items[j].space
			stretch += items[j].stretch
			shrink += items[j].shrink
		}
		width += items[j].width
		if width-shrink > room {
			return
		}
	}
	try(best, i, len(items), room, width, stretch, shrink, true)
}

// most is how far spaces may be stretched, in times their stretch.
const most = 6

func try(best []way, i, j int, room, width, stretch, shrink Len, last bool) {
	var ratio float64
	switch left := room - width; {
	case left >= 0 && last:
	case left > 0:
		ratio = float64(left) / float64(max(stretch, 1))
		if ratio > most {
			return
		}
	case left < 0:
		ratio = float64(left) / float64(max(shrink, 1))
		if ratio < -1 {
			return
		}
	}
	bad := 1 + 100*math.Abs(ratio*ratio*ratio)
	cost := best[i].cost + bad*bad
	if w := &best[j]; !w.known || cost < w.cost {
		*w = way{from: i, line: best[i].line + 1, cost: cost, known: true}
	}
}

// fill places the glyphs of every line.
func fill(s Style, items []item, ends []int) []Line {
	lines := make([]Line, 0, len(ends))
	start := 0
	for k, end := range ends {
		indent := s.Hang
		if k == 0 {
			indent = s.Indent
		}
		room := s.Width - indent
		if s.Ragged || k == len(ends)-1 && natural(items, start, end) <= room {
			room = 0
		}
		lines = append(lines, place(items, start, end, indent, room))
		start = end
	}
	return lines
}

func natural(items []item, start, end int) (width Len) {
	for i := start; i < end; i++ {
		if i > start {
			width += items[i].space
		}
		width += items[i].width
	}
	return width
}

// place sets items in a line of the given room; 0 is their natural width. What
// is left over or lacking goes to the spaces, each its share.
func place(items []item, start, end int, indent, room Len) Line {
	var flex Len
	left := room - natural(items, start, end)
	if room == 0 {
		left = 0
	}
	share := func(it *item) Len {
		if left < 0 {
			return it.shrink
		}
		return it.stretch
	}
	for i := start + 1; i < end; i++ {
		flex += share(&items[i])
	}
	line := Line{Glyphs: make([]Glyph, 0, end-start)}
	x, given, seen := indent, Len(0), Len(0)
	for i := start; i < end; i++ {
		it := &items[i]
		if i > start {
			x += it.space
			if flex > 0 {
				seen += share(it)
				now := left * seen / flex // rounding never adds up
				x += now - given
				given = now
			}
		}
		line.Glyphs = append(line.Glyphs, Glyph{it.Font, it.id, x + it.shift, it.r})
		x += it.width
	}
	line.Width = x - indent
	return line
}
