package sqlite

import (
	"onrecord/quotes"
	"onrecord/quotes/text"
)

// Where an alias comes from. An editor's word counts more than a name, and a
// name more than a form that an article printed.
const (
	sourceHand    = "hand"
	sourceName    = "name"
	sourcePrinted = "printed"
)

// linker finds or makes the speakers that articles name.
type linker struct {
	w      *write
	byKey  map[string]int64          // 0: no speaker, or several
	owned  map[int64]map[string]bool // keys of a speaker's standing aliases
	silent *made                     // where new rows are noted instead of having changes of their own
}

// made is the speakers and aliases that an ingest made, as JSON for its one
// change.
type made struct {
	speakers, aliases []byte
}

func (w *write) linker() *linker {
	if w.links == nil {
		w.links = &linker{w: w, byKey: map[string]int64{}, owned: map[int64]map[string]bool{}}
	}
	return w.links
}

// link is the speaker that stands on record for one of an article's.
func (l *linker) link(s *quotes.Speaker) (int64, error) {
	key := text.Key(s.Name)
	id, err := l.known(key)
	if err != nil {
		return 0, err
	}
	if id == 0 {
		if id, err = l.make(s); err != nil {
			return 0, err
		}
		if s.Identifies() {
			// A name that fits several stays without a link.
			if _, several := l.byKey[key+severalMark]; !several {
				l.byKey[key] = id
			}
		}
	}
	for _, alias := range s.Aliases {
		if err := l.alias(id, s.Kind, alias, sourcePrinted); err != nil {
			return 0, err
		}
	}
	return id, nil
}

// severalMark makes the key under which byKey remembers that a name fits
// several speakers; no folded key holds it.
const severalMark = "\x00"

// known is the one speaker that a name links to, 0 if there is none or
// several: which of two is meant is not for the program to guess.
func (l *linker) known(key string) (int64, error) {
	if key == "" {
		return 0, nil
	}
	if id, ok := l.byKey[key]; ok {
		return id, nil
	}
	p, err := l.w.stmt(`SELECT a.source, coalesce(s.merged_into, s.id) FROM aliases a JOIN speakers s ON s.id = a.speaker
		WHERE a.key = ? AND a.links = 1 AND a.withdrawn = 0 AND s.withdrawn = 0`)
	if err != nil {
		return 0, err
	}
	rows, err := p.QueryContext(l.w.ctx, key)
	if err != nil {
		return 0, err
	}
	defer func() { _ = rows.Close() }()
	found := map[string]map[int64]bool{}
	for rows.Next() {
		var source string
		var id int64
		if err := rows.Scan(&source, &id); err != nil {
			return 0, err
		}
		if found[source] == nil {
			found[source] = map[int64]bool{}
		}
		found[source][id] = true
	}
	if err := rows.Err(); err != nil {
		return 0, err
	}
	l.byKey[key] = 0
	for _, source := range []string{sourceHand, sourceName, sourcePrinted} {
		ids := sorted(found[source])
		if len(ids) == 1 {
			l.byKey[key] = ids[0]
		}
		if len(ids) > 1 {
			l.byKey[key+severalMark] = 0
		}
		if len(ids) > 0 {
			break
		}
	}
	return l.byKey[key], nil
}

// make makes a new speaker with its name as the first alias.
func (l *linker) make(s *quotes.Speaker) (int64, error) {
	kind := s.Kind
	if kind == "" {
		kind = quotes.SpeakerPerson
	}
	t := tableOf(quotes.EntitySpeaker)
	row := state{s.Name, string(kind), s.Wikidata, s.Note, nil}
	id, err := l.insert(t, row)
	if err != nil {
		return 0, err
	}
	l.owned[id] = map[string]bool{}
	return id, l.alias(id, kind, s.Name, sourceName)
}

// alias gives a speaker a name that it does not have yet.
func (l *linker) alias(speaker int64, kind quotes.SpeakerKind, alias, source string) error {
	key := text.Key(alias)
	if key == "" {
		return nil
	}
	keys, err := l.keysOf(speaker)
	if err != nil || keys[key] {
		return err
	}
	links := int64(0)
	if source == sourceHand || (&quotes.Speaker{Kind: kind, Name: alias}).Identifies() {
		links = 1
		delete(l.byKey, key)
	}
	keys[key] = true
	_, err = l.insert(tableOf(quotes.EntityAlias), state{speaker, alias, key, source, links})
	return err
}

// keysOf are the keys of a speaker's aliases and of those merged into it.
func (l *linker) keysOf(speaker int64) (map[string]bool, error) {
	if keys, ok := l.owned[speaker]; ok {
		return keys, nil
	}
	p, err := l.w.stmt(`SELECT key FROM aliases WHERE withdrawn = 0 AND speaker IN
		(SELECT ?1 UNION ALL SELECT id FROM speakers WHERE merged_into = ?1 AND withdrawn = 0)`)
	if err != nil {
		return nil, err
	}
	rows, err := p.QueryContext(l.w.ctx, speaker)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	keys := map[string]bool{}
	for rows.Next() {
		var key string
		if err := rows.Scan(&key); err != nil {
			return nil, err
		}
		keys[key] = true
	}
	l.owned[speaker] = keys
	return keys, rows.Err()
}

// insert makes a row, with a change of its own or noted in the ingest's.
func (l *linker) insert(t *table, row state) (int64, error) {
	if l.silent == nil {
		return l.w.insert(t.entity, row)
	}
	id, err := l.w.newID(t)
	if err != nil {
		return 0, err
	}
	if err := l.w.insertRow(t, id, l.w.seq+1, row); err != nil {
		return 0, err
	}
	notes := &l.silent.speakers
	if t.entity == quotes.EntityAlias {
		notes = &l.silent.aliases
	}
	if len(*notes) > 0 {
		*notes = append(*notes, ',')
	}
	*notes = append(append(*notes, `{"id":`...), itoa(id)...)
	*notes = append(*notes, `,"row":`...)
	*notes = append(t.encode(*notes, row), '}')
	return id, nil
}
