// Package text cuts an article's text into paragraphs and sentences,
// folds names into lookup keys, and converts offsets between bytes and code
// points.
//
// Every offset is a byte offset into the one immutable text. Pieces are in
// order, never overlap, begin and end on rune boundaries and at something
// visible, and together cover all that is visible.
package text
