package export

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"yibentong/generator/catalog"
	"yibentong/generator/site"
)

func compiled(t *testing.T) *jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("item.json", decoded(t, itemSchema)); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("item.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func decoded(t *testing.T, b []byte) any {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
	if err != nil {
		t.Fatalf("%v in %s", err, b)
	}
	return v
}

func TestEveryItemFollowsTheSchema(t *testing.T) {
	t.Parallel()
	schema := compiled(t)
	for _, c := range []*catalog.Catalog{tiny(t), actual(t)} {
		files := made(t, c, base)
		for _, it := range c.Items {
			v := decoded(t, files[site.ItemJSONPath(it.ID)])
			if err := schema.Validate(v); err != nil {
				t.Errorf("%s: %v", it.ID, err)
			}
			wantNoBlank(t, string(it.ID), v)
		}
		wantNoBlank(t, ItemsJSONPath, decoded(t, files[ItemsJSONPath]))
	}
}

// wantNoBlank holds "unknown is absent": nothing is null, empty or "".
func wantNoBlank(t *testing.T, where string, v any) {
	t.Helper()
	switch v := v.(type) {
	case nil:
		t.Errorf("%s is null", where)
	case string:
		if v == "" {
			t.Errorf("%s is empty", where)
		}
	case []any:
		if len(v) == 0 {
			t.Errorf("%s has no members", where)
		}
		for _, x := range v {
			wantNoBlank(t, where+"/", x)
		}
	case map[string]any:
		if len(v) == 0 {
			t.Errorf("%s has no members", where)
		}
		for k, x := range v {
			wantNoBlank(t, where+"/"+k, x)
		}
	}
}

func TestSchemaRefusesWhatIsNoItem(t *testing.T) {
	t.Parallel()
	schema := compiled(t)
	good := made(t, tiny(t), base)["P001.json"]
	for _, change := range [][2]string{
		{`"id":"P001"`, `"id":"X001"`},
		{`"name":"出生`, `"title":"出生`},
		{`"unit":"工作日"`, `"unit":"天"`},
		{`"updated":"2026-02-01"`, `"updated":"今天"`},
		{`"charged":true`, `"charged":null`},
		{`"count":2`, `"count":-1`},
		{`"url":"https://book.example/"`, `"url":"book"`},
		{`"quota":`, `"limit":`},
	} {
		bad := bytes.Replace(good, []byte(change[0]), []byte(change[1]), 1)
		if bytes.Equal(bad, good) {
			t.Errorf("nothing like %s in the item", change[0])
		} else if schema.Validate(decoded(t, bad)) == nil {
			t.Errorf("%s passes", change[1])
		}
	}
}

// TestFullRecordUsesEveryKeyOfTheSchema keeps the schema from promising keys
// that are never written, and the test's record from missing one.
func TestFullRecordUsesEveryKeyOfTheSchema(t *testing.T) {
	t.Parallel()
	var root map[string]any
	if err := json.Unmarshal(itemSchema, &root); err != nil {
		t.Fatal(err)
	}
	unused := map[string]bool{}
	promised(root, "", unused)
	if len(unused) < 200 {
		t.Fatalf("the schema has only %d keys", len(unused))
	}
	tick(root, root, "", decoded(t, made(t, tiny(t), base)["P001.json"]), unused)
	for _, k := range slices.Sorted(maps.Keys(unused)) {
		t.Errorf("%s is never written", k)
	}
}

// promised notes each property under schema by its place in it.
func promised(schema any, at string, into map[string]bool) {
	m, ok := schema.(map[string]any)
	if !ok {
		return
	}
	properties, _ := m["properties"].(map[string]any)
	for k, p := range properties {
		into[at+"/"+k] = true
		promised(p, at+"/"+k, into)
	}
	defs, _ := m["$defs"].(map[string]any)
	for k, d := range defs {
		promised(d, "#/$defs/"+k, into)
	}
}

// tick strikes out the properties that v has.
func tick(root, schema map[string]any, at string, v any, unused map[string]bool) {
	if ref, ok := schema["$ref"].(string); ok {
		schema, at = root["$defs"].(map[string]any)[strings.TrimPrefix(ref, "#/$defs/")].(map[string]any), ref
	}
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			tick(root, schema["items"].(map[string]any), at, x, unused)
		}
	case map[string]any:
		for k, x := range v {
			delete(unused, at+"/"+k)
			tick(root, schema["properties"].(map[string]any)[k].(map[string]any), at+"/"+k, x, unused)
		}
	}
}

func TestSchemaHasTheWordsOfTheRecords(t *testing.T) {
	t.Parallel()
	var root any
	if err := json.Unmarshal(itemSchema, &root); err != nil {
		t.Fatal(err)
	}
	for where, want := range map[string][]string{
		"$defs/audience/properties/id":                    catalog.Audience("").Values(),
		"$defs/client/properties/name":                    catalog.Client("").Values(),
		"$defs/type/properties/name":                      catalog.ItemType("").Values(),
		"$defs/level/properties/name":                     catalog.Level("").Values(),
		"$defs/timeKind/properties/name":                  catalog.TimeKind("").Values(),
		"$defs/form":                                      catalog.Form("").Values(),
		"$defs/necessity":                                 catalog.Necessity("").Values(),
		"$defs/medium":                                    catalog.Medium("").Values(),
		"$defs/delivery":                                  catalog.Delivery("").Values(),
		"$defs/material/properties/kind":                  catalog.MaterialKind("").Values(),
		"$defs/material/properties/from":                  catalog.Provenance("").Values(),
		"$defs/result/properties/kind":                    catalog.ResultKind("").Values(),
		"$defs/place/properties/kind":                     catalog.PlaceKind("").Values(),
		"$defs/online/properties/channel/properties/kind": catalog.ChannelKind("").Values(),
		"$defs/law/properties/rank":                       catalog.LawRank("").Values(),
		"properties/status/properties/state":              catalog.State("").Values(),
		"properties/channels/properties/range":            catalog.Range("").Values(),
	} {
		v := root
		for key := range strings.SplitSeq(where, "/") {
			v, _ = v.(map[string]any)[key]
		}
		node, _ := v.(map[string]any)
		if got, _ := json.Marshal(node["enum"]); string(got) != asJSON(want) {
			t.Errorf("%s has %s, records have %s", where, got, asJSON(want))
		}
	}
}

func asJSON(words []string) string {
	b, _ := json.Marshal(words)
	return string(b)
}

func TestClosedListsHaveTheirCodes(t *testing.T) {
	t.Parallel()
	for _, w := range catalog.ItemType("").Values() {
		if typeCodes[catalog.ItemType(w)] == "" {
			t.Errorf("%s has no code", w)
		}
	}
	for _, w := range catalog.Level("").Values() {
		if levelCodes[catalog.Level(w)] == "" {
			t.Errorf("%s has no code", w)
		}
	}
	for _, w := range catalog.TimeKind("").Values() {
		if kindCodes[catalog.TimeKind(w)] == "" {
			t.Errorf("%s has no code", w)
		}
	}
	for w := range clientCodes {
		if !slices.Contains(w.Values(), string(w)) {
			t.Errorf("%s is no client of the records", w)
		}
	}
}
