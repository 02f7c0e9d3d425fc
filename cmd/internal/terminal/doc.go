// Package terminal shows the record to a person at a terminal: tables and
// details that fit the width, colour by meaning, a pager for what is long,
// questions and progress.
//
// Whatever it is given to show is neutralised here: text from an article or a
// sheet cannot send a control sequence to the terminal.
package terminal
