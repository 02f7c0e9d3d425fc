package quotes

// Filter chooses quotes. Fields are joined by AND, the values of one field by
// OR. The zero value means every quote that listings show: full and partial,
// not rejected, of articles neither rejected nor superseded.
type Filter struct {
	IDs      []QuoteID
	Speakers []string // any alias or a word of it, any case
	// SpeakerIDs narrows to these speakers and those merged into them.
	SpeakerIDs    []SpeakerID
	Statuses      []Status
	Verdicts      []Verdict
	Tags          []string
	NotTags       []string // excludes
	Outlets       []string
	Articles      []ArticleID
	Since, Until  string   // YYYY-MM-DD, inclusive, of Quote.Date
	Text          []string // each is words that must all stand in the quote's text
	Kinds         []Kind   // empty: full and partial
	MinConfidence float64
	Unattributed  bool // only those without a speaker
	Unconfirmed   bool // only those no editor confirmed
	Rejected      bool // only rejected ones
	// RecordedBy (RFC 3339 in UTC) chooses from the record as it stood then:
	// its quotes, speakers, statuses, verdicts and tags. "" is now.
	RecordedBy string
	// Brief leaves out what is read from the articles' texts: Context, and the
	// Text of Mention and Cue, whose places stay. It chooses nothing.
	Brief bool
	Limit int // 0: no limit
	Sort  []SortKey
}

// SortKey is one key of an order.
type SortKey struct {
	Field      SortField
	Descending bool
}

// SortField is a field that quotes can be sorted by.
type SortField string

// The fields to sort by.
const (
	SortDate       SortField = "date" // Quote.Date; the default, newest first
	SortID         SortField = "id"
	SortSpeaker    SortField = "speaker"
	SortConfidence SortField = "confidence" // lowest first by default
	SortStatus     SortField = "status"
	SortOutlet     SortField = "outlet"
	SortArticle    SortField = "article" // and place in it
	SortWorth      SortField = "worthiness"
)

// SortFields is the vocabulary of SortField.
var SortFields = []SortField{SortDate, SortID, SortSpeaker, SortConfidence, SortStatus, SortOutlet, SortArticle, SortWorth}

// Search asks for quotes by words.
type Search struct {
	// Words must each stand, in any inflection, in the quote, its context or
	// its speaker's names. They are the user's own, whatever signs they hold.
	Words []string
	// Exact asks for the words as one phrase of the quote, unstemmed.
	Exact  bool
	Filter Filter
}

// Hit is a quote found by a search, with the places to highlight.
type Hit struct {
	Quote
	// Highlights are stretches of Text, in code points, in order, apart.
	Highlights []Span `json:"highlights"`
}
