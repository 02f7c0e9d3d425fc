package main

import (
	"github.com/urfave/cli/v2"

	"onrecord/quotes"
	"onrecord/store"
)

func backupCommand(env *environment) *cli.Command {
	return &cli.Command{
		Name:      "backup",
		Usage:     "write a consistent copy, while others go on working",
		ArgsUsage: "FILE",
		Description: `  onrecord backup record-2026-11-23.db
  onrecord --db record-2026-11-23.db list      a backup is a record like any other`,
		Flags: []cli.Flag{
			&cli.BoolFlag{Name: "force", Usage: "replace an existing file"},
		},
		Action: func(c *cli.Context) error { return runBackup(c, env) },
	}
}

func runBackup(c *cli.Context, env *environment) error {
	if c.NArg() != 1 {
		return quotes.Errorf(quotes.CodeInvalid, "backup takes one file, not %d", c.NArg()).Do("name the copy, as in `onrecord backup copy.db`")
	}
	return withRecord(c, env, accessRead, func(s store.Store, _ *store.Op) error {
		head, err := s.Backup(c.Context, c.Args().First(), c.Bool("force"))
		if err != nil {
			return err
		}
		env.say("wrote %s; `onrecord check --head` with the line above proves it later", c.Args().First())
		env.print("head %s\n", head)
		return nil
	})
}
