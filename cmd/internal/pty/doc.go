// Package pty gives tests a terminal: a pseudo-terminal to run a program on,
// and a picture of what a person would see there.
package pty
