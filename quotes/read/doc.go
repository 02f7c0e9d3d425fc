// Package read makes articles of bytes: plain text, HTML pages and articles as
// JSON lines, in whatever encoding they come. What it yields is valid UTF-8
// with line feeds only; otherwise the text is kept as it was, because every
// later offset points into it. It opens no files and fetches nothing.
package read
