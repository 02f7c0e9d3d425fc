package storetest

import (
	"testing"

	"onrecord/quotes"
	"onrecord/store"
)

var speakerTests = []test{
	{"speakers/list", speakersList},
	{"speakers/match and find", speakersMatch},
	{"speakers/rename", speakersRename},
	{"speakers/merge", speakersMerge},
	{"speakers/merge of mergers", speakersMergeChain},
	{"speakers/alias", speakersAlias},
	{"speakers/ambiguous", speakersAmbiguous},
	{"speakers/update", speakersUpdate},
}

// speakerOf is who said a quote.
func speakerOf(t *testing.T, s store.Store, id quotes.QuoteID) quotes.SpeakerID {
	return quote(t, s, id).SpeakerID
}

func speaker(t *testing.T, s store.Store, id quotes.SpeakerID) quotes.Speaker {
	t.Helper()
	all := must[[]quotes.Speaker](t)(s.Speakers(ctx, quotes.SpeakerFilter{IDs: []quotes.SpeakerID{id}, All: true}))
	if len(all) != 1 {
		t.Fatalf("speaker %d: %d of them", id, len(all))
	}
	return all[0]
}

func speakersList(t *testing.T, s store.Store) {
	save(t, s, article("", "", "2026-01-10", said{words: "One", speaker: "Bo Lund"}),
		article("", "", "2026-03-10", said{words: "Two", speaker: "Bo Lund"}, said{words: "Three", speaker: "Ada Moor"}))
	x := article("", "", "2026-03-11", said{words: "We all agree", speaker: "officials"}, said{words: "the Mill", kind: quotes.KindScare})
	x.Speakers[0].Kind = quotes.SpeakerGroup
	q := save(t, s, x)[0].Quotes
	all := must[[]quotes.Speaker](t)(s.Speakers(ctx, quotes.SpeakerFilter{}))
	same(t, "most quoted first", names(all), []string{"Bo Lund", "Ada Moor", "officials"})
	equal(t, "quotes", all[0].Quotes, 2)
	equal(t, "first and last", all[0].FirstQuoted+" "+all[0].LastQuoted, "2026-01-10 2026-03-10")
	same(t, "aliases", all[0].Aliases, []string{"Lund"})
	equal(t, "kind", all[2].Kind, quotes.SpeakerGroup)
	named := func(f quotes.SpeakerFilter) []string { return names(must[[]quotes.Speaker](t)(s.Speakers(ctx, f))) }
	same(t, "limit", named(quotes.SpeakerFilter{Limit: 1}), []string{"Bo Lund"})
	same(t, "kinds", named(quotes.SpeakerFilter{Kinds: []quotes.SpeakerKind{quotes.SpeakerGroup}}), []string{"officials"})
	same(t, "name", named(quotes.SpeakerFilter{Name: "MOOR"}), []string{"Ada Moor"})
	must[int](t)(s.UpdateQuotes(ctx, by("ida", "reject"), q[:1], quotes.QuoteUpdate{State: ptr(quotes.StateRejected)}))
	same(t, "none listed", named(quotes.SpeakerFilter{}), []string{"Bo Lund", "Ada Moor"})
	same(t, "all", named(quotes.SpeakerFilter{All: true}), []string{"Bo Lund", "Ada Moor", "officials"})
	sound(t, s)
}

