package main

import (
	"strings"

	"github.com/urfave/cli/v2"
)

// flagLine is a flag as the help shows it: its names with what it takes, and
// what it does. The library's own repeats the names of flags that may be given
// again, and the default of every switch.
func flagLine(flag cli.Flag) string {
	f, ok := flag.(cli.DocGenerationFlag)
	if !ok {
		return "--" + flag.Names()[0]
	}
	names := make([]string, len(flag.Names()))
	for i, name := range flag.Names() {
		names[i] = "--" + name
		if len(name) == 1 {
			names[i] = "-" + name
		}
	}
	// The word between backquotes in the usage names the value.
	usage, value := f.GetUsage(), "WORD"
	if before, rest, found := strings.Cut(usage, "`"); found {
		named, after, _ := strings.Cut(rest, "`")
		value, usage = named, strings.TrimSuffix(before+named+after, ": "+named)
	}
	line := strings.Join(names, ", ")
	if takesValue(flag) {
		line += " " + value
	}
	return line + "\t" + usage
}

// commandHelp shows examples first: they are what help is opened for.
const commandHelp = `{{if .Description}}Examples:
{{.Description}}

{{end}}{{.HelpName}} - {{.Usage}}

Usage: {{if .UsageText}}{{.UsageText}}{{else}}{{.HelpName}}{{if .VisibleFlags}} [flags]{{end}}{{if .ArgsUsage}} {{.ArgsUsage}}{{end}}{{end}}
{{if .Subcommands}}
Commands:
{{range .VisibleCommands}}  {{join .Names ", "}}{{"\t"}}{{.Usage}}
{{end}}{{end}}{{if .VisibleFlags}}
Flags:
{{range .VisibleFlags}}  {{.}}
{{end}}{{end}}
Flags and arguments may stand in any order. Global flags: --db, --as, --color, --no-pager.
`

const appHelp = `Examples:
  onrecord ingest article.html          read an article and keep its quotes
  onrecord review                       go through what was found, key by key
  onrecord list --speaker putin         what somebody said, newest first
  onrecord flag 12 --part "exact words" put a claim up for verification
  onrecord mark 12 false --evidence URL judge it
  onrecord export -o review.csv         a table for editorial review

{{.Name}} - {{.Usage}}

Usage: {{.Name}} [global flags] COMMAND [flags] [arguments]

Commands:
{{range .VisibleCommands}}  {{join .Names ", "}}{{"\t"}}{{.Usage}}
{{end}}
Global flags:
{{range .VisibleFlags}}  {{.}}
{{end}}
Exit codes: 0 fine, 1 failure, 2 wrong usage, 130 interrupted.
onrecord COMMAND -h shows a command with examples.
`
