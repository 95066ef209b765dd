package site

// Part is one page of a long list: the half-open range of entries it shows.
type Part struct {
	Path     string
	Number   int // from 1
	Of       int // how many parts there are
	From, To int
}

// Parts cuts a list of n entries that starts at path into pages. A list
// without entries still has its one page.
func Parts(path string, n int) []Part {
	count := max((n+PageSize-1)/PageSize, 1)
	parts := make([]Part, count)
	for i := range parts {
		parts[i] = Part{PartPath(path, i+1), i + 1, count, i * PageSize, min((i+1)*PageSize, n)}
	}
	return parts
}
