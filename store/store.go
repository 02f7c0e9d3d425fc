// Package store says what the commands need from a record's storage. Each
// backend is a package below this one and passes the suite of storetest.
package store

import (
	"context"
	"iter"

	"onrecord/quotes"
)

// Store is one record. Every method is one transaction; a write which returns
// no error is durable. Errors that a user can mend are *quotes.Error.
//
// Readings leave out what was withdrawn, and follow merged speakers.
type Store interface {
	QuoteReader
	QuoteWriter
	ArticleStore
	SpeakerStore
	ClaimStore
	Matcher
	History
	Keeper
}

// Op signs the changes of one command and groups them. The first write made
// with it fills in ID; further writes with the same Op belong to the same
// command. An Op is not safe for concurrent use.
type Op struct {
	ID      quotes.OpID
	Who     string
	Command string // "mark", "speakers rename"
	Note    string
	// DryRun asks for everything to be done, reported and rolled back.
	DryRun bool
}

// QuoteReader finds quotes.
type QuoteReader interface {
	// Quotes goes through the chosen quotes in the filter's order, by default
	// newest first, one snapshot throughout. An error is the last pair.
	Quotes(ctx context.Context, f quotes.Filter) iter.Seq2[*quotes.Quote, error]
	// Quote is one quote, rejected, scare or superseded ones too; CodeNotFound.
	Quote(ctx context.Context, id quotes.QuoteID) (*quotes.Quote, error)
	// QuotesAt is quotes as they stood right after the change asOf (0: as they
	// stand), by id, with all that a sheet shows of them and their articles;
	// rejected, scare and superseded ones too. Those that did not stand then
	// are left out.
	QuotesAt(ctx context.Context, ids []quotes.QuoteID, asOf int64) (map[quotes.QuoteID]*quotes.Quote, error)
	// CountQuotes counts the chosen quotes, Limit aside, but stops at most
	// (0: never), so that "more than 1,000" is cheap to say.
	CountQuotes(ctx context.Context, f quotes.Filter, most int) (int, error)
	// Search finds quotes by words. With Filter.Sort empty the best match
	// comes first, ranked among the newest RankedMatches; Limited tells
	// whether there were more.
	Search(ctx context.Context, s quotes.Search) (*Found, error)
	// Stats counts the chosen quotes by a dimension, largest first; months,
	// years and weekdays (from Monday) in their order.
	Stats(ctx context.Context, by Dimension, f quotes.Filter) ([]Count, error)
	// Tags and Outlets are the names in use, by use, for completion.
	Tags(ctx context.Context) ([]string, error)
	Outlets(ctx context.Context) ([]string, error)
}

// RankedMatches is how many of the newest matches a search ranks: ranking a
// common word over a million quotes would take seconds.
const RankedMatches = 1000

// Found is the result of a search.
type Found struct {
	Hits    []quotes.Hit
	Limited bool // older matches than the newest RankedMatches were not ranked
}

// Dimension is what Stats counts by.
type Dimension string

// What can be counted by.
const (
	BySpeaker Dimension = "speaker"
	ByStatus  Dimension = "status"
	ByVerdict Dimension = "verdict"
	ByOutlet  Dimension = "outlet"
	ByMonth   Dimension = "month"
	ByTag     Dimension = "tag"
	ByYear    Dimension = "year"
	ByWeekday Dimension = "weekday"
)

// Dimensions is the vocabulary of Dimension.
var Dimensions = []Dimension{BySpeaker, ByStatus, ByVerdict, ByOutlet, ByMonth, ByTag, ByYear, ByWeekday}

// Count is one line of Stats.
type Count struct {
	Name   string `json:"name"`
	Quotes int    `json:"quotes"`
}

