// Package review goes through quotes one by one with an editor: on a full
// screen with single keys, or line by line on whatever reads and writes lines.
//
// A Desk is what both have in common: the quotes to go through, the one that
// lies on it, and the actions. It saves every decision at once, in a short
// transaction of its own, so that leaving at any point loses nothing, and no
// transaction is open while the editor thinks. What somebody else changed in
// the meantime is shown before it is decided over.
package review
