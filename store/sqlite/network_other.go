//go:build !linux

package sqlite

// onReadOnlyFilesystem knows them on Linux only.
func onReadOnlyFilesystem(string) bool { return false }

// refuseNetwork knows network filesystems on Linux only.
func refuseNetwork(string) error { return nil }
