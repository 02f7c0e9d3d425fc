package review

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"onrecord/quotes"
	"onrecord/store"
)

// action is something that an editor can do with one key.
type action struct {
	key  string
	name string // the word behind the key, and what the record's history calls it
	help string

	writes   bool // changes the record: undone by undo, refused when stale
	moves    bool // goes on to the next quote when done
	anywhere bool // makes sense when no quote lies on the desk, too

	// ask is the next question, given the answers so far; nil when there is no
	// more to ask. A nil function asks nothing.
	ask func(ctx context.Context, d *Desk, given answers) (*question, error)
	// do carries it out and says what was done.
	do func(ctx context.Context, d *Desk, op *store.Op, given answers) (said string, err error)
}

// answers are what was answered to an action's questions, by their names.
type answers map[string]string

// has reports whether a question was answered.
func (a answers) has(name string) bool {
	_, ok := a[name]
	return ok
}

// question is what has to be known before an action.
type question struct {
	name   string
	prompt string
	// initial is what the answer is now, to be corrected.
	initial string
	// needed: without an answer the action is left.
	needed bool
	// offers are what could be meant by what was typed so far; nil for none.
	offers func(typed string) []offer
	// pick: only an offer is an answer.
	pick bool
	// check says what is wrong with an answer; nil for what cannot be wrong.
	check func(answer string) error
}

// offer is an answer that is offered, and what is shown of it.
type offer struct{ value, label string }

// chosen is the answer that a typed one stands for: an offer by its number
// where one has to be picked, else itself. ok is false for no answer at all.
func (q *question) chosen(typed string) (answer string, ok bool) {
	typed = strings.TrimSpace(typed)
	if !q.pick {
		return typed, typed != "" || !q.needed
	}
	var begins []string
	for i, o := range q.offers("") {
		if typed == o.value || typed == number(i) {
			return o.value, true
		}
		if typed != "" && strings.HasPrefix(o.value, strings.ToLower(typed)) {
			begins = append(begins, o.value)
		}
	}
	if len(begins) == 1 {
		return begins[0], true
	}
	return "", false
}

// number is how the i-th offer is picked where answers are typed.
func number(i int) string { return strconv.Itoa(i + 1) }

// Names that are met elsewhere, too.
const (
	nameAccept  = "accept"
	nameReject  = "reject"
	nameSpeaker = "speaker"
)

// actions is every action, in the order in which the keys are shown.
func actions() []action {
	return []action{
		{
			key: "a", name: nameAccept, help: "confirm the quote as it stands, and go on", writes: true, moves: true,
			do: setState(quotes.StateAccepted),
		},
		{
			key: "r", name: nameReject, help: "take it off the listings, with a reason, and go on", writes: true, moves: true,
			ask: askReason, do: setState(quotes.StateRejected),
		},
		{key: "s", name: nameSpeaker, help: "correct who said it; that confirms the quote", writes: true, ask: askSpeaker, do: correctSpeaker},
		{key: "m", name: "mark", help: "give it a verdict, a step of the workflow, or a fidelity", writes: true, ask: askMark, do: mark},
		{key: "f", name: "flag", help: "put a claim in it up for verification", writes: true, ask: askFlag, do: flag},
		{key: "t", name: "tag", help: "put tags on it, or take them off", writes: true, ask: askTags, do: tag},
		{key: "w", name: "note", help: "write a note for colleagues", writes: true, ask: askNote, do: note},
		{key: "n", name: "next", help: "leave it as it is, and go on", anywhere: true, do: goNext},
		{key: "p", name: "previous", help: "go back", anywhere: true, do: goBack},
		{key: "u", name: "undo", help: "take back the last change made here", anywhere: true, do: takeBack},
		{key: "o", name: "open", help: "open the article in the browser", do: open},
	}
}

// actionFor finds the action of a key, or of its whole name; nil for none.
func actionFor(key string) *action {
	for _, a := range actions() {
		if key == a.key || strings.EqualFold(key, a.name) {
			return &a
		}
	}
	return nil
}

// actionLines explains the keys, a line each.
func actionLines() []string {
	var lines []string
	for _, a := range actions() {
		lines = append(lines, fmt.Sprintf("%s  %s: %s", a.key, a.name, a.help))
	}
	return append(lines, "q  quit: everything is saved already, here as after Ctrl-C")
}

func goNext(ctx context.Context, d *Desk, _ *store.Op, _ answers) (string, error) {
	return "", d.next(ctx)
}

func goBack(ctx context.Context, d *Desk, _ *store.Op, _ answers) (string, error) {
	return "", d.previous(ctx)
}

func takeBack(ctx context.Context, d *Desk, _ *store.Op, _ answers) (string, error) {
	return d.undo(ctx)
}

func open(_ context.Context, d *Desk, _ *store.Op, _ answers) (string, error) {
	address := d.card.Article.URL
	if err := checkAddress(address); err != nil {
		return "", err
	}
	if err := d.browse(address); err != nil {
		return "", err
	}
	return "opened " + address, nil
}

func setState(state quotes.State) func(context.Context, *Desk, *store.Op, answers) (string, error) {
	return func(ctx context.Context, d *Desk, op *store.Op, given answers) (string, error) {
		op.Note = given["reason"]
		return d.update(ctx, op, quotes.QuoteUpdate{State: &state}, fmt.Sprintf("%s quote %d", state, d.card.ID))
	}
}

func askReason(_ context.Context, _ *Desk, given answers) (*question, error) {
	if given.has("reason") {
		return nil, nil
	}
	return &question{name: "reason", prompt: "why is it to be rejected? (Enter: no reason)"}, nil
}

func askNote(_ context.Context, d *Desk, given answers) (*question, error) {
	if given.has("note") {
		return nil, nil
	}
	return &question{name: "note", prompt: "note for colleagues", initial: d.card.Note}, nil
}

func note(ctx context.Context, d *Desk, op *store.Op, given answers) (string, error) {
	text := given["note"]
	return d.update(ctx, op, quotes.QuoteUpdate{Note: &text}, "saved the note")
}

// update corrects the quote on the desk, unless it has changed since it was
// laid there.
func (d *Desk) update(ctx context.Context, op *store.Op, u quotes.QuoteUpdate, said string) (string, error) {
	u.Rev = d.card.Rev
	changed, err := d.record.UpdateQuotes(ctx, op, []quotes.QuoteID{d.card.ID}, u)
	if err == nil && changed == 0 {
		said += ": as it was already"
	}
	return said, err
}