func speakersMatch(t *testing.T, s store.Store) {
	q := three(t, s)
	match := func(name string) []string { return names(must[[]quotes.Speaker](t)(s.MatchSpeakers(ctx, name))) }
	same(t, "exactly", match("bo  LUND"), []string{"Bo Lund"})
	same(t, "an alias before words of one", match("Moor"), []string{"Ada Moor"})
	same(t, "words in a row", match("finch moor"), []string{"Cato Finch-Moor"})
	same(t, "not in a row", match("cato moor"), []string{})
	same(t, "part of a word", match("Lun"), []string{})
	same(t, "signs only", match("?!"), []string{})
	begun := func(name string) []string {
		return names(must[[]quotes.Speaker](t)(s.Speakers(ctx, quotes.SpeakerFilter{Name: name, Begun: true, All: true})))
	}
	same(t, "begun", begun("lu"), []string{"Bo Lund"})
	same(t, "begun in the midst of a name", begun("finch m"), []string{"Cato Finch-Moor"})
	same(t, "all whose names begin so", begun("moor"), []string{"Ada Moor", "Cato Finch-Moor"})
	same(t, "not the end of a word", begun("und"), []string{})
	same(t, "not begun but in the last word", begun("ad moor"), []string{})
	same(t, "begun with signs only", begun("?!"), []string{})
	same(t, "begun with what the index reads otherwise", begun(`"lu* OR`), []string{})
	equal(t, "find", must[*quotes.Speaker](t)(s.FindSpeaker(ctx, "Lund")).ID, speakerOf(t, s, q[1]))
	equal(t, "find by id", must[*quotes.Speaker](t)(s.FindSpeaker(ctx, "#1")).ID, 1)
	for name, code := range map[string]quotes.Code{"Ada Mor": quotes.CodeNotFound, "#99": quotes.CodeNotFound, "#x": quotes.CodeInvalid} {
		_, err := s.FindSpeaker(ctx, name)
		wantCode(t, err, code)
	}
	save(t, s, article("", "", "2026-05-01", said{words: "So am I", speaker: "Una Lund"}))
	_, err := s.FindSpeaker(ctx, "lund")
	wantCode(t, err, quotes.CodeAmbiguous)
	if !contains(err.Error(), "Bo Lund") || !contains(err.Error(), "Una Lund") {
		t.Errorf("not both are named in %q", err)
	}
}

func speakersRename(t *testing.T, s store.Store) {
	q := three(t, s)
	id := speakerOf(t, s, q[0])
	ok(t, s.RenameSpeaker(ctx, by("ida", "speakers rename"), id, "Adelheid Moor"))
	equal(t, "quotes follow", quote(t, s, q[0]).Speaker, "Adelheid Moor")
	same(t, "old name", ids(t, s, quotes.Filter{Speakers: []string{"Ada Moor"}}), q[:1])
	same(t, "aliases", speaker(t, s, id).Aliases, []string{"Ada Moor", "Moor"})
	for _, name := range []string{"Ada Moor", "Adelheid Moor"} {
		again := save(t, s, article("", "", "2026-06-01", said{words: "It is " + name, speaker: name}))[0].Quotes
		equal(t, "linked by "+name, speakerOf(t, s, again[0]), id)
	}
	err := s.RenameSpeaker(ctx, by("ida", "speakers rename"), id, "bo lund")
	wantCode(t, err, quotes.CodeConflict)
	if !contains(err.Error(), "merge") {
		t.Errorf("no merge proposed: %v", err)
	}
	wantCode(t, s.RenameSpeaker(ctx, by("ida", "speakers rename"), 99, "X Y"), quotes.CodeNotFound)
	wantCode(t, s.RenameSpeaker(ctx, by("ida", "speakers rename"), id, " . "), quotes.CodeInvalid)
	sound(t, s)
	must[*store.Undone](t)(s.Undo(ctx, by("ida", "undo"), 4))
	equal(t, "undone", quote(t, s, q[0]).Speaker, "Ada Moor")
	sound(t, s)
}

