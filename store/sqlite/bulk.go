package sqlite

import (
	"bytes"
	"context"
	"sync"

	"onrecord/store"
)

// manyPages is how many pages of 4 KiB the WAL gathers during a large ingest
// before they go to the file: pages that batch after batch changes, as those
// of the indexes, then go there once.
const manyPages = "16384"

// writeMany is write for many rows. A statement that writes several rows first
// copies every page it touches, to take the statement back if a row fails; the
// copies stay in memory here, where else each is written to a file.
func (s *Store) writeMany(ctx context.Context, op *store.Op, do func(w *write) error) (err error) {
	conn, err := s.db.Conn(ctx)
	if err != nil {
		return s.fault(err)
	}
	defer func() { _ = conn.Close() }()
	const before = "PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = " + manyPages
	const after = "PRAGMA temp_store = DEFAULT; PRAGMA wal_autocheckpoint = 1000"
	if _, err := conn.ExecContext(ctx, before); err != nil {
		return s.fault(err)
	}
	defer func() {
		// Whatever became of the write, the connection goes back as it was.
		if _, undo := conn.ExecContext(context.WithoutCancel(ctx), after); err == nil {
			err = s.fault(undo)
		}
	}()
	return s.writeOn(ctx, conn, op, do)
}

// knownNames keeps what one ingest found out about speakers' names for the
// next. Every write adds to the chain of changes, so it holds exactly while
// the chain ends where it did then.
type knownNames struct {
	sync.Mutex
	seq   int64
	head  []byte
	links *linker
}

// namesKept bounds the memory of what is kept: some 100 bytes a name.
const namesKept = 500_000

// lend gives a transaction what is known, if it still holds.
func (k *knownNames) lend(w *write) {
	k.Lock()
	defer k.Unlock()
	links := k.links
	k.links = nil // until it is committed, what this transaction adds is not so
	if links == nil || k.seq != w.seq || !bytes.Equal(k.head, w.head) {
		return
	}
	links.w = w
	w.links = links
}

// keep remembers what a transaction knows. It is of use only once the chain
// ends with the transaction's last change, and so not if it is rolled back.
func (k *knownNames) keep(w *write) {
	k.Lock()
	defer k.Unlock()
	k.links = nil
	if w.links == nil || len(w.links.byKey)+len(w.links.owned) > namesKept {
		return
	}
	k.seq, k.head, k.links = w.seq, w.head, w.links
}
