package main

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"io"
	"iter"
	"strings"

	"github.com/urfave/cli/v2"

	"onrecord/cmd/internal/terminal"
	"onrecord/quotes"
	"onrecord/quotes/exchange"
	"onrecord/store"
)

// quotesImport puts the quotes of a file from elsewhere on record.
type quotesImport struct {
	c    *cli.Context
	env  *environment
	out  *output[exchange.Newcomer]
	kind string
	// open reads the file from its start.
	open func() (*exchange.NewcomerFile, error)

	store store.Store
}

// newcomersAtOnce is how many quotes are put on record in one transaction, so
// that others can work meanwhile; all of them are one op.
const newcomersAtOnce = 1000

func detectJSONQuotes(c *cli.Context, file *importFile) (importRun, bool, error) {
	return detectQuotes(c, file, func(mapped map[string]string) (*exchange.NewcomerFile, error) {
		return exchange.NewcomersOfJSON(file, mapped)
	})
}

func detectSheetOfQuotes(c *cli.Context, file *importFile) (importRun, bool, error) {
	return detectQuotes(c, file, func(mapped map[string]string) (*exchange.NewcomerFile, error) {
		sheet, err := exchange.OpenSheet(file, c.String("sheet"))
		if err != nil {
			return nil, err
		}
		return exchange.NewcomersOfSheet(sheet, mapped)
	})
}

// detectQuotes asks read whether the file is of its kind.
func detectQuotes(c *cli.Context, file *importFile, read func(mapped map[string]string) (*exchange.NewcomerFile, error)) (importRun, bool, error) {
	mapped, err := exchange.ParseMap(c.StringSlice("map"))
	if err != nil {
		return nil, false, err
	}
	found, err := read(mapped)
	if err != nil || found == nil {
		return nil, false, err
	}
	if c.IsSet("prefer") {
		return nil, false, quotes.Errorf(quotes.CodeInvalid, "--prefer is for review sheets, and this is %s with quotes to add", found.Kind).Do("leave it out")
	}
	out, err := newOutput(c, file.env, exchange.Newcomers, "")
	if err != nil {
		return nil, false, err
	}
	in := &quotesImport{c: c, env: file.env, out: out, kind: found.Kind, open: func() (*exchange.NewcomerFile, error) {
		if _, err := file.Seek(0, io.SeekStart); err != nil {
			return nil, pathError(file.name, err)
		}
		return read(mapped)
	}}
	in.sayNames(found)
	return in.run, true, nil
}

// sayNames tells which names were taken for which columns: a wrong guess would
// else be seen too late.
func (in *quotesImport) sayNames(f *exchange.NewcomerFile) {
	if len(f.Taken) > 0 {
		in.env.say("taken for: %s (--map \"theirs=ours\" says otherwise)", exchange.Line(strings.Join(f.Taken, ", ")))
	}
	if len(f.Unread) > 0 {
		in.env.say("not read: %s", exchange.Line(strings.Join(f.Unread, ", ")))
	}
}

// newcomerCounts is what became of a file's quotes.
type newcomerCounts struct{ read, added, known, problems int }

func (in *quotesImport) run(s store.Store, op *store.Op) error {
	in.store = s
	if !op.DryRun && !in.c.Bool(flagYes) {
		// Counted first: what is on record already needs no yes.
		dry := *op
		dry.DryRun = true
		var counts newcomerCounts
		for _, err := range in.pass(&dry, &counts) {
			if err != nil {
				return err
			}
		}
		if err := confirm(in.c, in.env, "add", counts.added); err != nil {
			return err
		}
	}
	var counts newcomerCounts
	err := in.show(op.DryRun, in.pass(op, &counts))
	if err != nil && op.ID == 0 {
		return err
	}
	message := plural(counts.read, "quote") + " read (" + in.kind + "); " + grouped(counts.added) + " added, " +
		grouped(counts.known) + " on record already"
	if counts.problems > 0 {
		message += ", " + plural(counts.problems, "problem")
	}
	if err != nil {
		message = "stopped: " + message
	}
	in.env.done(op, "%s", message)
	if err == nil && counts.problems > 0 {
		return errReported
	}
	return err
}

// show prints what became of each quote for a dry run, else what is wrong.
func (in *quotesImport) show(all bool, newcomers iter.Seq2[*exchange.Newcomer, error]) error {
	if all || in.out.asked {
		_, err := in.out.print(newcomers)
		return err
	}
	said := 0
	for n, err := range newcomers {
		if err != nil {
			return err
		}
		if n.Outcome != exchange.NewcomerProblem {
			continue
		}
		switch said++; {
		case said <= linesSaid:
			in.env.say("%s", describeNewcomer(n))
		case said == linesSaid+1:
			in.env.say("… and more like these; --dry-run shows all")
		}
	}
	return nil
}

func describeNewcomer(n *exchange.Newcomer) string {
	where := "row " + grouped(n.Row)
	if n.Column != "" {
		where += ", " + n.Column
	}
	if n.Text != "" {
		where += ", " + brief(n.Text)
	}
	return string(n.Outcome) + ": " + where + ": " + n.Why
}

