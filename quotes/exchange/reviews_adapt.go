package exchange

import (
	"encoding/json"
	"html"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"onrecord/quotes"
)

// mostClaimText is how long a claim may be, in code points: longer ones are
// whole articles put into the wrong field.
const mostClaimText = 2000

// adapter makes rulings of one review, and notes what it mended.
type adapter struct {
	in      *reviewsIn
	f       found
	repairs []string
}

func (a *adapter) mended(what string) {
	if !slices.Contains(a.repairs, what) {
		a.repairs = append(a.repairs, what)
	}
}

// rulings are those of one review, one for each claim that it names; why says
// what keeps it from being one.
func (a *adapter) rulings() (all []quotes.Ruling, why string) {
	if a.f.broken != "" {
		return nil, "no JSON: " + a.f.broken
	}
	if a.f.mended && holdsMarks(a.f.node) {
		a.mended("unescaped quote marks")
	}
	var r quotes.Ruling
	if r.URL, why = a.address(); why != "" {
		return nil, why
	}
	r.Publisher = a.publisher(r.URL)
	items := a.items()
	if why = a.rate(&r, items); why != "" {
		return nil, why
	}
	r.Published = a.day(a.f.node["datePublished"], "date of the review")
	r.Rationale = a.text(a.f.node["reviewBody"])
	a.claimed(&r, items)
	texts := a.claims(items, r.Word)
	for _, text := range texts {
		if utf8.RuneCountInString(text) > mostClaimText {
			return nil, "claimReviewed is an article, not a claim"
		}
		one := r
		one.Text = text
		all = append(all, one)
	}
	if len(all) == 0 {
		return nil, "it names no claim (claimReviewed)"
	}
	return all, ""
}

// holdsMarks reports whether a quote mark stands in a string below a value.
func holdsMarks(value any) bool {
	switch v := value.(type) {
	case string:
		return strings.ContainsRune(v, '"')
	case []any:
		return slices.ContainsFunc(v, holdsMarks)
	case node:
		for _, element := range v {
			if holdsMarks(element) {
				return true
			}
		}
	}
	return false
}

// text is a string on one line, or the first of a list, or the name of a node;
// entities in it are decoded, since templates escape for HTML what stands in a
// script.
func (a *adapter) text(value any) string {
	switch v := value.(type) {
	case string:
		return strings.Join(strings.Fields(html.UnescapeString(strings.ToValidUTF8(v, "\ufffd"))), " ")
	case json.Number:
		return v.String()
	case []any:
		for _, element := range v {
			if s := a.text(element); s != "" {
				return s
			}
		}
	case node:
		v = a.resolved(v)
		for _, key := range []string{"@value", "name", "alternateName", "text", "value"} {
			if s, ok := v[key].(string); ok && strings.TrimSpace(s) != "" {
				return a.text(s)
			}
		}
	}
	return ""
}

// resolved follows a reference to a node elsewhere in the file.
func (a *adapter) resolved(v node) node {
	if id, ok := v["@id"].(string); ok && len(v) == 1 && a.in.byID[id] != nil {
		return a.in.byID[id]
	}
	return v
}

// nodes are the objects of a value, which may be one or a list.
func (a *adapter) nodes(value any) []node {
	switch v := value.(type) {
	case node:
		return []node{a.resolved(v)}
	case []any:
		var out []node
		for _, element := range v {
			if n, ok := element.(node); ok {
				out = append(out, a.resolved(n))
			}
		}
		return out
	}
	return nil
}

// address is where the review stands.
func (a *adapter) address() (at, why string) {
	for _, key := range []string{"url", "mainEntityOfPage", "@id"} {
		all := a.addresses(a.f.node[key])
		if len(all) == 0 {
			continue
		}
		if key != "url" {
			a.mended("url in another field")
		}
		if a.f.page != "" && !sameSite(all[0], a.f.page) {
			return "", "its url, " + all[0] + ", is of another site than its page, " + a.f.page
		}
		return tidyAddress(all[0]), ""
	}
	if a.f.page != "" {
		a.mended("url of the page")
		return tidyAddress(a.f.page), ""
	}
	return "", "it has no url"
}

// tidyAddress takes off what only counts visitors, so that the same review is
// met under one address.
func tidyAddress(at string) string {
	u, err := url.Parse(at)
	if err != nil || u.RawQuery == "" {
		return at
	}
	kept := slices.DeleteFunc(strings.Split(u.RawQuery, "&"), func(part string) bool {
		return strings.HasPrefix(part, "utm_") || strings.HasPrefix(part, "fbclid=") || strings.HasPrefix(part, "gclid=")
	})
	u.RawQuery = strings.Join(kept, "&")
	return u.String()
}

// addresses are the web addresses in a value: a string that may hold several,
// a node, or a list of either.
func (a *adapter) addresses(value any) []string {
	var out []string
	switch v := value.(type) {
	case string:
		some, err := quotes.SplitURLs(html.UnescapeString(strings.ToValidUTF8(v, "\ufffd")))
		if err != nil {
			return nil
		}
		for _, at := range some {
			if isWebAddress(at) {
				out = append(out, at)
			}
		}
	case []any:
		for _, element := range v {
			out = append(out, a.addresses(element)...)
		}
	case node:
		v = a.resolved(v)
		for _, key := range []string{"url", "contentUrl", "@id"} {
			if some := a.addresses(v[key]); len(some) > 0 {
				return some
			}
		}
	}
	return out
}

