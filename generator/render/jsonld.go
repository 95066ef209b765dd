package render

import (
	"encoding/json"
	"fmt"
	"html/template"
	"strconv"
	"strings"

	"yibentong/generator/catalog"
	"yibentong/generator/phrase"
	"yibentong/generator/site"
)

// service is an item in the words of schema.org. Working days have no form in
// ISO 8601, so time limits are left out rather than bent.
type service struct {
	Context     string     `json:"@context"`
	Type        string     `json:"@type"`
	ID          string     `json:"@id"`
	URL         string     `json:"url"`
	Name        string     `json:"name"`
	Also        []string   `json:"alternateName,omitempty"`
	Description string     `json:"description"`
	Language    string     `json:"inLanguage"`
	Identifier  []property `json:"identifier"`
	Kind        string     `json:"serviceType"`
	Category    []string   `json:"category"`
	Provider    thing      `json:"provider"`
	Area        thing      `json:"areaServed"`
	Audience    audience   `json:"audience"`
	Channels    []channel  `json:"availableChannel,omitempty"`
	Offers      []offer    `json:"offers,omitempty"`
	Output      []thing    `json:"serviceOutput,omitempty"`
}

type property struct {
	Type  string `json:"@type"`
	Name  string `json:"propertyID"`
	Value string `json:"value"`
}

type thing struct {
	Type string `json:"@type"`
	Name string `json:"name"`
}

type audience struct {
	Type string `json:"@type"`
	Name string `json:"audienceType"`
}

type channel struct {
	Type     string `json:"@type"`
	Name     string `json:"name,omitempty"`
	URL      string `json:"serviceUrl,omitempty"`
	Location *thing `json:"serviceLocation,omitempty"`
}

type offer struct {
	Type     string `json:"@type"`
	Name     string `json:"name,omitempty"`
	Price    string `json:"price"`
	Currency string `json:"priceCurrency"`
}

// jsonLD is the item as linked data. encoding/json escapes <, > and &, so the
// text cannot end the script element that holds it.
func (p *printer) jsonLD(e *site.Entry) (template.JS, error) {
	url := p.site.Absolute(e.Path)
	v := service{Context: "https://schema.org", Type: "GovernmentService", ID: url, URL: url, Name: e.Name, Also: e.Aliases,
		Description: e.Summary, Language: p.site.Settings.Language, Kind: string(e.Type),
		Identifier: []property{{"PropertyValue", "number", string(e.ID)}},
		Category:   []string{e.Stage.To.Name},
		Provider:   thing{"GovernmentOrganization", e.Authority.Body.To.Name},
		Area:       thing{"AdministrativeArea", p.site.Catalog.Edition.Area},
		Audience:   audience{"Audience", strings.Join(phrase.Strings(e.Clients), p.words.Join)},
		Channels:   ldChannels(e.Channels), Offers: ldOffers(e.Fee)}
	if e.Code != "" {
		v.Identifier = append(v.Identifier, property{"PropertyValue", "catalogueCode", e.Code})
	}
	for _, t := range e.Topics {
		v.Category = append(v.Category, t.To.Name)
	}
	for _, r := range e.Results {
		if r.Kind == "证照" || r.Kind == "批文" {
			v.Output = append(v.Output, thing{"GovernmentPermit", r.Name})
		}
	}
	text, err := json.Marshal(v)
	if err != nil {
		return "", fmt.Errorf("writing linked data of %s: %w", e.ID, err)
	}
	return template.JS(text), nil
}

func ldChannels(c *catalog.Channels) []channel {
	if c == nil {
		return nil
	}
	var out []channel
	for _, w := range c.Windows {
		out = append(out, channel{Type: "ServiceChannel", Location: &thing{"Place", w.Place.To.Name}})
	}
	for _, o := range portals(c.Online) {
		out = append(out, channel{Type: "ServiceChannel", Name: o.Name, URL: o.URL})
	}
	return out
}

func ldOffers(f *catalog.Fee) []offer {
	switch {
	case f == nil:
		return nil
	case !f.Charged:
		return []offer{{Type: "Offer", Price: "0", Currency: "CNY"}}
	}
	var out []offer
	for _, x := range f.Items {
		if x.Amount != nil {
			out = append(out, offer{"Offer", x.Name, strconv.FormatFloat(*x.Amount, 'f', 2, 64), "CNY"})
		}
	}
	return out
}
