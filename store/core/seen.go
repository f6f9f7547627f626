package core

import (
	"encoding/binary"
	"time"

	bolt "go.etcd.io/bbolt"

	"siip-asn/flow"
	"siip-asn/flow/post"
	"siip-asn/store/schema"
	"siip-asn/store/table"
)

// seen deduplicates deliveries: it notes the mark of one, and tells whether it was there before. Telegram delivers an update
// again until it is confirmed, and a message or a tap may come once more under another update id. What has no mark is known by
// its update id; what has one is not, because Telegram may begin anew to count, and an old id then belongs to a new message.
func (w *Writer) seen(in post.Incoming) (again bool, err error) {
	switch {
	case in.Mark != "":
		return noteMark(w, in.Event.Chat(), in.Mark)
	case in.Update != 0:
		return noteUpdate(w, in.Update)
	}
	return false, nil
}

// noteUpdate keeps when an update was taken first, and tells whether it was taken before.
func noteUpdate(w *Writer, id int64) (known bool, err error) {
	b, k := schema.Updates.In(w.Tx), schema.Key(id)
	if b.Get(k) != nil {
		return true, nil
	}
	return false, b.Put(k, schema.Key(w.in.Event.At.Unix()))
}

// The newest marks of a chat are a ring in one record: when the newest was taken (unix seconds, 8 bytes), then the hashes of the
// marks, oldest first. 128 are enough: what is delivered again is of the last poll, 100 updates at most, or was sent twice by a
// client within moments.
const (
	markSize = 8   // bytes of a hash, and of the time
	marksMax = 128 // hashes kept
)

// noteMark keeps a mark as the newest of its chat, and tells whether it was there before.
func noteMark(w *Writer, chat flow.AccountID, mark string) (known bool, err error) {
	b, k := schema.Talks.In(w.Tx), schema.MarksKey(chat)
	record, finger := b.Get(k), schema.TextHash(mark)
	marks := record[min(len(record), markSize):]
	for at := 0; at+markSize <= len(marks); at += markSize {
		if binary.BigEndian.Uint64(marks[at:]) == finger {
			return true, nil
		}
	}
	if b.Get(schema.OldMarkKey(mark)) != nil {
		return true, nil
	}
	marks = marks[max(0, len(marks)-(marksMax-1)*markSize):]
	next := append(make([]byte, 0, len(marks)+2*markSize), schema.Key(w.in.Event.At.Unix())...)
	return false, b.Put(k, binary.BigEndian.AppendUint64(append(next, marks...), finger))
}

// PruneMarks forgets the marks of chats that have been quiet since then, and those of an earlier version of the program.
func PruneMarks(tx *bolt.Tx, before time.Time) error {
	var old [][]byte
	schema.Talks.Scan(tx, nil, func(k, v []byte) bool {
		if _, kind := schema.ChatOf(k); kind == schema.KindMark && len(v) >= markSize && table.Signed(v[:markSize]) < before.Unix() {
			old = append(old, append([]byte(nil), k...))
		}
		return true
	})
	return schema.Talks.Drop(tx, old)
}
