package search

import (
	"path"
	"strconv"
	"strings"
)

// shardSize is about how long a text shard is, in bytes: what an old phone fetches in a blink.
const shardSize = 8 << 10

// textIndex is the manifest of the text shards: the first pair of each and its file name.
type textIndex struct {
	First  []string `json:"first"`
	Shards []string `json:"shards"`
}

// textFiles indexes the summaries and texts by pairs of neighbouring Chinese characters. It
// returns the shards, in the order of their pairs, and the manifest; nothing if there is no text.
func textFiles(docs []Doc) ([]File, []byte) {
	var (
		files []File
		index textIndex
		lines strings.Builder
		first string
	)
	flush := func() {
		if lines.Len() == 0 {
			return
		}
		n := strconv.Itoa(len(files))
		body := call("text-"+n, strings.TrimSuffix(lines.String(), "\n"))
		f := File{Name: hashed("text-"+n, body), Body: body}
		files = append(files, f)
		index.First = append(index.First, first)
		index.Shards = append(index.Shards, path.Base(f.Name))
		lines.Reset()
	}
	eachPosting(docs, func(pair string, items []uint32) {
		if lines.Len() == 0 {
			first = pair
		}
		lines.WriteString(pair)
		lines.WriteByte(' ')
		writeGaps(&lines, items)
		lines.WriteByte('\n')
		if lines.Len() >= shardSize {
			flush()
		}
	})
	flush()
	if files == nil {
		return nil, nil
	}
	return files, call("text", index)
}

// writeGaps writes ascending numbers as gaps, five bits a base-64 digit, the sixth for "more".
func writeGaps(b *strings.Builder, items []uint32) {
	last := -1
	for _, n := range items {
		gap := int(n) - last - 1
		last = int(n)
		for gap >= 32 {
			b.WriteByte(digits[gap&31|32])
			gap >>= 5
		}
		b.WriteByte(digits[gap])
	}
}
