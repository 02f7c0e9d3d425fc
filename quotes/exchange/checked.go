package exchange

import (
	"net/url"
	"slices"
	"strings"
	"unicode/utf8"

	"onrecord/quotes"
)

// Settings of a record that say who publishes its checks, and where.
const (
	SettingPublisherName = "publisher.name"
	SettingPublisherURL  = "publisher.url"
	SettingPublisherPage = "publisher.page"
)

// pageID stands in SettingPublisherPage for the claim's number.
const pageID = "{id}"

// Publisher is who publishes a record's checks.
type Publisher struct {
	Name string
	URL  string
	// Page is the address of a check's own page, with {id} for the claim's
	// number; "" means that all stand on the page of URL, one under another.
	Page string
}

// PublisherOf reads the publisher from a record's settings.
func PublisherOf(settings map[string]string) Publisher {
	return Publisher{settings[SettingPublisherName], settings[SettingPublisherURL], settings[SettingPublisherPage]}
}

// page is the address under which a claim's check stands, "" if none is known.
func (p Publisher) page(id quotes.ClaimID) string {
	switch {
	case p.Page != "":
		return strings.ReplaceAll(p.Page, pageID, number(id))
	case p.URL != "":
		return strings.TrimSuffix(p.URL, "#") + "#c" + number(id)
	}
	return ""
}

// CheckPage refuses an address that does not tell one claim's page from
// another's.
func CheckPage(value string) error {
	if !strings.Contains(value, pageID) || !isWebAddress(value) {
		return quotes.Errorf(quotes.CodeInvalid, "%q does not tell the pages of claims apart", value).
			Do("write the address with {id} for the claim's number, as in https://example.org/checks/{id}")
	}
	return nil
}

// Checked is a claim with what a published review tells of it beside its
// verdict.
type Checked struct {
	Claim quotes.Claim
	// Said are the quotes that assert it, oldest first; rejected ones are left
	// out.
	Said []quotes.Quote
	// Speaker is who said it first, nil where that is unknown.
	Speaker *quotes.Speaker
}

// NewChecked puts a claim together with the quotes that it stands in and their
// speakers.
func NewChecked(c quotes.Claim, all map[quotes.QuoteID]*quotes.Quote, speakers map[quotes.SpeakerID]*quotes.Speaker) Checked {
	out := Checked{Claim: c}
	denied := map[quotes.QuoteID]bool{}
	for _, a := range c.Appearances {
		denied[a.Quote] = denied[a.Quote] || a.Stance == quotes.StanceDenies
	}
	for _, id := range c.Quotes {
		if q := all[id]; q != nil && !denied[id] && q.State != quotes.StateRejected {
			out.Said = append(out.Said, *q)
		}
	}
	slices.SortStableFunc(out.Said, func(a, b quotes.Quote) int { return strings.Compare(a.Date(), b.Date()) })
	for i := range out.Said {
		if s := speakers[out.Said[i].SpeakerID]; s != nil {
			out.Speaker = s
			break
		}
	}
	if out.Speaker == nil {
		out.Speaker = speakers[c.SpeakerID]
	}
	return out
}

// latest is the assessment that the verdict comes from, nil without any.
func (c *Checked) latest() *quotes.Assessment {
	if n := len(c.Claim.Assessments); n > 0 {
		return &c.Claim.Assessments[n-1]
	}
	return nil
}

// saidOn is the day of the first quote, "" if only the day is known on which
// it came on record.
func (c *Checked) saidOn() string {
	for i := range c.Said {
		if q := &c.Said[i]; q.SaidOn != "" || q.Article.Published != "" {
			return q.Date()
		}
	}
	return ""
}

// appearances are the web addresses where it was said, each once. Those of the
// publisher are left out: a review that names itself as the source of the claim
// is an error which collectors repair.
func (c *Checked) appearances(p Publisher) (addresses []string, own int) {
	var all []string
	for i := range c.Said {
		all = append(all, c.Said[i].Article.URL)
	}
	for _, e := range c.Claim.Evidence {
		if e.Kind == quotes.KindAppearance {
			all = append(all, e.URL)
		}
	}
	for _, at := range all {
		switch {
		case !isWebAddress(at) || slices.Contains(addresses, at):
		case sameSite(at, p.URL):
			own++
		default:
			addresses = append(addresses, at)
		}
	}
	return addresses, own
}

// IsAbroad reports whether the verdict is another publisher's.
func (c *Checked) IsAbroad() bool { return c.abroad() != nil }

// abroad is the latest assessment if another publisher made it, else nil.
func (c *Checked) abroad() *quotes.Assessment {
	if a := c.latest(); a != nil && a.Publisher != "" {
		return a
	}
	return nil
}

// mostClaimed is how many code points Google's structured data guide lets
// claimReviewed have: under 75.
const mostClaimed = 74

// claimed is the claim as claimReviewed has it: in one line, without its
// rating and the comma that a reporter put into the quote, and cut at a word where
// it is too long.
func (c *Checked) claimed() string {
	text := strings.TrimRight(withoutRating(strings.Join(strings.Fields(c.Claim.Text), " "), c.Claim.Verdict), ",;")
	if utf8.RuneCountInString(text) <= mostClaimed {
		return text
	}
	runes := []rune(text)
	cut := string(runes[:mostClaimed-1])
	if at := strings.LastIndexByte(cut, ' '); at > len(cut)/2 && runes[mostClaimed-1] != ' ' {
		cut = cut[:at]
	}
	return strings.TrimRight(cut, " ,;:–—-") + "…"
}

// withoutRating takes a verdict off the claim that it is of: "False: the
// bridge is closed", "the bridge is closed (false)".
func withoutRating(text string, verdict quotes.Verdict) string {
	for _, word := range []string{string(verdict), strings.ReplaceAll(string(verdict), "-", " ")} {
		if word == "" {
			continue
		}
		if rest, ok := cutFold(text, word); ok {
			if rest = strings.TrimLeft(rest, " "); rest != "" && strings.ContainsRune(":–—-", []rune(rest)[0]) {
				if rest = strings.TrimLeft(rest, " :–—-"); rest != "" {
					return rest
				}
			}
		}
		for _, end := range []string{" (" + word + ")", " [" + word + "]", ": " + word} {
			if n := len(text) - len(end); n > 0 && strings.EqualFold(text[n:], end) {
				return strings.TrimRight(text[:n], " ")
			}
		}
	}
	return text
}

// cutFold is strings.CutPrefix in any case, for a prefix in ASCII.
func cutFold(s, prefix string) (string, bool) {
	if len(s) < len(prefix) || !strings.EqualFold(s[:len(prefix)], prefix) {
		return s, false
	}
	return s[len(prefix):], true
}

// sameSite reports whether two addresses are of one host, but for "www.".
func sameSite(a, b string) bool {
	host := hostOf(a)
	return host != "" && host == hostOf(b)
}

func hostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
}
