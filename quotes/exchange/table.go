package exchange

import (
	"slices"
	"strings"

	"onrecord/quotes"
)

// Column is one field of a record in a table.
type Column[T any] struct {
	// Name is the JSON field's; nested ones are flattened (mention_text).
	Name string
	// About says in a few words what the column holds, for help.
	About string
	// Value is the cell as stored, not yet neutralised for any exit.
	Value func(*T) string
	// JSON is the field's value where only chosen columns are written as
	// JSON; nil stands for Value.
	JSON func(*T) any
}

// Table is how the records of one type leave the program.
type Table[T any] struct {
	// Name is the noun in the plural: the title of a page, the word in errors.
	Name string
	// Columns is every column there is, in the order of the JSON form.
	Columns []Column[T]
	// Default names the columns of a table when none are chosen.
	Default []string
	// Marked are the stretches of a column's value, by its name, that are to be
	// lit where the format can: in code points, in order, apart.
	Marked map[string]func(*T) []quotes.Span
	// StandsOut picks the records that a reader must not miss, which formats with
	// colours show; nil is none.
	StandsOut func(*T) bool
	// Annotation is the record as a Web Annotation; nil where it is none.
	Annotation func(*T) any
	// JSON is the whole record's JSON form; nil stands for the record itself.
	JSON func(*T) any
}

// Names lists the columns, for help and completion.
func (t *Table[T]) Names() []string {
	names := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		names[i] = c.Name
	}
	return names
}

// Defaults are the columns that Default names.
func (t *Table[T]) Defaults() []Column[T] {
	columns, err := t.Pick(t.Default)
	if err != nil {
		panic(err) // Default names a column that the table lacks
	}
	return columns
}

// Parse chooses columns by a list of names parted by commas; case, spaces and
// hyphens for underscores do not matter. "" gives the defaults. The error for
// an unknown name is CodeInvalid, proposes the nearest and lists all.
func (t *Table[T]) Parse(list string) ([]Column[T], error) {
	if strings.TrimSpace(list) == "" {
		return t.Defaults(), nil
	}
	return t.Pick(strings.Split(list, ","))
}

// Pick chooses columns by name, as Parse does. A name given twice counts once.
func (t *Table[T]) Pick(names []string) ([]Column[T], error) {
	picked := make([]Column[T], 0, len(names))
	seen := make(map[string]bool, len(names))
	for _, name := range names {
		folded := foldName(name)
		if folded == "" || seen[folded] {
			continue
		}
		seen[folded] = true
		i := slices.IndexFunc(t.Columns, func(c Column[T]) bool { return c.Name == folded })
		if i < 0 {
			return nil, quotes.UnknownWord("column", strings.TrimSpace(name), t.Names())
		}
		picked = append(picked, t.Columns[i])
	}
	if len(picked) == 0 {
		return nil, quotes.Errorf(quotes.CodeInvalid, "no column named").Do("known: %s", strings.Join(t.Names(), ", "))
	}
	return picked, nil
}

func foldName(name string) string {
	return strings.NewReplacer("-", "_", " ", "_", ".", "_").Replace(strings.ToLower(strings.TrimSpace(name)))
}

// ColumnNames lists the columns of a quote.
func ColumnNames() []string { return Quotes.Names() }