// QuoteWriter changes quotes. Ids that do not exist are CodeNotFound, before
// anything is changed.
type QuoteWriter interface {
	// SaveExtractions stores articles with their quotes and speakers, all in
	// one transaction, one Saved for each in order.
	//
	// The same text (by SHA-256) from the same or no new URL and outlet adds
	// nothing; from another outlet it is another article. Other text from a
	// known URL is a new version, which supersedes the old one. A speaker's
	// name that tells who it is (quotes.Speaker.Identifies) finds or makes one
	// speaker across articles; any other name only by an alias that an editor
	// gave.
	SaveExtractions(ctx context.Context, op *Op, extractions []quotes.Extraction) ([]Saved, error)
	// Reextract replaces the article's untouched quotes by those of a newer
	// extractor; quotes that an editor touched (state, edits, tags, claims,
	// fidelity) stay, and a new one overlapping such a quote is dropped.
	// Quotes that come out the same keep their id.
	Reextract(ctx context.Context, op *Op, extraction quotes.Extraction) (*Reextracted, error)
	// AddQuote stores a quote by hand: Text, Speaker, Context, Kind, SaidOn, Note,
	// Tags and the source in Article (URL, Title, Outlet, Published) count.
	// Speaker is found as FindSpeaker does, or made.
	AddQuote(ctx context.Context, op *Op, q quotes.Quote) (quotes.QuoteID, error)
	// AddQuotes stores quotes from elsewhere, all in one transaction. One with
	// the words, the speaker and the address (without one: day and outlet) of a
	// quote that is on record, or stands earlier among them, adds nothing; nor
	// does one at the place of another. One that cannot be stored is refused with
	// the reason, and the rest is done. A speaker is found by the Wikidata id;
	// else as FindSpeaker does, or for a quote with a Method by exactly its name;
	// else made.
	AddQuotes(ctx context.Context, op *Op, all []quotes.NewQuote) (*Added, error)
	// UpdateQuotes applies one correction to each quote, and reports how many
	// it changed. A stale Rev is CodeConflict.
	UpdateQuotes(ctx context.Context, op *Op, ids []quotes.QuoteID, u quotes.QuoteUpdate) (int, error)
	// TagQuotes adds and removes tags and reports how many quotes it changed.
	TagQuotes(ctx context.Context, op *Op, ids []quotes.QuoteID, add, remove []string) (int, error)
	// ReviewQuotes does what a sheet that came back asks for, all in one
	// transaction. Each review is done whole or refused whole, with the reason;
	// one whose quote has no longer the Hash that was Seen is refused as
	// CodeConflict.
	ReviewQuotes(ctx context.Context, op *Op, reviews []quotes.Review) (*Reviewed, error)
}

// Added tells what AddQuotes did.
type Added struct {
	Added, Known int
	New          []bool // which were added, in the order of the quotes
	// Quotes are the ids in the order of the quotes, of one that is known that
	// on record; 0 for one refused.
	Quotes  []quotes.QuoteID
	Refused map[int]error // by place in that order
}

// Reviewed tells what ReviewQuotes did.
type Reviewed struct {
	Changed int // reviews that changed something
	Refused map[quotes.QuoteID]error
}

// Saved tells what became of one extraction.
type Saved struct {
	Article quotes.ArticleID
	Outcome Outcome
	Quotes  []quotes.QuoteID // the ids given, in the order of the extraction
}

// Outcome is what SaveExtractions did with an article.
type Outcome string

// The outcomes.
const (
	OutcomeAdded     Outcome = "added"
	OutcomeVersion   Outcome = "new version"
	OutcomeDuplicate Outcome = "already on record"
)

// Reextracted counts what Reextract did with an article's quotes.
type Reextracted struct {
	Kept, Changed, Added, Withdrawn int
}

// ArticleStore reads and corrects articles.
type ArticleStore interface {
	// Articles lists articles without their Text, newest first.
	Articles(ctx context.Context, f quotes.ArticleFilter) ([]quotes.Article, error)
	// Article is one article with its Text; CodeNotFound.
	Article(ctx context.Context, id quotes.ArticleID) (*quotes.Article, error)
	// UpdateArticles applies one correction to each article, all or none, and
	// reports how many it changed.
	UpdateArticles(ctx context.Context, op *Op, ids []quotes.ArticleID, u quotes.ArticleUpdate) (int, error)
}

