package sqlite

import (
	"path/filepath"
	"syscall"

	"onrecord/quotes"
)

// networkFilesystems are the magic numbers of statfs(2) for filesystems whose
// files other machines may hold open. SQLite's WAL needs memory shared between
// all who use a file, which these cannot give.
var networkFilesystems = map[uint32]string{
	0x6969:     "NFS",
	0xff534d42: "SMB",
	0xfe534d42: "SMB",
	0x517b:     "SMB",
	0x65735546: "FUSE", // sshfs, gluster, rclone: not told apart here
	0x5346414f: "AFS",
	0x00c36400: "Ceph",
	0x01021997: "9P",
	0x0bd00bd0: "Lustre",
	0x47504653: "GPFS",
}

// filesystemOf is a variable so that tests can pretend.
var filesystemOf = func(path string) uint32 {
	var st syscall.Statfs_t
	if err := syscall.Statfs(path, &st); err != nil {
		if syscall.Statfs(filepath.Dir(path), &st) != nil {
			return 0
		}
	}
	return uint32(st.Type)
}

// onReadOnlyFilesystem is a variable so that tests can pretend.
var onReadOnlyFilesystem = func(path string) bool {
	const readOnly = 1 // ST_RDONLY
	var st syscall.Statfs_t
	return syscall.Statfs(path, &st) == nil && st.Flags&readOnly != 0
}

// refuseNetwork refuses a record on a network filesystem.
func refuseNetwork(path string) error {
	if name, ok := networkFilesystems[filesystemOf(path)]; ok {
		return quotes.Errorf(quotes.CodeUnusable,
			"%s is on a network filesystem (%s), where several writers would damage a record", path, name).
			Do("keep it on a disk of this machine")
	}
	return nil
}
