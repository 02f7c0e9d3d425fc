package exchange

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"onrecord/quotes"
)

// dayColumns hold a day.
var dayColumns = map[string]bool{"said_on": true, "published": true, "date": true}

// sameCell reports whether a cell says what the record does: but for white
// space, the form of letters, numbers and days, the words for true and false,
// and the apostrophe before what looks like a formula.
func sameCell(column string, c SheetCell, stored string) bool {
	// What an exit made harmless was lost there, so both are compared as shown.
	want := fold(neutral(stored, false))
	for i, text := range []string{c.Text, c.Other, c.Raw} {
		if i > 0 && text == "" {
			continue
		}
		// A spreadsheet may have taken the apostrophe off, or not.
		for _, form := range []string{Uncell(text), text} {
			if got := fold(neutral(form, false)); got == want || got != "" && (isCutOf(got, want) || isPoorer(got, want)) {
				return true
			}
		}
	}
	switch {
	case dayColumns[column]:
		days, err := SheetDays(c)
		return err == nil && slices.Contains(days, stored)
	case column == "tags":
		return slices.Equal(tagSet(c.Text), tagSet(stored))
	case IsReviewed(column) && column != "speaker" && column != "note":
		return foldWord(column, c.Text) == foldWord(column, stored)
	}
	a, errA := strconv.ParseFloat(strings.Replace(c.Text, ",", ".", 1), 64)
	b, errB := strconv.ParseFloat(stored, 64)
	return errA == nil && errB == nil && a == b
}

// fold makes texts that look the same the same: composed letters, one space
// for any run of white space, none at the ends.
func fold(s string) string {
	return norm.NFC.String(strings.Join(strings.Fields(s), " "))
}

// isCutOf reports whether a cell is the beginning of a text that is too long
// for one: cut here, or without a word by the spreadsheet.
func isCutOf(got, want string) bool {
	if len(want) < mostInCell-len(cutMark) {
		return false
	}
	kept, marked := strings.CutSuffix(got, fold(cutMark))
	kept = strings.TrimSpace(kept)
	return len(kept) < len(want) && (marked || utf16Length(got) > mostInCell-100) && strings.HasPrefix(want, kept)
}

// isPoorer reports whether a cell is a text saved in an encoding that lacks
// some of its letters: a question mark stands for each, two for one that
// UTF-16 writes as two.
func isPoorer(got, want string) bool {
	if !strings.Contains(got, "?") {
		return false
	}
	lost := false
	for _, r := range want {
		if first, n := utf8.DecodeRuneInString(got); first == r {
			got = got[n:]
			continue
		}
		if r < utf8.RuneSelf || !strings.HasPrefix(got, "?") {
			return false
		}
		got, lost = got[1:], true
		if r > 0xffff {
			got = strings.TrimPrefix(got, "?")
		}
	}
	return lost && got == ""
}

// tagSet is the tags of a cell: parted by commas, semicolons or lines, in
// lower case, sorted, once each.
func tagSet(s string) []string {
	tags := strings.FieldsFunc(Uncell(neutral(s, false)), func(r rune) bool { return r == ',' || r == ';' || r == '\n' })
	kept := tags[:0]
	for _, tag := range tags {
		if tag = strings.TrimPrefix(fold(strings.ToLower(tag)), "#"); tag != "" {
			kept = append(kept, tag)
		}
	}
	slices.Sort(kept)
	return slices.Compact(kept)
}

// truthValues are what spreadsheets make of the words true and false, by the
// language they are set to.
var truthValues = map[string]string{
	"wahr": "true", "vrai": "true", "verdadero": "true", "vero": "true", "verdadeiro": "true", "waar": "true", "sann": "true",
	"sant": "true", "sand": "true", "tosi": "true", "prawda": "true", "pravda": "true", "igaz": "true", "doğru": "true",
	"истина": "true", "істина": "true", "adevărat": "true", "真": "true", "αληθησ": "true", "αληθής": "true",
	"falsch": "false", "faux": "false", "falso": "false", "onwaar": "false", "falskt": "false", "falsk": "false", "usann": "false",
	"epätosi": "false", "fałsz": "false", "nepravda": "false", "hamis": "false", "yanlış": "false", "ложь": "false",
	"хибність": "false", "fals": "false", "假": "false",
}

// foldWord is a word of a vocabulary as people type it: any case, spaces and
// dashes of any kind for hyphens, nothing for unchecked.
func foldWord(column, s string) string {
	s = strings.ToLower(fold(Uncell(neutral(s, false))))
	s = strings.NewReplacer(" ", "-", "_", "-", "–", "-", "—", "-", "‑", "-", "−", "-", "'", "", "’", "").Replace(s)
	s = strings.Trim(s, "-.")
	if truth, ok := truthValues[s]; ok && column == "verdict" {
		return truth
	}
	if s == "" && (column == "status" || column == "fidelity") {
		return string(quotes.StatusUnchecked)
	}
	return s
}

// spreadsheetErrors are what a broken formula shows.
var spreadsheetErrors = []string{"#NAME?", "#REF!", "#VALUE!", "#N/A", "#DIV/0!", "#NULL!", "#NUM!"}

// readCell gives the value that a cell of a reviewed column stands for, or
// CodeInvalid with what to write instead. Several days mean that day and month
// may have changed places.
func readCell(column string, c SheetCell, words Vocabulary) (string, error) {
	text := strings.TrimSpace(strings.ReplaceAll(neutral(Uncell(c.Text), false), "\r\n", "\n"))
	if slices.Contains(spreadsheetErrors, text) {
		return "", quotes.Errorf(quotes.CodeInvalid, "%s is a formula that failed", text).Do("write the words themselves")
	}
	switch {
	case column == "said_on":
		days, err := SheetDays(c)
		if err != nil {
			return "", err
		}
		if len(days) > 1 {
			return "", quotes.Errorf(quotes.CodeInvalid, "%q can be %s or %s", text, days[0], days[1]).Do("write it as %s", days[0])
		}
		return days[0], nil
	case column == "tags":
		return strings.Join(tagSet(c.Text), ", "), nil
	case len(words[column]) > 0:
		word := foldWord(column, text)
		for _, known := range words[column] {
			if foldWord(column, known) == word {
				return known, nil
			}
		}
		if word == "" && column == "verdict" {
			return "", nil
		}
		return "", quotes.UnknownWord(column, text, words[column])
	case isCut(c.Text):
		return "", quotes.Errorf(quotes.CodeInvalid, "the cell was cut on the way out").Do("change so long a %s with `onrecord edit`", column)
	}
	return text, nil
}

func isCut(s string) bool { return strings.HasSuffix(s, cutMark) }
