package main

import (
	"context"
	"maps"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"onrecord/quotes"
	"onrecord/quotes/exchange"
	"onrecord/store"
)

// sheetImport takes a review sheet back.
type sheetImport struct {
	c      *cli.Context
	env    *environment
	out    *output[exchange.ReviewLine]
	rows   *exchange.HeadedRows
	prefer string

	store store.Store
	plan  exchange.ReviewPlan
	// moments are the changes of the record as of which rows went out, bare
	// the rows that do not tell theirs.
	moments map[int64]bool
	bare    []sheetRow
}

// sheetRow is a row with what it says of itself.
type sheetRow struct {
	exchange.SheetRow
	id   quotes.QuoteID
	hash string
	asOf int64
}

// sheetRowsAtOnce is how many rows are looked up in the record together.
const sheetRowsAtOnce = 500

func (in *sheetImport) run(s store.Store, op *store.Op) error {
	ctx := in.c.Context
	settings, err := s.Settings(ctx)
	if err != nil {
		return err
	}
	in.store, in.moments = s, map[int64]bool{}
	words, err := reviewWords(settings)
	if err != nil {
		return err
	}
	in.plan = exchange.ReviewPlan{Words: words, PreferSheet: in.prefer == preferSheet}
	if err := in.readRows(ctx); err != nil {
		return err
	}
	in.sayUnknown()
	reviews := in.plan.Reviews()
	asks := len(reviews) > askAbove && !in.c.Bool(flagYes)
	if op.DryRun || asks {
		// Shown first what the record would say to it.
		dry := *op
		dry.DryRun = true
		refused, err := s.ReviewQuotes(ctx, &dry, reviews)
		if err != nil {
			return err
		}
		in.refuse(refused)
		if asks && !op.DryRun {
			message, _ := in.summary(refused.Changed)
			in.env.say("%s", message)
			if err := confirm(in.c, in.env, "change", refused.Changed); err != nil {
				return err
			}
			reviews = in.plan.Reviews()
		}
	}
	newSpeakers, err := in.newSpeakers(ctx, reviews)
	if err != nil {
		return err
	}
	done, err := s.ReviewQuotes(ctx, op, reviews)
	if err != nil {
		return err
	}
	in.refuse(done)
	if err := in.show(op.DryRun); err != nil {
		return err
	}
	if len(newSpeakers) > 0 {
		in.env.say("%s: %s", plural(len(newSpeakers), "new speaker"), strings.Join(newSpeakers, ", "))
	}
	message, failed := in.summary(done.Changed)
	in.env.done(op, "%s", message)
	if failed {
		return errReported
	}
	return nil
}

// readRows plans what every row changes, some rows at a time.
func (in *sheetImport) readRows(ctx context.Context) error {
	var some []sheetRow
	for row, err := range in.rows.All() {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err != nil {
			if quotes.CodeOf(err) != quotes.CodeInvalid {
				return err
			}
			in.plan.BadRow(row.Number, 0, "", "", err)
			continue
		}
		one, ok := in.identify(row)
		if !ok {
			continue
		}
		if some = append(some, one); len(some) == sheetRowsAtOnce {
			if err := in.compare(ctx, some); err != nil {
				return err
			}
			some = some[:0]
		}
	}
	if err := in.compare(ctx, some); err != nil {
		return err
	}
	return in.compareBare(ctx)
}

