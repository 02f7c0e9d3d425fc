package exchange

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strconv"
	"strings"

	"onrecord/quotes"
)

// The wire form of a ClaimReview, as JSON-LD by https://schema.org/ClaimReview
// and Google's guide to fact-check structured data.

const (
	schemaOrg        = "https://schema.org"
	typeOrganisation = "Organization" //nolint:misspell // schema.org's word
)

// ClaimReview is one published review of a claim.
type ClaimReview struct {
	Context       string       `json:"@context,omitempty"`
	Type          string       `json:"@type"`
	URL           string       `json:"url,omitempty"`
	ClaimReviewed string       `json:"claimReviewed"`
	DatePublished string       `json:"datePublished,omitempty"`
	Author        *agent       `json:"author,omitempty"`
	ReviewRating  rating       `json:"reviewRating"`
	ItemReviewed  claimWire    `json:"itemReviewed"`
	ReviewBody    string       `json:"reviewBody,omitempty"`
	Evidence      []appearance `json:"citation,omitempty"`
}

// agent is a person or an organisation.
type agent struct {
	Type   string `json:"@type"`
	Name   string `json:"name,omitempty"`
	URL    string `json:"url,omitempty"`
	SameAs string `json:"sameAs,omitempty"`
}

// rating is a verdict. Words off the scale have a name only.
type rating struct {
	Type          string  `json:"@type"`
	AlternateName string  `json:"alternateName"`
	RatingValue   float64 `json:"ratingValue,omitempty"`
	BestRating    float64 `json:"bestRating,omitempty"`
	WorstRating   float64 `json:"worstRating,omitempty"`
}

// claimWire is the claim that a review is of.
type claimWire struct {
	Type            string       `json:"@type"`
	Text            string       `json:"text"` // whole, where claimReviewed is cut
	Author          *agent       `json:"author,omitempty"`
	DatePublished   string       `json:"datePublished,omitempty"`
	FirstAppearance *appearance  `json:"firstAppearance,omitempty"`
	Appearance      []appearance `json:"appearance,omitempty"`
}

// appearance is a work that says so.
type appearance struct {
	Type string `json:"@type"`
	URL  string `json:"url"`
}

// NewClaimReview is the review of a claim with a verdict. What is not known is
// left out; Lint says what that means.
func NewClaimReview(c *Checked, p Publisher, scales quotes.Scales) ClaimReview {
	r := ClaimReview{
		Context: schemaOrg, Type: "ClaimReview", URL: p.page(c.Claim.ID),
		ClaimReviewed: c.claimed(), ReviewBody: c.Claim.Rationale,
		ReviewRating: rating{Type: "Rating", AlternateName: string(c.Claim.Verdict)},
		ItemReviewed: claimWire{Type: "Claim", Text: c.Claim.Text, DatePublished: c.saidOn(), Author: claimant(c.Speaker)},
	}
	a := c.latest()
	if theirs := c.abroad(); theirs != nil {
		r.publishedBy(theirs)
		p = Publisher{URL: theirs.URL}
	} else if p.Name != "" || p.URL != "" {
		r.Author = &agent{Type: typeOrganisation, Name: p.Name, URL: p.URL}
	}
	if a != nil && a.Publisher == "" {
		r.DatePublished = dayOf(a.At)
	}
	// The scale under which the verdict was given, whatever is in use today.
	if scale, known := scales.ByID(c.Claim.Scale); known {
		if n := scale.Rating(c.Claim.Verdict); n > 0 && scale.Worst() < scale.Best() {
			r.ReviewRating.RatingValue, r.ReviewRating.BestRating, r.ReviewRating.WorstRating = float64(n), float64(scale.Best()), float64(scale.Worst())
		}
	}
	addresses, _ := c.appearances(p)
	works := worksAt(addresses)
	if len(works) > 0 {
		r.ItemReviewed.FirstAppearance, r.ItemReviewed.Appearance = &works[0], works
	}
	for _, e := range c.Claim.Evidence {
		if isWebAddress(e.URL) && e.Kind != quotes.KindAppearance {
			r.Evidence = append(r.Evidence, appearance{"CreativeWork", e.URL})
		}
	}
	return r
}