// SpeakerStore reads and corrects who is on record.
type SpeakerStore interface {
	Speakers(ctx context.Context, f quotes.SpeakerFilter) ([]quotes.Speaker, error)
	// MatchSpeakers is everyone a name fits: those with exactly this alias,
	// else those with these words in a row in an alias; by folded key, most
	// quoted first. None is no error.
	MatchSpeakers(ctx context.Context, name string) ([]quotes.Speaker, error)
	// FindSpeaker is the one speaker a name (or "#7", its id) fits:
	// CodeNotFound with the nearest name, CodeAmbiguous with all of them.
	FindSpeaker(ctx context.Context, name string) (*quotes.Speaker, error)
	// AmbiguousSpeakers lists, most quoted first, the persons of single articles
	// whose bare name others on record bear too, for an editor to settle: by
	// merging one into the speaker it stands for, or by giving it a full name.
	AmbiguousSpeakers(ctx context.Context, limit int) ([]quotes.Ambiguity, error)
	// UpdateSpeaker corrects what is known of a speaker beside the names.
	UpdateSpeaker(ctx context.Context, op *Op, id quotes.SpeakerID, u quotes.SpeakerUpdate) error
	// RenameSpeaker gives a new name; the old one stays as an alias. A name
	// that another speaker has is CodeConflict and proposes a merge.
	RenameSpeaker(ctx context.Context, op *Op, id quotes.SpeakerID, name string) error
	// MergeSpeakers makes the others the same as into. Their names link later
	// articles to it, too, unless somebody else on record bears them.
	MergeSpeakers(ctx context.Context, op *Op, into quotes.SpeakerID, others []quotes.SpeakerID) error
	// AliasSpeaker adds and removes names. An alias given here also links
	// later articles, as one that an editor settled.
	AliasSpeaker(ctx context.Context, op *Op, id quotes.SpeakerID, add, remove []string) error
}

