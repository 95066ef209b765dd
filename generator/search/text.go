package search

import "strings"

// shardSize is about how long a text shard is, in bytes: what an old phone fetches in a blink.
const shardSize = 8 << 10

// textIndex is the manifest of the text shards.
type textIndex struct {
	First []string `json:"first"` // the first pair of each
	Hash  string   `json:"hash"`  // of all; their files are text-0.HASH.js and so on
}

// textFiles indexes the summaries and texts by pairs of neighbouring Chinese characters. It
// returns the shards, in the order of their pairs, and the manifest; nothing if there is no text.
func textFiles(docs []Doc) ([]File, []byte) {
	var (
		set   fileSet
		index textIndex
		lines strings.Builder
		first string
	)
	flush := func() {
		if lines.Len() == 0 {
			return
		}
		index.First = append(index.First, first)
		set.add("text", strings.TrimSuffix(lines.String(), "\n"))
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
	if index.First == nil {
		return nil, nil
	}
	var files []File
	files, index.Hash = set.named()
	return files, call("text", index)
}

// writeGaps writes ascending numbers as gaps.
func writeGaps(b *strings.Builder, items []uint32) {
	last := -1
	for _, n := range items {
		writeNumber(b, int(n)-last-1)
		last = int(n)
	}
}

// writeNumber writes five bits a base-64 digit, the lowest first, the sixth bit for "more".
func writeNumber(b *strings.Builder, n int) {
	for n >= 32 {
		b.WriteByte(digits[n&31|32])
		n >>= 5
	}
	b.WriteByte(digits[n])
}
