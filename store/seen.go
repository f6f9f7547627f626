package store

import (
	"encoding/binary"
	"time"

	bolt "go.etcd.io/bbolt"

	"siip-asn/flow"
	"siip-asn/flow/post"
	"siip-asn/store/table"
)

// seen notes the mark of a delivery, and tells whether it was there before: Telegram delivers an update again until it is
// confirmed, and a message or a tap may come once more under another update id. Only what has no mark is known by its update
// id: the ids of a bot may start anew, and come to other messages then.
func (w *writer) seen(in post.Incoming) (again bool, err error) {
	switch {
	case in.Mark != "":
		return w.noteMark(in.Event.Chat(), in.Mark)
	case in.Update != 0:
		return w.noteUpdate(in.Update)
	}
	return false, nil
}

// noteUpdate keeps when an update was taken first, and tells whether it was taken before.
func (w *writer) noteUpdate(id int64) (known bool, err error) {
	b, k := updates.In(w.tx), key(id)
	if b.Get(k) != nil {
		return true, nil
	}
	return false, b.Put(k, key(w.in.Event.At.Unix()))
}

// A chat keeps its newest marks in one record: when the newest was taken (unix seconds, 8 bytes), and their fingerprints, 8
// bytes each. What is delivered again are the updates of the last poll, a hundred at most, and what somebody's client has
// sent twice within moments.
const (
	markSize = 8
	marksMax = 128
)

// noteMark keeps a mark as the newest of its chat, and tells whether it was there before.
func (w *writer) noteMark(chat flow.AccountID, mark string) (known bool, err error) {
	b, k := talks.In(w.tx), marksKey(chat)
	record, finger := b.Get(k), textHash(mark)
	marks := record[min(len(record), markSize):]
	for at := 0; at+markSize <= len(marks); at += markSize {
		if binary.BigEndian.Uint64(marks[at:]) == finger {
			return true, nil
		}
	}
	if b.Get(oldMarkKey(mark)) != nil {
		return true, nil
	}
	marks = marks[max(0, len(marks)-(marksMax-1)*markSize):]
	next := append(make([]byte, 0, len(marks)+2*markSize), key(w.in.Event.At.Unix())...)
	return false, b.Put(k, binary.BigEndian.AppendUint64(append(next, marks...), finger))
}

// pruneMarks forgets the marks of chats that have been quiet since then, and those of an earlier version of the program.
func pruneMarks(tx *bolt.Tx, before time.Time) error {
	var old [][]byte
	talks.Scan(tx, nil, func(k, v []byte) bool {
		if _, kind := chatOf(k); kind == kindMark && len(v) >= markSize && table.Signed(v[:markSize]) < before.Unix() {
			old = append(old, append([]byte(nil), k...))
		}
		return true
	})
	return talks.Drop(tx, old)
}
