package errand

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"yibentong/generator/catalog"
	"yibentong/generator/diag"
	"yibentong/generator/source"
)

// scenario is a file of testdata: facts in, papers and totals out, reckoned over the real
// records. Where a record changed for good reason, run with -update and read the difference. A paper is written "name: shown/kept/copies", alternatives with " | ".
type scenario struct {
	Story  string   `yaml:"story,required" zh:"什么人，什么情形。"`
	Errand string   `yaml:"errand,required" zh:"哪件事。"`
	Cases  []string `yaml:"cases" zh:"勾了哪些情形、选了哪些事项。"`
	Bring  []string `yaml:"bring" zh:"要带的，全部，按次序。"`
	Given  []string `yaml:"given" zh:"办的过程中拿到的。"`
	Totals struct {
		Items   *int     `yaml:"items" zh:"办几件。"`
		Before  *int     `yaml:"before" zh:"一件件办的材料数。"`
		Papers  *int     `yaml:"papers" zh:"合起来的材料数。"`
		Trips   *int     `yaml:"trips" zh:"跑几趟。"`
		Least   *int     `yaml:"least" zh:"最少几趟。"`
		Places  *int     `yaml:"places" zh:"几处。"`
		Yuan    *float64 `yaml:"yuan" zh:"多少元。"`
		Unknown *int     `yaml:"unknown" zh:"收费不知道的件数。"`
		InTurn  []string `yaml:"in_turn" zh:"接着办的时限。"`
		Longest []string `yaml:"longest" zh:"一起办的时限。"`
	} `yaml:"totals" zh:"总数。"`
}

var update = flag.Bool("update", false, "write what is expected anew; then read the difference")

// rewrite puts what the records now give into a scenario, below its facts.
func rewrite(t *testing.T, name string, s Sum) {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for line := range strings.Lines(string(data)) {
		if strings.HasPrefix(line, "bring:") || strings.HasPrefix(line, "given:") || strings.HasPrefix(line, "totals:") {
			break
		}
		b.WriteString(line)
	}
	for _, part := range []struct {
		key   string
		lines []string
	}{{"bring", papers(s.Bag)}, {"given", papers(s.Inside)}} {
		for i, l := range part.lines {
			if i == 0 {
				b.WriteString(part.key + ":\n")
			}
			fmt.Fprintf(&b, "  - %q\n", l)
		}
	}
	fmt.Fprintf(&b, "totals: {items: %d, before: %d, papers: %d, trips: %d, least: %d, places: %d, yuan: %v, unknown: %d", s.Items, s.Before, s.After, s.Trips, s.TripsLeast, s.Places, float64(s.Fen)/100, s.MoneyUnknown)
	for _, part := range []struct {
		key  string
		time Spans
	}{{"in_turn", s.InTurn}, {"longest", s.Longest}} {
		if list := times(part.time); len(list) > 0 {
			fmt.Fprintf(&b, ", %s: [%s]", part.key, strings.Join(list, ", "))
		}
	}
	b.WriteString("}\n")
	if err := os.WriteFile(name, []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

var load = sync.OnceValues(func() (*catalog.Catalog, error) {
	var l diag.List
	return catalog.Load(os.DirFS("../.."), nil, &l)
})

// county is the real catalogue.
func county(t *testing.T) *catalog.Catalog {
	t.Helper()
	c, err := load()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func read(t *testing.T, name string) (x scenario) {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var l diag.List
	f := source.File{Name: name, Data: data}
	if _, ok := source.Decode(f, source.Parse(f, &l), &x, &l); !ok {
		t.Fatal(l.Sorted()[0].En)
	}
	return x
}

func papers(list []Packed) (out []string) {
	for _, x := range list {
		out = append(out, strings.ReplaceAll(bag([]Packed{x}), "|", " | "))
	}
	return out
}

func TestScenarios(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("testdata/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatal(err, "no scenarios")
	}
	for _, name := range files {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".yaml"), func(t *testing.T) {
			t.Parallel()
			x := read(t, name)
			for _, b := range county(t).Bundles {
				if string(b.ID) == x.Errand {
					x.try(t, name, New(b))
					return
				}
			}
			t.Fatalf("there is no errand %s", x.Errand)
		})
	}
}

func (x *scenario) try(t *testing.T, name string, p *Plan) {
	t.Helper()
	for _, s := range p.Steps {
		for _, r := range append([]catalog.Ref[catalog.Item]{s.Item}, s.AnyOf...) {
			if r.ID != "" && r.To == nil {
				t.Skipf("the record of %s is not written yet", r.ID)
			}
		}
	}
	state := p.State(x.Cases...)
	for _, c := range x.Cases {
		if !state[c] {
			t.Errorf("%q is no case of %s", c, x.Errand)
		}
	}
	s := p.Reckon(state)
	if *update {
		rewrite(t, name, s)
		return
	}
	same := func(what string, got, want []string) {
		if a, b := strings.Join(got, "\n"), strings.Join(want, "\n"); a != b {
			t.Errorf("%s:\n%s\nwant\n%s", what, a, b)
		}
	}
	same("bring", papers(s.Bag), x.Bring)
	same("given", papers(s.Inside), x.Given)
	want := x.Totals
	for _, y := range []struct {
		name string
		got  int
		want *int
	}{{"items", s.Items, want.Items}, {"before", s.Before, want.Before}, {"papers", s.After, want.Papers}, {"trips", s.Trips, want.Trips},
		{"least", s.TripsLeast, want.Least}, {"places", s.Places, want.Places}, {"unknown", s.MoneyUnknown, want.Unknown}} {
		if y.want != nil && y.got != *y.want {
			t.Errorf("%s: %d, want %d", y.name, y.got, *y.want)
		}
	}
	if want.Yuan != nil && float64(s.Fen)/100 != *want.Yuan {
		t.Errorf("yuan: %v, want %v", float64(s.Fen)/100, *want.Yuan)
	}
	if want.InTurn != nil {
		same("in turn", times(s.InTurn), want.InTurn)
	}
	if want.Longest != nil {
		same("side by side", times(s.Longest), want.Longest)
	}
}

func times(s Spans) (out []string) {
	for _, x := range s.List() {
		out = append(out, x.String())
	}
	return out
}
