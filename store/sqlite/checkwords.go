package sqlite

import (
	"fmt"
	"strings"
)

// words has FTS5 hold its indexes against the tables:
// https://sqlite.org/fts5.html#the_integrity_check_command. That is written as
// an insert and would keep every editor from writing for as long as it takes,
// so it is done on a copy among the connection's temporary tables, of the same
// moment as the rest of the check. The transaction's end removes it.
func (c *check) words() error {
	for _, t := range tables {
		f, ok := fullTexts[t.entity]
		if !ok {
			continue
		}
		if err := c.copyWords(t, f); err != nil {
			return fmt.Errorf("copying %s to check it: %w", f.name, err)
		}
		_, err := c.ExecContext(c.ctx, "INSERT INTO temp."+f.name+" ("+f.name+", rank) VALUES ('integrity-check', 1)")
		if isCorrupt(err) {
			c.problem("the full-text index %s does not match its table", f.name)
		} else if err != nil {
			return err
		}
		// The room is used again for the next.
		if _, err := c.ExecContext(c.ctx, "DROP TABLE temp."+f.name+"; DROP VIEW temp."+t.name); err != nil {
			return err
		}
	}
	return nil
}

// copyWords makes a temporary index of the same name and definition, whose
// words are a copy and whose content, a view, is the table itself.
func (c *check) copyWords(t *table, f fullText) error {
	const create = "CREATE VIRTUAL TABLE "
	var definition string
	if err := c.QueryRowContext(c.ctx, "SELECT sql FROM main.sqlite_schema WHERE name = ?", f.name).Scan(&definition); err != nil {
		return err
	}
	script := "CREATE TEMP VIEW " + t.name + " AS SELECT * FROM main." + t.name + ";" +
		create + "temp." + strings.TrimPrefix(definition, create) + ";"
	for _, part := range []string{"data", "idx"} {
		name := f.name + "_" + part
		script += "DELETE FROM temp." + name + "; INSERT INTO temp." + name + " SELECT * FROM main." + name + ";"
	}
	_, err := c.ExecContext(c.ctx, script)
	return err
}
