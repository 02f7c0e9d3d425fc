package main

import (
	"io"
	"os"

	"github.com/urfave/cli/v2"

	"onrecord/quotes"
	"onrecord/quotes/exchange"
	"onrecord/store"
)

func importCommand(env *environment) *cli.Command {
	return &cli.Command{
		Name:      "import",
		Usage:     "take back a review sheet, or take in quotes or fact checks from elsewhere",
		ArgsUsage: "FILE|-",
		Description: `  onrecord export -o review.xlsx --status flagged
  onrecord import review.xlsx --dry-run          what it would change
  onrecord import review.xlsx
  onrecord import review.csv --map "Our ruling=verdict" --map Comment=note
  onrecord import factchecks.json                what others ruled: ClaimReview, as a feed, a page or JSON lines
  onrecord import clippings.csv --dry-run        quotes from elsewhere, with headings of any name
  onrecord import clippings.jsonl --map "Wer=speaker" --map "Zitat=text"
  onrecord import other.csv --new                the export of another record
  bzcat quotes-2019.json.bz2 | onrecord import - --yes
Sheets may be .xlsx, .csv or .tsv, of any delimiter and encoding. What the record changed since the sheet
went out is a conflict and stays as the record has it; --prefer sheet takes the sheet's side.
Rows without an id are quotes to add, those of JSON and JSON lines always; what is on record is not added twice.
Reviews of other publishers become claims with their verdict, which match finds: from JSON-LD (also nested in @graph),
a DataFeed, answers of Google's Fact Check Tools API, and pages with such blocks. What is wrong in them is mended or
refused, and counted; a second import adds nothing.`,
		Flags: formatFlags(writeFlags(
			&cli.StringSliceFlag{Name: "map", Usage: "`THEIRS=OURS`: the sheet's heading and the column that it is; may be given again"},
			&cli.BoolFlag{Name: "new", Usage: "the rows are quotes to add, whatever ids they have: those of another record"},
			&cli.StringFlag{Name: "prefer", Usage: "`SIDE` that wins a conflict: sheet or record; else it is reported as a failure"},
			&cli.StringFlag{Name: "sheet", Usage: "the `NAME` of the workbook's sheet; else the first that has an id column"},
		)...),
		Action: func(c *cli.Context) error { return runImport(c, env) },
	}
}

// importKind is a kind of file that import takes: it is asked whether a file
// is its own, in the order of importKinds, and then does the work.
type importKind struct {
	name string
	// access is what it wants of the record.
	access access
	// detect reads as much of the file as it needs. What it found is for run.
	detect func(c *cli.Context, file *importFile) (run importRun, is bool, err error)
}

// importRun does the work of an import.
type importRun func(s store.Store, op *store.Op) error

// importFile is a file to be imported; it can be read again from its start.
type importFile struct {
	io.ReadSeeker
	name string
	env  *environment
}

// importKinds is every kind of file there is.
var importKinds = []importKind{
	{name: "ClaimReview", access: accessCreate, detect: detectReviews},
	{name: "quotes in JSON", access: accessCreate, detect: detectJSONQuotes},
	{name: "review sheet", access: accessWrite, detect: detectReviewSheet},
	{name: "sheet of quotes", access: accessCreate, detect: detectSheetOfQuotes},
}

func runImport(c *cli.Context, env *environment) error {
	if c.NArg() != 1 {
		return quotes.Errorf(quotes.CodeInvalid, "import takes one file").Do("name it, as in onrecord import review.xlsx; - is standard input")
	}
	file, done, err := openImport(c, env)
	if err != nil {
		return err
	}
	defer done()
	for _, kind := range importKinds {
		if _, err := file.Seek(0, io.SeekStart); err != nil {
			return pathError(file.name, err)
		}
		run, is, err := kind.detect(c, file)
		if err != nil {
			return inFile(file.name, err)
		}
		if is {
			return withRecord(c, env, kind.access, func(s store.Store, op *store.Op) error {
				op.Note = file.name
				return run(s, op)
			})
		}
	}
	return quotes.Errorf(quotes.CodeUnusable, "%s: no row of headings with an id or the words of quotes among its first", file.name).
		Do("a review sheet has a column id, as `onrecord export` writes it, quotes from elsewhere one like text or quote; name another heading with --map \"Their heading=text\"")
}

// openImport opens the file that the argument names. Standard input is kept in
// a temporary file, since it is read more than once.
func openImport(c *cli.Context, env *environment) (*importFile, func(), error) {
	name := c.Args().First()
	if name != "-" {
		info, err := os.Stat(name)
		if err != nil {
			return nil, nil, pathError(name, err)
		}
		if info.IsDir() {
			return nil, nil, quotes.Errorf(quotes.CodeInvalid, "%s is a folder", name).Do("name a file in it")
		}
		file, err := os.Open(name)
		if err != nil {
			return nil, nil, pathError(name, err)
		}
		return &importFile{file, name, env}, func() { file.Close() }, nil
	}
	file, err := os.CreateTemp("", "onrecord-import-")
	if err != nil {
		return nil, nil, quotes.Errorf(quotes.CodeUnusable, "no place for standard input: %v", err).Do("check TMPDIR")
	}
	done := func() {
		file.Close()
		os.Remove(file.Name())
	}
	if _, err := io.Copy(file, env.input(c.Context)); err != nil {
		done()
		return nil, nil, err
	}
	return &importFile{file, "standard input", env}, done, nil
}

// inFile names the file in front of an error about it.
func inFile(name string, err error) error {
	if quotes.CodeOf(err) == "" {
		return quotes.Errorf(quotes.CodeUnusable, "%s: %v", name, err).Do("check the file")
	}
	return quotes.Errorf(quotes.CodeOf(err), "%s: %s", name, messageOf(err)).Do("%s", remedyOf(err))
}

// detectReviewSheet reads on to the headings.
func detectReviewSheet(c *cli.Context, file *importFile) (importRun, bool, error) {
	if c.Bool("new") {
		return nil, false, nil
	}
	mapped, err := exchange.ParseMap(c.StringSlice("map"))
	if err != nil {
		return nil, false, err
	}
	prefer, err := preferred(c.String("prefer"))
	if err != nil {
		return nil, false, err
	}
	out, err := newOutput(c, file.env, exchange.ReviewLines, "")
	if err != nil {
		return nil, false, err
	}
	sheet, err := exchange.OpenSheet(file, c.String("sheet"))
	if err != nil {
		return nil, false, err
	}
	rows, err := exchange.FindHeading(sheet, mapped)
	if err != nil || rows == nil {
		return nil, false, err
	}
	in := &sheetImport{c: c, env: file.env, out: out, rows: rows, prefer: prefer}
	return in.run, true, nil
}

// Sides of a conflict.
const (
	preferSheet  = "sheet"
	preferRecord = "record"
)

func preferred(side string) (string, error) {
	if side == "" || side == preferSheet || side == preferRecord {
		return side, nil
	}
	return "", quotes.UnknownWord("side", side, []string{preferSheet, preferRecord})
}
