package review

import (
	"context"
	"fmt"
	"slices"
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
		if err := d.gatherNames(ctx); err != nil {
			return nil, err
		}
		return &question{
			name: "speaker", prompt: "who said it? (" + nobody + ": nobody can tell)", needed: true,
			offers: d.names.offers,
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
	if d.names = nil; name == was { // a new one is offered from now on
		return "confirmed " + was + " as the speaker", nil
	}
	return "corrected the speaker; it was " + orNothing(was), nil
}

// names are those who could have said a quote.
type names struct {
	article quotes.ArticleID
	near    []candidate // named in the article, in the order of the text
	record  []candidate // on record, most quoted first
	byKey   map[string]candidate
}

// candidate is a name with the folded keys by which it is found.
type candidate struct {
	offer
	keys []string
}

// gatherNames looks up who could have said the quote on the desk: those on
// record once, those whom its article names for each article.
func (d *Desk) gatherNames(ctx context.Context) error {
	if d.names == nil {
		d.names = &names{byKey: map[string]candidate{}}
		found, err := d.record.Speakers(ctx, quotes.SpeakerFilter{})
		if err != nil {
			return err
		}
		d.names.record = onRecord(found)
		for _, c := range d.names.record {
			d.names.byKey[c.keys[0]] = c
		}
	}
	if d.names.article == d.card.Article.ID {
		return nil
	}
	article, err := d.record.Article(ctx, d.card.Article.ID)
	if err != nil {
		return err
	}
	d.names.article, d.names.near = article.ID, nil
	for _, name := range extract.Names(article.Text) {
		c := candidate{offer{name, name + ", named in the article"}, []string{text.Key(name)}}
		if known, ok := d.names.byKey[c.keys[0]]; ok {
			c = known
		}
		d.names.near = append(d.names.near, c)
	}
	return nil
}

// onRecord makes candidates of speakers. One whose name another bears, too, is
// named by its id.
func onRecord(found []quotes.Speaker) []candidate {
	bearers := map[string]int{}
	for _, s := range found {
		bearers[text.Key(s.Name)]++
	}
	out := make([]candidate, len(found))
	for i, s := range found {
		key := text.Key(s.Name)
		c := candidate{offer{s.Name, s.Name + ", " + plural(s.Quotes, "quote")}, []string{key}}
		if bearers[key] > 1 {
			c.value = "#" + strconv.FormatInt(int64(s.ID), 10)
			c.label = s.Name + " (" + c.value + "), " + plural(s.Quotes, "quote")
		}
		for _, alias := range s.Aliases {
			c.keys = append(c.keys, text.Key(alias))
		}
		out[i] = c
	}
	return out
}

// mostOffers is how many answers are offered at once.
const mostOffers = 8

// offers are those of whom a name holds what was typed from the start of a
// word on: first those whom the article names. Nothing typed offers only them.
func (n *names) offers(typed string) []offer {
	key := text.Key(typed)
	var out []offer
	taken := map[string]bool{}
	add := func(candidates []candidate) {
		for _, c := range candidates {
			if len(out) == mostOffers {
				return
			}
			if !taken[c.keys[0]] && slices.ContainsFunc(c.keys, func(k string) bool { return strings.Contains(" "+k, " "+key) }) {
				// Two of one name are told apart by their ids.
				taken[c.keys[0]] = !strings.HasPrefix(c.value, "#")
				out = append(out, c.offer)
			}
		}
	}
	add(n.near)
	if key != "" {
		add(n.record)
	}
	return out
}
