package exchange

import (
	"crypto/sha256"
	"slices"
	"strconv"

	"onrecord/quotes"
)

// RowHash is a short hash of what an editor can change of a quote: its text,
// speaker, kind, status, verdict, fidelity, tags (in any order), note, the day
// it was said and its state. A sheet that comes back is held against it: where
// the record's own hash is still the sheet's, nobody changed the record
// meanwhile, and every differing cell is the sheet's change.
//
// It is twelve letters from a to p (48 bits), never a digit, so that no
// spreadsheet takes it for a number.
func RowHash(q *quotes.Quote) string {
	tags := slices.Sorted(slices.Values(q.Tags))
	fields := append([]string{
		q.Text, q.Speaker, string(q.Kind), string(q.Status), string(q.Verdict), string(q.Fidelity), q.Note, q.SaidOn, string(q.State),
	}, tags...)
	var all []byte
	for _, field := range fields {
		// The length in front keeps neighbouring fields apart.
		all = strconv.AppendInt(all, int64(len(field)), 10)
		all = append(append(all, ':'), field...)
	}
	sum := sha256.Sum256(all)
	hash := make([]byte, 0, 12)
	for _, b := range sum[:6] {
		hash = append(hash, 'a'+b>>4, 'a'+b&15)
	}
	return string(hash)
}
