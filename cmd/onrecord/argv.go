package main

import (
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"onrecord/quotes"
)

// completionFlag is what shells append to ask for completions.
const completionFlag = "--generate-bash-completion"

// arrange puts the words of a command line into the one order that the cli
// library reads whole: global flags, command, subcommand, its flags, "--" and
// the arguments. Left to itself the library takes every flag behind the first
// argument for an argument, so that `mark 12 --note x` would lose the note.
//
// Flags may stand anywhere, "--" ends them, "-" alone is an argument. An
// unknown flag, one without its value, and an unknown command are CodeInvalid.
func arrange(app *cli.App, words []string) ([]string, error) {
	path := commandPath(app, words)
	if bare := bareWords(app, words); len(path) == 0 && len(bare) > 0 {
		return nil, unknownCommand(app, bare[0])
	}
	a := arranger{global: flagTable(append(app.Flags, cli.VersionFlag)), local: flagTable(nil), skip: len(path)}
	if len(path) > 0 {
		a.local = flagTable(path[len(path)-1].Flags)
	}
	for len(words) > 0 {
		var err error
		if words, err = a.take(words); err != nil {
			return nil, err
		}
	}
	out := a.globals
	for _, c := range path {
		out = append(out, c.Name)
	}
	if slices.ContainsFunc(a.locals, asksForHelp) {
		// The library would look for help on the arguments.
		return append(out, "--help"), nil
	}
	out = append(out, a.locals...)
	if len(a.arguments) > 0 {
		out = append(append(out, "--"), a.arguments...)
	}
	return out, nil
}

// arranger sorts words into their places.
type arranger struct {
	global, local              map[string]cli.Flag
	globals, locals, arguments []string
	skip                       int // command names still to be passed over
}

// take moves the first word, and the value that belongs to it, and returns the
// rest.
func (a *arranger) take(words []string) ([]string, error) {
	word, rest := words[0], words[1:]
	if word == "--" {
		a.arguments = append(a.arguments, rest...)
		return nil, nil
	}
	if !isFlag(word) {
		if a.skip > 0 {
			a.skip--
		} else {
			a.arguments = append(a.arguments, word)
		}
		return rest, nil
	}
	name, _, hasValue := strings.Cut(strings.TrimLeft(word, "-"), "=")
	to, flag := &a.locals, a.local[name]
	if flag == nil {
		to, flag = &a.globals, a.global[name]
	}
	if flag == nil {
		return nil, a.unknownFlag(word, name)
	}
	*to = append(*to, word)
	if hasValue || !takesValue(flag) {
		return rest, nil
	}
	if len(rest) == 0 || a.isKnownFlag(rest[0]) {
		return nil, quotes.Errorf(quotes.CodeInvalid, "%s has no value", word).
			Do("write %s VALUE, or %s=VALUE if the value starts with a dash", word, word)
	}
	// Joined, so that a value that starts with a dash stays one.
	(*to)[len(*to)-1] = word + "=" + rest[0]
	return rest[1:], nil
}

func (a *arranger) isKnownFlag(word string) bool {
	if !isFlag(word) {
		return false
	}
	name, _, _ := strings.Cut(strings.TrimLeft(word, "-"), "=")
	return a.local[name] != nil || a.global[name] != nil
}

func (a *arranger) unknownFlag(word, name string) error {
	var known []string
	for _, table := range []map[string]cli.Flag{a.local, a.global} {
		for n := range table {
			if len(n) > 1 {
				known = append(known, n)
			}
		}
	}
	slices.Sort(known)
	err := quotes.Errorf(quotes.CodeInvalid, "unknown flag %s", strings.SplitN(word, "=", 2)[0])
	if near := quotes.Nearest(name, known); near != "" {
		return err.Do("did you mean --%s? (-h lists them; -- before an argument that starts with a dash)", near)
	}
	return err.Do("-h lists the flags; put -- before an argument that starts with a dash")
}

func asksForHelp(word string) bool {
	return slices.Contains([]string{"-h", "--h", "-help", "--help"}, word)
}

// isFlag reports whether a word is written as a flag. "-" is standard input.
func isFlag(word string) bool { return len(word) > 1 && word[0] == '-' }

// commandPath is the command, and its subcommand, that the words name.
func commandPath(app *cli.App, words []string) []*cli.Command {
	var path []*cli.Command
	commands := app.Commands
	for _, word := range bareWords(app, words) {
		found := findCommand(commands, word)
		if found == nil {
			break
		}
		path, commands = append(path, found), found.Subcommands
	}
	return path
}

// bareWords are the words before "--" that are neither flags nor their values.
// Flags of every command are known here, since one may stand before the
// command it belongs to; TestFlagsAgree holds that a name takes a value in all
// commands or in none.
func bareWords(app *cli.App, words []string) []string {
	flags := flagTable(app.Flags)
	addFlags(flags, app.Commands)
	var bare []string
	for i := 0; i < len(words) && words[i] != "--"; i++ {
		if !isFlag(words[i]) {
			bare = append(bare, words[i])
			continue
		}
		name, _, hasValue := strings.Cut(strings.TrimLeft(words[i], "-"), "=")
		if flag := flags[name]; flag != nil && takesValue(flag) && !hasValue {
			i++
		}
	}
	return bare
}

// unknownCommand is the error for a first word that is no command.
func unknownCommand(app *cli.App, word string) error {
	err := quotes.Errorf(quotes.CodeInvalid, "unknown command %q", word)
	if near := quotes.Nearest(word, commandNames(app.Commands)); near != "" {
		return err.Do("did you mean %q? onrecord -h lists the commands", near)
	}
	return err.Do("onrecord -h lists the commands")
}

func findCommand(commands []*cli.Command, name string) *cli.Command {
	for _, c := range commands {
		if c.HasName(name) {
			return c
		}
	}
	return nil
}

func commandNames(commands []*cli.Command) []string {
	var names []string
	for _, c := range commands {
		if !c.Hidden {
			names = append(names, c.Name)
		}
	}
	return names
}

// flagTable maps every name of the flags, and those of help, to its flag.
func flagTable(flags []cli.Flag) map[string]cli.Flag {
	table := map[string]cli.Flag{"help": cli.HelpFlag, "h": cli.HelpFlag}
	for _, flag := range flags {
		for _, name := range flag.Names() {
			table[name] = flag
		}
	}
	return table
}

func addFlags(table map[string]cli.Flag, commands []*cli.Command) {
	for _, c := range commands {
		for _, flag := range c.Flags {
			for _, name := range flag.Names() {
				table[name] = flag
			}
		}
		addFlags(table, c.Subcommands)
	}
}

func takesValue(flag cli.Flag) bool {
	f, ok := flag.(cli.DocGenerationFlag)
	return ok && f.TakesValue()
}
