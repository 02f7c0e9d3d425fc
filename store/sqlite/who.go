package sqlite

import (
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"onrecord/quotes"
	"onrecord/quotes/text"
	"onrecord/store"
)

// RenameSpeaker gives a new name; the old one stays as an alias.
func (s *Store) RenameSpeaker(ctx context.Context, op *store.Op, id quotes.SpeakerID, name string) error {
	name = strings.TrimSpace(name)
	if err := checkName(name); err != nil {
		return err
	}
	return s.write(ctx, op, func(w *write) error {
		root, kind, err := w.rootOf(id)
		if err != nil {
			return err
		}
		if err := w.nameFree(root, name); err != nil {
			return err
		}
		if _, err := w.update(quotes.EntitySpeaker, root, map[string]any{"name": name}); err != nil {
			return err
		}
		return w.nameByHand(root, kind, name)
	})
}

// MergeSpeakers makes the others the same as into. Each member of a merger
// points at its root, so that readings follow one step only.
func (s *Store) MergeSpeakers(ctx context.Context, op *store.Op, into quotes.SpeakerID, others []quotes.SpeakerID) error {
	return s.write(ctx, op, func(w *write) error {
		root, kind, err := w.rootOf(into)
		if err != nil {
			return err
		}
		merged := false
		for _, other := range others {
			from, _, err := w.rootOf(other)
			if err != nil {
				return err
			}
			if from == root {
				continue
			}
			merged = true
			if err := w.merge(root, kind, from); err != nil {
				return err
			}
		}
		if !merged {
			return quotes.Errorf(quotes.CodeInvalid, "they are one speaker already: #%d", root).
				Do("name at least one other speaker")
		}
		return nil
	})
}

func (w *write) merge(root int64, kind quotes.SpeakerKind, from int64) error {
	members, err := w.integers("SELECT id FROM speakers WHERE merged_into = ? AND withdrawn = 0 ORDER BY id", from)
	if err != nil {
		return err
	}
	for _, id := range append(members, from) {
		if _, err := w.update(quotes.EntitySpeaker, id, map[string]any{"merged_into": root}); err != nil {
			return err
		}
	}
	var name string
	if err := w.scan("SELECT name FROM speakers WHERE id = ?", []any{from}, &name); err != nil {
		return err
	}
	if shared, err := w.sharedName(root, name); err != nil || shared {
		return err
	}
	return w.nameByHand(root, kind, name)
}

// sharedName reports whether somebody outside the group of root has a name
// that holds this one: which of them a later article means is open.
func (w *write) sharedName(root int64, name string) (bool, error) {
	ids, err := w.reader().speakersHolding(text.Key(name))
	if err != nil {
		return false, err
	}
	return slices.ContainsFunc(ids, func(id int64) bool { return id != root }), nil
}

// AliasSpeaker adds and removes names.
func (s *Store) AliasSpeaker(ctx context.Context, op *store.Op, id quotes.SpeakerID, add, remove []string) error {
	for _, name := range add {
		if err := checkName(name); err != nil {
			return err
		}
	}
	return s.write(ctx, op, func(w *write) error {
		root, _, err := w.rootOf(id)
		if err != nil {
			return err
		}
		for _, name := range add {
			name = strings.TrimSpace(name)
			if err := w.nameFree(root, name); err != nil {
				return err
			}
			// Any kind: the editor says so in as many words.
			if err := w.nameByHand(root, quotes.SpeakerPerson, name); err != nil {
				return err
			}
		}
		for _, name := range remove {
			if err := w.removeAlias(root, name); err != nil {
				return err
			}
		}
		return nil
	})
}

func checkName(name string) error {
	if text.Key(name) == "" || !utf8.ValidString(name) {
		return quotes.Errorf(quotes.CodeInvalid, "%q is no name", name).Do("a name holds a letter")
	}
	return nil
}

// rootOf is whom a speaker stands for now.
func (w *write) rootOf(id quotes.SpeakerID) (root int64, kind quotes.SpeakerKind, err error) {
	err = w.scan(`SELECT r.id, r.kind FROM speakers s JOIN speakers r ON r.id = coalesce(s.merged_into, s.id)
		WHERE s.id = ? AND s.withdrawn = 0`, []any{int64(id)}, &root, &kind)
	if none(err) {
		err = quotes.Errorf(quotes.CodeNotFound, "there is no speaker #%d", id).Do("`onrecord speakers` shows the ids")
	}
	return root, kind, err
}

const inGroup = `speaker IN (SELECT ?1 UNION ALL SELECT id FROM speakers WHERE merged_into = ?1 AND withdrawn = 0)`

// nameFree refuses a name by which articles are linked to another speaker.
func (w *write) nameFree(root int64, name string) error {
	var other int64
	var called string
	err := w.scan(`SELECT r.id, r.name FROM aliases a JOIN speakers s ON s.id = a.speaker
		JOIN speakers r ON r.id = coalesce(s.merged_into, s.id)
		WHERE a.key = ? AND a.links = 1 AND a.withdrawn = 0 AND r.id <> ? ORDER BY r.id LIMIT 1`,
		[]any{text.Key(name), root}, &other, &called)
	if none(err) {
		return nil
	}
	if err != nil {
		return err
	}
	return quotes.Errorf(quotes.CodeConflict, "speaker #%d %s is called %q too", other, called, name).
		Do("if they are the same, merge them: onrecord speakers merge %d %d", other, root)
}

// nameByHand makes a name one by which later articles find the speaker; only
// a person or an organisation is found by name.
func (w *write) nameByHand(root int64, kind quotes.SpeakerKind, name string) error {
	key := text.Key(name)
	links := int64(0)
	if kind == quotes.SpeakerPerson || kind == quotes.SpeakerOrganisation {
		links = 1
	}
	ids, err := w.integers("SELECT id FROM aliases WHERE "+inGroup+" AND key = ?2 ORDER BY withdrawn, id LIMIT 1", root, key)
	if err != nil {
		return err
	}
	row := state{root, name, key, sourceHand, links}
	if len(ids) > 0 {
		before, stands, err := w.load(tableOf(quotes.EntityAlias), ids[0])
		if err != nil {
			return err
		}
		if stands && links == 0 {
			return nil
		}
		// Whose alias it is, and how it is spelt, stays.
		row = state{before[0], before[1], key, sourceHand, links}
	}
	return w.ensure(quotes.EntityAlias, ids, row)
}

func (w *write) removeAlias(root int64, name string) error {
	var called string
	if err := w.scan("SELECT name FROM speakers WHERE id = ?", []any{root}, &called); err != nil {
		return err
	}
	key := text.Key(name)
	if key == text.Key(called) {
		return quotes.Errorf(quotes.CodeInvalid, "%q is the speaker's name", name).Do("rename the speaker first")
	}
	ids, err := w.integers("SELECT id FROM aliases WHERE "+inGroup+" AND key = ?2 AND withdrawn = 0", root, key)
	if err != nil {
		return err
	}
	if len(ids) == 0 {
		return quotes.Errorf(quotes.CodeNotFound, "%s has no alias %q", called, name).Do("`onrecord speakers show %d` lists them", root)
	}
	for _, id := range ids {
		if err := w.withdraw(quotes.EntityAlias, id); err != nil {
			return err
		}
	}
	return nil
}
