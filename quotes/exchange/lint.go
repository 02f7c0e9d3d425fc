package exchange

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"onrecord/quotes"
)

// Finding is something that keeps a claim from being a valid ClaimReview, or
// from being fit to publish.
type Finding struct {
	Claim quotes.ClaimID `json:"claim"` // 0: about every claim of the record
	Rule  string         `json:"rule"`
	Level Level          `json:"level"`
	// Why says what is wrong, Remedy what to do.
	Why    string `json:"why"`
	Remedy string `json:"remedy"`
	Text   string `json:"text"` // of the claim
}

// Level tells how much a finding weighs.
type Level string

// The levels.
const (
	LevelError  Level = "error"  // a required property, or a rule of the publish gate that is on
	LevelAdvice Level = "advice" // a recommended one
)

// Findings is how findings leave the program.
var Findings = &Table[Finding]{
	Name: "findings",
	Columns: []Column[Finding]{
		{"claim", "the claim's number; none: about every claim", func(f *Finding) string { return claimName(f.Claim) }, func(f *Finding) any { return f.Claim }},
		text("rule", "which rule", func(f *Finding) string { return f.Rule }),
		text("level", "error or advice", func(f *Finding) string { return string(f.Level) }),
		text("why", "what is wrong", func(f *Finding) string { return f.Why }),
		text("remedy", "what to do", func(f *Finding) string { return f.Remedy }),
		text("text", "what is claimed", func(f *Finding) string { return f.Text }),
	},
	Default: []string{"claim", "rule", "level", "why", "remedy"},
}

func claimName(id quotes.ClaimID) string {
	if id == 0 {
		return ""
	}
	return "c" + number(id)
}

// Linter holds claims against the rules: those of schema.org and of Google's
// guide to fact-check structured data
// (https://developers.google.com/search/docs/appearance/structured-data/factcheck),
// those that collectors of reviews repair, and what the publish gate asks for.
type Linter struct {
	Publisher Publisher
	Scales    quotes.Scales
	Gate      bool   // the publish gate is on
	Who       string // would publish
}

// Record is what is wrong with every claim alike.
func (l *Linter) Record() []Finding {
	var out []Finding
	add := func(rule string, level Level, why, remedy string) {
		out = append(out, Finding{Rule: rule, Level: level, Why: why, Remedy: remedy})
	}
	if l.Publisher.Name == "" {
		add("publisher-name", LevelError, "nobody is named who reviews the claims (author.name)", `onrecord config publisher.name "NAME"`)
	}
	switch {
	case l.Publisher.URL == "" && l.Publisher.Page == "":
		add("url", LevelError, "no review has an address (url)", "onrecord config publisher.url https://…, and publisher.page if each check has a page of its own")
	case l.Publisher.URL == "":
		add("publisher-url", LevelAdvice, "the publisher's address is not known (author.url)", "onrecord config publisher.url https://…")
	case l.Publisher.Page == "":
		add("page", LevelAdvice, "all reviews are said to stand on one page, "+l.Publisher.URL, "onrecord config publisher.page https://…/{id}, if each check has a page of its own")
	case !sameSite(l.Publisher.Page, l.Publisher.URL):
		add("page-domain", LevelError, "the pages of the checks are on another domain than the publisher's", "let publisher.page and publisher.url be of one domain")
	}
	return out
}

// Claim is what is wrong with one claim. Of a claim without a verdict that
// alone is told, and of one that is not to be checked nothing.
func (l *Linter) Claim(c *Checked) []Finding {
	if c.Claim.Workflow == quotes.WorkflowWontCheck {
		return nil
	}
	f := &findings{claim: &c.Claim}
	if c.Claim.Verdict == "" {
		f.add("verdict", LevelError, "it has no verdict (reviewRating)", "onrecord mark c%d VERDICT --note \"grounds\" --evidence URL", c.Claim.ID)
		return f.all
	}
	l.wording(f, c)
	if theirs := c.abroad(); theirs != nil {
		f.add("foreign-verdict", LevelAdvice, "the verdict is that of "+theirs.Publisher+", and is exported as theirs", "onrecord mark c%d VERDICT gives your own", c.Claim.ID)
		return f.all
	}
	l.rating(f, c)
	l.claimant(f, c)
	l.places(f, c)
	l.fitness(f, c)
	return f.all
}

// findings gathers those of one claim.
type findings struct {
	claim *quotes.Claim
	all   []Finding
}

func (f *findings) add(rule string, level Level, why, remedy string, args ...any) {
	f.all = append(f.all, Finding{f.claim.ID, rule, level, why, fmt.Sprintf(remedy, args...), f.claim.Text})
}

// wording is about claimReviewed: under 75 characters, and no rating in it.
func (l *Linter) wording(f *findings, c *Checked) {
	whole := strings.Join(strings.Fields(c.Claim.Text), " ")
	bare := withoutRating(whole, c.Claim.Verdict)
	if bare != whole {
		f.add("rating-in-text", LevelError, "the claim's text holds its rating; it is exported without", `onrecord claims edit c%d --text "what is claimed"`, c.Claim.ID)
	}
	if n := utf8.RuneCountInString(bare); n > mostClaimed {
		f.add("text-too-long", LevelError, fmt.Sprintf("the claim's text has %d characters, and claimReviewed has to stay under %d; it is exported cut", n, mostClaimed+1),
			`onrecord claims edit c%d --text "the claim in fewer words"`, c.Claim.ID)
	}
}

