package storetest

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"testing"

	"onrecord/quotes"
	"onrecord/store"
)

// deeds are every kind of change that editors make, with arguments by chance.
// One that the record refuses is no failure of the test.
var deeds = []struct {
	name string
	do   func(d *dice, op *store.Op) error
}{
	{"edit", func(d *dice, op *store.Op) error {
		_, err := d.s.UpdateQuotes(ctx, op, d.someQuotes(), quotes.QuoteUpdate{Speaker: ptr(d.name()), Note: ptr(d.word())})
		return err
	}},
	{"edit", func(d *dice, op *store.Op) error {
		_, err := d.s.UpdateQuotes(ctx, op, d.someQuotes(), quotes.QuoteUpdate{Text: ptr(d.word()), SaidOn: ptr(d.day())})
		return err
	}},
	{"reject", func(d *dice, op *store.Op) error {
		state := quotes.States[d.IntN(len(quotes.States))]
		_, err := d.s.UpdateQuotes(ctx, op, d.someQuotes(), quotes.QuoteUpdate{State: &state})
		return err
	}},
	{"tag", func(d *dice, op *store.Op) error {
		_, err := d.s.TagQuotes(ctx, op, d.someQuotes(), []string{d.word()}, []string{d.word()})
		return err
	}},
	{"add", func(d *dice, op *store.Op) error {
		_, err := d.s.AddQuote(ctx, op, quotes.Quote{Text: "Added " + d.word(), Speaker: d.name(), Tags: []string{d.word()}})
		return err
	}},
	{"import", func(d *dice, op *store.Op) error {
		all := []quotes.NewQuote{elsewhere("Brought in "+d.word(), d.name(), "https://b.example/"+d.word()), elsewhere("Brought in twice", d.name(), "")}
		all[0].Tags, all[1].Method = []string{d.word()}, "machine"
		_, err := d.s.AddQuotes(ctx, op, all)
		return err
	}},
	{"flag", func(d *dice, op *store.Op) error {
		_, err := d.s.FlagQuotes(ctx, op, d.someQuotes(), quotes.Flag{Assignee: d.word(), Priority: quotes.PriorityHigh})
		return err
	}},
	{"mark", func(d *dice, op *store.Op) error {
		m := verdict(quotes.Presets[0].Verdicts()[d.IntN(5)])
		m.Note, m.Evidence = d.word(), []quotes.Evidence{{URL: "https://e.example/" + d.word()}}
		_, err := d.s.Mark(ctx, op, d.someQuotes(), nil, m)
		return err
	}},
	{"mark", func(d *dice, op *store.Op) error {
		_, err := d.s.Mark(ctx, op, d.someQuotes(), nil, workflow(quotes.Workflows[d.IntN(3)], d.word()))
		return err
	}},
	{"mark", func(d *dice, op *store.Op) error {
		m := quotes.Mark{Axis: quotes.AxisFidelity, Fidelity: quotes.Fidelities[d.IntN(len(quotes.Fidelities))]}
		_, err := d.s.Mark(ctx, op, d.someQuotes(), nil, m)
		return err
	}},
	{"import", func(d *dice, op *store.Op) error {
		var reviews []quotes.Review
		for _, id := range d.someQuotes() {
			reviews = append(reviews, quotes.Review{
				Quote: id, Seen: quote(d.t, d.s, id).Hash(), Update: quotes.QuoteUpdate{Note: ptr(d.word())},
				AddTags: []string{d.word()}, Marks: []quotes.Mark{verdict(quotes.Presets[0].Verdicts()[d.IntN(5)])},
			})
		}
		_, err := d.s.ReviewQuotes(ctx, op, reviews)
		return err
	}},
	{"claims edit", func(d *dice, op *store.Op) error {
		_, err := d.s.UpdateClaims(ctx, op, []quotes.ClaimID{d.claim()}, quotes.ClaimUpdate{Text: ptr(d.word()), Due: ptr(d.day())})
		return err
	}},
	{"claims link", func(d *dice, op *store.Op) error {
		_, err := d.s.LinkClaim(ctx, op, d.claim(), d.someQuotes(), quotes.ClaimLink{})
		return err
	}},
	{"claims unlink", func(d *dice, op *store.Op) error {
		of := claim(d.t, d.s, d.claim()).Quotes
		_, err := d.s.UnlinkClaim(ctx, op, d.claim(), of[:min(len(of), 1)])
		return err
	}},
	{"claims split", func(d *dice, op *store.Op) error {
		_, err := d.s.SplitClaim(ctx, op, d.claim(), quotes.ClaimSplit{Quotes: d.someQuotes()[:1], Text: d.word()})
		return err
	}},
	{"claims merge", func(d *dice, op *store.Op) error {
		into := d.claim()
		return d.s.MergeClaims(ctx, op, into, []quotes.ClaimID{d.claim()}, into)
	}},
	{"claims evidence", func(d *dice, op *store.Op) error {
		all := []quotes.EvidenceUpdate{{URL: "https://e.example/" + d.word(), Passage: ptr(d.word())}}
		_, _, err := d.s.SetEvidence(ctx, op, d.claim(), all, nil)
		return err
	}},
	{"rename", func(d *dice, op *store.Op) error { return d.s.RenameSpeaker(ctx, op, d.speaker(), d.name()) }},
	{"merge", func(d *dice, op *store.Op) error {
		return d.s.MergeSpeakers(ctx, op, d.speaker(), []quotes.SpeakerID{d.speaker()})
	}},
	{"alias", func(d *dice, op *store.Op) error {
		return d.s.AliasSpeaker(ctx, op, d.speaker(), []string{d.name()}, nil)
	}},
	{"link", func(d *dice, op *store.Op) error {
		return d.s.UpdateSpeaker(ctx, op, d.speaker(), quotes.SpeakerUpdate{Wikidata: ptr("Q1"), Note: ptr(d.word())})
	}},
	{"articles edit", func(d *dice, op *store.Op) error {
		id := quote(d.t, d.s, d.someQuotes()[0]).Article.ID
		_, err := d.s.UpdateArticles(ctx, op, []quotes.ArticleID{id}, quotes.ArticleUpdate{Title: ptr(d.word()), Published: ptr(d.day())})
		return err
	}},
	{"articles reject", func(d *dice, op *store.Op) error {
		id := quote(d.t, d.s, d.someQuotes()[0]).Article.ID
		state := quotes.ArticleRejected
		_, err := d.s.UpdateArticles(ctx, op, []quotes.ArticleID{id}, quotes.ArticleUpdate{State: &state})
		return err
	}},
	{"config", func(d *dice, op *store.Op) error { return d.s.SetSetting(ctx, op, "publisher.name", d.word()) }},
	{"ingest", func(d *dice, op *store.Op) error {
		var some []quotes.Extraction
		for range 1 + d.IntN(3) {
			url := fmt.Sprintf("https://a.example/%d", d.IntN(4))
			some = append(some, article(url, "Post", d.day(), said{words: "Fresh " + d.word(), speaker: "Ina Fresh"}, said{words: "Stale", speaker: "Ada Moor"}))
		}
		_, err := d.s.SaveExtractions(ctx, op, some)
		return err
	}},
	{"reextract", func(d *dice, op *store.Op) error {
		q := quote(d.t, d.s, d.someQuotes()[0])
		a, err := d.s.Article(ctx, q.Article.ID)
		if err != nil || a.Text == "" {
			return err
		}
		a.Extractor = "test/" + d.word()
		_, err = d.s.Reextract(ctx, op, quotes.Extraction{Article: a})
		return err
	}},
}

