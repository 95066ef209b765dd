package errand

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"yibentong/generator/catalog"
)

func n(i int) *int { return &i }

func to[T any](x *T) catalog.Ref[T] { return catalog.Ref[T]{ID: "x", To: x} }

// kit makes items and bundles by hand.
type kit struct{ papers map[string]*catalog.Material }

func (k *kit) paper(id string) catalog.Ref[catalog.Material] {
	if k.papers == nil {
		k.papers = map[string]*catalog.Material{}
	}
	if k.papers[id] == nil {
		k.papers[id] = &catalog.Material{ID: catalog.ID(id), Name: id}
	}
	return to(k.papers[id])
}

func (k *kit) use(id, whose, when string, shown, kept, copies int) catalog.MaterialUse {
	return catalog.MaterialUse{Material: k.paper(id), Whose: whose, When: when, Shown: n(shown), Kept: n(kept), Copies: n(copies)}
}

func step(id string, it *catalog.Item, after ...string) catalog.BundleStep {
	s := catalog.BundleStep{ID: catalog.ID(id), Name: id, After: after}
	if it != nil {
		s.Item = to(it)
	}
	return s
}

// bag writes a sum's lines as "paper shown/kept/copies", alternatives with "|".
func bag(list []Packed) string {
	var lines []string
	for _, x := range list {
		var papers []string
		for _, t := range x.Tallies {
			mark := ""
			if t.Unknown {
				mark = "?"
			}
			papers = append(papers, fmt.Sprintf("%s %d/%d/%d%s", t.Paper.Material.ID, t.Shown, t.Kept, t.Copies, mark))
		}
		lines = append(lines, strings.Join(papers, "|"))
	}
	return strings.Join(lines, ", ")
}

