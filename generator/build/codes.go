package build

import "yibentong/generator/diag"

// Codes lists every rule of this package, for RULES.md.
func Codes() []*diag.Code {
	return []*diag.Code{noSettings, badBaseURL, badTheme, badPrint, placeholderURL}
}