// ClaimStore makes and judges claims.
type ClaimStore interface {
	// Claims are the claims with these ids, in order; CodeNotFound.
	Claims(ctx context.Context, ids []quotes.ClaimID) ([]quotes.Claim, error)
	// ClaimsOf are the claims that appear in a quote, oldest first.
	ClaimsOf(ctx context.Context, id quotes.QuoteID) ([]quotes.Claim, error)
	// FindClaims goes through the chosen claims in the filter's order, by
	// default newest first, one snapshot throughout. An error is the last pair.
	FindClaims(ctx context.Context, f quotes.ClaimFilter) iter.Seq2[*quotes.Claim, error]
	// CountClaims counts the chosen claims, Limit aside, but stops at most (0:
	// never).
	CountClaims(ctx context.Context, f quotes.ClaimFilter, most int) (int, error)
	// Queue goes through the chosen claims that are still to be checked
	// (flagged or checking): first those of who, then nobody's, then others';
	// among them by the day they are due, those without one last, then by
	// priority, by how worth checking they are, and the oldest first.
	Queue(ctx context.Context, who string, f quotes.ClaimFilter) iter.Seq2[*quotes.Claim, error]
	// FlagQuotes makes one claim of each quote, and its id for each. A Part
	// that the quote does not hold exactly once is CodeInvalid; a claim of the
	// same part that stands already is not made again.
	FlagQuotes(ctx context.Context, op *Op, ids []quotes.QuoteID, f quotes.Flag) ([]quotes.ClaimID, error)
	// FlagClaims puts claims back to flagged, with what Flag says of assignee,
	// due, priority and note.
	FlagClaims(ctx context.Context, op *Op, ids []quotes.ClaimID, f quotes.Flag) error
	// Mark gives quotes and claims a word of one axis. Fidelity is for quotes
	// only. A quote without a claim gets one of its whole text (or of Part);
	// one with several is CodeAmbiguous and lists them, unless Part names one.
	// A verdict, a word of the record's scale, adds an assessment and moves the
	// claim to checked. With the publish gate on (quotes.SettingGate), a claim
	// which Claim.Lacks something is not published: CodeConflict.
	Mark(ctx context.Context, op *Op, ids []quotes.QuoteID, claims []quotes.ClaimID, m quotes.Mark) (*Marked, error)
	// UpdateClaims applies one correction to each claim, and reports how many it
	// changed. A stale Rev is CodeConflict and says what changed since.
	UpdateClaims(ctx context.Context, op *Op, ids []quotes.ClaimID, u quotes.ClaimUpdate) (int, error)
	// LinkClaim says that a claim appears in further quotes, and reports how
	// many appearances that made or changed.
	LinkClaim(ctx context.Context, op *Op, id quotes.ClaimID, ids []quotes.QuoteID, l quotes.ClaimLink) (int, error)
	// UnlinkClaim takes a claim out of quotes; one that it is not in is
	// CodeNotFound. The last quote takes the claim with it, unless there is a
	// verdict or evidence: CodeConflict.
	UnlinkClaim(ctx context.Context, op *Op, id quotes.ClaimID, ids []quotes.QuoteID) (*Unlinked, error)
	// SplitClaim makes a new claim of some appearances of an old one. The new
	// one is flagged and without a verdict, since nobody has judged it as it
	// is; verdict, assessments and evidence stay with the old one.
	SplitClaim(ctx context.Context, op *Op, id quotes.ClaimID, split quotes.ClaimSplit) (quotes.ClaimID, error)
	// MergeClaims makes the others the same as into: their appearances,
	// assessments and evidence go to it. If they differ in verdict, keep names
	// the claim whose verdict is to stand, or it is CodeConflict.
	MergeClaims(ctx context.Context, op *Op, into quotes.ClaimID, others []quotes.ClaimID, keep quotes.ClaimID) error
	// SetEvidence adds pieces of evidence to a claim, and takes those with the
	// URLs of remove off it; one that is not there is CodeNotFound. A piece
	// whose URL stands there already gets the fields given. It reports how many
	// it added or changed, and removed.
	SetEvidence(ctx context.Context, op *Op, id quotes.ClaimID, all []quotes.EvidenceUpdate, remove []string) (changed, removed int, err error)
	// SaveRulings stores what other publishers ruled, all in one transaction, one
	// Ruled for each in order. Each becomes a claim of its own, in no quote and
	// checked, with the publisher's verdict and word; its speaker is found by a
	// name that tells who it is, as SaveExtractions does, or made. The same
	// claim under the same URL adds nothing; another verdict there supersedes
	// the one before.
	SaveRulings(ctx context.Context, op *Op, all []quotes.Ruling) ([]Ruled, error)
}

// Ruled tells what became of one ruling.
type Ruled struct {
	Claim   quotes.ClaimID
	Outcome Outcome // OutcomeVersion: the publisher's verdict changed
}

// Unlinked tells what UnlinkClaim did.
type Unlinked struct {
	Appearances int
	Withdrawn   bool // the claim, which was in no other quote
}

// Marked tells what Mark changed.
type Marked struct {
	Quotes int // quotes whose status, verdict or fidelity this changed, repeats of a claim included
	Claims []quotes.ClaimID
	Made   int // claims made for it
	// Superseded are the verdicts that stood before, and are kept: claim,
	// verdict, by whom and when.
	Superseded []quotes.Assessment
}

// Matcher finds what was said before.
type Matcher interface {
	// Match finds quotes and claims that are like a statement, in its words or
	// others, the likest first, as quotes/alike scores them; those below
	// alike.Possible never. Of quotes with equal scores the newest come first.
	Match(ctx context.Context, l quotes.Likeness) ([]quotes.Match, error)
	// Repeats finds, among these quotes, or among all where none are named,
	// those whose words, or most of them in a row, an earlier quote of another
	// article has; newest first, at most so many (0: all that are named). Those
	// linked to the earlier one by a claim already are left out.
	Repeats(ctx context.Context, among []quotes.QuoteID, most int) ([]quotes.Repeat, error)
	// CountRepeats is how many Repeats there are among some quotes. Of very many
	// it counts those that differ little only, which is cheap.
	CountRepeats(ctx context.Context, among []quotes.QuoteID) (int, error)
}

