package exchange

import (
	"iter"
	"slices"
	"strconv"
	"strings"

	"onrecord/quotes"
)

// Newcomer is a quote of a file from elsewhere, or where Why is not "" what is
// wrong with it.
type Newcomer struct {
	Outcome Newcoming `json:"outcome"`
	Row     int       `json:"row"` // of the sheet, line or element of the file
	Column  string    `json:"column"`
	Text    string    `json:"text"`
	Speaker string    `json:"speaker"`
	Why     string    `json:"why"`

	Quote quotes.NewQuote `json:"-"`
	// Anchors are where its parts stand in the article, if the file tells.
	Anchors []Anchor `json:"-"`
}

// Newcoming is what becomes of a newcomer.
type Newcoming string

// What can become of one.
const (
	NewcomerAdded   Newcoming = "added"
	NewcomerKnown   Newcoming = "on record"
	NewcomerProblem Newcoming = "problem"
)

// Newcomers is how the quotes of a file from elsewhere are shown.
var Newcomers = &Table[Newcomer]{
	Name: "quotes from elsewhere",
	Columns: []Column[Newcomer]{
		text("outcome", "added, on record or problem", func(n *Newcomer) string { return string(n.Outcome) }),
		{"row", "the row of the sheet, or the line or element of the file", func(n *Newcomer) string { return number(n.Row) }, func(n *Newcomer) any { return n.Row }},
		text("column", "the column that is wrong", func(n *Newcomer) string { return n.Column }),
		text("text", "the exact words", func(n *Newcomer) string { return n.Text }),
		text("speaker", "who said it", func(n *Newcomer) string { return n.Speaker }),
		text("why", "what is wrong, and what to do", func(n *Newcomer) string { return n.Why }),
	},
	Default: []string{"outcome", "row", "column", "text", "speaker", "why"},
}

// Fail makes a newcomer one that cannot be taken in.
func (n *Newcomer) Fail(column string, err error) {
	n.Outcome, n.Column, n.Why = NewcomerProblem, column, err.Error()
}

// NewcomerFile is a file of quotes from elsewhere.
type NewcomerFile struct {
	// Kind names what it is: "sheet", "JSON", "Quotebank".
	Kind string
	// Taken tells which of its names stand for which column of ours where the
	// two differ, as in "who → speaker"; Unread are those that stand for none.
	Taken, Unread []string
	// All goes through the quotes, once. An error ends them.
	All iter.Seq2[*Newcomer, error]
}

// taken are the columns that a newcomer can bring along.
var taken = []string{"text", "speaker", "context", "tags", "note", "said_on", "title", "outlet", "url", "published", "wikidata", "role", "kind"}

// newcomerNames are names that other programs and people give these columns,
// beside those of review sheets, folded.
var newcomerNames = map[string]string{
	"author": "speaker", "attributed_to": "speaker", "attribution": "speaker", "said_by": "speaker", "politician": "speaker",
	"date": "said_on", "day": "said_on", "when": "said_on", "statement_date": "said_on", "quote_date": "said_on",
	"source": "url", "source_url": "url", "href": "url", "uri": "url", "permalink": "url", "article_url": "url",
	"source_title": "title", "article_title": "title", "article_headline": "title",
	"article_outlet": "outlet", "source_outlet": "outlet", "newspaper_name": "outlet", "media": "outlet", "site": "outlet",
	"article_published": "published", "pub_date": "published", "pubdate": "published",
	"wikidata_id": "wikidata", "speaker_wikidata": "wikidata", "qid": "wikidata",
	"content": "text", "body": "text", "claim": "text", "said": "text", "what": "text",
	"category": "tags", "categories": "tags", "subject": "tags", "subjects": "tags",
	"excerpt": "context", "surroundings": "context", "speaker_role": "role", "position": "role",
}

// newcomerColumn is the column that a name of another program's stands for: 3
// is the rank of one that the user gave, 2 of the column's own name, 1 of
// another word for it; 0 is none.
func newcomerColumn(name string, mapped map[string]string) (column string, rank int) {
	folded := foldHeading(name)
	if column := mapped[folded]; column != "" {
		if slices.Contains(taken, column) {
			return column, 3
		}
		return "", 0
	}
	if slices.Contains(taken, folded) {
		return folded, 2
	}
	if column := newcomerNames[folded]; column != "" {
		return column, 1
	}
	if column := byHeading[folded]; slices.Contains(taken, column) {
		return column, 1
	}
	return "", 0
}

// takenNames tells for each name which column it is taken for.
type takenNames struct {
	mapped map[string]string
	at     map[string]int // column: which of the names
	ranks  map[string]int // column: how surely
	names  []string
}

