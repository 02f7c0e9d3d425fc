// Package exchange writes the record's values in the formats that leave the
// program: CSV, TSV, JSON, JSON lines, Markdown and HTML. What a record looks
// like is one Table per type, which listings, export, help and completion all
// read; how a format looks is one Writer.
//
// Texts come from strangers' pages. Each exit neutralises what is harmful
// there, with one function: Terminal, Line, CSVCell, TSVCell, Markdown, HTML
// and JSON. The stored text stays as it was.
package exchange