func TestTheBag(t *testing.T) {
	t.Parallel()
	var k kit
	births := &catalog.Item{ID: "P001", Results: []catalog.Result{{Material: k.paper("birth")}}}
	some := func(id catalog.ItemID, uses ...catalog.MaterialUse) *catalog.Item {
		return &catalog.Item{ID: id, Materials: uses}
	}
	any := catalog.MaterialUse{Label: "住址", AnyOf: []catalog.MaterialUse{k.use("house", "", "", 1, 0, 0), k.use("rent", "", "", 0, 0, 1)}}
	same := catalog.MaterialUse{Label: "住址", AnyOf: []catalog.MaterialUse{k.use("rent", "", "", 0, 0, 1), k.use("house", "", "", 1, 0, 0)}}
	given := catalog.MaterialUse{AnyOf: []catalog.MaterialUse{k.use("birth", "", "", 1, 0, 0), k.use("book", "", "", 1, 0, 0)}}
	unknown := catalog.MaterialUse{Material: k.paper("card")}
	for _, x := range []struct {
		name        string
		bundle      catalog.Bundle
		state       []string
		bag, inside string
	}{
		{"what is shown takes the most, what is handed in adds up", catalog.Bundle{Steps: []catalog.BundleStep{
			step("a", some("P002", k.use("card", "", "", 1, 1, 2))), step("b", some("P003", k.use("card", "", "", 2, 1, 1)))}}, nil, "card 2/2/3", ""},
		{"cards of different people are different cards", catalog.Bundle{Steps: []catalog.BundleStep{
			step("a", some("P002", k.use("card", "父母双方", "", 2, 0, 0), k.use("card", "代办人", "", 1, 0, 0)))}}, nil, "card 3/0/0", ""},
		{"the bundle says that they are the same people", catalog.Bundle{People: []catalog.People{{Name: "父母", Whose: []string{"父母双方", "本人"}}}, Steps: []catalog.BundleStep{
			step("a", some("P002", k.use("card", "父母双方", "", 2, 0, 0))), step("b", some("P003", k.use("card", "", "", 1, 0, 0)))}}, nil, "card 2/0/0", ""},
		{"a case that does not hold drops its papers", catalog.Bundle{Steps: []catalog.BundleStep{
			step("a", some("P002", k.use("card", "", "", 1, 0, 0), k.use("proxy", "", "代办时", 0, 1, 0)))}}, nil, "card 1/0/0", ""},
		{"a case that holds brings them", catalog.Bundle{Cases: []catalog.Case{{ID: "agent", Texts: []string{"代办时"}}}, Steps: []catalog.BundleStep{
			step("a", some("P002", k.use("card", "", "", 1, 0, 0), k.use("proxy", "", "代办时", 0, 1, 0)))}}, []string{"agent"}, "card 1/0/0, proxy 0/1/0", ""},
		{"a case that no bundle names goes by its text", catalog.Bundle{Steps: []catalog.BundleStep{
			step("a", some("P002", k.use("proxy", "", "代办时", 0, 1, 0)))}}, []string{"代办时"}, "proxy 0/1/0", ""},
		{"what always holds is not asked, what never does is not listed", catalog.Bundle{Always: []string{"买时"}, Never: []string{"卖时"}, Steps: []catalog.BundleStep{
			step("a", some("P002", k.use("buy", "", "买时", 1, 0, 0), k.use("sell", "", "卖时", 1, 0, 0)))}}, []string{"卖时"}, "buy 1/0/0", ""},
		{"what an earlier step gives is not brought", catalog.Bundle{Steps: []catalog.BundleStep{
			step("a", births), step("b", some("P002"), "a"), step("c", some("P003", k.use("birth", "", "", 1, 0, 1)), "b")}}, nil, "", "birth 1/0/1"},
		{"what a step beside gives is brought", catalog.Bundle{Steps: []catalog.BundleStep{
			step("a", births), step("c", some("P003", k.use("birth", "", "", 1, 0, 1)))}}, nil, "birth 1/0/1", ""},
		{"what a step gives that does not hold is brought", catalog.Bundle{Cases: []catalog.Case{{ID: "here"}}, Steps: []catalog.BundleStep{
			{ID: "a", Item: to(births), When: "here"}, step("c", some("P003", k.use("birth", "", "", 1, 0, 1)), "a")}}, nil, "birth 1/0/1", ""},
		{"unless it is another one of the kind", catalog.Bundle{Steps: []catalog.BundleStep{
			step("a", births), {ID: "c", Item: to(some("P003", k.use("birth", "", "", 1, 0, 1))), After: []string{"a"}, Outside: []catalog.Ref[catalog.Material]{k.paper("birth")}}}}, nil, "birth 1/0/1", ""},
		{"alternatives stay alternatives", catalog.Bundle{Steps: []catalog.BundleStep{
			step("a", some("P002", any)), step("b", some("P003", same, k.use("house", "", "", 1, 0, 0)))}}, nil, "house 1/0/0|rent 0/0/2, house 1/0/0", ""},
		{"one alternative that was given is enough", catalog.Bundle{Steps: []catalog.BundleStep{
			step("a", births), step("b", some("P002", given), "a")}}, nil, "", "birth 1/0/0"},
		{"a number that is not said makes the sum the least", catalog.Bundle{Steps: []catalog.BundleStep{
			step("a", some("P002", unknown)), step("b", some("P003", k.use("card", "", "", 1, 0, 0)))}}, nil, "card 1/0/0?", ""},
		{"of a choice, the first item", catalog.Bundle{Steps: []catalog.BundleStep{
			{ID: "a", AnyOf: []catalog.Ref[catalog.Item]{to(some("P002", k.use("old", "", "", 1, 0, 0))), to(some("P003", k.use("new", "", "", 1, 0, 0)))}}}}, nil, "old 1/0/0", ""},
		{"of a choice, the item that is picked", catalog.Bundle{Steps: []catalog.BundleStep{
			{ID: "a", AnyOf: []catalog.Ref[catalog.Item]{to(some("P002", k.use("old", "", "", 1, 0, 0))), to(some("P003", k.use("new", "", "", 1, 0, 0)))}}}}, []string{"a.P003"}, "new 1/0/0", ""},
	} {
		p := New(&x.bundle)
		sum := p.Reckon(p.State(x.state...))
		if got := bag(sum.Bag); got != x.bag {
			t.Errorf("%s: the bag holds %q, want %q", x.name, got, x.bag)
		}
		if got := bag(sum.Inside); got != x.inside {
			t.Errorf("%s: handed out: %q, want %q", x.name, got, x.inside)
		}
	}
}

