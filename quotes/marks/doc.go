// Package marks finds the stretches between quote marks.
//
// The scanner reads each paragraph's marks once, weighs for each whether its
// neighbours make it an opener, a closer, an apostrophe or a unit, and takes
// the cheapest way to pair them: double marks, guillemets and corner brackets
// first, as they are sure, then single marks inside and between them. The
// direction of a curly mark is only a prior. A paragraph is a firewall: what a
// lost or stray mark spoils ends with it.
package marks
