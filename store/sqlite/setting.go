package sqlite

import (
	"context"
	"database/sql"
	"strings"
	"unicode/utf8"

	"onrecord/quotes"
	"onrecord/store"
)

// Settings are the settings of this record.
func (s *Store) Settings(ctx context.Context) (map[string]string, error) {
	out := map[string]string{}
	err := s.read(ctx, func(r *reader) error {
		return r.each("SELECT key, value FROM settings WHERE withdrawn = 0", nil, func(rows *sql.Rows) error {
			var key, value string
			err := rows.Scan(&key, &value)
			out[key] = value
			return err
		})
	})
	return out, err
}

// SetSetting sets one; an empty value takes it back.
func (s *Store) SetSetting(ctx context.Context, op *store.Op, key, value string) error {
	if strings.TrimSpace(key) == "" || !utf8.ValidString(key+value) {
		return quotes.Errorf(quotes.CodeInvalid, "%q is no setting", key).Do("`onrecord config` lists them")
	}
	return s.write(ctx, op, func(w *write) error { return w.setSetting(key, value) })
}

func (w *write) setSetting(key, value string) error {
	ids, err := w.integers("SELECT id FROM settings WHERE key = ?", key)
	if err != nil {
		return err
	}
	if value != "" {
		return w.ensure(quotes.EntitySetting, ids, state{key, value})
	}
	if len(ids) == 0 {
		return nil
	}
	_, stands, err := w.load(tableOf(quotes.EntitySetting), ids[0])
	if err != nil || !stands {
		return err
	}
	return w.withdraw(quotes.EntitySetting, ids[0])
}

// setting is the value of one, "" if it is not set.
func (w *write) setting(key string) (string, error) {
	var value string
	err := w.scan("SELECT value FROM settings WHERE key = ? AND withdrawn = 0", []any{key}, &value)
	if none(err) {
		return "", nil
	}
	return value, err
}
