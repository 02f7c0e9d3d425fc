package terminal

// Column is one column of a table: how wide it should be and how its words
// look.
type Column struct {
	Title string
	// Ideal is the width up to which the column grows before the ones with
	// Weight get what is left; 0 is its widest line.
	Ideal int
	// Min is the width under which the column would rather not go; the table
	// turns into cards before. 0 is its longest word.
	Min int
	// Weight is the share of the remaining width that a column of running text
	// takes; 0 is a column of short values.
	Weight int
	// Right sets numbers flush right.
	Right bool
	// Optional columns are left out of a table in which all their cells are
	// empty.
	Optional bool
	// Style is the look of a value; nil is plain.
	Style func(value string) Style
}

// known are the layouts of the columns that records leave the program with,
// by name.
var known = map[string]Column{
	"id":                   {Right: true, Style: always(Bold)},
	"text":                 {Weight: 3, Min: 20},
	"context":              {Weight: 4, Min: 24},
	"note":                 {Weight: 2, Min: 12, Optional: true},
	"rationale":            {Weight: 2, Min: 12, Optional: true},
	"title":                {Weight: 2, Min: 12, Optional: true},
	"url":                  {Weight: 1, Min: 16, Optional: true, Style: always(Faint)},
	"aliases":              {Weight: 1, Min: 12, Optional: true},
	"speaker":              {Ideal: 24, Style: always(Bold)},
	"name":                 {Ideal: 30, Style: always(Bold)},
	"reason":               {Weight: 1, Min: 12, Optional: true},
	"role":                 {Ideal: 20, Optional: true},
	"outlet":               {Ideal: 18, Optional: true},
	"byline":               {Ideal: 18, Optional: true},
	"tags":                 {Ideal: 16, Optional: true, Style: always(Cyan)},
	"status":               {Style: StatusStyle},
	"workflow":             {Style: StatusStyle},
	"verdict":              {Style: VerdictStyle, Optional: true},
	"assignee":             {Ideal: 16, Optional: true},
	"due":                  {Min: len("2006-01-02"), Optional: true},
	"archived":             {Weight: 1, Min: 16, Optional: true, Style: always(Faint)},
	"accessed":             {Min: len("2006-01-02"), Optional: true},
	"worthiness":           {Right: true},
	"fidelity":             {Style: FidelityStyle},
	"state":                {Style: StateStyle},
	"date":                 {Min: len("2006-01-02")},
	"published":            {Min: len("2006-01-02"), Optional: true},
	"said_on":              {Min: len("2006-01-02"), Optional: true},
	"outcome":              {Style: OutcomeStyle},
	"proposed":             {Style: FidelityStyle},
	"wording":              {Weight: 4, Min: 24},
	"passage":              {Weight: 3, Min: 20, Optional: true},
	"differences":          {Weight: 2, Min: 16, Optional: true},
	"confidence":           {Right: true},
	"mention_confidence":   {Right: true},
	"runner_up_confidence": {Right: true},
	"quotes":               {Right: true},
	"op":                   {Right: true},
	"what":                 {Weight: 3, Min: 20},
	"before":               {Weight: 1, Min: 12},
	"after":                {Weight: 1, Min: 12},
	"row":                  {Right: true},
	"exported":             {Weight: 1, Min: 12, Style: always(Faint)},
	"record":               {Weight: 1, Min: 12, Style: always(Red)},
	"sheet":                {Weight: 1, Min: 12, Style: always(Green)},
	"why":                  {Weight: 1, Min: 16, Optional: true},
}

func always(s Style) func(string) Style { return func(string) Style { return s } }

// ColumnNamed is the layout of the column of that name ("text", "status"); one
// that is not known is a column of short values.
func ColumnNamed(name string) Column {
	c := known[name]
	c.Title = name
	return c
}

// Column is ColumnNamed for this screen: verdicts look as the scales that it
// was told of have them.
func (s *Screen) Column(name string) Column {
	c := ColumnNamed(name)
	if name == "verdict" && len(s.Scales.Current.Words) > 0 {
		c.Style = ScaleStyle(s.Scales)
	}
	return c
}
