package main

import (
	_ "embed"
	"fmt"
	"regexp"
)

// pronounsFile tells whom pronouns mean that do not speak: see its head.
//
//go:embed pronouns.txt
var pronounsFile string

// pronoun is what begins with one.
var pronoun = regexp.MustCompile(`(?i)^(he|him|she|hers?)(\W|$)`)

const longestPronoun = 4

// markPronouns adds to the documents whom their pronouns mean, where the file knows.
// Each place that it names must have a pronoun.
func markPronouns(docs []*document, file string) error {
	all, err := readNames(file)
	if err != nil {
		return err
	}
	for _, d := range docs {
		d.pronouns = all[d.Doc]
		for start := range d.pronouns {
			if at := d.runes[min(start, len(d.runes)):]; !pronoun.MatchString(string(at[:min(len(at), longestPronoun+1)])) {
				return fmt.Errorf("pronouns: %s has none at code point %d", d.Doc, start)
			}
		}
	}
	return nil
}
