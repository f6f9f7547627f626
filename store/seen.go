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

// A chat keeps its newest marks in one record: each its fingerprint (8 bytes) and when it was taken (unix seconds, 4 bytes).
// What is delivered again are the updates of the last poll, which holds a hundred at most, and what somebody's client has
// sent twice within moments.
const (
	markSize = 12
	marksMax = 256
)

// noteMark keeps a mark as the newest of its chat, and tells whether it was there before.
func (w *writer) noteMark(chat flow.AccountID, mark string) (known bool, err error) {
	b, k := talks.In(w.tx), marksKey(chat)
	list, finger := b.Get(k), textHash(mark)
	for at := 0; at+markSize <= len(list); at += markSize {
		if binary.BigEndian.Uint64(list[at:]) == finger {
			return true, nil
		}
	}
	if b.Get(oldMarkKey(mark)) != nil {
		return true, nil
	}
	now := w.in.Event.At
	list = recentMarks(list, now.Add(-kept))
	next := make([]byte, 0, len(list)+markSize)
	next = binary.BigEndian.AppendUint64(append(next, list...), finger)
	return false, b.Put(k, binary.BigEndian.AppendUint32(next, uint32(now.Unix())))
}

// recentMarks leaves away what is older, and what is too much with one more.
func recentMarks(list []byte, before time.Time) []byte {
	if most := (marksMax - 1) * markSize; len(list) > most {
		list = list[len(list)-most:]
	}
	for len(list) >= markSize && markTime(list).Before(before) {
		list = list[markSize:]
	}
	return list
}

// markTime is when the first of a list of marks was taken.
func markTime(list []byte) time.Time { return time.Unix(int64(binary.BigEndian.Uint32(list[8:])), 0) }

// pruneMarks forgets the marks of chats that have been quiet since then, and those of an earlier version of the program.
func pruneMarks(tx *bolt.Tx, before time.Time) error {
	var old [][]byte
	talks.Scan(tx, nil, func(k, v []byte) bool {
		if _, kind := chatOf(k); kind != kindMark {
			return true
		}
		alone := len(k) > table.KindAt+1
		if alone && table.Signed(v) < before.Unix() || !alone && len(v) >= markSize && markTime(v[len(v)-markSize:]).Before(before) {
			old = append(old, append([]byte(nil), k...))
		}
		return true
	})
	return talks.Drop(tx, old)
}
