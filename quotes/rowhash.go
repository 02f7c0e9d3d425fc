package quotes

import (
	"crypto/sha256"
	"slices"
	"strconv"
	"strings"
)

// Hash is a short hash of what an editor can change of a quote: its text,
// speaker, kind, status, verdict, fidelity, tags (in any order), note, the day
// it was said and its state. Two readings of a quote with the same hash show an
// editor the same.
//
// It is twelve letters from a to p (48 bits), never a digit, so that no
// spreadsheet takes it for a number.
func (q *Quote) Hash() string {
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

// RowHash marks a row of a sheet that goes out for review: the quote's Hash and
// the last change of the record at that time, as in "kfmapbcdefgh.1523". A
// sheet that comes back thereby tells which words went out, and the record's
// history what they were.
func (q *Quote) RowHash() string { return q.Hash() + "." + strconv.FormatInt(q.AsOf, 10) }

// ParseRowHash takes a RowHash apart; white space and case do not matter.
func ParseRowHash(s string) (hash string, asOf int64, ok bool) {
	hash, digits, found := strings.Cut(strings.ToLower(strings.TrimSpace(s)), ".")
	asOf, err := strconv.ParseInt(digits, 10, 64)
	ok = found && err == nil && asOf >= 0 && len(hash) == 12 && strings.Trim(hash, "abcdefghijklmnop") == ""
	return hash, asOf, ok
}
