package quotes

import (
	"strings"
	"unicode/utf8"
)

// Kind tells what a stretch between quote marks is.
type Kind string

// The kinds.
const (
	KindFull    Kind = "full"    // a sentence or more of what somebody said
	KindPartial Kind = "partial" // a piece of it inside the reporter's sentence
	KindScare   Kind = "scare"   // marks without a speaker: a title, a term, irony
)

// Kinds is the vocabulary of Kind.
var Kinds = []Kind{KindFull, KindPartial, KindScare}

// State tells what an editor made of a quote.
type State string

// The states.
const (
	StateNew      State = "new"
	StateAccepted State = "accepted" // confirmed as it stands
	StateRejected State = "rejected" // off the listings, kept
)

// States is the vocabulary of State.
var States = []State{StateNew, StateAccepted, StateRejected}

// SpanJoiner stands in a quote's text between the parts of a split quote.
const SpanJoiner = " … "

// Quote is somebody's exact words, where they stand and who said them. Its
// JSON form is the contract of the command line.
type Quote struct {
	ID  QuoteID `json:"id"`
	Rev int     `json:"rev"`
	// Text is the words between the marks; the parts of a split quote are
	// joined by SpanJoiner. An editor's correction of it leaves Spans alone.
	Text string `json:"text"`
	// Spans are the parts in the article's text, in order, marks outside, in
	// code points (in bytes inside the extraction stages). Empty for a quote
	// added by hand.
	Spans []Span `json:"spans"`
	Kind  Kind   `json:"kind"`

	// Speaker is the resolved name, "" when unknown; Reason then says why.
	Speaker   string    `json:"speaker"`
	SpeakerID SpeakerID `json:"speaker_id"`
	// SpeakerKind is what kind of speaker the resolver took it for.
	SpeakerKind SpeakerKind `json:"-"`
	// Mention is how the text names the speaker ("he"), nil if it does not.
	Mention *Passage `json:"mention"`
	Cue     *Passage `json:"cue"`
	Role    string   `json:"role"` // as printed: "North Korean leader"
	// Confidence is that the named speaker is right, MentionConfidence that
	// the mention is; both from 0 to 1. Without a speaker, Confidence is that
	// of the name that was too doubtful to give, 0 if there was none.
	Confidence        float64   `json:"confidence"`
	MentionConfidence float64   `json:"mention_confidence"`
	RunnerUp          *RunnerUp `json:"runner_up"`
	Reason            string    `json:"reason"`
	Method            string    `json:"method"` // the rule or model which decided, or "hand"

	Context     string `json:"context"`
	ContextSpan Span   `json:"-"` // of Context in the article's text; empty if Context is its own text

	Status   Status   `json:"status"`
	Verdict  Verdict  `json:"verdict"`
	Fidelity Fidelity `json:"fidelity"`
	// Worthiness is how worth checking the words are, from 0 to 1.
	Worthiness float64  `json:"worthiness"`
	Tags       []string `json:"tags"`
	Note       string   `json:"note"`
	SaidOn     string   `json:"said_on"` // YYYY-MM-DD; "" unknown

	Article     ArticleRef `json:"article"`
	State       State      `json:"state"`
	ConfirmedBy string     `json:"confirmed_by"`
	CreatedAt   string     `json:"created_at"`
	CreatedBy   string     `json:"created_by"`

	// AsOf is the last change of the record when the quote was read, or as of
	// which it was.
	AsOf int64 `json:"-"`
}

// Date is the day a quote is listed under: said_on, else published, else the
// day it was stored.
func (q *Quote) Date() string {
	switch {
	case q.SaidOn != "":
		return q.SaidOn
	case q.Article.Published != "":
		return q.Article.Published
	case len(q.CreatedAt) >= len("2006-01-02"):
		return q.CreatedAt[:len("2006-01-02")]
	}
	return ""
}

// InContext is where the quote's words stand in its Context, in code points:
// by their places in the article, or where the quote has none by its words.
func (q *Quote) InContext() []Span {
	var found []Span
	for _, s := range q.Spans {
		if q.ContextSpan.Contains(s) {
			found = append(found, Span{s.Start - q.ContextSpan.Start, s.End - q.ContextSpan.Start})
		}
	}
	if len(q.Spans) > 0 || q.Text == "" {
		return found
	}
	before, _, ok := strings.Cut(q.Context, q.Text)
	if !ok {
		return nil
	}
	start := utf8.RuneCountInString(before)
	return []Span{{start, start + utf8.RuneCountInString(q.Text)}}
}

// Passage is a stretch of the article's text that names something, with its
// offsets in the same unit as the Spans of the quote that holds it.
type Passage struct {
	Text  string `json:"text"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// Span is where the passage stands.
func (p Passage) Span() Span { return Span{p.Start, p.End} }

// RunnerUp is the second choice for a quote's speaker.
type RunnerUp struct {
	Speaker    string  `json:"speaker"`
	Confidence float64 `json:"confidence"`
}

// JoinSpans is the text of the spans, in bytes, joined by SpanJoiner.
func JoinSpans(text string, spans []Span) string {
	parts := make([]string, len(spans))
	for i, s := range spans {
		parts[i] = text[s.Start:s.End]
	}
	return strings.Join(parts, SpanJoiner)
}

// QuoteUpdate names the fields to correct; nil leaves one as it is. A Speaker
// of "" makes the speaker unknown.
type QuoteUpdate struct {
	Rev      int // the revision the editor saw; 0: whichever is current
	Speaker  *string
	Text     *string
	SaidOn   *string
	Note     *string
	Fidelity *Fidelity
	State    *State
}
