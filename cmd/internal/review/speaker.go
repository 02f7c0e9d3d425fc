package review

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"onrecord/quotes"
	"onrecord/quotes/extract"
	"onrecord/quotes/text"
	"onrecord/store"
)

// nobody is the answer for a speaker whom nobody can tell.
const nobody = "-"

// askSpeaker asks for the name; then which of several it is, or whether a new
// one is meant.
func askSpeaker(ctx context.Context, d *Desk, given answers) (*question, error) {
	if !given.has("speaker") {
		if err := d.readNames(ctx); err != nil {
			return nil, err
		}
		return &question{
			name: "speaker", prompt: "who said it? (" + nobody + ": nobody can tell)", needed: true,
			offers: func(typed string) []offer { return d.nameOffers(ctx, typed) },
		}, nil
	}
	name := given["speaker"]
	if given.has("which") || given.has("new") || name == nobody || strings.HasPrefix(name, "#") {
		return nil, nil
	}
	found, err := d.record.MatchSpeakers(ctx, name)
	if err != nil {
		return nil, err
	}
	switch len(found) {
	case 0:
		return &question{
			name: "new", prompt: fmt.Sprintf("nobody on record is called %q", name), needed: true, pick: true,
			offers: fixed([]offer{{"yes", "make it a new speaker"}, {"no", "leave the speaker as it is"}}),
		}, nil
	case 1:
		return nil, nil
	}
	return &question{
		name: "which", prompt: fmt.Sprintf("%q fits %d speakers", name, len(found)), needed: true, pick: true,
		offers: fixed(speakerOffers(found)),
	}, nil
}

// fixed offers the same whatever was typed.
func fixed(offers []offer) func(string) []offer {
	return func(string) []offer { return offers }
}

func speakerOffers(found []quotes.Speaker) []offer {
	offers := make([]offer, len(found))
	for i, s := range found {
		offers[i] = offer{
			"#" + strconv.FormatInt(int64(s.ID), 10),
			fmt.Sprintf("%s (#%d), %s, %s", s.Name, s.ID, s.Kind, plural(s.Quotes, "quote")),
		}
	}
	return offers
}

func correctSpeaker(ctx context.Context, d *Desk, op *store.Op, given answers) (string, error) {
	if given["new"] == "no" {
		return "left the speaker as it is", nil
	}
	name := given["speaker"]
	if given.has("which") {
		name = given["which"]
	}
	if name == nobody {
		name = ""
	}
	was := d.card.Speaker
	if _, err := d.update(ctx, op, quotes.QuoteUpdate{Speaker: &name}, ""); err != nil {
		return "", err
	}
	if name == was {
		return "confirmed " + was + " as the speaker", nil
	}
	return "corrected the speaker; it was " + orNothing(was), nil
}

// mostOffers is how many answers are offered at once.
const mostOffers = 8

// leastTyped is how much of a name, in bytes, has to be typed before the record
// is asked: one letter is in the names of thousands.
const leastTyped = 2

// nameOffers are those of whom a name holds what was typed, from the start of a
// word on: the second choice, those whom the article names in the order of its
// text, then those on record, most quoted first. A reading that fails offers nothing: it is the
// answer that is checked.
func (d *Desk) nameOffers(ctx context.Context, typed string) []offer {
	key := text.Key(typed)
	var found []quotes.Speaker
	if len(key) >= leastTyped {
		found, _ = d.record.Speakers(ctx, quotes.SpeakerFilter{Name: typed, Begun: true, All: true, Limit: mostOffers})
	}
	onRecord := map[string]offer{} // by key, where one only bears the name
	bearers := map[string]int{}
	for i, o := range speakerOffers(found) {
		k := text.Key(found[i].Name)
		if bearers[k]++; bearers[k] == 1 {
			onRecord[k] = offer{found[i].Name, o.label}
		}
	}
	var out []offer
	seen, taken := map[string]bool{}, map[string]bool{}
	near := d.namesNear
	if second := d.card.RunnerUp; second != nil && d.card.Method != byHand {
		near = append([]string{second.Speaker}, near...) // right more often than any other
	}
	for _, name := range near {
		k := text.Key(name)
		if len(out) == mostOffers || seen[k] || !strings.Contains(" "+k, " "+key) {
			continue
		}
		o, known := onRecord[k]
		if !known || bearers[k] > 1 {
			o = offer{name, name + ", named in the article"}
		}
		seen[k], taken[k] = true, bearers[k] <= 1
		out = append(out, o)
	}
	for i, o := range speakerOffers(found) {
		k := text.Key(found[i].Name)
		if len(out) == mostOffers || taken[k] {
			continue
		}
		if bearers[k] == 1 {
			o = onRecord[k]
		}
		out = append(out, o)
	}
	return out
}

// readNames looks up whom the article of the quote on the desk names.
func (d *Desk) readNames(ctx context.Context) error {
	if d.namesOf == d.card.Article.ID {
		return nil
	}
	article, err := d.record.Article(ctx, d.card.Article.ID)
	if err != nil {
		return err
	}
	d.namesOf, d.namesNear = article.ID, extract.Names(article.Text)
	return nil
}
