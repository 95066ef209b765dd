package catalog

import (
	"yibentong/generator/diag"
	"yibentong/generator/source"
)

// Ref names another entry by id. After Load, To is set in every Ref whose ID is.
type Ref[T any] struct {
	ID string
	To *T
}

// Ok tells whether the record names anything here.
func (r Ref[T]) Ok() bool { return r.To != nil }

// ParseScalar implements source.Scalar.
func (r *Ref[T]) ParseScalar(s string) *source.Fault {
	if !idForm.MatchString(s) && !itemIDForm.MatchString(s) {
		return &source.Fault{Code: badID, Args: []any{clip(s)}}
	}
	r.ID = s
	return nil
}

// RefersTo implements source.Reference.
func (r *Ref[T]) RefersTo() string { return r.ID }

// MarshalText writes a reference as its id.
func (r Ref[T]) MarshalText() ([]byte, error) { return []byte(r.ID), nil }

var dangling = &diag.Code{ID: "ref-dangling", Zh: "%s里没有“%s”", En: "%[1]s has no %[2]q",
	MendZh: "先在登记表里补上它，再来引用", MendEn: "add it to the registry first"}

// index finds entries of one kind by id.
type index[T any] struct {
	title string // where editors find the list
	byID  map[string]*T
	names map[string]string // name → id, so that a name written for an id is understood
	ids   []string
}

// resolve sets the target of a reference, or tells that there is none.
func (x *index[T]) resolve(r *Ref[T], pos diag.Pos, l *diag.List) {
	if r.To = x.byID[r.ID]; r.To != nil {
		return
	}
	f := l.Report(pos, dangling, x.title, r.ID)
	if x.names[r.ID] == "" && itemIDForm.MatchString(r.ID) {
		f.Hint("先写好那个事项，或删掉这个编号", "write that item first, or delete the number")
		return
	}
	if near := source.Nearest(r.ID, x.ids); near != "" {
		f.Hint("是不是“"+near+"”（"+x.names[near]+"）？", "did you mean "+near+"?")
	}
}

// Pattern implements source.Patterned.
func (Ref[T]) Pattern() (string, string) {
	if _, ok := any((*T)(nil)).(*Item); ok {
		return itemIDForm.String(), "P003"
	}
	return idForm.String(), "id-card"
}
