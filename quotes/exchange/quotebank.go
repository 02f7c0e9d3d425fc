package exchange

import (
	"encoding/json"
	"strconv"
	"strings"

	"onrecord/quotes"
)

// quotebankMethod is the Method of quotes from Quotebank.
const quotebankMethod = "quotebank"

// wireQuotebank is a line of Quotebank's quotation-centric files: Vaucher,
// Spitz, Catasta and West, "Quotebank: A Corpus of Quotations from a Decade of
// News" (WSDM 2021).
type wireQuotebank struct {
	Quotation string              `json:"quotation"`
	Speaker   string              `json:"speaker"` // "None" for unknown
	QIDs      []string            `json:"qids"`    // all whom the name can mean
	Date      string              `json:"date"`    // of the first article, "2016-04-02 14:49:44"
	Probas    [][]json.RawMessage `json:"probas"`  // [name, "0.9"], the likeliest first
	URLs      []string            `json:"urls"`
}

func isQuotebank(fields map[string]json.RawMessage) bool {
	_, words := fields["quotation"]
	_, id := fields["quoteID"]
	_, probas := fields["probas"]
	return words && (id || probas)
}

// quotebankQuote reads a line of Quotebank's. Where several people bear the
// name, nobody's Wikidata id is taken.
func quotebankQuote(n *Newcomer, data []byte) {
	var wire wireQuotebank
	if err := json.Unmarshal(data, &wire); err != nil {
		n.Fail("", quotes.Errorf(quotes.CodeInvalid, "not as Quotebank has it: %v", err).Do("check the line"))
		return
	}
	q := &n.Quote
	q.Text, q.Method = Unmarked(wire.Quotation), quotebankMethod
	if q.Speaker = strings.TrimSpace(wire.Speaker); q.Speaker == "None" {
		q.Speaker, q.Reason = "", "unknown in Quotebank"
	}
	n.Text, n.Speaker = q.Text, q.Speaker
	if q.Text == "" {
		n.Fail("quotation", quotes.Errorf(quotes.CodeInvalid, "no words").Do("a quote needs its words"))
		return
	}
	if q.Speaker != "" {
		if len(wire.QIDs) == 1 && isWikidata(wire.QIDs[0]) {
			q.Wikidata = wire.QIDs[0]
		}
		var err error
		if q.Confidence, err = quotebankConfidence(q.Speaker, wire.Probas); err != nil {
			n.Fail("probas", err)
			return
		}
	}
	// The day is that of the first article that printed it.
	day, err := readCell("said_on", SheetCell{Text: wire.Date}, nil)
	if err != nil {
		n.Fail("date", err)
		return
	}
	q.Article.Published = day
	for _, url := range wire.URLs {
		if isWebAddress(url) {
			q.Article.URL = url
			break
		}
	}
}

// quotebankConfidence is the probability of the speaker, 0 where the line does
// not tell it.
func quotebankConfidence(speaker string, probas [][]json.RawMessage) (float64, error) {
	for _, pair := range probas {
		if len(pair) != 2 || plainWords(pair[0]) != speaker {
			continue
		}
		p, err := strconv.ParseFloat(plainWords(pair[1]), 64)
		if err != nil || !(p >= 0 && p <= 1) {
			return 0, quotes.Errorf(quotes.CodeInvalid, "%s is no probability", plainWords(pair[1])).Do("it is from 0 to 1")
		}
		return p, nil
	}
	return 0, nil
}
