// Package worth tells how worth checking a statement is: whether it states
// something that can be looked up and that matters if it is wrong, rather than
// an opinion, a feeling or a courtesy.
//
// It is a sum anybody can follow, not a model: each class of words found adds
// or takes its points once, and is told as a reason. The classes follow what
// ClaimBuster's annotators called check-worthy factual sentences (Hassan and
// others, Toward automated fact-checking, KDD 2017) and what fact-checkers say
// they choose by: numbers, comparisons, causes, records, promises, harm. The
// words and points are data, one file a language.
package worth
