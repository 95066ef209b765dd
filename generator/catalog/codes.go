package catalog

import "yibentong/generator/diag"

// Codes lists every rule of this package, for RULES.md.
func Codes() []*diag.Code {
	return []*diag.Code{
		missingFile, duplicateID, wrongFolder, wrongName, strayFile, dangling,
		bundleName, bundleItem, bundleLater,
		badID, badItemID, badDate, badSpan, badArticle,
	}
}
