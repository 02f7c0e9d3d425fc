// Package compare holds two wordings of a statement against each other, word
// by word: which words were left out, put in or replaced, and whether that
// turns the statement round. It finds the passage of a long source that a quote
// was taken from, and gives texts fingerprints by which near copies are found.
//
// Case, quote marks, punctuation, diacritics, short forms (don't, do not) and
// the way a number is grouped make no difference: papers change these by their
// style, not what was said.
package compare
