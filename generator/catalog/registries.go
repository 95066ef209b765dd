package catalog

import (
	"yibentong/generator/diag"
	"yibentong/generator/source"
)

// registries reads the lists that records refer to, then links them.
func (ld *loader) registries() error {
	if ld.kept.cat != nil {
		ld.reuseRegistries()
		return nil
	}
	var own diag.List
	outer := ld.l
	ld.l = &own
	uses, err := ld.readRegistries()
	if err == nil {
		uses = append(uses, ld.kept.editionUses...)
		ld.kept.registryPending = ld.link(uses, ld.l)
		ld.kept.keep(ld)
	}
	ld.l = outer
	ld.kept.registryFound = own.Sorted()
	ld.l.Add(ld.kept.registryFound)
	ld.pending = append(ld.pending, ld.kept.registryPending...)
	return err
}

func (ld *loader) reuseRegistries() {
	edition := ld.cat.Edition
	counted := ld.cat.Counted
	cat := *ld.kept.cat
	ld.cat = &cat
	ld.cat.Edition, ld.cat.Counted, ld.cat.Items = edition, counted, nil
	ld.idx = ld.kept.idx
	ld.l.Add(ld.kept.registryFound)
	ld.pending = append(ld.pending, ld.kept.registryPending...)
	ld.pending = append(ld.pending, ld.link(ld.kept.editionUses, ld.l)...)
}

func (ld *loader) readRegistries() (uses []source.Use, err error) {
	c := ld.cat
	steps := []func() ([]source.Use, error){
		func() (u []source.Use, err error) {
			ld.idx.stages, u, err = registry(ld, "stages", "生命周期阶段", &c.Stages, stageKey)
			return
		},
		func() (u []source.Use, err error) {
			ld.idx.topics, u, err = registry(ld, "topics", "主题分类", &c.Topics, topicKey)
			return
		},
		func() (u []source.Use, err error) {
			ld.idx.departments, u, err = registry(ld, "departments", "部门", &c.Departments, departmentKey)
			return
		},
		func() (u []source.Use, err error) {
			ld.idx.places, u, err = registry(ld, "places", "地点", &c.Places, placeKey)
			return
		},
		func() (u []source.Use, err error) {
			ld.idx.laws, u, err = registry(ld, "laws", "法律", &c.Laws, lawKey)
			return
		},
		func() (u []source.Use, err error) {
			ld.idx.materials, u, err = registry(ld, "materials", "材料", &c.Materials, materialKey)
			return
		},
		func() (u []source.Use, err error) {
			ld.idx.hotlines, u, err = registry(ld, "hotlines", "热线", &c.Hotlines, hotlineKey)
			return
		},
		func() (u []source.Use, err error) {
			ld.idx.channels, u, err = registry(ld, "channels", "渠道", &c.Channels, channelKey)
			return
		},
	}
	for _, read := range steps {
		u, err := read()
		if err != nil {
			return nil, err
		}
		uses = append(uses, u...)
	}
	return uses, nil
}

// Each registry's entry tells its id, its name and where its origin is kept.
func stageKey(e *Stage) (ID, string)           { return e.ID, e.Name }
func topicKey(e *Topic) (ID, string)           { return e.ID, e.Name }
func departmentKey(e *Department) (ID, string) { return e.ID, e.Short }
func placeKey(e *Place) (ID, string)           { return e.ID, e.Name }
func lawKey(e *Law) (ID, string)               { return e.ID, e.Title }
func materialKey(e *Material) (ID, string)     { return e.ID, e.Name }
func hotlineKey(e *Hotline) (ID, string)       { return e.ID, e.Name }
func channelKey(e *Channel) (ID, string)       { return e.ID, e.Name }

// RegistryFile is where the registry of a kind ("laws", "places"…) is kept.
func RegistryFile(kind string) string { return "catalog/registry/" + kind + ".yaml" }

// registry reads one list and indexes it.
func registry[T any](ld *loader, kind, title string, into *[]*T, key func(*T) (ID, string)) (*index[T], []source.Use, error) {
	x := &index[T]{title: title + "登记表（registry/" + kind + ".yaml）", byID: map[string]*T{}, names: map[string]string{}}
	name := RegistryFile(kind)
	uses, _, err := ld.read(name, into)
	if err != nil {
		return nil, nil, err
	}
	for i, e := range *into {
		if e == nil {
			continue
		}
		id, label := key(e)
		if id == "" {
			continue // told already
		}
		if x.byID[string(id)] != nil {
			ld.l.Report(ld.loc.At(name, i, "id"), duplicateID, id, name)
			continue
		}
		x.add(string(id), label, e)
	}
	return x, uses, nil
}

func (x *index[T]) add(id, name string, e *T) {
	x.byID[id] = e
	x.names[id] = name
	x.ids = append(x.ids, id)
}

// link resolves references to registries and returns those to items.
func (ld *loader) link(uses []source.Use, l *diag.List) (pending []pendingUse) {
	for _, u := range uses {
		switch r := u.Ref.(type) {
		case *Ref[Item]:
			pending = append(pending, pendingUse{r, u.Pos})
		case *Ref[Stage]:
			ld.idx.stages.resolve(r, u.Pos, l)
		case *Ref[Topic]:
			ld.idx.topics.resolve(r, u.Pos, l)
		case *Ref[Department]:
			ld.idx.departments.resolve(r, u.Pos, l)
		case *Ref[Place]:
			ld.idx.places.resolve(r, u.Pos, l)
		case *Ref[Law]:
			ld.idx.laws.resolve(r, u.Pos, l)
		case *Ref[Material]:
			ld.idx.materials.resolve(r, u.Pos, l)
		case *Ref[Hotline]:
			ld.idx.hotlines.resolve(r, u.Pos, l)
		case *Ref[Channel]:
			ld.idx.channels.resolve(r, u.Pos, l)
		}
	}
	return pending
}
