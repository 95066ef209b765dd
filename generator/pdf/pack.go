package pdf

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"strconv"
)

// The library writes every object for itself, and a tagged book has tens of
// thousands of small ones, its tags. pack puts them into compressed object
// streams (ISO 32000-1, 7.5.7): a third of the size. It reads only what Write
// writes: one cross-reference table, one trailer.

// perStream is how many objects share a stream; a reader opens one as a whole.
const perStream = 200

type place struct {
	kind  byte // 1: at an offset; 2: in an object stream
	where int  // the offset, or the stream's number
	index int
}

// pack returns the file with its objects packed.
func pack(file []byte) ([]byte, error) {
	at, trailer, err := table(file)
	if err != nil {
		return nil, err
	}
	out := bytes.NewBuffer(make([]byte, 0, len(file)/2))
	out.Write(file[:firstObject(at)])
	places := make([]place, len(at), len(at)+len(at)/perStream+2)
	var group []int
	flush := func() error {
		if len(group) == 0 {
			return nil
		}
		n := len(places)
		places = append(places, place{1, out.Len(), 0})
		for i, o := range group {
			places[o] = place{2, n, i}
		}
		err := writeGroup(out, n, group, file, at)
		group = group[:0]
		return err
	}
	for n, offset := range at {
		if offset == 0 {
			continue
		}
		body, stream := object(file, offset)
		if !stream {
			if group = append(group, n); len(group) == perStream {
				if err := flush(); err != nil {
					return nil, err
				}
			}
			continue
		}
		places[n] = place{1, out.Len(), 0}
		fmt.Fprintf(out, "%d 0 obj\n%s\nendobj\n", n, body)
	}
	if err := flush(); err != nil {
		return nil, err
	}
	if err := writeTable(out, places, trailer); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// table reads the offsets of all objects, by number, and the trailer's entries.
func table(file []byte) (at []int, trailer []byte, err error) {
	bad := fmt.Errorf("pdf: the file to pack has no plain cross-reference table")
	i := bytes.LastIndex(file, []byte("startxref\n"))
	if i < 0 {
		return nil, nil, bad
	}
	number, _, _ := bytes.Cut(file[i+10:], []byte("\n"))
	start, err := strconv.Atoi(string(number))
	if err != nil || start >= len(file) {
		return nil, nil, bad
	}
	rows, rest, ok := bytes.Cut(file[start:], []byte("trailer"))
	if !ok {
		return nil, nil, bad
	}
	from, to := bytes.Index(rest, []byte("<<")), bytes.Index(rest, []byte(">>\nstartxref"))
	if to < 0 {
		to = bytes.LastIndex(rest[:bytes.Index(rest, []byte("startxref"))], []byte(">>"))
	}
	if from < 0 || to < from {
		return nil, nil, bad
	}
	lines := bytes.Split(rows, []byte("\n"))
	for _, l := range lines[2:] {
		if len(l) < 18 {
			continue
		}
		offset, err := strconv.Atoi(string(l[:10]))
		if err != nil {
			return nil, nil, bad
		}
		if l[17] != 'n' {
			offset = 0
		}
		at = append(at, offset)
	}
	return at, rest[from+2 : to], nil
}

func firstObject(at []int) int {
	first := 0
	for _, o := range at {
		if o > 0 && (first == 0 || o < first) {
			first = o
		}
	}
	return first
}

// object returns what stands between an object's number and its end.
func object(file []byte, offset int) (body []byte, stream bool) {
	rest := file[offset:]
	rest = rest[bytes.Index(rest, []byte("obj"))+3:]
	end := bytes.Index(rest, []byte("endobj"))
	if bytes.Contains(rest[:end], []byte("stream")) {
		// The data may hold the word endobj: the end is behind endstream.
		e := bytes.Index(rest, []byte("\nendstream"))
		end, stream = e+bytes.Index(rest[e:], []byte("endobj")), true
	}
	return bytes.TrimSpace(rest[:end]), stream
}

func writeGroup(out *bytes.Buffer, n int, group []int, file []byte, at []int) error {
	var head, bodies bytes.Buffer
	for _, o := range group {
		body, _ := object(file, at[o])
		fmt.Fprintf(&head, "%d %d ", o, bodies.Len())
		bodies.Write(body)
		bodies.WriteByte('\n')
	}
	first := head.Len()
	head.Write(bodies.Bytes())
	return writeStream(out, n, fmt.Sprintf("/Type /ObjStm /N %d /First %d", len(group), first), head.Bytes())
}

func writeStream(out *bytes.Buffer, n int, dict string, data []byte) error {
	var packed bytes.Buffer
	z, err := zlib.NewWriterLevel(&packed, 6)
	if err != nil {
		return err
	}
	if _, err := z.Write(data); err != nil {
		return err
	}
	if err := z.Close(); err != nil {
		return err
	}
	fmt.Fprintf(out, "%d 0 obj\n<<%s /Filter /FlateDecode /Length %d>>\nstream\n", n, dict, packed.Len())
	out.Write(packed.Bytes())
	out.WriteString("\nendstream\nendobj\n")
	return nil
}

// writeTable ends the file with a cross-reference stream, which carries the
// trailer's entries.
func writeTable(out *bytes.Buffer, places []place, trailer []byte) error {
	n, start := len(places), out.Len()
	places = append(places, place{1, start, 0})
	rows := make([]byte, 0, 7*len(places))
	for _, p := range places {
		rows = append(rows, p.kind)
		rows = binary.BigEndian.AppendUint32(rows, uint32(p.where))
		rows = binary.BigEndian.AppendUint16(rows, uint16(p.index))
	}
	if i := bytes.Index(trailer, []byte("/Size")); i >= 0 {
		// The number of objects has changed.
		end := i + 5
		for end < len(trailer) && (trailer[end] == ' ' || trailer[end] >= '0' && trailer[end] <= '9') {
			end++
		}
		trailer = append(append([]byte{}, trailer[:i]...), trailer[end:]...)
	}
	dict := fmt.Sprintf("/Type /XRef /W [1 4 2] /Size %d %s", len(places), bytes.Join(bytes.Fields(trailer), []byte(" ")))
	if err := writeStream(out, n, dict, rows); err != nil {
		return err
	}
	fmt.Fprintf(out, "startxref\n%d\n%%%%EOF\n", start)
	return nil
}
