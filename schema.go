// Package onrecord holds the schema of the record, so that the one SQL file at
// the top of the repository is also the one the program runs.
package onrecord

import _ "embed"

// Schema makes an empty SQLite file into a record of the current version. It
// sets application_id and user_version itself.
//
//go:embed schema.sql
var Schema string