func speakersMerge(t *testing.T, s store.Store) {
	saved := save(t, s, article("", "", "2026-01-10", said{words: "One", speaker: "Bo Lund"}),
		article("", "", "2026-03-10", said{words: "Two", speaker: "Lund"}))
	bo, lund := saved[0].Quotes[0], saved[1].Quotes[0]
	into, other := speakerOf(t, s, bo), speakerOf(t, s, lund)
	op := by("ida", "speakers merge")
	ok(t, s.MergeSpeakers(ctx, op, into, []quotes.SpeakerID{other}))
	equal(t, "same", speakerOf(t, s, lund), into)
	equal(t, "name", quote(t, s, lund).Speaker, "Bo Lund")
	for _, f := range []quotes.Filter{
		{Speakers: []string{"Bo Lund"}}, {Speakers: []string{"lund"}}, {SpeakerIDs: []quotes.SpeakerID{into}}, {SpeakerIDs: []quotes.SpeakerID{other}},
	} {
		same(t, "either way", ids(t, s, f), list(lund, bo))
	}
	all := must[[]quotes.Speaker](t)(s.Speakers(ctx, quotes.SpeakerFilter{All: true}))
	same(t, "one speaker", names(all), []string{"Bo Lund"})
	equal(t, "counts", all[0].Quotes, 2)
	equal(t, "last quoted", all[0].LastQuoted, "2026-03-10")
	same(t, "stats", must[[]store.Count](t)(s.Stats(ctx, store.BySpeaker, quotes.Filter{})), []store.Count{{Name: "Bo Lund", Quotes: 2}})
	same(t, "search", hits(t, s, words("bo two")), list(lund))
	again := save(t, s, article("", "", "2026-04-10", said{words: "Three", speaker: "Lund"}))[0].Quotes
	equal(t, "settled for later articles", speakerOf(t, s, again[0]), into)
	wantCode(t, s.MergeSpeakers(ctx, by("ida", "x"), into, []quotes.SpeakerID{other}), quotes.CodeInvalid)
	wantCode(t, s.MergeSpeakers(ctx, by("ida", "x"), into, []quotes.SpeakerID{into}), quotes.CodeInvalid)
	wantCode(t, s.MergeSpeakers(ctx, by("ida", "x"), other, []quotes.SpeakerID{into}), quotes.CodeInvalid)
	wantCode(t, s.MergeSpeakers(ctx, by("ida", "x"), into, []quotes.SpeakerID{99}), quotes.CodeNotFound)
	sound(t, s)
	must[*store.Undone](t)(s.Undo(ctx, by("ida", "undo"), op.ID))
	equal(t, "apart again", speakerOf(t, s, lund), other)
	equal(t, "name", quote(t, s, lund).Speaker, "Lund")
	sound(t, s)
}

func speakersMergeChain(t *testing.T, s store.Store) {
	q := three(t, s)
	a, b, c := speakerOf(t, s, q[0]), speakerOf(t, s, q[1]), speakerOf(t, s, q[2])
	ok(t, s.MergeSpeakers(ctx, by("ida", "one"), b, []quotes.SpeakerID{a}))
	ok(t, s.MergeSpeakers(ctx, by("ida", "two"), c, []quotes.SpeakerID{b}))
	for _, id := range q {
		equal(t, "root", speakerOf(t, s, id), c)
	}
	sound(t, s)
	must[*store.Undone](t)(s.Undo(ctx, by("ida", "undo"), 0))
	equal(t, "first merger stays", speakerOf(t, s, q[0]), b)
	equal(t, "second is gone", speakerOf(t, s, q[2]), c)
	// Into one that is merged is into its root.
	ok(t, s.MergeSpeakers(ctx, by("ida", "three"), a, []quotes.SpeakerID{c}))
	equal(t, "root", speakerOf(t, s, q[2]), b)
	sound(t, s)
}

