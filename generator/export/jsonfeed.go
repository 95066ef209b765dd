package export

import (
	"encoding/json"
	"io"

	"yibentong/generator/site"
)

// A JSON Feed 1.1, as far as we use it.
type jsonFeed struct {
	Version  string       `json:"version"`
	Title    string       `json:"title"`
	HomePage string       `json:"home_page_url"`
	FeedURL  string       `json:"feed_url"`
	Language string       `json:"language"`
	Authors  []jsonAuthor `json:"authors"`
	Items    []jsonEntry  `json:"items"`
}

type jsonAuthor struct {
	Name string `json:"name"`
}

type jsonEntry struct {
	ID        string   `json:"id"`
	URL       string   `json:"url"`
	Title     string   `json:"title"`
	Text      string   `json:"content_text"`
	Published string   `json:"date_published"`
	Tags      []string `json:"tags"`
}

func (x *exporter) writeJSONFeed(w io.Writer) error {
	f := jsonFeed{
		Version: "https://jsonfeed.org/version/1.1", Title: x.feedTitle(), HomePage: x.base, FeedURL: x.address(JSONFeedPath),
		Language: "zh-CN", Authors: []jsonAuthor{{x.author()}}, Items: []jsonEntry{},
	}
	for _, n := range x.news() {
		f.Items = append(f.Items, jsonEntry{
			ID: n.id(x.catalog.Edition.Division), URL: x.address(site.ItemPath(n.item.ID)), Title: n.item.Name,
			Text: n.what(), Published: n.stamp(), Tags: []string{stageName(n.item)},
		})
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc.Encode(f)
}
