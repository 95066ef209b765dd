package catalog

import (
	"path"
	"reflect"
	"strings"
)

// Kind is one kind of file in catalog/: what it is called, where it lies, what
// Go type it is read into.
type Kind struct {
	Name  string // of its schema: item, laws, catalog
	Title string
	Where string
	Type  reflect.Type
}

// Kinds lists the kinds of files that staff edit.
func Kinds() []Kind {
	return []Kind{
		{"item", "事项", "catalog/items/<手册>/<阶段>/<编号>-<英文短名>.yaml", reflect.TypeFor[Item]()},
		{"bundle", "一件事", bundleFolder + "/<id>.yaml", reflect.TypeFor[Bundle]()},
		{"catalog", "版次和总账", "catalog/catalog.yaml", reflect.TypeFor[Edition]()},
		{"stages", "生命周期阶段", RegistryFile("stages"), reflect.TypeFor[[]*Stage]()},
		{"topics", "主题分类", RegistryFile("topics"), reflect.TypeFor[[]*Topic]()},
		{"departments", "部门", RegistryFile("departments"), reflect.TypeFor[[]*Department]()},
		{"places", "地点", RegistryFile("places"), reflect.TypeFor[[]*Place]()},
		{"laws", "法律法规", RegistryFile("laws"), reflect.TypeFor[[]*Law]()},
		{"materials", "材料", RegistryFile("materials"), reflect.TypeFor[[]*Material]()},
		{"hotlines", "热线", RegistryFile("hotlines"), reflect.TypeFor[[]*Hotline]()},
		{"channels", "网上和手机渠道", RegistryFile("channels"), reflect.TypeFor[[]*Channel]()},
	}
}

// KindOf tells what kind of file a path in the tree is.
func KindOf(name string) (Kind, bool) {
	want := strings.TrimSuffix(path.Base(name), ".yaml")
	if strings.HasPrefix(name, "catalog/items/") && strings.HasSuffix(name, ".yaml") {
		want = "item"
	} else if path.Dir(name) == bundleFolder && strings.HasSuffix(name, ".yaml") {
		want = "bundle"
	} else if name != "catalog/catalog.yaml" && name != RegistryFile(want) {
		return Kind{}, false
	}
	for _, k := range Kinds() {
		if k.Name == want {
			return k, true
		}
	}
	return Kind{}, false
}
