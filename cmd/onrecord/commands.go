package main

import "github.com/urfave/cli/v2"

// commands is every command, in the order in which an editor meets them.
func commands(env *environment) []*cli.Command {
	return []*cli.Command{
		initCommand(env),
		ingestCommand(env),
		extractCommand(env),
		addCommand(env),
		listCommand(env),
		searchCommand(env),
		showCommand(env),
		editCommand(env),
		acceptCommand(env),
		rejectCommand(env),
		articlesCommand(env),
		reextractCommand(env),
		speakersCommand(env),
		tagCommand(env),
		flagCommand(env),
		markCommand(env),
		reviewCommand(env),
		claimsCommand(env),
		queueCommand(env),
		logCommand(env),
		undoCommand(env),
		redoCommand(env),
		matchCommand(env),
		verifyCommand(env),
		exportCommand(env),
		importCommand(env),
		lintCommand(env),
		statsCommand(env),
		reportCommand(env),
		checkCommand(env),
		backupCommand(env),
		configCommand(env),
		completionCommand(env),
	}
}
