package main

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"onrecord/cmd/internal/fetch"
	"onrecord/quotes"
	"onrecord/quotes/read"
)

// sourceFlags are what ingest and extract accept to say where texts come from.
func sourceFlags(more ...cli.Flag) []cli.Flag {
	return append(more,
		&cli.StringFlag{Name: "title", Usage: "the headline: `TEXT`; wins over the page's own, as do the next five"},
		&cli.StringFlag{Name: "outlet", Usage: "who published it: `NAME`"},
		&cli.StringFlag{Name: "author", Usage: "the byline: `NAME`"},
		&cli.StringFlag{Name: "url", Usage: "its `ADDRESS`"},
		&cli.StringFlag{Name: "published", Usage: "the `DATE` of publication"},
		&cli.StringFlag{Name: "language", Usage: "its language as a BCP 47 `TAG`, such as en"},
		&cli.StringFlag{Name: "type", Usage: strings.Join(quotes.Strings(read.Types), ", "), Value: string(read.TypeAuto)},
	)
}

// sources reads articles from paths, addresses and standard input.
type sources struct {
	env       *environment
	kind      read.Type
	overrides read.Overrides
}

func newSources(c *cli.Context, env *environment) (*sources, error) {
	kind, err := quotes.ParseWord("type", read.Types, c.String("type"))
	if err != nil {
		return nil, err
	}
	if address := c.String("url"); address != "" {
		if err := checkWebAddress(address); err != nil {
			return nil, err
		}
	}
	overrides, err := read.Overrides{
		Title: c.String("title"), Outlet: c.String("outlet"), Author: c.String("author"),
		URL: c.String("url"), Published: c.String("published"), Language: c.String("language"),
	}.Check(env.clock())
	return &sources{env: env, kind: kind, overrides: overrides}, err
}

// articles goes through everything that the arguments name. After an error the
// rest goes on.
func (s *sources) articles(ctx context.Context, arguments []string) iter.Seq2[*quotes.Article, error] {
	return func(yield func(*quotes.Article, error) bool) {
		for _, argument := range arguments {
			for article, err := range s.argument(ctx, argument) {
				if ctx.Err() != nil {
					return
				}
				if article != nil {
					read.Finish(article, s.overrides, s.env.clock())
				}
				if !yield(article, err) {
					return
				}
			}
		}
	}
}

func (s *sources) argument(ctx context.Context, argument string) iter.Seq2[*quotes.Article, error] {
	switch {
	case argument == "-":
		return read.Articles(s.env.input(ctx), read.Source{Name: "-", Type: s.kind})
	case fetch.IsURL(argument):
		return s.address(ctx, argument)
	case strings.Contains(argument, "://"):
		// Get says which addresses it fetches.
		if _, err := os.Stat(argument); err != nil {
			return s.address(ctx, argument)
		}
	}
	info, err := os.Stat(argument)
	if err != nil {
		return failing(pathError(argument, err))
	}
	switch {
	case info.IsDir():
		return s.folder(argument)
	case info.Mode().IsRegular():
		return s.file(argument)
	}
	// A pipe, as of <(command), may wait for its writer even to be opened.
	return read.Articles(interruptibly(ctx, &lateFile{path: argument}), read.Source{Name: argument, Type: s.kind})
}

func (s *sources) address(ctx context.Context, address string) iter.Seq2[*quotes.Article, error] {
	client := fetch.Client{Version: version()}
	page, err := client.Get(ctx, address)
	if err != nil {
		return failing(err)
	}
	return read.Articles(bytes.NewReader(page.Body), read.Source{
		Name: address, ContentType: page.ContentType, Type: s.kind, BaseURL: page.URL,
	})
}

func (s *sources) file(path string) iter.Seq2[*quotes.Article, error] {
	return func(yield func(*quotes.Article, error) bool) {
		file, err := os.Open(path)
		if err != nil {
			yield(nil, pathError(path, err))
			return
		}
		defer file.Close()
		read.Articles(file, read.Source{Name: path, Type: s.kind})(yield)
	}
}

// folder walks a folder in the order of names: files that look like articles,
// hidden ones left out, and what is no file, such as a pipe, which could wait
// for ever. Links to folders below it are not followed, so that none goes round
// in a circle.
func (s *sources) folder(root string) iter.Seq2[*quotes.Article, error] {
	return func(yield func(*quotes.Article, error) bool) {
		found := false
		// WalkDir follows a link that is the root itself only with the separator.
		err := filepath.WalkDir(root+string(filepath.Separator), func(path string, entry fs.DirEntry, err error) error {
			if err != nil {
				if !yield(nil, pathError(path, err)) {
					return fs.SkipAll
				}
				return nil
			}
			if entry.IsDir() {
				if strings.HasPrefix(entry.Name(), ".") && filepath.Clean(path) != filepath.Clean(root) {
					return fs.SkipDir
				}
				return nil
			}
			if strings.HasPrefix(entry.Name(), ".") || !read.HasReadableEnding(entry.Name()) || !leadsToFile(path, entry) {
				return nil
			}
			found = true
			for article, err := range s.file(path) {
				if !yield(article, err) {
					return fs.SkipAll
				}
			}
			return nil
		})
		if err != nil {
			yield(nil, pathError(root, err))
		} else if !found {
			yield(nil, quotes.Errorf(quotes.CodeUnusable, "%s: no articles in this folder", root).
				Do("it is searched for files ending in .txt, .md, .html or .jsonl; name other files one by one"))
		}
	}
}

// leadsToFile reports whether a name in a folder is a file, or a link to one; a
// link to nothing counts, since reading it tells what is wrong.
func leadsToFile(path string, entry fs.DirEntry) bool {
	if entry.Type()&fs.ModeSymlink == 0 {
		return entry.Type().IsRegular()
	}
	info, err := os.Stat(path)
	return err != nil || info.Mode().IsRegular()
}

func failing(err error) iter.Seq2[*quotes.Article, error] {
	return func(yield func(*quotes.Article, error) bool) { yield(nil, err) }
}

// pathError says what is wrong with a path, and what to do about it.
func pathError(path string, err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return quotes.Errorf(quotes.CodeNotFound, "%s: no such file or folder", path).Do("check the path; - reads standard input")
	case errors.Is(err, fs.ErrPermission):
		return quotes.Errorf(quotes.CodeUnusable, "%s: you may not read it", path).Do("check its permissions")
	}
	var pathErr *fs.PathError
	if errors.As(err, &pathErr) {
		err = pathErr.Err
	}
	return quotes.Errorf(quotes.CodeUnusable, "%s: %v", path, err).Do("check the path")
}
