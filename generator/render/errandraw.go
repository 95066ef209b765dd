package render

import (
	"fmt"
	"slices"
	"strings"
)

// drawing is the order of the steps as SVG.
type drawing struct {
	Width, Height int
	Boxes         []box
	Arrows        []arrow
}

// box is a step. If are the tokens of its case.
type box struct {
	Number, X, Y, W, H int
	Class, If          string
	MarkX, MarkY       int // where the number stands
	Lines              []boxLine
}

type boxLine struct {
	X, Y  int
	Text  string
	Small bool
}

type arrow struct{ Path, Head string }

func (p *errandPrinter) drawing() drawing {
	d := p.plan.Draw()
	out := drawing{Width: d.Width, Height: d.Height}
	for _, n := range d.Nodes {
		b := box{Number: n.Number, X: n.X, Y: n.Y, W: n.W, H: n.H, Class: "box", If: p.numbers(n.If), MarkX: n.X + 20, MarkY: n.Y + n.H/2}
		if len(n.Cases) > 0 {
			b.Class = "box box-case"
		}
		lines := slices.Concat(n.Lines, n.Cases)
		for i, text := range lines {
			b.Lines = append(b.Lines, boxLine{n.X + 13 + n.W/2, n.Y + n.H/2 + i*21 - (len(lines)-1)*21/2 + 5, text, i >= len(n.Lines)})
		}
		out.Boxes = append(out.Boxes, b)
	}
	for _, e := range d.Edges {
		var path strings.Builder
		for i, at := range e.Points {
			fmt.Fprintf(&path, "%c%d %d", "ML"[min(i, 1)], at[0], at[1])
		}
		end := e.Points[len(e.Points)-1]
		out.Arrows = append(out.Arrows, arrow{path.String(), fmt.Sprintf("M%d %dl-5 -9h10z", end[0], end[1])})
	}
	return out
}