// publisher is who ruled.
func (a *adapter) publisher(at string) string {
	for _, key := range []string{"author", "publisher", "creator"} {
		// A journalist signs, a publisher rules.
		for _, n := range a.nodes(a.f.node[key]) {
			if name := a.text(n["name"]); name != "" && (!isOfType(n, "Person") || a.text(a.f.node["publisher"]) == "") {
				return name
			}
		}
		if _, isNode := a.f.node[key].(node); !isNode {
			if name := a.text(a.f.node[key]); name != "" {
				return name
			}
		}
	}
	a.mended("publisher from the url")
	return hostOf(at)
}

// items are what is reviewed.
func (a *adapter) items() []node {
	items := a.nodes(a.f.node["itemReviewed"])
	if len(items) > 1 {
		a.mended("several itemReviewed")
	}
	return items
}

// claims are the claims that are reviewed.
func (a *adapter) claims(items []node, word string) []string {
	var texts []string
	add := func(value any) {
		if s := a.text(value); s != "" && !slices.Contains(texts, s) {
			texts = append(texts, s)
		}
	}
	if list, ok := a.f.node["claimReviewed"].([]any); ok {
		a.mended("claimReviewed a list")
		for _, element := range list {
			add(element)
		}
	} else {
		add(a.f.node["claimReviewed"])
	}
	if len(texts) == 0 {
		for _, item := range items {
			for _, key := range []string{"text", "name", "description"} {
				if a.text(item[key]) != "" {
					add(item[key])
					a.mended("claim in another field")
					break
				}
			}
		}
	}
	for i, text := range texts {
		if bare := withoutRating(text, quotes.FoldWord[quotes.Verdict](word)); bare != text {
			texts[i] = bare
			a.mended("rating in the claim")
		}
	}
	return texts
}

// claimed fills in who claimed it, when and where.
func (a *adapter) claimed(r *quotes.Ruling, items []node) {
	var all []string
	for _, item := range items {
		if r.Speaker.Name == "" {
			r.Speaker = a.claimant(item["author"])
		}
		if r.SaidOn == "" {
			r.SaidOn = a.day(item["datePublished"], "date of the claim")
		}
		for _, key := range []string{"firstAppearance", "appearance", "url"} {
			some := a.addresses(item[key])
			_, plain := item[key].(string)
			switch {
			case len(some) == 0:
			case key == "url":
				a.mended("appearance in itemReviewed.url")
			case plain:
				a.mended("appearance a string")
			}
			if plain && len(some) > 1 {
				a.mended("several urls in one field")
			}
			all = append(all, some...)
		}
		if !isOfType(item, "Claim") { // by the older form the work itself is reviewed
			all = append(all, a.addresses(item["sameAs"])...)
		}
	}
	for _, at := range all {
		switch {
		case sameSite(at, r.URL):
			a.mended("link to the publisher itself")
		case !slices.Contains(r.Appeared, at):
			r.Appeared = append(r.Appeared, at)
		}
	}
}

var wikidataID = regexp.MustCompile(`wikidata\.org/(?:wiki|entity)/(Q[1-9][0-9]{0,11})\b`)

// claimant is who is said to have claimed it.
func (a *adapter) claimant(value any) quotes.Speaker {
	s := quotes.Speaker{Name: a.text(value), Kind: quotes.SpeakerPerson}
	people := a.nodes(value)
	if len(people) > 0 {
		first := people[0]
		s.Name = a.text(first["name"])
		if isOfType(first, typeOrganisation) {
			s.Kind = quotes.SpeakerOrganisation
		}
		for _, at := range append(a.addresses(first["sameAs"]), a.addresses(first["@id"])...) {
			if m := wikidataID.FindStringSubmatch(at); m != nil {
				s.Wikidata = m[1]
			}
		}
	}
	for _, word := range strings.Fields(strings.ToLower(s.Name)) {
		if slices.Contains(crowdWords, strings.Trim(word, ".,;:()")) {
			s.Kind = quotes.SpeakerGroup
		}
	}
	return s
}

// crowdWords are in what stands for a claimant where there is none: "viral
// posts", "multiple sources", "Facebook users".
var crowdWords = []string{
	"post", "posts", "user", "users", "source", "sources", "viral", "various", "multiple", "several", "unknown", "anonymous",
	"tweets", "tweet", "facebook", "twitter", "tiktok", "whatsapp", "instagram", "youtube", "bloggers", "blogs", "websites", "memes",
}

// dateLayouts are forms of days in feeds beside those of sheets.
var dateLayouts = []string{
	time.RFC1123, time.RFC1123Z, time.RFC850, time.ANSIC, "Mon, 2 Jan 2006 15:04:05 MST", "Mon, 2 Jan 2006 15:04:05 -0700", "2006-01-02 15:04:05 MST",
}

// day reads a day; one that is none, or can be two, is left out.
func (a *adapter) day(value any, what string) string {
	s := a.text(value)
	if s == "" {
		return ""
	}
	read := func(day string) bool { return day >= "1500" && day < "2200" }
	if len(s) >= len(dayLayout) {
		if _, err := time.Parse(dayLayout, s[:len(dayLayout)]); err == nil && read(s) {
			return s[:len(dayLayout)]
		}
	}
	for _, layout := range dateLayouts {
		if t, err := time.Parse(layout, s); err == nil && read(t.Format(dayLayout)) {
			a.mended(what + " in another form")
			return t.Format(dayLayout)
		}
	}
	if days, err := SheetDays(SheetCell{Text: s}); err == nil && len(days) == 1 && read(days[0]) {
		a.mended(what + " in another form")
		return days[0]
	}
	a.mended(what + " unreadable")
	return ""
}
