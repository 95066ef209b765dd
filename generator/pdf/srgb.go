package pdf

import (
	"bytes"
	"encoding/binary"
	"sync"
)

// SRGB is a small ICC profile of the sRGB colour space (IEC 61966-2-1), made of
// the numbers of ICC.1:2001-04: primaries adapted to D50 and a gamma of 2.2.
var SRGB = sync.OnceValue(func() []byte {
	type tag struct {
		name string
		data []byte
	}
	xyz := func(x, y, z int32) []byte {
		var b bytes.Buffer
		b.WriteString("XYZ \x00\x00\x00\x00")
		binary.Write(&b, binary.BigEndian, []int32{x, y, z})
		return b.Bytes()
	}
	text := func(s string) []byte { return []byte("text\x00\x00\x00\x00" + s + "\x00") }
	desc := func(s string) []byte {
		var b bytes.Buffer
		b.WriteString("desc\x00\x00\x00\x00")
		binary.Write(&b, binary.BigEndian, uint32(len(s)+1))
		b.WriteString(s + "\x00")
		b.Write(make([]byte, 4+4+2+1+67)) // no Unicode, no script code
		return b.Bytes()
	}
	curve := []byte("curv\x00\x00\x00\x00\x00\x00\x00\x01\x02\x33") // 2.2 in 8.8 fixed point
	tags := []tag{
		{"desc", desc("sRGB")}, {"cprt", text("No copyright, use freely")}, {"wtpt", xyz(0xF6D6, 0x10000, 0xD32D)},
		{"rXYZ", xyz(0x6FA2, 0x38F5, 0x0390)}, {"gXYZ", xyz(0x6299, 0xB785, 0x18DA)}, {"bXYZ", xyz(0x24A0, 0x0F84, 0xB6CF)},
		{"rTRC", curve}, {"gTRC", curve}, {"bTRC", curve},
	}
	var table, body bytes.Buffer
	binary.Write(&table, binary.BigEndian, uint32(len(tags)))
	at := 128 + 4 + 12*len(tags)
	for _, t := range tags {
		table.WriteString(t.name)
		binary.Write(&table, binary.BigEndian, []uint32{uint32(at + body.Len()), uint32(len(t.data))})
		body.Write(t.data)
		for body.Len()%4 != 0 {
			body.WriteByte(0)
		}
	}
	head := make([]byte, 128)
	binary.BigEndian.PutUint32(head, uint32(at+body.Len()))
	copy(head[8:], "\x02\x10\x00\x00mntrRGB XYZ ")
	copy(head[24:], []byte{0x07, 0xD1, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0}) // 1 January 2001
	copy(head[36:], "acsp")
	binary.BigEndian.PutUint32(head[68:], 0xF6D6)
	binary.BigEndian.PutUint32(head[72:], 0x10000)
	binary.BigEndian.PutUint32(head[76:], 0xD32D)
	return append(append(head, table.Bytes()...), body.Bytes()...)
})