// pass goes through the file and puts its quotes on record, or for a dry run
// finds out what would be.
func (in *quotesImport) pass(op *store.Op, counts *newcomerCounts) iter.Seq2[*exchange.Newcomer, error] {
	return func(yield func(*exchange.Newcomer, error) bool) {
		file, err := in.open()
		if err != nil {
			yield(nil, err)
			return
		}
		progress := progressOf(in.c, in.env, "quotes", 0)
		defer progress.End()
		p := &newcomerPass{in: in, op: op, counts: counts, progress: progress, before: newcomerSet{}}
		for n, err := range file.All {
			if err == nil {
				err = in.c.Context.Err()
			}
			if err != nil {
				yield(nil, err)
				return
			}
			if p.some = append(p.some, n); len(p.some) == newcomersAtOnce && !p.put(in.c.Context, yield) {
				return
			}
		}
		p.put(in.c.Context, yield)
	}
}

// newcomerPass is one going through a file.
type newcomerPass struct {
	in       *quotesImport
	op       *store.Op
	counts   *newcomerCounts
	progress *terminal.Progress
	some     []*exchange.Newcomer
	before   newcomerSet // of a dry run, which leaves none on record
}

// put puts some quotes on record and tells what became of them.
func (p *newcomerPass) put(ctx context.Context, yield func(*exchange.Newcomer, error) bool) bool {
	if err := p.anchor(ctx); err != nil {
		yield(nil, err)
		return false
	}
	var good []*exchange.Newcomer
	var all []quotes.NewQuote
	for _, n := range p.some {
		if n.Outcome != exchange.NewcomerProblem {
			good, all = append(good, n), append(all, n.Quote)
		}
	}
	done, err := p.in.store.AddQuotes(ctx, p.op, all)
	if err != nil {
		yield(nil, err)
		return false
	}
	for i, n := range good {
		switch {
		case done.Refused[i] != nil:
			n.Fail(columnRefused(done.Refused[i]), done.Refused[i])
		case !done.New[i] || p.op.DryRun && p.before.has(&n.Quote):
			n.Outcome = exchange.NewcomerKnown
		default:
			n.Outcome = exchange.NewcomerAdded
		}
	}
	for _, n := range p.some {
		p.counts.read++
		switch n.Outcome {
		case exchange.NewcomerAdded:
			p.counts.added++
		case exchange.NewcomerKnown:
			p.counts.known++
		case exchange.NewcomerProblem:
			p.counts.problems++
		}
		if !yield(n, nil) {
			return false
		}
	}
	p.progress.Add(len(p.some))
	p.some = p.some[:0]
	return true
}

// anchor finds the places of annotated quotes in the articles on record. One
// whose article is not, or has other words there, is a quote by hand.
func (p *newcomerPass) anchor(ctx context.Context) error {
	articles := map[quotes.ArticleRef]*quotes.Article{}
	for _, n := range p.some {
		if len(n.Anchors) == 0 || n.Outcome == exchange.NewcomerProblem {
			continue
		}
		where := quotes.ArticleRef{URL: n.Quote.Article.URL, SHA256: n.Quote.Article.SHA256}
		a, met := articles[where]
		if !met {
			var err error
			if a, err = p.in.articleAt(ctx, where); err != nil {
				return err
			}
			if len(articles) >= articlesKept {
				clear(articles)
			}
			articles[where] = a
		}
		if a != nil {
			n.AnchorIn(a.ID, a.Text)
		}
	}
	return nil
}

// articlesKept bounds how many articles' texts are held at once.
const articlesKept = 32

// articleAt is the article of this text or else of this address, nil if it is
// not on record with a text.
func (in *quotesImport) articleAt(ctx context.Context, where quotes.ArticleRef) (*quotes.Article, error) {
	for _, f := range []quotes.ArticleFilter{{SHA256: where.SHA256, URL: where.URL}, {SHA256: where.SHA256}, {URL: where.URL}} {
		if f.SHA256 == "" && f.URL == "" {
			continue
		}
		found, err := in.store.Articles(ctx, f)
		if err != nil {
			return nil, err
		}
		for i := range found {
			if found[i].SHA256 != "" {
				return in.store.Article(ctx, found[i].ID)
			}
		}
	}
	return nil, nil
}

// columnRefused is the column that the record takes exception to.
func columnRefused(err error) string {
	switch quotes.CodeOf(err) {
	case quotes.CodeAmbiguous, quotes.CodeNotFound:
		return "speaker"
	}
	return ""
}

// newcomerSet is the quotes that a dry run has met, in a few bytes each.
type newcomerSet map[uint64]bool

// has reports whether the same quote was met before, and remembers it.
func (s newcomerSet) has(q *quotes.NewQuote) bool {
	where := q.Article.URL
	if where == "" {
		where = q.SaidOn + "\x00" + q.Article.Published + "\x00" + strings.ToLower(q.Article.Outlet)
	}
	sum := sha256.Sum256([]byte(strings.Join([]string{q.Text, strings.ToLower(q.Speaker), q.Wikidata, where}, "\x00")))
	key := binary.BigEndian.Uint64(sum[:])
	met := s[key]
	s[key] = true
	return met
}