func timed(id catalog.ItemID, span string) *catalog.Item {
	it := &catalog.Item{ID: id, Time: &catalog.Time{Kind: catalog.Pledged}}
	if span == "当场" {
		it.Time.Kind = catalog.Instant
	} else if span != "" {
		it.Time.Promised.ParseScalar(span)
	}
	return it
}

func TestTimeIsAddedInTurnAndSideBySideNeverAcrossUnits(t *testing.T) {
	t.Parallel()
	b := catalog.Bundle{Cases: []catalog.Case{{ID: "more"}}, Steps: []catalog.BundleStep{
		step("a", timed("P001", "2个工作日")), step("b", timed("P002", "5个工作日")), step("c", timed("P003", "30个自然日"), "a"),
		{ID: "d", Item: to(timed("P004", "10个工作日")), After: []string{"c"}, When: "more"},
		step("e", timed("P005", "3个工作日"), "b", "d"), step("f", timed("P006", "当场")), step("g", timed("P007", "")), step("h", nil)}}
	p := New(&b)
	for _, x := range []struct {
		state           []string
		inTurn, longest Spans
	}{
		{nil, Spans{WorkingDays: 10, Days: 30}, Spans{WorkingDays: 8, Days: 30}},
		{[]string{"more"}, Spans{WorkingDays: 20, Days: 30}, Spans{WorkingDays: 15, Days: 30}},
	} {
		s := p.Reckon(p.State(x.state...))
		if s.InTurn != x.inTurn || s.Longest != x.longest {
			t.Errorf("%v: %v and %v, want %v and %v", x.state, s.InTurn, s.Longest, x.inTurn, x.longest)
		}
		if s.Instant != 1 || s.TimeUnknown != 1 || s.Unguided != 1 {
			t.Errorf("%d on the spot, %d unknown, %d without guide", s.Instant, s.TimeUnknown, s.Unguided)
		}
	}
}

