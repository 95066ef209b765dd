package search

import (
	"errors"
	"io/fs"

	"yibentong/generator/diag"
	"yibentong/generator/source"
)

// SynonymsFile is where staff keep the synonyms.
const SynonymsFile = "catalog/synonyms.yaml"

// LoadSynonyms reads the synonyms of a tree. What staff must mend goes to l; an error means that
// reading itself failed. A tree without the file has no synonyms.
func LoadSynonyms(fsys fs.FS, l *diag.List) (*Synonyms, error) {
	s := &Synonyms{}
	f, ok, err := source.Read(fsys, SynonymsFile, l)
	if errors.Is(err, fs.ErrNotExist) {
		return s, nil
	}
	if err != nil || !ok {
		return s, err
	}
	if n := source.Parse(f, l); n != nil {
		source.Decode(f, n, s, l)
	}
	return s, nil
}
