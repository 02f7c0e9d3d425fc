package exchange

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"maps"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"

	"onrecord/quotes"
)

// mostReviewBytes is how large a file of reviews may be: that of Data Commons,
// with all its publishers, has a tenth of it.
const mostReviewBytes = 1 << 30

// node is an object of JSON-LD.
type node = map[string]any

// found is a review in a file, not yet mended.
type found struct {
	node
	// page is the address that the page around it gives itself, "" elsewhere.
	page string
	// broken says why there is no node: a block that is no JSON.
	broken string
	mended bool // it was none as it stood
}

// reviewsIn is what finding reviews has come to.
type reviewsIn struct {
	all  []found
	byID map[string]node
	page string
	// mended is set while a block is walked that had to be mended.
	mended bool
}

// IsReviews reports whether a file holds reviews, by its beginning (JSON, JSON
// lines or a page) and the type's name somewhere in it.
func IsReviews(r io.Reader) (bool, error) {
	in := bufio.NewReaderSize(r, 1<<16)
	var begins bool
	for {
		c, _, err := in.ReadRune()
		if errors.Is(err, io.EOF) {
			return false, nil
		}
		if err != nil {
			return false, err
		}
		if c != '\ufeff' && !unicode.IsSpace(c) {
			begins = strings.ContainsRune("{[<", c)
			break
		}
	}
	if !begins {
		return false, nil
	}
	// Whatever is cut by the end of a piece is whole in the next one.
	var piece []byte
	buffer := make([]byte, 1<<16)
	for {
		n, err := in.Read(buffer)
		piece = append(piece, buffer[:n]...)
		if bytes.Contains(piece, []byte(`ClaimReview"`)) || bytes.Contains(piece, []byte(`"claimReview"`)) {
			return true, nil
		}
		piece = piece[max(0, len(piece)-len(`"claimReview"`)):]
		if errors.Is(err, io.EOF) {
			return false, nil
		}
		if err != nil {
			return false, err
		}
	}
}

