package main

import (
	"strings"

	"github.com/urfave/cli/v2"

	"onrecord/quotes"
)

func completionCommand(env *environment) *cli.Command {
	return &cli.Command{
		Name:      "completion",
		Usage:     "shell completion for bash, zsh, fish or powershell",
		ArgsUsage: "SHELL",
		Description: `  source <(onrecord completion bash)                               in ~/.bashrc
  source <(onrecord completion zsh)                                in ~/.zshrc
  onrecord completion fish > ~/.config/fish/completions/onrecord.fish
  onrecord completion powershell | Out-String | Invoke-Expression  in $PROFILE`,
		Action: func(c *cli.Context) error {
			shells := []string{"bash", "zsh", "fish", "powershell"}
			if c.NArg() != 1 {
				return quotes.Errorf(quotes.CodeInvalid, "completion for which shell?").Do("one of %s", strings.Join(shells, ", "))
			}
			shell := strings.ToLower(c.Args().First())
			script, ok := completionScripts[shell]
			if !ok {
				return quotes.UnknownWord("shell", shell, shells)
			}
			env.print("%s", script)
			return nil
		},
	}
}

// completionScripts ask the program itself: each hands it the words typed so
// far, with completionFlag behind them, and offers the lines it prints.
var completionScripts = map[string]string{
	"bash": `_onrecord() {
  local IFS=$'\n' current="${COMP_WORDS[COMP_CWORD]}" words
  words=$("${COMP_WORDS[0]}" "${COMP_WORDS[@]:1:COMP_CWORD}" ` + completionFlag + ` 2>/dev/null)
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  COMPREPLY=("${COMPREPLY[@]// /\\ }")
}
complete -o default -F _onrecord onrecord
`,
	"zsh": `#compdef onrecord
_onrecord() {
  local -a offers
  offers=("${(@f)$("${words[1]}" "${(@)words[2,CURRENT]}" ` + completionFlag + ` 2>/dev/null)}")
  if [[ -n "${offers[1]}" ]]; then
    compadd -- "${offers[@]}"
  else
    _files
  fi
}
compdef _onrecord onrecord
`,
	"fish": `function __onrecord_complete
  set -l words (commandline -opc) (commandline -ct)
  $words[1] $words[2..-1] ` + completionFlag + ` 2>/dev/null
end
complete -c onrecord -a '(__onrecord_complete)'
`,
	"powershell": `Register-ArgumentCompleter -Native -CommandName onrecord -ScriptBlock {
  param($word, $ast, $position)
  $words = @($ast.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.ToString() })
  if ($word -eq '') { $words += '""' }
  onrecord @words ` + completionFlag + ` 2>$null | Where-Object { $_ -like "$word*" } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
`,
}