// rating is about reviewRating: the worst at least 1 and below the best, higher
// for truer.
func (l *Linter) rating(f *findings, c *Checked) {
	scale, known := l.Scales.ByID(c.Claim.Scale)
	n, best, worst := scale.Rating(c.Claim.Verdict), scale.Best(), scale.Worst()
	again := fmt.Sprintf("mark it anew on the record's scale, %s: onrecord mark c%d VERDICT", l.Scales.Current.ID(), c.Claim.ID)
	switch {
	case !known:
		f.add("scale-unknown", LevelError, "its verdict was given on the scale "+c.Claim.Scale+", which the record does not know", "%s", again)
	case best > 0 && best <= worst:
		f.add("scale-range", LevelError, fmt.Sprintf("the best rating of %s, %d, is not above the worst, %d", scale.ID(), best, worst),
			`onrecord config scale.words "…" with two ratings at least; then %s`, again)
	case n == 0:
		f.add("rating-off-scale", LevelAdvice, fmt.Sprintf("%q is off the scale: it is exported as a word (alternateName) without a number", c.Claim.Verdict),
			"nothing, unless a word of the scale says it as well: %s", ratedWords(scale))
	case worst < 1 || n < worst || n > best:
		f.add("rating-range", LevelError, fmt.Sprintf("the rating %d is not from %d to %d, at least 1", n, worst, best), "%s", again)
	}
}

func ratedWords(s quotes.Scale) string {
	var words []string
	for _, w := range s.Words {
		if w.Rating > 0 {
			words = append(words, string(w.Word))
		}
	}
	return strings.Join(words, ", ")
}

// claimant is about itemReviewed.author.
func (l *Linter) claimant(f *findings, c *Checked) {
	if len(c.Said) == 0 && c.Speaker != nil {
		return
	}
	if len(c.Said) == 0 {
		f.add("claimant", LevelError, "it stands in no quote, so nobody is known to have claimed it (itemReviewed.author)", "onrecord claims link c%d QUOTE", c.Claim.ID)
		return
	}
	first := c.Said[0].ID
	switch s := c.Speaker; {
	case s == nil:
		f.add("claimant", LevelError, "who claimed it is unknown (itemReviewed.author)", `onrecord edit %d --speaker "NAME"`, first)
	case s.Kind == quotes.SpeakerUnnamed || s.Kind == quotes.SpeakerGroup:
		f.add("claimant-unnamed", LevelAdvice, fmt.Sprintf("%q names nobody in particular", s.Name), `onrecord edit %d --speaker "NAME", if one is known`, first)
	case s.Wikidata == "":
		f.add("claimant-same-as", LevelAdvice, "which "+s.Name+" it is stays open (itemReviewed.author.sameAs)", "onrecord speakers link %q Q…", s.Name)
	}
	for i := range c.Said {
		if q := &c.Said[i]; c.Speaker != nil && q.SpeakerID != 0 && q.SpeakerID != c.Speaker.ID {
			f.add("claimants-differ", LevelAdvice, q.Speaker+" claimed it, too; "+c.Speaker.Name+", who is on record with it first, is named", "nothing, or onrecord claims split c%d %d", c.Claim.ID, q.ID)
			return
		}
	}
}

// places is about itemReviewed.appearance and datePublished.
func (l *Linter) places(f *findings, c *Checked) {
	if len(c.Said) == 0 {
		return
	}
	article := c.Said[0].Article.ID
	addresses, own := c.appearances(l.Publisher)
	switch {
	case own > 0:
		f.add("self-link", LevelAdvice, "it is on record from the publisher's own pages, which are left out (itemReviewed.appearance)", "link the quote where it was said first: onrecord add --source-url URL …, then onrecord claims link c%d QUOTE", c.Claim.ID)
	case len(addresses) == 0:
		f.add("appearance", LevelAdvice, "where it was said has no web address (itemReviewed.appearance)", "onrecord articles edit %d --url URL", article)
	}
	if c.saidOn() == "" {
		f.add("date", LevelAdvice, "the day on which it was said is unknown (itemReviewed.datePublished)", "onrecord edit %d --said-on DATE", c.Said[0].ID)
	}
}

// fitness is what the publish gate asks for: required while it is on.
func (l *Linter) fitness(f *findings, c *Checked) {
	level := LevelAdvice
	if l.Gate {
		level = LevelError
	}
	published := c.Claim.Workflow == quotes.WorkflowPublished
	for _, lack := range c.Claim.Lacks(l.Who) {
		switch {
		case strings.HasPrefix(lack, "the verdict's rationale"):
			f.add("rationale", level, "it lacks "+lack, `onrecord mark c%d %s --note "grounds"`, c.Claim.ID, c.Claim.Verdict)
		case strings.HasPrefix(lack, "independent evidence"):
			f.add("evidence", level, "it lacks "+lack, "onrecord claims evidence c%d URL --independent", c.Claim.ID)
		case !published:
			f.add("second-person", level, "it lacks "+lack, "let somebody else read it: onrecord mark c%d published --as NAME", c.Claim.ID)
		}
	}
}