// findReviews finds the reviews in JSON (a review, a list of them, @graph, a
// DataFeed, an answer of Google's Fact Check Tools API), JSON lines, or a page
// with script blocks.
func findReviews(r io.Reader) (*reviewsIn, error) {
	data, err := io.ReadAll(io.LimitReader(r, mostReviewBytes+1))
	if err != nil {
		return nil, err
	}
	if len(data) > mostReviewBytes {
		return nil, quotes.Errorf(quotes.CodeUnusable, "it is larger than a gigabyte").Do("take it apart first")
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	in := &reviewsIn{byID: map[string]node{}}
	if bytes.HasPrefix(bytes.TrimLeft(data, " \t\r\n"), []byte("<")) {
		in.pageBlocks(data)
	} else {
		in.block(data)
	}
	return in, nil
}

// pageBlocks reads the script blocks of a page.
func (in *reviewsIn) pageBlocks(data []byte) {
	var blocks [][]byte
	inside := false
	for z := html.NewTokenizer(bytes.NewReader(data)); ; {
		kind := z.Next()
		if kind == html.ErrorToken {
			break // the end: the tokeniser takes anything else
		}
		switch kind {
		case html.StartTagToken, html.SelfClosingTagToken:
			t := z.Token()
			inside = kind == html.StartTagToken && t.Data == "script" && strings.HasPrefix(strings.ToLower(strings.TrimSpace(attribute(t, "type"))), "application/ld+json")
			in.address(t)
		case html.TextToken:
			if inside {
				blocks = append(blocks, bytes.Clone(z.Text()))
			}
			inside = false
		default:
			inside = false
		}
	}
	for _, block := range blocks {
		in.block(unwrapped(block))
	}
}

// address notes what a page says its address is: the canonical link counts
// more than og:url.
func (in *reviewsIn) address(t html.Token) {
	switch {
	case t.Data == "link" && strings.EqualFold(attribute(t, "rel"), "canonical") && isWebAddress(attribute(t, "href")):
		in.page = attribute(t, "href")
	case t.Data == "meta" && strings.EqualFold(attribute(t, "property"), "og:url") && in.page == "" && isWebAddress(attribute(t, "content")):
		in.page = attribute(t, "content")
	}
}

func attribute(t html.Token, name string) string {
	for _, a := range t.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// unwrapped takes off the comment signs around a block.
func unwrapped(block []byte) []byte {
	s := strings.TrimSpace(string(block))
	for _, wrap := range [][2]string{{"<!--", "-->"}, {"//<![CDATA[", "//]]>"}, {"<![CDATA[", "]]>"}, {"/*<![CDATA[*/", "/*]]>*/"}} {
		s = strings.TrimSpace(strings.TrimSuffix(strings.TrimPrefix(s, wrap[0]), wrap[1]))
	}
	return []byte(s)
}

// block reads the values of one block; if it is no JSON line by line, and each
// line that is none mended.
func (in *reviewsIn) block(data []byte) {
	if in.values(data) == nil {
		return
	}
	if values, err := decodeAll(mendJSON(data)); err == nil {
		in.take(values, true)
		return
	}
	lines := bytes.Split(data, []byte("\n"))
	var broken []found
	read := false
	for _, line := range lines {
		line = bytes.TrimSpace(line)
		if len(line) == 0 {
			continue
		}
		if in.values(line) == nil {
			read = true
			continue
		}
		values, err := decodeAll(mendJSON(line))
		if err == nil {
			in.take(values, true)
			read = true
			continue
		}
		broken = append(broken, found{broken: err.Error(), page: in.page})
	}
	switch {
	case read:
		in.all = append(in.all, broken...)
	case bytes.Contains(data, []byte("laimReview")):
		in.all = append(in.all, found{broken: "it is no JSON, and could not be mended", page: in.page})
	}
}

// values reads JSON values as they stand.
func (in *reviewsIn) values(data []byte) error {
	values, err := decodeAll(data)
	if err != nil {
		return err
	}
	in.take(values, false)
	return nil
}

func (in *reviewsIn) take(values []any, mended bool) {
	in.mended = mended
	for _, v := range values {
		in.walk(v, 0)
	}
}

// decodeAll reads JSON values one behind another; numbers keep their digits.
func decodeAll(data []byte) ([]any, error) {
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	var out []any
	for {
		var v any
		err := d.Decode(&v)
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, err
		}
		out = append(out, v)
	}
}

// mostNesting is how deep reviews may lie.
const mostNesting = 64

// walk finds the reviews below a value, wherever they are.
func (in *reviewsIn) walk(value any, depth int) {
	if depth > mostNesting {
		return
	}
	switch v := value.(type) {
	case []any:
		for _, element := range v {
			in.walk(element, depth+1)
		}
	case node:
		if id, ok := v["@id"].(string); ok && len(v) > 1 {
			in.byID[id] = v
		}
		if isOfType(v, "ClaimReview") {
			in.all = append(in.all, found{node: v, page: in.page, mended: in.mended})
		}
		if answers, ok := v["claimReview"].([]any); ok {
			for _, a := range answers {
				if review, ok := a.(node); ok {
					in.all = append(in.all, found{node: fromAPI(v, review), mended: in.mended})
				}
			}
			return
		}
		for _, key := range slices.Sorted(maps.Keys(v)) {
			in.walk(v[key], depth+1)
		}
	}
}

// isOfType reports whether a node is of one of schema.org's types, in any of
// the ways in which that is written.
func isOfType(v node, name string) bool {
	is := func(kind any) bool {
		s, ok := kind.(string)
		return ok && strings.EqualFold(s[strings.LastIndexAny(s, "/:#")+1:], name)
	}
	for _, key := range []string{"@type", "type"} {
		kinds, several := v[key].([]any)
		if is(v[key]) || several && slices.ContainsFunc(kinds, is) {
			return true
		}
	}
	return false
}

// fromAPI gives a claim of the Fact Check Tools API and one of its reviews the
// form of a ClaimReview:
// https://developers.google.com/fact-check/tools/api/reference/rest/v1alpha1/claims
func fromAPI(claim, review node) node {
	publisher, _ := review["publisher"].(node)
	author := node{"@type": typeOrganisation, "name": publisher["name"], "url": publisher["site"]}
	return node{
		"claimReviewed": claim["text"], "url": review["url"], "datePublished": review["reviewDate"], "author": author,
		"reviewRating": node{"alternateName": review["textualRating"]},
		"itemReviewed": node{"@type": "Claim", "author": claim["claimant"], "datePublished": claim["claimDate"]},
	}
}
