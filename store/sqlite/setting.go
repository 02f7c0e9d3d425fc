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
	return s.write(ctx, op, func(w *write) error {
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
	})
}
