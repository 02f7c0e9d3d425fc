// Command train learns the weights of quotes/attribute/model from a corpus:
//
//	go run ./cmd/train CORPUS_DIR
//
// It reads CORPUS_DIR/train.jsonl, prints figures by cross-validation over the
// publishers, and writes the weights file: the same bytes on every run.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

const weightsFile = "quotes/attribute/model/weights.bin"

func run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("train", flag.ContinueOnError)
	flags.SetOutput(stderr)
	articles := flags.String("articles", "cmd/train/articles", "learn from the marked articles in `FOLDER`, too; empty for none")
	unread := flags.String("unread", "cmd/train/unread", "learn from those in `FOLDER` and measure by them how sure names are; empty for none")
	out := flags.String("o", weightsFile, "write the weights to `FILE`")
	predictions := flags.String("predictions", "", "write the held-out predictions to `FILE`, as JSON lines")
	named := flags.String("named", "", "write the articles with who says each quote to `FILE`, for the corpus's scorer")
	if err := flags.Parse(args); err != nil {
		return 2
	}
	if flags.NArg() != 1 {
		fmt.Fprintln(stderr, "train: name one folder that holds train.jsonl")
		return 2
	}
	docs, err := readCorpus(flags.Arg(0))
	if err != nil {
		fmt.Fprintln(stderr, "train:", err)
		return 1
	}
	for _, folder := range []string{*articles, *unread} {
		if folder == "" {
			continue
		}
		own, err := readArticles(folder)
		if err != nil {
			fmt.Fprintln(stderr, "train:", err)
			return 1
		}
		for _, d := range own {
			d.unread = folder == *unread
		}
		docs = append(docs, own...)
	}
	if err := markPronouns(docs, pronounsFile); err != nil {
		fmt.Fprintln(stderr, "train:", err)
		return 1
	}
	t := trainer{docs: docs, out: stdout}
	m := t.train()
	if *named != "" {
		if err := t.writeNamed(flags.Arg(0), *named); err != nil {
			fmt.Fprintln(stderr, "train:", err)
			return 1
		}
	}
	if *predictions != "" {
		if err := t.writePredictions(*predictions); err != nil {
			fmt.Fprintln(stderr, "train:", err)
			return 1
		}
	}
	if err := os.WriteFile(*out, m.Append(nil), 0o644); err != nil {
		fmt.Fprintln(stderr, "train:", err)
		return 1
	}
	return 0
}
