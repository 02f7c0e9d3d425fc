package main

import (
	"github.com/urfave/cli/v2"

	"onrecord/quotes"
)

func initCommand(env *environment) *cli.Command {
	return &cli.Command{
		Name:  "init",
		Usage: "make the database",
		Description: `  onrecord init                       in your data folder
  onrecord --db desk.db init --shared  for everyone of your group on this machine`,
		Flags: []cli.Flag{
			&cli.BoolFlag{Name: "shared", Usage: "let the members of your group read and write it"},
		},
		Action: func(c *cli.Context) error { return runInit(c, env) },
	}
}

func runInit(c *cli.Context, env *environment) error {
	if c.Args().Present() {
		return quotes.Errorf(quotes.CodeInvalid, "init takes no argument %q", c.Args().First()).
			Do("name the database with --db %s", c.Args().First())
	}
	path, err := env.databasePath(c.String(flagDB))
	if err != nil {
		return err
	}
	made, err := makeRecord(c.Context, env, path, c.Bool("shared"))
	if err != nil {
		return err
	}
	if made {
		env.say("made %s", path)
	} else {
		env.say("%s is a record already; nothing was changed", path)
	}
	return nil
}
