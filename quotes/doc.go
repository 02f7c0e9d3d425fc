// Package quotes holds the domain of onrecord: articles, the quotes found in
// them, the speakers behind them, the claims made of them and every change to
// any of these. It has types and pure functions only; it imports nothing of
// the project's own, does no input or output and knows no storage.
package quotes