func speakersAlias(t *testing.T, s store.Store) {
	q := three(t, s)
	id := speakerOf(t, s, q[1])
	alias := func(add, remove []string) error {
		return s.AliasSpeaker(ctx, by("ida", "speakers alias"), id, add, remove)
	}
	ok(t, alias([]string{"Bob the Boat", "The Admiral"}, nil))
	same(t, "filter", ids(t, s, quotes.Filter{Speakers: []string{"admiral"}}), q[1:2])
	same(t, "search", hits(t, s, words("boat taxes")), q[1:2])
	ok(t, alias(nil, []string{"the admiral"}))
	same(t, "aliases", speaker(t, s, id).Aliases, []string{"Lund", "Bob the Boat"})
	equal(t, "no more", len(must[[]quotes.Speaker](t)(s.MatchSpeakers(ctx, "admiral"))), 0)
	ok(t, alias([]string{"The Admiral"}, nil))
	equal(t, "once more", len(must[[]quotes.Speaker](t)(s.MatchSpeakers(ctx, "admiral"))), 1)
	wantCode(t, alias([]string{"Ada Moor"}, nil), quotes.CodeConflict)
	wantCode(t, alias([]string{"…"}, nil), quotes.CodeInvalid)
	wantCode(t, alias(nil, []string{"Nemo"}), quotes.CodeNotFound)
	wantCode(t, alias(nil, []string{"Bo Lund"}), quotes.CodeInvalid)
	wantCode(t, s.AliasSpeaker(ctx, by("ida", "x"), 99, []string{"X"}, nil), quotes.CodeNotFound)
	sound(t, s)
	must[*store.Undone](t)(s.Undo(ctx, by("ida", "undo"), 0))
	equal(t, "undone", len(must[[]quotes.Speaker](t)(s.MatchSpeakers(ctx, "admiral"))), 0)
	sound(t, s)
}

// A bare name is listed with those who bear it until it is settled; what was
// settled counts for later articles where nobody else bears the name.
func speakersAmbiguous(t *testing.T, s store.Store) {
	save(t, s, article("", "", "2026-01-10", said{words: "One", speaker: "Bo Lund"}, said{words: "Two", speaker: "Ada Moor"}, said{words: "Three", speaker: "Eva Moor"}))
	q := save(t, s, article("", "", "2026-01-11", said{words: "Four", speaker: "Lund"}),
		article("", "", "2026-01-12", said{words: "Five", speaker: "Moor"}),
		article("", "", "2026-01-13", said{words: "Six", speaker: "Nobody"}))
	lund, moor := speakerOf(t, s, q[0].Quotes[0]), speakerOf(t, s, q[1].Quotes[0])
	open := must[[]quotes.Ambiguity](t)(s.AmbiguousSpeakers(ctx, 0))
	if len(open) != 2 || open[0].ID != lund || open[1].ID != moor {
		t.Fatalf("ambiguous: %+v", open)
	}
	same(t, "who bears the name", names(open[1].Candidates), []string{"Ada Moor", "Eva Moor"})
	equal(t, "limited", len(must[[]quotes.Ambiguity](t)(s.AmbiguousSpeakers(ctx, 1))), 1)

	bo, ada := open[0].Candidates[0].ID, open[1].Candidates[0].ID
	ok(t, s.MergeSpeakers(ctx, by("ida", "merge"), bo, []quotes.SpeakerID{lund}))
	ok(t, s.MergeSpeakers(ctx, by("ida", "merge"), ada, []quotes.SpeakerID{moor}))
	equal(t, "settled", len(must[[]quotes.Ambiguity](t)(s.AmbiguousSpeakers(ctx, 0))), 0)
	q = save(t, s, article("", "", "2026-01-14", said{words: "Seven", speaker: "Lund"}, said{words: "Eight", speaker: "Moor"}))
	equal(t, "remembered", speakerOf(t, s, q[0].Quotes[0]), bo)
	if later := speakerOf(t, s, q[0].Quotes[1]); later == ada {
		t.Error("a name that two bear was linked to one of them")
	}
	sound(t, s)
}

func speakersUpdate(t *testing.T, s store.Store) {
	q := three(t, s)
	id := speakerOf(t, s, q[0])
	op := by("ida", "link")
	ok(t, s.UpdateSpeaker(ctx, op, id, quotes.SpeakerUpdate{Wikidata: ptr("Q42"), Kind: ptr(quotes.SpeakerOrganisation)}))
	equal(t, "wikidata", speaker(t, s, id).Wikidata, "Q42")
	equal(t, "kind", speaker(t, s, id).Kind, quotes.SpeakerOrganisation)
	must[*store.Undone](t)(s.Undo(ctx, by("ida", "undo"), op.ID))
	equal(t, "undone", speaker(t, s, id).Wikidata, "")
	wantCode(t, s.UpdateSpeaker(ctx, op, 999, quotes.SpeakerUpdate{}), quotes.CodeNotFound)
	sound(t, s)
}