// dice throws the arguments of deeds, the same for the same seed.
type dice struct {
	*rand.Rand
	t *testing.T
	s store.Store
}

func (d *dice) word() string { return fmt.Sprintf("word%d", d.IntN(4)) }
func (d *dice) day() string  { return fmt.Sprintf("2026-0%d-01", 1+d.IntN(9)) }

// name is none that articles print: those that an ingest found for a speaker
// stay when it is undone.
func (d *dice) name() string {
	return [...]string{"Zed Zulu", "Nora Nobody", "Yann Young"}[d.IntN(3)]
}

// someQuotes are one or two that are listed.
func (d *dice) someQuotes() []quotes.QuoteID {
	all := ids(d.t, d.s, quotes.Filter{})
	if len(all) == 0 {
		return list(1)
	}
	one, two := all[d.IntN(len(all))], all[d.IntN(len(all))]
	if one == two {
		return list(one)
	}
	return list(one, two)
}

// claim is one that stands, making one if there is none.
func (d *dice) claim() quotes.ClaimID {
	var all []quotes.ClaimID
	for c, err := range d.s.FindClaims(ctx, quotes.ClaimFilter{}) {
		ok(d.t, err)
		all = append(all, c.ID)
	}
	if len(all) == 0 {
		return must[[]quotes.ClaimID](d.t)(d.s.FlagQuotes(ctx, by("bob", "flag"), ids(d.t, d.s, quotes.Filter{})[:1], quotes.Flag{}))[0]
	}
	return all[d.IntN(len(all))]
}

func (d *dice) speaker() quotes.SpeakerID {
	all := must[[]quotes.Speaker](d.t)(d.s.Speakers(ctx, quotes.SpeakerFilter{}))
	if len(all) == 0 {
		return 1
	}
	return all[d.IntN(len(all))].ID
}

// undoAnything does anything, goes back and forth a little, then takes all of
// it back to find the record as it was at first, and brings it back to find
// what it had become.
func undoAnything(t *testing.T, s store.Store) {
	three(t, s)
	first := picture(t, s)
	used := map[string]int{}
	for seed := range uint64(3) {
		d := &dice{rand.New(rand.NewPCG(seed, 7)), t, s}
		for range 60 {
			var name string
			var err error
			switch d.IntN(8) {
			case 0:
				name = "undo"
				_, err = s.Undo(ctx, by("bob", "undo"), 0)
			case 1:
				name = "redo"
				_, err = s.Redo(ctx, by("bob", "redo"), 0)
			default:
				deed := deeds[d.IntN(len(deeds))]
				name = deed.name
				err = deed.do(d, by("bob", deed.name))
			}
			if known := (*quotes.Error)(nil); err != nil && !errors.As(err, &known) {
				t.Fatalf("%s: %v", name, err)
			} else if err == nil {
				used[name]++
			}
		}
		last := picture(t, s)
		back := 0
		for ; ; back++ {
			_, err := s.Undo(ctx, by("bob", "undo"), 0)
			if quotes.CodeOf(err) == quotes.CodeNotFound {
				break
			}
			ok(t, err)
		}
		if got := picture(t, s); got != first {
			t.Fatalf("seed %d: with all %d undone:\n%s\nat first:\n%s", seed, back, got, first)
		}
		sound(t, s)
		for range back {
			_, err := s.Redo(ctx, by("bob", "redo"), 0)
			ok(t, err)
		}
		if got := picture(t, s); got != last {
			t.Fatalf("seed %d: with all %d brought back:\n%s\nwas:\n%s", seed, back, got, last)
		}
		sound(t, s)
		for range back {
			must[*store.Undone](t)(s.Undo(ctx, by("bob", "undo"), 0))
		}
	}
	for _, deed := range deeds {
		if used[deed.name] == 0 {
			t.Errorf("%s was refused each time", deed.name)
		}
	}
}
