package sqlite

import (
	"context"
	"database/sql"
	"strings"

	"onrecord/quotes"
	"onrecord/store"
)

// Scales are the scales of verdicts that the record knows.
func (s *Store) Scales(ctx context.Context) (out quotes.Scales, err error) {
	err = s.read(ctx, func(r *reader) error {
		out, err = r.scales()
		return err
	})
	return out, err
}

// scales reads them. A definition counts even if it was withdrawn: verdicts
// given on it stand.
func (r *reader) scales() (quotes.Scales, error) {
	settings := map[string]string{}
	err := r.each("SELECT key, value, withdrawn FROM settings WHERE key >= ? AND key < ?",
		[]any{quotes.SettingScale, quotes.SettingScale + "~"}, func(rows *sql.Rows) error {
			var key, value string
			var withdrawn bool
			err := rows.Scan(&key, &value, &withdrawn)
			if !withdrawn || strings.HasPrefix(key, quotes.SettingScaleWords) {
				settings[key] = value
			}
			return err
		})
	if err != nil {
		return quotes.Scales{}, err
	}
	return quotes.ReadScales(settings)
}

// ChooseScale makes a scale that of later verdicts.
func (s *Store) ChooseScale(ctx context.Context, op *store.Op, name string) (out quotes.Scale, err error) {
	err = s.write(ctx, op, func(w *write) error {
		scales, err := w.reader().scales()
		if err != nil {
			return err
		}
		if out, err = scales.Find(name); err != nil {
			return err
		}
		return w.setSetting(quotes.SettingScale, out.ID())
	})
	return out, err
}

// DefineScale makes a scale of the record's own, and chooses it.
func (s *Store) DefineScale(ctx context.Context, op *store.Op, definition string) (out quotes.Scale, err error) {
	err = s.write(ctx, op, func(w *write) error {
		scales, err := w.reader().scales()
		if err != nil {
			return err
		}
		out = quotes.Scale{Name: quotes.OwnScale, Version: 1}
		if out.Words, err = scales.Current.Redefine(definition); err != nil {
			return err
		}
		for _, known := range scales.All() {
			if known.String() == out.String() {
				out = known
				return w.setSetting(quotes.SettingScale, out.ID())
			}
			if known.Name == out.Name {
				out.Version = max(out.Version, known.Version+1)
			}
		}
		if err := w.setSetting(quotes.SettingScaleWords+out.ID(), out.String()); err != nil {
			return err
		}
		return w.setSetting(quotes.SettingScale, out.ID())
	})
	return out, err
}