// History is the audit chain.
type History interface {
	// Changes lists changes, newest first.
	Changes(ctx context.Context, f quotes.ChangeFilter) ([]quotes.Change, error)
	// Corrections lists what the record said and no longer says.
	Corrections(ctx context.Context, f quotes.CorrectionFilter) ([]quotes.Correction, error)
	// Names is what things are called by, withdrawn ones too: a speaker's
	// name, an assessment's verdict, a quote's or claim's text, an article's
	// title. Ids that do not exist are left out.
	Names(ctx context.Context, things []quotes.Thing) (map[quotes.Thing]string, error)
	// Undo takes an op back by a new one: target, or with 0 the last work of
	// op.Who that is in force, where what they brought back counts as done
	// then. CodeConflict names the later ops that touched the same things,
	// CodeNotFound says there is nothing to undo. It gives the changes made.
	Undo(ctx context.Context, op *Op, target quotes.OpID) (*Undone, error)
	// Redo takes an undo back: with target the one that it is or that took it
	// back, with 0 the last of op.Who which is in force. CodeConflict where
	// something was done to the same things since.
	Redo(ctx context.Context, op *Op, target quotes.OpID) (*Undone, error)
}

// Undone tells what Undo took back, or Redo brought back.
type Undone struct {
	Op      quotes.OpID     // the op taken back or, by Redo, brought back
	Command string          // of that op
	Changes []quotes.Change // of the new op
}

// Keeper looks after the record itself.
type Keeper interface {
	Settings(ctx context.Context) (map[string]string, error)
	SetSetting(ctx context.Context, op *Op, key, value string) error
	// Scales are the scale of verdicts that the record uses and all that it
	// knows, its own former ones included.
	Scales(ctx context.Context) (quotes.Scales, error)
	// ChooseScale makes the scale of that name, in its latest version or the
	// one behind a slash, that of later verdicts; CodeInvalid.
	ChooseScale(ctx context.Context, op *Op, name string) (quotes.Scale, error)
	// DefineScale makes a scale of the record's own, from words as
	// quotes.Scale.Redefine reads them, and chooses it. Each that differs from
	// all before is a new version; no version is given twice.
	DefineScale(ctx context.Context, op *Op, definition string) (quotes.Scale, error)
	// Check proves the record sound: the file, offsets against texts, derived
	// columns, the full-text indexes, the hash chain, and the changes replayed
	// against the record. With a head it also compares the chain's head hash.
	Check(ctx context.Context, head string) (*Report, error)
	// Backup writes a consistent copy, whole or not at all, while others go
	// on working; an existing file is replaced only with force.
	Backup(ctx context.Context, path string, force bool) (head string, err error)
	Close() error
}

// Broken is a link of the chain that does not hold, as the record has it.
type Broken struct {
	Seq      int64         `json:"seq"`
	Op       quotes.OpID   `json:"op"`
	At       string        `json:"at"`
	Who      string        `json:"who"`
	Command  string        `json:"command"`
	Entity   quotes.Entity `json:"entity"`
	EntityID int64         `json:"entity_id"`
	What     string        `json:"what"` // does not hold
}

// Report is the result of Check.
type Report struct {
	Problems []string `json:"problems"`
	Head     string   `json:"head"` // hash of the last change
	// Broken is the first change at which the chain does not hold; nil if it
	// holds throughout.
	Broken *Broken `json:"broken,omitempty"`
	// Known is the seq of the change whose hash the caller gave; 0 if none was
	// given or met.
	Known    int64 `json:"known,omitempty"`
	Changes  int   `json:"changes"`
	Articles int   `json:"articles"`
	Quotes   int   `json:"quotes"`
	Claims   int   `json:"claims"`
	Speakers int   `json:"speakers"`
}
