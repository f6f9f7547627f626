package store

import (
	"siip-asn/flow/post"
	"siip-asn/store/table"
)

// seen notes the mark of a delivery, and tells whether it was there before: Telegram delivers an update again until it is
// confirmed, and a message or a tap may come once more under another update id. Only what has no mark is known by its update
// id: the ids of a bot may start anew, and come to other messages then.
func (w *writer) seen(in post.Incoming) (again bool, err error) {
	switch {
	case in.Mark != "":
		again, err = w.note(marks, key(in.Mark))
	case in.Update != 0:
		again, err = w.note(updates, key(in.Update))
	}
	return again, err
}

// note keeps when something was taken first, and tells whether it was taken before.
func (w *writer) note(bucket table.Bucket, k []byte) (known bool, err error) {
	b := bucket.In(w.tx)
	if b.Get(k) != nil {
		return true, nil
	}
	return false, b.Put(k, key(w.in.Event.At.Unix()))
}
