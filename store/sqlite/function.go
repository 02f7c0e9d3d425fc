package sqlite

import (
	sqldriver "database/sql/driver"
	"fmt"

	driver "modernc.org/sqlite"

	"onrecord/quotes/compare"
	"onrecord/quotes/worth"
)

// Functions that this program adds to SQLite, to fill the derived columns and
// to hold them against the words. The schema itself uses none, so that any
// SQLite reads a record.
const (
	derivedWorth       = "onrecord_worth(text)"
	derivedFingerprint = "onrecord_fingerprint(text)"
)

func init() {
	register("onrecord_worth", func(words string) sqldriver.Value { return int64(worth.Points(words)) })
	register("onrecord_fingerprint", fingerprintOf)
}

// register adds a function of one text to every connection made from now on.
func register(name string, of func(words string) sqldriver.Value) {
	driver.MustRegisterDeterministicScalarFunction(name, 1, func(_ *driver.FunctionContext, args []sqldriver.Value) (sqldriver.Value, error) {
		words, ok := args[0].(string)
		if !ok {
			return nil, fmt.Errorf("%s takes a text, not a %T", name, args[0])
		}
		return of(words), nil
	})
}

// fingerprintOf is the column fingerprint: nil for a text that has none.
func fingerprintOf(words string) sqldriver.Value {
	if f := compare.Fingerprint(words); f != 0 {
		return int64(f)
	}
	return nil
}
