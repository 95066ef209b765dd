// Package qr draws an address as a QR code, as the path of an SVG picture, so
// that neither page nor print asks for an image.
//
// The codes have error correction M (15 %), enough for office print, and a
// quiet zone of four modules. A place of a given version has the same layout
// whatever it says; that layout is kept, which makes a code cost microseconds.
package qr

import (
	"errors"
	"fmt"
	"strconv"
	"sync"

	"rsc.io/qr/coding"
)

// Quiet is the width of the empty border in modules.
const Quiet = 4

// Code is one drawn code. Size is its side in modules, border included; Path
// is the data of an SVG path to be stroked one module wide.
type Code struct {
	Size int
	Path string
}

// ErrLong means that the text does not fit into the largest code.
var ErrLong = errors.New("text too long for a QR code")

// Encode draws text.
func Encode(text string) (Code, error) {
	grid, err := encode(text)
	if err != nil {
		return Code{}, err
	}
	return Code{Size: grid.Size + 2*Quiet, Path: path(grid)}, nil
}

// Rects draws text for paper: runs of black modules as x, y, width and height
// in modules, without a border, and how many modules a side has.
func Rects(text string) (rects [][4]int, side int, err error) {
	grid, err := encode(text)
	if err != nil {
		return nil, 0, err
	}
	for y := range grid.Size {
		for x := 0; x < grid.Size; {
			run := 0
			for grid.Black(x+run, y) {
				run++
			}
			if run > 0 {
				rects = append(rects, [4]int{x, y, run, 1})
			}
			x += run + 1
		}
	}
	return rects, grid.Size, nil
}

func encode(text string) (*coding.Code, error) {
	enc := coding.String(text)
	version := coding.Version(coding.MinVersion)
	for enc.Bits(version) > version.DataBytes(coding.M)*8 {
		if version++; version > coding.MaxVersion {
			return nil, ErrLong
		}
	}
	plan, err := planOf(version)
	if err != nil {
		return nil, fmt.Errorf("laying out a QR code: %w", err)
	}
	grid, err := plan.Encode(enc)
	if err != nil {
		return nil, fmt.Errorf("encoding a QR code: %w", err)
	}
	return grid, nil
}

// plans keeps the layout of each version that was asked for.
var plans sync.Map

func planOf(v coding.Version) (*coding.Plan, error) {
	if p, ok := plans.Load(v); ok {
		return p.(*coding.Plan), nil
	}
	p, err := coding.NewPlan(v, coding.M, 0)
	if err != nil {
		return nil, err
	}
	kept, _ := plans.LoadOrStore(v, p)
	return kept.(*coding.Plan), nil
}

// path writes each run of black modules as a stroke through its middle. Moves
// are relative: they are short, and compress well.
func path(c *coding.Code) string {
	b := make([]byte, 0, c.Size*c.Size*3)
	x, y := 0, 0 // where the pen is, in modules
	for row := range c.Size {
		for col := 0; col < c.Size; {
			if !c.Black(col, row) {
				col++
				continue
			}
			run := 1
			for c.Black(col+run, row) {
				run++
			}
			b = move(b, col-x, row-y)
			b = append(b, 'h')
			b = strconv.AppendInt(b, int64(run), 10)
			col += run
			x, y = col, row
		}
	}
	return string(b)
}

func move(b []byte, dx, dy int) []byte {
	if len(b) == 0 { // the first black module is the corner of the finder
		return append(b, "M4 4.5"...)
	}
	b = append(b, 'm')
	b = strconv.AppendInt(b, int64(dx), 10)
	if dy >= 0 {
		b = append(b, ' ')
	}
	return strconv.AppendInt(b, int64(dy), 10)
}
