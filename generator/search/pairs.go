package search

// posting says that an item's text holds a pair of characters, one in each half of pair.
type posting struct{ pair, item uint32 }

// docsAtOnce bounds the memory of eachPosting: so many items' pairs are held at a time, or, of
// more items, the pairs of a part of the first characters.
const docsAtOnce = 4000

// eachPosting calls visit for every pair of neighbouring Chinese characters in the texts, in code
// order, with the items that hold it, ascending. Pairs in more than a fifth of the items are
// left out: they tell nothing.
func eachPosting(docs []Doc, visit func(pair string, items []uint32)) {
	parts := rune(1 + len(docs)/docsAtOnce)
	const from, to = rune(0x3007), rune(0xA000)
	width := (to-from)/parts + 1
	var all, spare []posting
	for lo := from; lo < to; lo += width {
		all = collect(all[:0], docs, lo, lo+width)
		if cap(spare) < len(all) {
			spare = make([]posting, len(all))
		}
		sortPairs(all, spare[:len(all)])
		group(all, max(len(docs)/5, 10), visit)
	}
}

// collect appends the pairs of the texts whose first character is in [lo, hi), item by item.
func collect(all []posting, docs []Doc, lo, hi rune) []posting {
	for i, d := range docs {
		all = appendPairs(all, uint32(i), d.Summary, lo, hi)
		for _, t := range d.Text {
			all = appendPairs(all, uint32(i), t, lo, hi)
		}
	}
	return all
}

func appendPairs(all []posting, item uint32, text string, lo, hi rune) []posting {
	var last rune
	for _, r := range text {
		if classOf(r) != han {
			r = 0
		} else if lo <= last && last < hi {
			all = append(all, posting{uint32(last)<<16 | uint32(r), item})
		}
		last = r
	}
	return all
}

// sortPairs sorts by pair and keeps the order of items: two counting passes, which are five
// times faster than comparing.
func sortPairs(all, spare []posting) {
	for _, shift := range []uint{0, 16} {
		var at [1 << 16]int32
		for _, p := range all {
			at[p.pair>>shift&0xFFFF]++
		}
		sum := int32(0)
		for i, n := range at {
			at[i] = sum
			sum += n
		}
		for _, p := range all {
			k := p.pair >> shift & 0xFFFF
			spare[at[k]] = p
			at[k]++
		}
		all, spare = spare, all
	}
}

// group visits the pairs of sorted postings that at most most items hold.
func group(all []posting, most int, visit func(string, []uint32)) {
	var items []uint32
	for i := 0; i < len(all); {
		pair := all[i].pair
		items = items[:0]
		for ; i < len(all) && all[i].pair == pair; i++ {
			if n := len(items); n == 0 || items[n-1] != all[i].item {
				items = append(items, all[i].item)
			}
		}
		if len(items) <= most {
			visit(string([]rune{rune(pair >> 16), rune(pair & 0xFFFF)}), items)
		}
	}
}