// identify reads which quote a row is and what it said when it went out. A
// blank row is passed over.
func (in *sheetImport) identify(row exchange.SheetRow) (sheetRow, bool) {
	one := sheetRow{SheetRow: row}
	cell, _ := in.rows.Heading.Cell(row, "id")
	id, err := exchange.RowID(cell)
	if err == nil && id == 0 {
		if in.rows.IsBlank(row) {
			return one, false
		}
		err = quotes.Errorf(quotes.CodeInvalid, "a row without an id").Do("new quotes are put on record from a sheet of their own, or with `onrecord add`")
	}
	if err != nil {
		in.plan.BadRow(row.Number, 0, "id", cell.Text, err)
		return one, false
	}
	one.id = id
	mark, _ := in.rows.Heading.Cell(row, "row_hash")
	hash, asOf, ok := quotes.ParseRowHash(mark.Text)
	if !ok && strings.TrimSpace(mark.Text) != "" {
		in.plan.BadRow(row.Number, id, "row_hash", mark.Text, quotes.Errorf(quotes.CodeInvalid, "no row_hash").
			Do("copy it from the sheet that went out, or empty the cell"))
		return one, false
	}
	if !ok {
		in.bare = append(in.bare, one)
		return one, false
	}
	one.hash, one.asOf = hash, asOf
	in.moments[asOf] = true
	return one, true
}

// compare holds rows against the record: as it is, and where they differ from
// that also as it was when they went out.
func (in *sheetImport) compare(ctx context.Context, rows []sheetRow) error {
	if len(rows) == 0 {
		return nil
	}
	now, err := in.store.QuotesAt(ctx, idsOf(rows), 0)
	if err != nil {
		return err
	}
	differing := map[int64][]sheetRow{}
	for _, row := range rows {
		switch q := now[row.id]; {
		case q == nil:
			in.plan.BadRow(row.Number, row.id, "id", "", quotes.Errorf(quotes.CodeNotFound, "there is no quote %d on record", row.id).
				Do("was it taken back since, or is the sheet from another record? --new adds its quotes"))
		case exchange.Agrees(in.rows.Heading, row.SheetRow, q):
			in.plan.Unchanged(row.SheetRow, q)
		default:
			differing[row.asOf] = append(differing[row.asOf], row)
		}
	}
	for _, asOf := range sortedMoments(differing) {
		base, err := in.store.QuotesAt(ctx, idsOf(differing[asOf]), max(asOf, 1))
		if err != nil {
			return err
		}
		for _, row := range differing[asOf] {
			in.judge(row, base[row.id], now[row.id])
		}
	}
	return nil
}

// judge takes a row in, unless its row_hash is another row's or record's.
func (in *sheetImport) judge(row sheetRow, base, now *quotes.Quote) {
	if row.hash != "" && (base == nil || base.Hash() != row.hash || row.asOf > now.AsOf) {
		in.plan.BadRow(row.Number, row.id, "row_hash", row.hash, quotes.Errorf(quotes.CodeInvalid, "the row_hash is not that of quote %d", row.id).
			Do("was one column sorted by itself, or is the sheet from another record? export it again, or add its quotes with --new"))
		return
	}
	in.plan.Row(in.rows.Heading, row.SheetRow, base, now)
}

// compareBare deals with the rows without a row_hash: they went out with the
// others, if those agree on when that was.
func (in *sheetImport) compareBare(ctx context.Context) error {
	var asOf int64
	if len(in.moments) == 1 {
		asOf = slices.Collect(maps.Keys(in.moments))[0]
	}
	for first := 0; first < len(in.bare); first += sheetRowsAtOnce {
		some := in.bare[first:min(first+sheetRowsAtOnce, len(in.bare))]
		for i := range some {
			some[i].asOf = asOf
		}
		if asOf != 0 {
			if err := in.compare(ctx, some); err != nil {
				return err
			}
			continue
		}
		now, err := in.store.QuotesAt(ctx, idsOf(some), 0)
		if err != nil {
			return err
		}
		for _, row := range some {
			if now[row.id] == nil {
				in.plan.BadRow(row.Number, row.id, "id", "", quotes.Errorf(quotes.CodeNotFound, "there is no quote %d on record", row.id).
					Do("was it taken back since, or is the sheet from another record? --new adds its quotes"))
				continue
			}
			in.judge(row, nil, now[row.id])
		}
	}
	return nil
}