func TestMoneyTripsAndPlaces(t *testing.T) {
	t.Parallel()
	yuan := func(f float64) *float64 { return &f }
	fee := func(items ...catalog.FeeItem) *catalog.Fee { return &catalog.Fee{Charged: true, Items: items} }
	at := func(places ...*catalog.Place) *catalog.Channels {
		c := &catalog.Channels{}
		for _, p := range places {
			c.Windows = append(c.Windows, catalog.Window{Place: to(p)})
		}
		return c
	}
	hall, police, bank := &catalog.Place{ID: "hall"}, &catalog.Place{ID: "police"}, &catalog.Place{ID: "bank"}
	for _, x := range []struct {
		name string
		item []*catalog.Item
		want string // fen and unknown, trips, fewest trips and unknown, places and unknown
	}{
		{"free, and not known", []*catalog.Item{{Fee: &catalog.Fee{}}, {}}, "0+1 0 0+2 0+2"},
		{"all charges of an item", []*catalog.Item{{Fee: fee(catalog.FeeItem{Amount: yuan(100), Unit: "副"}, catalog.FeeItem{Amount: yuan(.1)})}}, "10010+0 0 0+1 0+1"},
		{"a charge for a case that does not hold", []*catalog.Item{{Fee: fee(catalog.FeeItem{Amount: yuan(20), When: "换领的"})}}, "0+1 0 0+1 0+1"},
		{"a charge by area is no sum", []*catalog.Item{{Fee: fee(catalog.FeeItem{Amount: yuan(2), Unit: "平方米"})}}, "0+1 0 0+1 0+1"},
		{"trips by window and by net", []*catalog.Item{{Trips: []catalog.Trip{{Channel: "网上"}, {Channel: "窗口", Count: 2}}}, {Trips: []catalog.Trip{{Channel: "上门", Count: 1}}}}, "0+2 3 1+0 0+2"},
		{"one place that will do for all", []*catalog.Item{{Channels: at(hall, police)}, {Channels: at(police, bank)}, {Channels: at(police)}}, "0+3 0 0+3 1+0"},
		{"places that all must be gone to", []*catalog.Item{{Channels: at(hall)}, {Channels: at(police, bank)}, {Channels: at(hall)}}, "0+3 0 0+3 2+0"},
		{"done from home", []*catalog.Item{{Channels: &catalog.Channels{Online: make([]catalog.Online, 1)}}}, "0+1 0 0+1 0+0"},
	} {
		var b catalog.Bundle
		for i, it := range x.item {
			b.Steps = append(b.Steps, step(fmt.Sprint("s", i), it))
		}
		p := New(&b)
		s := p.Reckon(p.State())
		got := fmt.Sprintf("%d+%d %d %d+%d %d+%d", s.Fen, s.MoneyUnknown, s.Trips, s.TripsLeast, s.TripsUnknown, s.Places, s.PlacesUnknown)
		if got != x.want {
			t.Errorf("%s: %s, want %s", x.name, got, x.want)
		}
	}
}

func TestOrder(t *testing.T) {
	t.Parallel()
	b := &catalog.Bundle{Steps: []catalog.BundleStep{step("last", nil, "mid", "first"), step("mid", nil, "first"), step("first", nil), step("free", nil)}}
	p := New(b)
	var got []string
	for _, s := range p.Steps {
		var after []string
		for _, a := range s.After {
			after = append(after, string(a.ID))
		}
		got = append(got, fmt.Sprintf("%d %s %d %v", s.Number, s.ID, s.Layer, after))
	}
	want := []string{"1 first 0 []", "2 mid 1 [first]", "3 last 2 [mid]", "4 free 0 []"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if Circle(b) != nil {
		t.Error("a circle where there is none")
	}
	b.Steps[2].After = []string{"last"}
	if way := strings.Join(Circle(b), " "); way != "last mid first last" {
		t.Errorf("the circle is %q", way)
	}
	if len(New(b).Steps) != 4 {
		t.Error("steps of a circle are lost")
	}
}

// Boxes keep off each other and inside, lines go down, and every one ends at a box.
func TestDrawing(t *testing.T) {
	t.Parallel()
	for _, b := range county(t).Bundles {
		p := New(b)
		d := p.Draw()
		if len(d.Nodes) != len(p.Steps) {
			t.Errorf("%s: %d boxes for %d steps", b.ID, len(d.Nodes), len(p.Steps))
		}
		for i, n := range d.Nodes {
			if n.X < 0 || n.X+n.W > d.Width || n.Y+n.H > d.Height {
				t.Errorf("%s: box %d stands out", b.ID, n.Number)
			}
			if strings.Join(n.Lines, "") != n.Name {
				t.Errorf("%s: %q became %q", b.ID, n.Name, n.Lines)
			}
			for _, m := range d.Nodes[:i] {
				if n.X < m.X+m.W && m.X < n.X+n.W && n.Y < m.Y+m.H && m.Y < n.Y+n.H {
					t.Errorf("%s: boxes %d and %d overlap", b.ID, m.Number, n.Number)
				}
			}
		}
		for _, e := range d.Edges {
			if first, last := e.Points[0], e.Points[len(e.Points)-1]; last[1] <= first[1] || e.From.Layer >= e.To.Layer {
				t.Errorf("%s: %d → %d goes up", b.ID, e.From.Number, e.To.Number)
			}
		}
	}
}
