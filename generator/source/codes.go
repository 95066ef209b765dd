package source

import "yibentong/generator/diag"

// Codes lists every rule of this package, for RULES.md.
func Codes() []*diag.Code {
	return []*diag.Code{
		unknownKey, duplicateKey, missingKey, wrongKind, badNumber, badBool,
		badEnum, emptyValue, longText, tooMany, badLink, badSize,
		badUTF8, hasBOM, hasCRLF, hasTab, hasControl, badSyntax,
		badAlias, badDepth, badDocuments, emptyFile,
	}
}
