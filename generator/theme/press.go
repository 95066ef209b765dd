package theme

import (
	"fmt"
	"io/fs"
	"path"
)

// Press is what booklets are printed with: TrueType fonts and the profile of
// the printing condition.
type Press struct{ Song, Hei, Bold, Profile []byte }

// LoadPress reads fonts/ of the theme in the folder dir of the tree, and from
// press/ the ICC profile of a printing condition.
func LoadPress(fsys fs.FS, dir, condition string) (p Press, err error) {
	for name, into := range map[string]*[]byte{"fonts/song.ttf": &p.Song, "fonts/hei.ttf": &p.Hei, "fonts/hei-bold.ttf": &p.Bold, "press/" + condition + ".icc": &p.Profile} {
		if *into, err = fs.ReadFile(fsys, path.Join(dir, name)); err != nil {
			return p, fmt.Errorf("the theme's %s: %w", name, err)
		}
	}
	return p, nil
}
