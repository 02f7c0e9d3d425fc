package read

import (
	"crypto/sha256"
	"encoding/hex"
	"net/url"
	"strings"
	"time"

	"onrecord/quotes"
	"onrecord/quotes/when"
)

// Overrides are what the user says of an article. They win over the page; ""
// leaves what was read.
type Overrides struct {
	Title, Outlet, Author, URL, Published, Language string
}

// Check makes Published a date YYYY-MM-DD and Language a tag; now is what
// "yesterday" refers to. Errors are CodeInvalid.
func (o Overrides) Check(now time.Time) (Overrides, error) {
	if o.Published != "" {
		day, err := when.Day(o.Published, now)
		if err != nil {
			return o, err
		}
		o.Published = day
	}
	if o.Language != "" {
		tag := languageTag(o.Language)
		if tag == "" {
			return o, quotes.Errorf(quotes.CodeInvalid, "unknown language %q", o.Language).Do("give its code: en, de, pt-BR")
		}
		o.Language = tag
	}
	return o, nil
}

// apply puts the overrides into the article, each on one line. A Language that
// is no tag is left out.
func (o Overrides) apply(a *quotes.Article) {
	for _, f := range []struct {
		value string
		field *string
	}{
		{o.Title, &a.Title},
		{o.Outlet, &a.Outlet},
		{o.Author, &a.Byline},
		{o.URL, &a.URL},
		{o.Published, &a.Published},
		{languageTag(o.Language), &a.Language},
	} {
		if value := oneLine(f.value); value != "" {
			*f.field = value
		}
	}
}

// Finish applies what the user says (checked by Overrides.Check), takes the
// outlet from the address's host if it is still unknown, and sets SHA256 and
// Retrieved.
func Finish(a *quotes.Article, o Overrides, now time.Time) {
	o.apply(a)
	if o.Published != "" {
		a.Doubt = "" // it was about the date
	}
	if a.Outlet == "" {
		a.Outlet = host(a.URL)
	}
	a.Retrieved = now.UTC().Format(time.RFC3339)
	seal(a)
}

// seal sets the hash of the text.
func seal(a *quotes.Article) {
	a.SHA256 = ""
	if a.Text != "" {
		sum := sha256.Sum256([]byte(a.Text))
		a.SHA256 = hex.EncodeToString(sum[:])
	}
}

// host is an address's host without "www.", or "".
func host(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
}

// oneLine joins the words of a value by single spaces.
func oneLine(s string) string { return strings.Join(strings.Fields(clean(validUTF8(s))), " ") }

// languageTag is a BCP 47 tag written as usual (pt-BR), or "" for what is none.
func languageTag(s string) string {
	parts := strings.Split(strings.ReplaceAll(strings.TrimSpace(s), "_", "-"), "-")
	for i, part := range parts {
		if len(part) < 1 || len(part) > 8 || i == 0 && (len(part) < 2 || len(part) > 3) || !isAlphanumeric(part, i > 0) {
			return ""
		}
		switch {
		case i > 0 && len(part) == 2:
			parts[i] = strings.ToUpper(part)
		case i > 0 && len(part) == 4:
			parts[i] = strings.ToUpper(part[:1]) + strings.ToLower(part[1:])
		default:
			parts[i] = strings.ToLower(part)
		}
	}
	return strings.Join(parts, "-")
}

func isAlphanumeric(s string, digits bool) bool {
	for _, c := range []byte(s) {
		letter := c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
		if !letter && (!digits || c < '0' || c > '9') {
			return false
		}
	}
	return true
}