// takeNames chooses for each column the name that stands for it most surely.
// Two that are as good are CodeInvalid if strict; else the first counts. A name
// that was mapped and is not there is CodeInvalid.
func takeNames(names []string, mapped map[string]string, strict bool) (*takenNames, error) {
	t := &takenNames{mapped, map[string]int{}, map[string]int{}, names}
	seen := map[string]bool{}
	for i, name := range names {
		seen[foldHeading(name)] = true
		column, rank := newcomerColumn(name, mapped)
		if column == "" {
			continue
		}
		if before, twice := t.at[column]; twice && t.ranks[column] >= rank {
			if strict && t.ranks[column] == rank {
				return nil, quotes.Errorf(quotes.CodeInvalid, "two columns, %q and %q, can be the %s", names[before], name, column).
					Do("say which it is with --map %q", names[before]+"="+column)
			}
			continue
		}
		t.at[column], t.ranks[column] = i, rank
	}
	for theirs, ours := range mapped {
		if !seen[theirs] {
			return nil, quotes.UnknownWord("heading to map to "+ours, theirs, names)
		}
	}
	return t, nil
}

// tell fills in which names are taken for what and which are not read.
func (t *takenNames) tell(f *NewcomerFile) {
	column := map[int]string{}
	for name, i := range t.at {
		column[i] = name
	}
	for i, name := range t.names {
		ours, isRead := column[i]
		switch {
		case isRead && foldHeading(name) != ours:
			f.Taken = append(f.Taken, strings.TrimSpace(name)+" → "+ours)
		case !isRead && foldHeading(name) != "":
			f.Unread = append(f.Unread, strings.TrimSpace(name))
		}
	}
}

// newcomer makes a quote of its columns, or tells what is wrong and where.
// guessed tells that url is only taken for one by its name.
func newcomer(row int, cell func(column string) SheetCell, guessedURL bool) *Newcomer {
	n := &Newcomer{Row: row}
	value := func(column string) string { return strings.TrimSpace(Uncell(cell(column).Text)) }
	q := &n.Quote
	q.Text, q.Speaker = Unmarked(value("text")), value("speaker")
	q.Context, q.Note, q.Role, q.Wikidata = value("context"), value("note"), value("role"), value("wikidata")
	q.Article = quotes.ArticleRef{Title: value("title"), Outlet: value("outlet"), URL: value("url")}
	n.Text, n.Speaker = q.Text, q.Speaker
	if column, err := n.check(cell); err != nil {
		n.Fail(column, err)
		return n
	}
	if q.Tags = tagSet(cell("tags").Text); len(q.Tags) == 0 {
		q.Tags = nil
	}
	if q.Article.URL != "" && !isWebAddress(q.Article.URL) {
		if !guessedURL || strings.Contains(q.Article.URL, "://") {
			n.Fail("url", quotes.Errorf(quotes.CodeInvalid, "%q is no web address", q.Article.URL).Do("write it whole, as in https://example.org"))
			return n
		}
		// A column called source can name the paper as well.
		if q.Article.Outlet == "" {
			q.Article.Outlet = q.Article.URL
		}
		q.Article.URL = ""
	}
	for column, into := range map[string]*string{"said_on": &q.SaidOn, "published": &q.Article.Published} {
		day, err := readCell("said_on", cell(column), nil)
		if err != nil {
			n.Fail(column, err)
			return n
		}
		*into = day
	}
	return n
}

// check finds what no quote can have.
func (n *Newcomer) check(cell func(column string) SheetCell) (column string, err error) {
	q := &n.Quote
	if q.Text == "" {
		return "text", quotes.Errorf(quotes.CodeInvalid, "no words").Do("a quote needs its words")
	}
	for _, column := range []string{"text", "speaker", "context", "note"} {
		text := cell(column).Text
		if slices.Contains(spreadsheetErrors, strings.TrimSpace(text)) || isCut(text) {
			return column, quotes.Errorf(quotes.CodeInvalid, "a formula that failed, or words that were cut").Do("write the words themselves")
		}
	}
	if w := q.Wikidata; w != "" && !isWikidata(w) {
		return "wikidata", quotes.Errorf(quotes.CodeInvalid, "%q is no Wikidata id", w).Do("it is a Q and digits, such as Q42")
	}
	if kind := strings.ToLower(strings.TrimSpace(cell("kind").Text)); kind != "" {
		if q.Kind, err = quotes.ParseWord("kind", quotes.Kinds, kind); err != nil {
			return "kind", err
		}
	}
	for _, tag := range tagSet(cell("tags").Text) {
		if strings.Trim(tag, "0123456789-") == "" {
			return "tags", quotes.Errorf(quotes.CodeInvalid, "%q is no tag", tag).Do("a tag holds a letter")
		}
	}
	return "", nil
}

func isWikidata(s string) bool {
	digits, ok := strings.CutPrefix(s, "Q")
	n, err := strconv.ParseUint(digits, 10, 62)
	return ok && err == nil && n > 0
}

// Unmarked is words without one pair of double marks around them that somebody
// wrote or pasted along.
func Unmarked(words string) string {
	words = strings.TrimSpace(words)
	for _, pair := range [][2]string{{"“", "”"}, {`"`, `"`}} {
		inner, opened := strings.CutPrefix(words, pair[0])
		inner, closed := strings.CutSuffix(inner, pair[1])
		if opened && closed && !strings.Contains(inner, pair[0]) && !strings.Contains(inner, pair[1]) {
			return strings.TrimSpace(inner)
		}
	}
	return words
}
