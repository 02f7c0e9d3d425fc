// Package alike tells how alike two statements are: whether one may be a repeat
// of the other, in equal words or in others.
//
// What they share counts by how rare it is (idf, K. Spärck Jones, 1972): stems
// of words, words that stand for one another, figures, names, and runs of words.
// Two statements on one subject share its few rare words; those that say the
// same share most of their words, and so the share of the whole decides.
package alike
