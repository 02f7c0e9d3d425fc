package sqlite

import (
	"context"
	"slices"
	"strings"

	"onrecord/quotes"
	"onrecord/store"
)

// SplitClaim makes a new claim of some appearances of an old one.
func (s *Store) SplitClaim(ctx context.Context, op *store.Op, id quotes.ClaimID, split quotes.ClaimSplit) (made quotes.ClaimID, err error) {
	if err := checkUTF8(split.Part, split.Rest, split.Text); err != nil {
		return 0, err
	}
	err = s.write(ctx, op, func(w *write) error {
		if err := w.needClaims([]quotes.ClaimID{id}); err != nil {
			return err
		}
		all, err := w.appearances(id)
		if err != nil {
			return err
		}
		if split.Part != "" {
			made, err = w.splitPart(id, all, split)
		} else {
			made, err = w.splitQuotes(id, all, split)
		}
		return err
	})
	return made, err
}

// splitQuotes moves the appearances in some quotes to the new claim.
func (w *write) splitQuotes(id quotes.ClaimID, all []appearance, split quotes.ClaimSplit) (quotes.ClaimID, error) {
	if split.Rest != "" || len(split.Quotes) == 0 {
		return 0, quotes.Errorf(quotes.CodeInvalid, "nothing says what the new claim takes from c%d", id).
			Do("name the quotes that go to it, or its words with --part")
	}
	moving, stay, err := inQuotes(id, all, split.Quotes)
	if err != nil {
		return 0, err
	}
	if len(stay) == 0 {
		return 0, quotes.Errorf(quotes.CodeInvalid, "claim c%d would be left in no quote", id).
			Do("leave it one, or correct its text with `onrecord claims edit c%d --text`", id)
	}
	if split.Text == "" {
		if split.Text, err = w.wordsAt(moving[0].quote, moving[0].part); err != nil {
			return 0, err
		}
	}
	claim, err := w.splitOff(id, split.Text)
	if err != nil {
		return 0, err
	}
	for _, a := range moving {
		if _, err := w.update(quotes.EntityAppearance, a.id, map[string]any{"claim": int64(claim)}); err != nil {
			return 0, err
		}
	}
	return claim, nil
}

// splitPart gives the new claim a part of the words in which the old one
// stands.
func (w *write) splitPart(id quotes.ClaimID, all []appearance, split quotes.ClaimSplit) (quotes.ClaimID, error) {
	var in []appearance
	for _, a := range all {
		if len(split.Quotes) == 0 || slices.Contains(split.Quotes, quotes.QuoteID(a.quote)) {
			in = append(in, a)
		}
	}
	if len(in) == 0 || slices.ContainsFunc(in, func(a appearance) bool { return a.quote != in[0].quote }) {
		return 0, quotes.Errorf(quotes.CodeInvalid, "--part does not say of which quote").Do("name the one quote of c%d that holds the words", id)
	}
	quote := in[0].quote
	part, err := w.partIn(quote, split.Part)
	if err != nil {
		return 0, err
	}
	within := slices.IndexFunc(in, func(a appearance) bool { return parsePlace(a.part).Contains(part) })
	if within < 0 {
		return 0, quotes.Errorf(quotes.CodeInvalid, "claim c%d does not stand in the words %q of quote %d", id, split.Part, quote).
			Do("flag them as a claim of their own: `onrecord flag %d --part`", quote)
	}
	from := in[within]
	rest := parsePlace(from.part)
	if split.Rest != "" {
		if rest, err = w.partIn(quote, split.Rest); err != nil {
			return 0, err
		}
	}
	if rest == part {
		return 0, quotes.Errorf(quotes.CodeInvalid, "both claims would be about the words %q", split.Part).
			Do("say with --rest which words the old one is about, or correct its text with `onrecord claims edit c%d --text`", id)
	}
	if split.Text == "" {
		if split.Text, err = w.wordsAt(quote, place(part)); err != nil {
			return 0, err
		}
	}
	claim, err := w.splitOff(id, split.Text)
	if err != nil {
		return 0, err
	}
	if _, err := w.insert(quotes.EntityAppearance, state{int64(claim), quote, place(part), string(from.stance)}); err != nil {
		return 0, err
	}
	_, err = w.update(quotes.EntityAppearance, from.id, map[string]any{"part": place(rest)})
	return claim, err
}

// splitOff makes the new claim, to be checked by whoever checks the old one.
func (w *write) splitOff(id quotes.ClaimID, text string) (quotes.ClaimID, error) {
	t := tableOf(quotes.EntityClaim)
	old, err := w.standing(t, int64(id))
	if err != nil {
		return 0, err
	}
	claim, err := w.insert(quotes.EntityClaim, state{
		strings.TrimSpace(text), string(quotes.WorkflowFlagged),
		t.column(old, "assignee"), t.column(old, "due"), t.column(old, "priority"), "split from c" + itoa(id), t.column(old, "speaker"),
	})
	return quotes.ClaimID(claim), err
}

// wordsAt is what a quote says at a place of its text.
func (w *write) wordsAt(quote int64, part string) (string, error) {
	var words string
	if err := w.scan("SELECT text FROM quotes WHERE id = ?", []any{quote}, &words); err != nil {
		return "", err
	}
	runes, s := []rune(words), parsePlace(part)
	if s.End > len(runes) { // the quote's text was corrected since
		return words, nil
	}
	return string(runes[s.Start:s.End]), nil
}
