package quotes

// Article is a text that was read, and where it came from.
type Article struct {
	ID        ArticleID `json:"id"`
	Rev       int       `json:"rev"`
	URL       string    `json:"url"`
	Title     string    `json:"title"`
	Outlet    string    `json:"outlet"`
	Byline    string    `json:"author"`
	Published string    `json:"published"` // YYYY-MM-DD, as the page gives it, in its own time zone; "" unknown
	Language  string    `json:"language"`  // BCP 47; "" unknown
	// Text never changes once stored; every offset of the article's quotes
	// points into it. "" only for the source of a quote added by hand.
	Text      string `json:"text,omitempty"`
	SHA256    string `json:"sha256"`    // of Text, in hex; "" without a text
	Retrieved string `json:"retrieved"` // RFC 3339 in UTC
	// Extractor is the version of the extractor whose quotes are stored.
	Extractor string `json:"extractor"`
	// Supersedes is the earlier version of the same URL that this one replaces.
	Supersedes ArticleID `json:"supersedes,omitempty"`
	// SupersededBy is the later version, if there is one.
	SupersededBy ArticleID    `json:"superseded_by,omitempty"`
	State        ArticleState `json:"state"`
	CreatedBy    string       `json:"created_by"`
	// Quotes counts the article's listed quotes: full and partial, not rejected.
	Quotes int `json:"quotes"`

	// Doc is the name under which the text was read: a file's base name, or the
	// doc or id of a JSONL line. It is not stored.
	Doc string `json:"-"`
	// Doubt tells, in one line for whoever reads it in, what could not be made
	// of it, such as a date that is none; "" for nothing. It is not stored.
	Doubt string `json:"-"`
}

// ArticleState tells whether an article counts.
type ArticleState string

// The states of an article.
const (
	ArticleCurrent  ArticleState = "current"
	ArticleRejected ArticleState = "rejected" // by an editor: its quotes leave the listings
)

// ArticleRef is what a quote carries of its article.
type ArticleRef struct {
	ID        ArticleID `json:"id"`
	Title     string    `json:"title"`
	Outlet    string    `json:"outlet"`
	URL       string    `json:"url"`
	Published string    `json:"published"`
	SHA256    string    `json:"-"` // of its text; "" without one
}

// Ref is the part of the article that its quotes carry.
func (a *Article) Ref() ArticleRef {
	return ArticleRef{ID: a.ID, Title: a.Title, Outlet: a.Outlet, URL: a.URL, Published: a.Published, SHA256: a.SHA256}
}

// ArticleUpdate names the fields to correct; nil leaves one as it is.
type ArticleUpdate struct {
	Rev                                             int // the revision the editor saw; 0: whichever is current
	URL, Title, Outlet, Byline, Published, Language *string
	State                                           *ArticleState
}

// ArticleFilter chooses articles; the zero value means every current one.
// Fields are joined by AND, the values of one field by OR.
type ArticleFilter struct {
	IDs          []ArticleID
	Outlets      []string
	URL          string
	SHA256       string // of the text
	Since, Until string // YYYY-MM-DD, inclusive, of published or else retrieved
	Text         string // words of the title or the text
	Superseded   bool   // include versions that a later one replaced
	Rejected     bool   // include rejected articles
	Limit        int    // 0: no limit
}
