package main

import (
	"strings"
	"unicode"

	"github.com/urfave/cli/v2"

	"onrecord/quotes"
	"onrecord/store"
)

func tagCommand(env *environment) *cli.Command {
	return &cli.Command{
		Name:      "tag",
		Usage:     "put tags on quotes, or take them off",
		ArgsUsage: "ID… NAME…",
		Description: `  onrecord tag 12 15-18 sanctions energy
  onrecord tag 12 --remove energy
  onrecord tag --speaker putin --since 7d sanctions --yes
  onrecord list --tag sanctions --not-tag energy`,
		Flags: writeFlags(filterFlags(
			&cli.StringSliceFlag{Name: "remove", Usage: "take the tag `NAME` off"},
		)...),
		Action: func(c *cli.Context) error { return runTag(c, env) },
	}
}

func runTag(c *cli.Context, env *environment) error {
	t, rest, err := parseTargets(c.Args().Slice())
	if err != nil {
		return err
	}
	if len(t.claims) > 0 {
		return quotes.Errorf(quotes.CodeInvalid, "%s is a claim", claimNames(t.claims)).Do("tags are put on quotes")
	}
	add, err := tagNames(rest)
	if err != nil {
		return err
	}
	remove, err := tagNames(c.StringSlice("remove"))
	if err != nil {
		return err
	}
	if len(add)+len(remove) == 0 {
		return quotes.Errorf(quotes.CodeInvalid, "no tag to put on").Do("write it behind the ids, as in `onrecord tag 12 sanctions`")
	}
	if t.empty() && !filterIsSet(c) {
		return noTargets("tag", "tag 12 sanctions")
	}
	return withRecord(c, env, accessWrite, func(s store.Store, op *store.Op) error {
		ids, err := selectQuotes(c, env, s, t)
		if err != nil {
			return err
		}
		if err := confirm(c, env, "tag", len(ids)); err != nil {
			return err
		}
		changed, err := s.TagQuotes(c.Context, op, ids, add, remove)
		if err != nil {
			return err
		}
		env.done(op, "changed the tags of %s", plural(changed, "quote"))
		return nil
	})
}

// tagNames checks tags: lower case, a non-digit in each, since a bare number
// is an id, and no comma or control character, since lists of tags are joined
// by commas.
func tagNames(values []string) ([]string, error) {
	var tags []string
	for _, value := range lowered(values) {
		value = strings.TrimPrefix(value, "#")
		if value == "" || startsLikeID(value) || strings.ContainsFunc(value, notInTag) || len(value) > maxTag {
			return nil, quotes.Errorf(quotes.CodeInvalid, "%q cannot be a tag", value).
				Do("a tag holds a letter, no comma and no control character, and is at most %d bytes long", maxTag)
		}
		tags = append(tags, value)
	}
	return tags, nil
}

const maxTag = 100

func notInTag(r rune) bool {
	return r == ',' || !unicode.IsPrint(r)
}
