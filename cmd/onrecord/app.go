package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/urfave/cli/v2"

	"onrecord/quotes"
	"onrecord/quotes/exchange"
)

// Exit codes, the same for every command.
const (
	exitOK          = 0
	exitFailure     = 1
	exitUsage       = 2
	exitInterrupted = 130
)

// errReported is a failure about which everything has been said already.
var errReported = errors.New("reported")

// errInterrupted is how a command ends that its user broke off by a key.
var errInterrupted = errors.New("interrupted")

// run is the whole program: it does what words ask for and gives the exit
// code.
func run(ctx context.Context, words []string, env *environment) int {
	app := newApp(env)
	if n := len(words) - 1; n >= 0 && words[n] == completionFlag {
		complete(ctx, app, env, words[:n])
		return exitOK
	}
	arranged, err := arrange(app, words)
	if err == nil {
		helpWithScale(ctx, app, env, arranged)
		err = app.RunContext(ctx, append([]string{app.Name}, arranged...))
	}
	return exitCode(ctx, env, err)
}

// helpWithScale gives the help of mark, if it is asked for, the words of the
// record's own scale.
func helpWithScale(ctx context.Context, app *cli.App, env *environment, words []string) {
	path := commandPath(app, words)
	if len(path) != 1 || path[0].Name != "mark" || words[len(words)-1] != "--help" {
		return
	}
	c := &completer{ctx: ctx, app: app, env: env}
	c.findDatabase(words)
	path[0].Description = markHelp(c.scale())
}

// exitCode reports err, if there is one, in one line on stderr and gives the
// exit code for it.
func exitCode(ctx context.Context, env *environment, err error) int {
	switch {
	case ctx.Err() != nil, errors.Is(err, errInterrupted):
		fmt.Fprintln(env.stderr, "onrecord: interrupted; what was reported as saved is saved")
		return exitInterrupted
	case err == nil && env.broken == nil:
		return exitOK
	case err == nil:
		err = env.broken
	case errors.Is(err, errReported):
		return exitFailure
	}
	report(env, err)
	if quotes.CodeOf(err) == quotes.CodeInvalid {
		return exitUsage
	}
	return exitFailure
}

// report writes an error as one line, harmless whatever it quotes.
func report(env *environment, err error) { reportTo(env.stderr, err) }

func reportTo(w io.Writer, err error) {
	fmt.Fprintln(w, "onrecord: "+exchange.Line(err.Error()))
}

// newApp is the command line with all its commands.
func newApp(env *environment) *cli.App {
	app := &cli.App{
		Name:    "onrecord",
		Usage:   "who said what, in which words, and whether it holds up",
		Version: version(),
		Reader:  env.stdin, Writer: &helpWriter{env: env}, ErrWriter: env.stderr,
		Flags:                     globalFlags(),
		Commands:                  commands(env),
		HideHelpCommand:           true,
		DisableSliceFlagSeparator: true,
		Action:                    cli.ShowAppHelp,
		OnUsageError:              onUsageError,
		ExitErrHandler:            func(*cli.Context, error) {}, // only main exits
	}
	app.CustomAppHelpTemplate = appHelp
	cli.FlagStringer = flagLine
	prepare(app.Commands)
	return app
}

// prepare gives every command what the library would otherwise do worse: usage
// errors as errors and not as a dump of the help, and no "help" subcommand,
// which would swallow the argument of `list help`.
func prepare(commands []*cli.Command) {
	for _, c := range commands {
		c.HideHelpCommand = true
		c.OnUsageError = onUsageError
		c.CustomHelpTemplate = commandHelp
		prepare(c.Subcommands)
	}
}

func onUsageError(_ *cli.Context, err error, _ bool) error {
	if quotes.CodeOf(err) != "" {
		return err
	}
	return quotes.Errorf(quotes.CodeInvalid, "%s", strings.TrimPrefix(err.Error(), "flag: ")).
		Do("-h shows how it is used")
}

// Names of the flags that every command knows.
const (
	flagDB      = "db"
	flagAs      = "as"
	flagColor   = "color"
	flagNoPager = "no-pager"
)

func globalFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: flagDB, Usage: "the database `PATH`; else " + envDatabase + ", else onrecord/onrecord.db in your data folder"},
		&cli.StringFlag{Name: flagAs, Usage: "sign changes as `NAME`; else " + envEditor + ", else the system user"},
		&cli.StringFlag{Name: flagColor, Usage: "colour: auto, always or never", Value: "auto"},
		&cli.BoolFlag{Name: flagNoPager, Usage: "do not page long output"},
	}
}
