package content

import (
	"errors"
	"io/fs"
	"path"
	"regexp"
	"strings"

	"yibentong/generator/diag"
)

var (
	badFile = &diag.Code{ID: "content-file", Zh: "附件“%s”不能发布", En: "the file %q cannot be published",
		MendZh: "只收 pdf、doc、docx、xls、xlsx、jpg、jpeg、png、webp；文件名不带路径和特殊符号", MendEn: "pdf, doc(x), xls(x), jpg, png, webp; a plain file name"}
	bigFile = &diag.Code{ID: "content-file-size", Zh: "附件有 %d 兆字节，超过上限 %d", En: "the file has %d MB, over the limit of %d",
		MendZh: "压缩后再放", MendEn: "make it smaller"}
)

// maxFile is the largest form or picture that is published, in bytes.
const maxFile = 20 << 20

// No SVG and no HTML: both can carry scripts.
var fileForm = regexp.MustCompile(`^[\p{Han}\p{L}\p{N}][\p{Han}\p{L}\p{N}._（）()《》-]{0,80}\.(pdf|docx?|xlsx?|jpe?g|png|webp)$`)

// Files lists the forms and pictures in content/files, by their names in the
// tree. They are published under files/ as they are.
func Files(fsys fs.FS, l *diag.List) (names []string, err error) {
	entries, err := fs.ReadDir(fsys, "content/files")
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		name := path.Join("content/files", e.Name())
		if strings.HasPrefix(e.Name(), ".") {
			continue
		}
		if !e.Type().IsRegular() || !fileForm.MatchString(e.Name()) {
			l.Report(diag.Pos{File: name}, badFile, e.Name())
			continue
		}
		info, err := e.Info()
		if err != nil {
			return nil, err
		}
		if info.Size() > maxFile {
			l.Report(diag.Pos{File: name}, bigFile, info.Size()>>20, maxFile>>20)
			continue
		}
		names = append(names, name)
	}
	return names, nil
}
