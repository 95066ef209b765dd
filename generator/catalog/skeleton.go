package catalog

import (
	"fmt"
	"path"
	"reflect"
	"strconv"
	"strings"
)

// Stage returns the stage of that id, or nil.
func (c *Catalog) Stage(id string) *Stage {
	for _, s := range c.Stages {
		if string(s.ID) == id {
			return s
		}
	}
	return nil
}

// NextID is the first number after the highest that the files' names use.
func NextID(a Audience, files []string) ItemID {
	letter, highest := "P", 0
	if a == Enterprise {
		letter = "E"
	}
	for _, f := range files {
		if base := path.Base(f); strings.HasPrefix(f, "catalog/items/") && strings.HasPrefix(base, letter) {
			digits, _, _ := strings.Cut(strings.TrimSuffix(base[1:], ".yaml"), "-")
			if n, err := strconv.Atoi(digits); err == nil {
				highest = max(highest, n)
			}
		}
	}
	return ItemID(fmt.Sprintf("%s%03d", letter, highest+1))
}

// Skeleton is a new record: the required keys to be filled in, all others as
// comments that say what they are for.
func Skeleton(id ItemID, name string, s *Stage, today Date) []byte {
	client, topic := "自然人", "p999"
	if s.Audience == Enterprise {
		client, topic = "企业法人", "e999"
	}
	given := map[string]string{
		"id": string(id), "name": quote(name), "summary": "待补充", "stage": string(s.ID), "clients": "[" + client + "]", "topics": "[" + topic + "]",
		"type": "公共服务", "authority": "\n  body: 待补充\n  level: 县级", "review_by": today.Time().AddDate(1, 0, 0).Format("2006-01-02"),
		"sources": "\n  - what: 待补充\n    where: 待补充\n    read: " + today.String(),
		"changes": "\n  - on: " + today.String() + "\n    what: 首次收录。",
	}
	var b strings.Builder
	b.WriteString("# yaml-language-server: $schema=../../../schema/item.schema.json\n# 照着说明填。不知道的不要留空，整行删掉，网页会显示“待核实”。例子见 catalog/items/ 里别的记录。\n")
	t := reflect.TypeFor[Item]()
	for i := range t.NumField() {
		key, _, _ := strings.Cut(t.Field(i).Tag.Get("yaml"), ",")
		if key == "" || key == "-" {
			continue
		}
		fmt.Fprintf(&b, "\n# %s\n", t.Field(i).Tag.Get("zh"))
		if v, ok := given[key]; ok {
			b.WriteString(strings.Replace(key+": "+v+"\n", ": \n", ":\n", 1))
		} else {
			b.WriteString("# " + key + ":\n")
		}
	}
	return []byte(b.String())
}

// quote puts a name in quotes where YAML would read something else from it.
func quote(s string) string {
	if strings.ContainsAny(s, ":#'\"[]{}&*!|>%@`,") || strings.HasPrefix(s, "-") || strings.HasPrefix(s, "?") || s != strings.TrimSpace(s) {
		return strconv.Quote(s)
	}
	return s
}
