package review

import (
	"context"
	"slices"
	"strings"

	"onrecord/quotes"
	"onrecord/store"
)

// askTags asks for tags, parted by commas; one behind a dash is taken off.
func askTags(ctx context.Context, d *Desk, given answers) (*question, error) {
	if given.has("tags") {
		return nil, nil
	}
	var err error
	if d.tags, err = d.record.Tags(ctx); err != nil {
		return nil, err
	}
	return &question{name: "tags", prompt: "tags, with commas between (-tag takes one off)", needed: true, offers: d.tagOffers, check: d.checkTags}, nil
}

// tagOffers complete the last of the tags: from those in use, or behind a dash
// from those of the quote.
func (d *Desk) tagOffers(typed string) []offer {
	at := strings.LastIndexByte(typed, ',') + 1
	before, last := typed[:at], strings.ToLower(strings.TrimSpace(typed[at:]))
	if before != "" {
		before += " "
	}
	known, sign := d.tags, ""
	if rest, off := strings.CutPrefix(last, "-"); off {
		known, sign, last = d.card.Tags, "-", rest
	}
	var out []offer
	for _, tag := range known {
		if sign == "" && slices.Contains(d.card.Tags, tag) || !strings.HasPrefix(tag, last) {
			continue
		}
		if out = append(out, offer{before + sign + tag, sign + tag}); len(out) == mostOffers {
			break
		}
	}
	return out
}

// readTags are the tags to put on, and those to take off.
func (d *Desk) readTags(typed string) (add, remove []string, err error) {
	for part := range strings.SplitSeq(typed, ",") {
		part = strings.TrimSpace(part)
		if name, off := strings.CutPrefix(part, "-"); off {
			remove = append(remove, name)
		} else if part != "" {
			add = append(add, part)
		}
	}
	if add, err = d.language.Tags(add); err != nil {
		return nil, nil, err
	}
	remove, err = d.language.Tags(remove)
	return add, remove, err
}

func (d *Desk) checkTags(typed string) error {
	_, _, err := d.readTags(typed)
	return err
}

func tag(ctx context.Context, d *Desk, op *store.Op, given answers) (string, error) {
	add, remove, err := d.readTags(given["tags"])
	if err != nil {
		return "", err
	}
	changed, err := d.record.TagQuotes(ctx, op, []quotes.QuoteID{d.card.ID}, add, remove)
	if err != nil {
		return "", err
	}
	if changed == 0 {
		return "the tags were so already", nil
	}
	return "changed the tags", nil
}
