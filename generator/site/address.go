package site

import (
	"strconv"
	"strings"

	"yibentong/generator/catalog"
)

// Addresses of the pages of which there is one. All pages lie flat in the root
// so that links are relative and the handbook works under any path and from a
// USB stick.
const (
	HomePath        = "index.html"
	DepartmentsPath = "departments.html"
	TopicsPath      = "topics.html"
	AZPath          = "az.html"
	PlacesPath      = "places.html"
	LawsPath        = "laws.html"
	MaterialsPath   = "materials.html"
	ItemsPath       = "items.html"
	ErrandsPath     = "errands.html"
	SearchPath      = "search.html"
	SitemapPath     = "sitemap.html"
	NotFoundPath    = "404.html"
)

// AudiencePath is the page of one of the two handbooks.
func AudiencePath(a catalog.Audience) string { return string(a) + ".html" }

// ItemPath is the page of an item.
func ItemPath(id catalog.ItemID) string { return string(id) + ".html" }

// ItemJSONPath is the record of an item for machines.
func ItemJSONPath(id catalog.ItemID) string { return string(id) + ".json" }

// ErrandPath is the page of an errand.
func ErrandPath(id catalog.ID) string { return "errand-" + string(id) + ".html" }

// ErrandJSONPath is an errand for machines.
func ErrandJSONPath(id catalog.ID) string { return "errand-" + string(id) + ".json" }

// BookletFolder holds the books and sheets of an edition that carries them.
const BookletFolder = "booklets/"

// BookPath is a book in one of its forms, such as screen.
func BookPath(a catalog.Audience, form string) string {
	return BookletFolder + string(a) + "-" + form + ".pdf"
}

// NoticePath is the notice sheet of an item.
func NoticePath(id catalog.ItemID) string { return BookletFolder + "notices/" + string(id) + ".pdf" }

// StagePath is the page of a stage.
func StagePath(id catalog.ID) string { return "stage-" + string(id) + ".html" }

// TopicPath is the page of a topic.
func TopicPath(id catalog.ID) string { return "topic-" + string(id) + ".html" }

// DepartmentPath is the page of a department.
func DepartmentPath(id catalog.ID) string { return "department-" + string(id) + ".html" }

// PlacePath is the page of a place.
func PlacePath(id catalog.ID) string { return "place-" + string(id) + ".html" }

// LawPath is the page of a law.
func LawPath(id catalog.ID) string { return "law-" + string(id) + ".html" }

// MaterialPath is the page of a paper.
func MaterialPath(id catalog.ID) string { return "material-" + string(id) + ".html" }

// LetterPath is the page of one letter of a large A–Z; '#' holds what has no reading.
func LetterPath(letter byte) string {
	if letter == '#' {
		return "az-other.html"
	}
	return "az-" + strings.ToLower(string(letter)) + ".html"
}

// ProsePath is the page of a text of content/.
func ProsePath(slug string) string { return slug + ".html" }

// PartPath is the nth page, from 1, of a list that starts at path.
func PartPath(path string, n int) string {
	if n == 1 {
		return path
	}
	return strings.TrimSuffix(path, ".html") + "-" + strconv.Itoa(n) + ".html"
}

// FilePath is a form or sample: a file of content/files/, or an address elsewhere.
func FilePath(name string) string {
	if strings.HasPrefix(name, "https://") || strings.HasPrefix(name, "http://") {
		return name
	}
	return "files/" + name
}

// Absolute is the full address of a page, for canonical links, codes and feeds.
func (s *Site) Absolute(path string) string {
	if path == HomePath {
		path = ""
	}
	return s.Settings.BaseURL + path
}
