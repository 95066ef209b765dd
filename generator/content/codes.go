package content

import "yibentong/generator/diag"

// Codes lists every rule of this package, for RULES.md.
func Codes() []*diag.Code {
	return []*diag.Code{
		badFile, bigFile, noFrontMatter, badSlug, badAddress, badNesting,
	}
}
