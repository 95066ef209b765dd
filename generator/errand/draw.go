package errand

// Drawing is the order of an errand as a picture, from top to bottom: what can be done at
// the same time stands on one level. It has a unit of one CSS pixel, is 360 wide, so that
// an old phone shows it without scaling, and says nothing that the list of steps does not.
type Drawing struct {
	Width, Height int
	Nodes         []Node
	Edges         []Edge
}

// Node is a box with a step's number and name, broken into lines.
type Node struct {
	*Step
	X, Y, W, H int
	Lines      []string
	Cases      []string // when the step is not for everybody, also in lines
}

// Edge leads from a step to one that waits for it, along points x, y.
type Edge struct {
	From, To *Step
	Points   [][2]int
}

// The measures of a drawing.
const (
	drawWidth = 360
	margin    = 22 // where edges go that pass other steps
	boxGap    = 12
	rowGap    = 16 // between rows of one level
	levelGap  = 36
	lineHigh  = 21
	letter    = 15
)

// row is up to two boxes beside each other.
type row struct{ steps []*Step }

// Draw draws the order of the steps.
func (p *Plan) Draw() Drawing {
	d := Drawing{Width: drawWidth}
	at := map[*Step]int{} // index of a node
	rowOf := map[*Step]int{}
	y, level := 6, 0
	for i, r := range p.rows() {
		switch {
		case i == 0:
		case r.steps[0].Layer != level:
			y += levelGap
		default:
			y += rowGap
		}
		level = r.steps[0].Layer
		high := 0
		for k, s := range r.steps {
			n := box(s, k, len(r.steps))
			n.Y = y
			if c := p.Names(s.If); len(c) > 0 {
				n.Cases = broken(c[0], (n.W-50)/letter)
				n.H += len(n.Cases) * lineHigh
			}
			high = max(high, n.H)
			at[s], rowOf[s] = len(d.Nodes), i
			d.Nodes = append(d.Nodes, n)
		}
		y += high
		d.level(len(r.steps), high)
	}
	d.Height = y + 6
	lanes := 0
	for _, s := range p.Steps {
		for _, a := range s.After {
			from, to := d.Nodes[at[a]], d.Nodes[at[s]]
			e := Edge{a, s, direct(from, to)}
			if rowOf[s] != rowOf[a]+1 {
				e.Points = around(from, to, lanes)
				lanes++
			}
			d.Edges = append(d.Edges, e)
		}
	}
	return d
}

// rows puts each level into rows of two.
func (p *Plan) rows() (rows []row) {
	last := 0
	for _, s := range p.Steps {
		last = max(last, s.Layer)
	}
	for layer := 0; layer <= last; layer++ {
		fresh := true
		for _, s := range p.Steps {
			if s.Layer != layer {
				continue
			}
			if n := len(rows); fresh || len(rows[n-1].steps) == 2 {
				rows = append(rows, row{})
			}
			fresh = false
			rows[len(rows)-1].steps = append(rows[len(rows)-1].steps, s)
		}
	}
	return rows
}

// box is the kth of n boxes of a row.
func box(s *Step, k, n int) Node {
	wide := (drawWidth - 2*margin - (n-1)*boxGap) / n
	x := margin + k*(wide+boxGap)
	if n == 1 {
		wide = 220
		x = (drawWidth - wide) / 2
	}
	lines := broken(s.Name, (wide-50)/letter)
	return Node{Step: s, X: x, W: wide, H: len(lines)*lineHigh + 18, Lines: lines}
}

// level makes the last n boxes equally high.
func (d *Drawing) level(n, high int) {
	for i := len(d.Nodes) - n; i < len(d.Nodes); i++ {
		d.Nodes[i].H = high
	}
}

// broken breaks a name into lines of at most n characters, as even as can be.
func broken(name string, n int) (lines []string) {
	r := []rune(name)
	count := (len(r) + n - 1) / n
	for i := range count {
		lines = append(lines, string(r[i*len(r)/count:(i+1)*len(r)/count]))
	}
	return lines
}

func (n Node) bottom() (x, y int) { return n.X + n.W/2, n.Y + n.H }

func (n Node) top() (x, y int) { return n.X + n.W/2, n.Y }

// direct goes to a box in the next row.
func direct(from, to Node) [][2]int {
	x, y := from.bottom()
	u, v := to.top()
	return [][2]int{{x, y}, {x, y + 7}, {u, v - 9}, {u, v}}
}

// around passes the boxes between along the edge of the drawing, on the side of the box
// where it begins. Each takes a lane of its own, as far as there is room.
func around(from, to Node, nth int) [][2]int {
	x, y := from.bottom()
	u, v := to.top()
	lane := margin - 6 - nth/2%4*4
	if x > drawWidth/2 || x == drawWidth/2 && nth%2 == 1 {
		lane = drawWidth - lane
	}
	return [][2]int{{x, y}, {x, y + 7}, {lane, y + 7}, {lane, v - 12}, {u, v - 12}, {u, v}}
}
