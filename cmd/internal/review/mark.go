package review

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"onrecord/quotes"
	"onrecord/store"
)

// askMark asks for the word, which of several claims it is about, and the
// grounds.
func askMark(_ context.Context, d *Desk, given answers) (*question, error) {
	if !given.has("word") {
		return &question{name: "word", prompt: "mark it as", needed: true, offers: d.markOffers, check: d.checkWord}, nil
	}
	m, err := d.language.Mark(given["word"])
	if err != nil {
		return nil, err
	}
	switch {
	case m.Axis != quotes.AxisFidelity && len(d.card.Claims) > 1 && !given.has("claim"):
		offers := make([]offer, len(d.card.Claims))
		for i := range d.card.Claims {
			offers[i] = offer{claimName(d.card.Claims[i].ID), claimLine(&d.card.Claims[i])}
		}
		return &question{name: "claim", prompt: "which claim?", needed: true, pick: true, offers: fixed(offers)}, nil
	case !given.has("note"):
		needed := m.Workflow == quotes.WorkflowBlocked || m.Workflow == quotes.WorkflowWontCheck
		prompt := "on what grounds? (Enter: none)"
		if needed {
			prompt = "for what reason? (it needs one)"
		}
		return &question{name: "note", prompt: prompt, needed: needed}, nil
	case m.Axis == quotes.AxisVerdict && !given.has("evidence"):
		return &question{name: "evidence", prompt: "evidence, as web addresses (Enter: none)", check: d.checkEvidence}, nil
	}
	return nil, nil
}

func (d *Desk) checkWord(word string) error {
	_, err := d.language.Mark(word)
	return err
}

func (d *Desk) checkEvidence(addresses string) error {
	_, err := d.language.Evidence([]string{addresses})
	return err
}

// markOffers are the words that hold what was typed, those that begin with it
// first.
func (d *Desk) markOffers(typed string) []offer {
	typed = strings.ReplaceAll(strings.ToLower(strings.TrimSpace(typed)), " ", "-")
	var first, others []offer
	for _, word := range d.language.Marks {
		m, err := d.language.Mark(word)
		if err != nil {
			continue
		}
		o := offer{word, word + " (" + string(m.Axis) + ")"}
		switch at := strings.Index(word, typed); {
		case at == 0:
			first = append(first, o)
		case at > 0:
			others = append(others, o)
		}
	}
	return append(first, others...)
}

func mark(ctx context.Context, d *Desk, op *store.Op, given answers) (string, error) {
	m, err := d.language.Mark(given["word"])
	if err != nil {
		return "", err
	}
	m.Note = given["note"]
	if m.Evidence, err = d.language.Evidence([]string{given["evidence"]}); err != nil {
		return "", err
	}
	ids, claims := []quotes.QuoteID{d.card.ID}, []quotes.ClaimID(nil)
	for i := range d.card.Claims {
		if given["claim"] == claimName(d.card.Claims[i].ID) {
			ids, claims = nil, []quotes.ClaimID{d.card.Claims[i].ID}
		}
	}
	marked, err := d.record.Mark(ctx, op, ids, claims, m)
	if err != nil {
		return "", err
	}
	said := "marked " + given["word"]
	if len(marked.Claims) > 0 {
		said += ": claim " + claimName(marked.Claims[0])
	}
	if marked.Quotes > 1 {
		said += fmt.Sprintf(", in %d quotes", marked.Quotes)
	}
	return said, nil
}

// askFlag asks what is to be checked, and what it claims.
func askFlag(_ context.Context, _ *Desk, given answers) (*question, error) {
	switch {
	case !given.has("part"):
		return &question{name: "part", prompt: "which of its words are to be checked? (Enter: all)"}, nil
	case !given.has("claim"):
		return &question{name: "claim", prompt: "what do they claim, in other words? (Enter: as they stand)"}, nil
	}
	return nil, nil
}

func flag(ctx context.Context, d *Desk, op *store.Op, given answers) (string, error) {
	made, err := d.record.FlagQuotes(ctx, op, []quotes.QuoteID{d.card.ID}, quotes.Flag{Part: given["part"], Paraphrase: given["claim"]})
	if err != nil {
		return "", err
	}
	if op.ID == 0 {
		return "claim " + claimName(made[0]) + " stands already", nil
	}
	return "flagged claim " + claimName(made[0]), nil
}

func claimName(id quotes.ClaimID) string { return "c" + strconv.FormatInt(int64(id), 10) }

// claimLine is a claim in one line.
func claimLine(c *quotes.Claim) string {
	line := claimName(c.ID) + " " + string(c.Workflow)
	if c.Verdict != "" {
		line += ", " + string(c.Verdict)
	}
	line += ": " + c.Text
	if c.Assignee != "" {
		line += " (" + c.Assignee + ")"
	}
	return line
}