// publishedBy has another publisher's ruling stay that publisher's: its name,
// its address, its scale.
func (r *ClaimReview) publishedBy(a *quotes.Assessment) {
	r.URL, r.DatePublished = a.URL, a.AsOf
	r.Author = &agent{Type: typeOrganisation, Name: a.Publisher}
	host, span, _ := strings.Cut(a.Scale, "/")
	if host != "" {
		r.Author.URL = "https://" + host
	}
	low, high, ranged := strings.Cut(span, "-")
	value, err := strconv.ParseFloat(a.Rating, 64)
	worst, worstErr := strconv.ParseFloat(low, 64)
	best, bestErr := strconv.ParseFloat(high, 64)
	if ranged && errors.Join(err, worstErr, bestErr) == nil && worst >= 1 && worst < best {
		r.ReviewRating.RatingValue, r.ReviewRating.BestRating, r.ReviewRating.WorstRating = value, best, worst
	}
}

func worksAt(addresses []string) []appearance {
	works := make([]appearance, len(addresses))
	for i, at := range addresses {
		works[i] = appearance{"CreativeWork", at}
	}
	return works
}

// claimant is who is said to have claimed something, nil for somebody unknown
// or without a name.
func claimant(s *quotes.Speaker) *agent {
	if s == nil || s.Name == "" || s.Kind == quotes.SpeakerUnnamed {
		return nil
	}
	a := &agent{Type: typeOrganisation, Name: s.Name}
	if s.Kind == quotes.SpeakerPerson {
		a.Type = "Person"
	}
	if s.Wikidata != "" {
		a.SameAs = "https://www.wikidata.org/wiki/" + s.Wikidata
	}
	return a
}

func dayOf(at string) string { return at[:min(len(at), len(dayLayout))] }

// LinkedJSON encodes a value as JSON that can stand in any page: with <, > and
// & as \u, no text of it ends a script block or begins markup, and controls and
// bidi controls are harmless to look at.
func LinkedJSON(value any) ([]byte, error) {
	data, err := json.Marshal(value) // escapes for HTML
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := json.Indent(&out, escapeHarm(data), "", "  "); err != nil {
		return nil, err
	}
	return append(out.Bytes(), '\n'), nil
}

// feed is the form in which Data Commons takes the reviews of a publisher:
// https://datacommons.org/factcheck/download
type feed struct {
	Context         string     `json:"@context"`
	Type            string     `json:"@type"`
	DateModified    string     `json:"dateModified,omitempty"`
	DataFeedElement []feedItem `json:"dataFeedElement"`
}

type feedItem struct {
	Type        string        `json:"@type"`
	DateCreated string        `json:"dateCreated"`
	Item        []ClaimReview `json:"item"`
}

// WriteClaimReviews writes reviews as one JSON array.
func WriteClaimReviews(w io.Writer, reviews []ClaimReview) error {
	return writeLinked(w, orEmpty(reviews))
}

// WriteClaimReview writes one review.
func WriteClaimReview(w io.Writer, r ClaimReview) error { return writeLinked(w, r) }

// WriteClaimFeed writes reviews as one DataFeed.
func WriteClaimFeed(w io.Writer, reviews []ClaimReview) error {
	f := feed{Context: schemaOrg, Type: "DataFeed", DataFeedElement: []feedItem{}}
	for _, r := range reviews {
		r.Context = ""
		f.DateModified = max(f.DateModified, r.DatePublished)
		f.DataFeedElement = append(f.DataFeedElement, feedItem{"DataFeedItem", r.DatePublished, []ClaimReview{r}})
	}
	return writeLinked(w, f)
}

// WriteClaimScript writes reviews as a block to paste into a page's HTML: one
// object, or an array of several.
func WriteClaimScript(w io.Writer, reviews []ClaimReview) error {
	var value any = orEmpty(reviews)
	if len(reviews) == 1 {
		value = reviews[0]
	}
	out := newSink(w)
	out.put("<script type=\"application/ld+json\">\n")
	data, err := LinkedJSON(value)
	if err != nil {
		return err
	}
	out.put(string(data), "</script>\n")
	return out.flush()
}

func writeLinked(w io.Writer, value any) error {
	data, err := LinkedJSON(value)
	if err != nil {
		return err
	}
	_, err = w.Write(data)
	return err
}
