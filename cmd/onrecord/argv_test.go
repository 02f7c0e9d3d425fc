package main

import (
	"slices"
	"strings"
	"testing"

	"github.com/urfave/cli/v2"

	"onrecord/quotes"
)

func testEnvironment() *environment {
	return &environment{
		stdin: strings.NewReader(""), stdout: &strings.Builder{}, stderr: &strings.Builder{},
		getenv: func(string) string { return "" },
	}
}

// Every order that an editor may type comes out in the one that the library
// reads whole. A word with a space is written with ␣ here.
func TestArrange(t *testing.T) {
	cases := []struct{ typed, want string }{
		{"list", "list"},
		{"mark 12 --note x", "mark --note=x -- 12"},
		{"mark 12 false --note the␣grounds --evidence https://a.example", "mark --note=the␣grounds --evidence=https://a.example -- 12 false"},
		{"mark --note x 12 false", "mark --note=x -- 12 false"},
		{"mark 12 --note=x false", "mark --note=x -- 12 false"},
		{"--note x mark 12 false", "mark --note=x -- 12 false"},
		{"mark 12 false --db here.db", "--db=here.db mark -- 12 false"},
		{"--db here.db mark 12 false --as rosa", "--db=here.db --as=rosa mark -- 12 false"},
		{"list --db here.db -n 3", "--db=here.db list -n=3"},
		{"mark 12 false --note -5", "mark --note=-5 -- 12 false"},
		{"mark 12 false --note -", "mark --note=- -- 12 false"},
		{"mark 12 false --note=--tag", "mark --note=--tag -- 12 false"},
		{"mark 12 -- --note", "mark -- 12 --note"},
		{"search -- -5", "search -- -5"},
		{"search -- -- x", "search -- -- x"},
		{"ingest - --title A", "ingest --title=A -- -"},
		{"ingest --title A -", "ingest --title=A -- -"},
		{"list -h", "list --help"},
		{"mark 1 false -h", "mark --help"},
		{"mark 1 --help --note x", "mark --help"},
		{"list -- -h", "list -- -h"},
		{"list help", "list -- help"},
		{"-h", "--help"},
		{"--version", "--version"},
		{"mark 1-3 --yes false", "mark --yes -- 1-3 false"},
		{"mark 1-3 false -y", "mark -y -- 1-3 false"},
		{"speakers", "speakers"},
		{"speakers kim", "speakers -- kim"},
		{"speakers merge #1 --yes #2", "speakers merge --yes -- #1 #2"},
		{"--yes speakers merge #1 #2", "speakers merge --yes -- #1 #2"},
		{"speakers --db x.db rename a b", "--db=x.db speakers rename -- a b"},
		{"list --tag a,b --tag c", "list --tag=a,b --tag=c"},
		{"list --speaker ''", "list --speaker=''"},
		{"--tag list list", "list --tag=list"},
		{"edit 3 --speaker list", "edit --speaker=list -- 3"},
		{"export -o out.csv --force", "export -o=out.csv --force"},
	}
	app := newApp(testEnvironment())
	for _, c := range cases {
		got, err := arrange(app, typed(c.typed))
		if err != nil {
			t.Errorf("%s: %v", c.typed, err)
		} else if want := typed(c.want); strings.Join(got, "\n") != strings.Join(want, "\n") {
			t.Errorf("%s:\n got %q\nwant %q", c.typed, got, want)
		}
	}
}

func TestArrangeErrors(t *testing.T) {
	cases := []struct{ typed, want string }{
		{"lst", `did you mean "list"`},
		{"frobnicate", "unknown command"},
		{"--db x.db lst", `did you mean "list"`},
		{"mark 12 --ntoe x", "did you mean --note"},
		{"list --wrong", "unknown flag --wrong"},
		{"list --wrong=3", "unknown flag --wrong;"},
		{"--wrong", "unknown flag --wrong"},
		{"mark 12 --note", "--note has no value"},
		{"mark 12 --note --yes", "--note has no value"},
		{"list --evidence x", "unknown flag --evidence"},
		{"speakers merge a b --evidence x", "unknown flag --evidence"},
		{"list -z", "unknown flag -z"},
	}
	app := newApp(testEnvironment())
	for _, c := range cases {
		_, err := arrange(app, typed(c.typed))
		if err == nil || !strings.Contains(err.Error(), c.want) || quotes.CodeOf(err) != quotes.CodeInvalid {
			t.Errorf("%s: %v; want %s", c.typed, err, c.want)
		}
	}
}

// A flag before its command is passed over with its value, so the same name
// must take a value in every command or in none.
func TestFlagsAgree(t *testing.T) {
	app := newApp(testEnvironment())
	takes := map[string]bool{}
	check := func(command string, flags []cli.Flag) {
		for _, flag := range flags {
			for _, name := range flag.Names() {
				if before, seen := takes[name]; seen && before != takesValue(flag) {
					t.Errorf("%s: -%s takes a value in one command and none in another", command, name)
				}
				takes[name] = takesValue(flag)
			}
		}
	}
	check("onrecord", app.Flags)
	var walk func([]*cli.Command)
	walk = func(commands []*cli.Command) {
		for _, c := range commands {
			check(c.Name, c.Flags)
			walk(c.Subcommands)
		}
	}
	walk(app.Commands)
}

// Nothing of what is typed is lost or made up.
func FuzzArrange(f *testing.F) {
	for _, seed := range []string{"mark 12 --note x", "-- list", "--db", "list -n 3 -- -x", "speakers merge a b --yes"} {
		f.Add(seed)
	}
	app := newApp(testEnvironment())
	f.Fuzz(func(t *testing.T, line string) {
		words := typed(line)
		got, err := arrange(app, words)
		if err != nil || slices.Contains(got, "--help") { // help needs nothing else
			return
		}
		if a, b := letters(words), letters(got); a != b {
			t.Fatalf("%q became %q", words, got)
		}
	})
}

// letters is the words' bytes in order of value, without = and -- which
// arranging may add.
func letters(words []string) string {
	var counts [256]int
	for _, word := range words {
		for _, b := range []byte(word) {
			counts[b]++
		}
	}
	var b strings.Builder
	for value, n := range counts {
		if value != '=' && value != '-' {
			b.WriteString(strings.Repeat(string(rune(value)), n))
		}
	}
	return b.String()
}

func typed(line string) []string {
	words := strings.Fields(line)
	for i, w := range words {
		words[i] = strings.ReplaceAll(strings.ReplaceAll(w, "␣", " "), "''", "")
	}
	return words
}
