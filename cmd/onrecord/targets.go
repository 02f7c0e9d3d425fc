package main

import (
	"context"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"

	"onrecord/quotes"
	"onrecord/store"
)

// mostInRange keeps a slip like 1-10000000000 from filling the memory.
const mostInRange = 10_000_000

// targets are the quotes and claims that leading arguments name: `12 15-18` or
// `12,15-18` are quote ids, `c3` is a claim.
type targets struct {
	quotes []quotes.QuoteID // named one by one: each must exist
	ranges []idRange
	claims []quotes.ClaimID
}

// idRange is 15-18: the quotes from 15 to 18 that listings show.
type idRange struct{ first, last int64 }

func (t *targets) empty() bool {
	return len(t.quotes) == 0 && len(t.ranges) == 0 && len(t.claims) == 0
}

// parseTargets takes the leading arguments that are ids and returns the rest.
// An id of 0, a range from high to low, and one of more than mostInRange ids
// are CodeInvalid.
func parseTargets(arguments []string) (targets, []string, error) {
	var t targets
	for i, argument := range arguments {
		if !startsLikeID(argument) {
			return t, arguments[i:], nil
		}
		for part := range strings.SplitSeq(argument, ",") {
			if err := t.add(part); err != nil {
				return t, nil, err
			}
		}
	}
	return t, nil, nil
}

// idArguments reads a command's arguments, all of which must be ids.
func idArguments(c *cli.Context) (targets, error) {
	t, rest, err := parseTargets(c.Args().Slice())
	if err == nil && len(rest) > 0 {
		err = notAnID(rest[0])
	}
	return t, err
}

// quoteArguments is idArguments for a command that takes no claims.
func quoteArguments(c *cli.Context, verb string) (targets, error) {
	t, err := idArguments(c)
	if err == nil && len(t.claims) > 0 {
		err = quotes.Errorf(quotes.CodeInvalid, "%s is a claim", claimNames(t.claims)).Do("%s takes quotes; claims change with flag and mark", verb)
	}
	return t, err
}

// listedArguments reads the arguments of a listing, which are quote ids if
// there are any; remedy is for other words.
func listedArguments(c *cli.Context, verb, remedy string) (targets, error) {
	t, rest, err := parseTargets(c.Args().Slice())
	if err == nil && (len(rest) > 0 || len(t.claims) > 0) {
		err = quotes.Errorf(quotes.CodeInvalid, "%s takes ids and filters, not %q", verb, c.Args().First()).Do("%s", remedy)
	}
	return t, err
}

// notAnID is the error for an argument that should have been an id.
func notAnID(word string) error {
	return quotes.Errorf(quotes.CodeInvalid, "%q is no id", word).Do("ids are numbers such as 12 or 15-18, and c3 for a claim")
}

// startsLikeID reports whether every comma-separated part of an argument is
// digits, with dashes between them or one c before them. Anything else is a
// word: a tag, a status, a name.
func startsLikeID(argument string) bool {
	for part := range strings.SplitSeq(argument, ",") {
		digits := strings.TrimPrefix(strings.TrimPrefix(part, "c"), "#")
		if strings.Trim(digits, "0123456789-") != "" || !strings.ContainsAny(digits, "0123456789") {
			return false
		}
	}
	return true
}

func (t *targets) add(part string) error {
	if digits, isClaim := strings.CutPrefix(part, "c"); isClaim {
		id, err := parseID("claim", digits)
		t.claims = append(t.claims, quotes.ClaimID(id))
		return err
	}
	low, high, isRange := strings.Cut(part, "-")
	if low == "" {
		low, isRange = part, false // -5
	}
	first, err := parseID("quote", low)
	if err != nil || !isRange {
		t.quotes = append(t.quotes, quotes.QuoteID(first))
		return err
	}
	last, err := parseID("quote", high)
	if err != nil {
		return err
	}
	if last < first || last-first >= mostInRange {
		return quotes.Errorf(quotes.CodeInvalid, "%q is no range of ids", part).
			Do("write the lower id first, as in 15-18, and at most %d ids", mostInRange)
	}
	t.ranges = append(t.ranges, idRange{first, last})
	return nil
}

// parseID reads one id, which may be written #12.
func parseID(what, digits string) (int64, error) {
	id, err := strconv.ParseInt(strings.TrimPrefix(digits, "#"), 10, 64)
	if err != nil || id < 1 {
		listing := "list"
		if what == "article" {
			listing = "articles"
		}
		return 0, quotes.Errorf(quotes.CodeInvalid, "%q is no %s id", digits, what).
			Do("ids are whole numbers from 1, as `onrecord %s` prints them", listing)
	}
	return id, nil
}

// existing is quoteIDs for commands that read: a quote named one by one that
// the record does not hold is CodeNotFound, as it is for those that write.
func (t *targets) existing(ctx context.Context, s store.QuoteReader) ([]quotes.QuoteID, error) {
	for _, id := range t.quotes {
		if _, err := s.Quote(ctx, id); err != nil {
			return nil, err
		}
	}
	return t.quoteIDs(ctx, s)
}

// quoteIDs are the ids of all the quotes named: those named one by one as they
// are, and of each range those that listings show, in order, once each.
func (t *targets) quoteIDs(ctx context.Context, s store.QuoteReader) ([]quotes.QuoteID, error) {
	ids := t.quotes
	for _, r := range t.ranges {
		filter := quotes.Filter{Sort: []quotes.SortKey{{Field: quotes.SortID}}}
		for id := r.first; id <= r.last; id++ { // bounded by mostInRange
			filter.IDs = append(filter.IDs, quotes.QuoteID(id))
		}
		before := len(ids)
		for q, err := range s.Quotes(ctx, filter) {
			if err != nil {
				return nil, err
			}
			ids = append(ids, q.ID)
		}
		if len(ids) == before {
			return nil, quotes.Errorf(quotes.CodeNotFound, "no quotes with ids %d-%d", r.first, r.last).
				Do("`onrecord list` prints the ids there are")
		}
	}
	seen := make(map[quotes.QuoteID]bool, len(ids))
	var once []quotes.QuoteID
	for _, id := range ids {
		if !seen[id] {
			seen[id] = true
			once = append(once, id)
		}
	}
	return once, nil
}
