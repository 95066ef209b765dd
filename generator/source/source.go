// Package source reads the files that editors write: strict YAML and Markdown
// with front matter, with every value's place kept until it has been read.
//
// It knows files, types and positions but no meaning. What is wrong with a
// file's form goes to the list, all of it; the error that a function returns
// is trouble of the machine. It never writes and never leaves the tree it was
// given.
package source

import (
	"bytes"
	"errors"
	"io/fs"
	"strings"
	"unicode/utf8"

	"yibentong/generator/diag"
)

// MaxSize is the largest file that is read, in bytes. A record has about
// 5,000; the registry of a county's villages about 60,000.
const MaxSize = 4 << 20

// File is one editors' file: its name in the tree and its bytes.
type File struct {
	Name string
	Data []byte
}

var (
	badLink = &diag.Code{ID: "file-link", Zh: "“%s”是链接或特殊文件，不读取", En: "%q is a link or a special file and is not read",
		MendZh: "换成普通文件", MendEn: "put a regular file in its place"}
	badSize = &diag.Code{ID: "file-size", Zh: "文件有 %d 字节，超过上限 %d", En: "the file has %d bytes, over the limit of %d",
		MendZh: "拆成几个文件，或删去误粘贴的内容", MendEn: "split it, or take out what was pasted by mistake"}
	badUTF8 = &diag.Code{ID: "file-encoding", Zh: "文件不是 UTF-8 编码（第 %d 个字节）", En: "the file is not UTF-8 (byte %d)",
		MendZh: "用编辑器“另存为 UTF-8”；常见原因是存成了 GBK 或 UTF-16", MendEn: "save it as UTF-8; it may be GBK or UTF-16"}
	hasBOM = &diag.Code{ID: "file-bom", Severity: diag.Warning, Zh: "文件开头有看不见的 BOM 标记", En: "the file starts with a byte order mark",
		MendZh: "运行 make fmt，或另存为“UTF-8 无 BOM”", MendEn: "run make fmt, or save as UTF-8 without BOM"}
	hasCRLF = &diag.Code{ID: "file-crlf", Severity: diag.Warning, Zh: "文件用的是 Windows 换行（CRLF）", En: "the file has Windows line ends (CRLF)",
		MendZh: "运行 make fmt，或在编辑器右下角把 CRLF 换成 LF", MendEn: "run make fmt, or switch the editor to LF"}
	hasTab = &diag.Code{ID: "file-tab", Zh: "行首用了制表符（Tab）缩进", En: "the line is indented with a tab",
		MendZh: "换成空格，每级两个", MendEn: "use spaces, two a level"}
	hasControl = &diag.Code{ID: "text-control", Zh: "有看不见的控制字符 U+%04X", En: "there is an invisible control character U+%04X",
		MendZh: "删掉它；多半是从别处粘贴带进来的", MendEn: "delete it; it came with a paste"}
)

// Read reads one file and tells what is wrong with its bytes. ok is false when
// the content cannot be used. A BOM is taken off, CRLF becomes LF.
func Read(fsys fs.FS, name string, l *diag.List) (f File, ok bool, err error) {
	info, err := fs.Lstat(fsys, name)
	if errors.Is(err, fs.ErrInvalid) {
		return f, false, err
	}
	if err != nil {
		return f, false, err
	}
	if !info.Mode().IsRegular() {
		l.Report(diag.Pos{File: name}, badLink, name)
		return f, false, nil
	}
	if info.Size() > MaxSize {
		l.Report(diag.Pos{File: name}, badSize, info.Size(), MaxSize)
		return f, false, nil
	}
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return f, false, err
	}
	f, ok = Clean(name, data, l)
	return f, ok, nil
}

// Clean is Read for bytes that are already there.
func Clean(name string, data []byte, l *diag.List) (File, bool) {
	ok := true
	if bytes.HasPrefix(data, []byte("\xef\xbb\xbf")) {
		l.Report(diag.Pos{File: name, Line: 1, Col: 1, Width: 1}, hasBOM)
		data = data[3:]
	}
	if i := bytes.Index(data, []byte("\r\n")); i >= 0 {
		l.Report(posAt(name, data, i), hasCRLF)
		data = bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
	}
	if !utf8.Valid(data) {
		i := firstInvalid(data)
		l.Report(posAt(name, data, i), badUTF8, i+1)
		return File{Name: name, Data: data}, false
	}
	for at, r := range controls(data) {
		l.Report(posAt(name, data, at), hasControl, r)
		ok = false
	}
	return File{Name: name, Data: data}, ok
}

func firstInvalid(data []byte) int {
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n < 2 {
			return i
		}
		i += n
	}
	return 0
}

// controls yields the offsets of characters that no text needs: C0 and C1
// controls other than tab and newline, the marks that turn the direction of
// text, and stray BOMs. At most ten, since one bad paste brings many.
func controls(data []byte) func(yield func(int, rune) bool) {
	return func(yield func(int, rune) bool) {
		left := 10
		for i := 0; i < len(data); {
			if c := data[i]; c >= 0x20 && c < 0x7f || c == '\n' || c == '\t' {
				i++
				continue
			}
			r, n := utf8.DecodeRune(data[i:])
			if unwanted(r) {
				if left--; left < 0 || !yield(i, r) {
					return
				}
			}
			i += n
		}
	}
}

func unwanted(r rune) bool {
	return r < 0x20 && r != '\n' && r != '\t' || r >= 0x7f && r < 0xa0 ||
		r >= 0x200b && r <= 0x200f || r >= 0x202a && r <= 0x202e || r >= 0x2060 && r <= 0x206f || r == 0xfeff || r >= 0xe000 && r <= 0xf8ff
}

// posAt turns a byte offset into a place; invalid bytes count as one character each.
func posAt(name string, data []byte, at int) diag.Pos {
	start := bytes.LastIndexByte(data[:at], '\n') + 1
	return diag.Pos{File: name, Line: 1 + bytes.Count(data[:at], []byte{'\n'}), Col: 1 + utf8.RuneCount(data[start:at]), Width: 1}
}

// tabs tells of lines indented with a tab, which YAML forbids and whose own
// message ("found character that cannot start any token") nobody understands.
func tabs(f File, l *diag.List) bool {
	line, found := 0, false
	for text := range strings.Lines(string(f.Data)) {
		line++
		indent := text[:len(text)-len(strings.TrimLeft(text, " \t"))]
		if i := strings.IndexByte(indent, '\t'); i >= 0 && strings.TrimSpace(text) != "" {
			l.Report(diag.Pos{File: f.Name, Line: line, Col: i + 1, Width: 1}, hasTab)
			found = true
		}
	}
	return found
}
