package store

import (
	"siip-asn/flow/post"
)

// seen notes the mark of a delivery, and tells whether it was there before: Telegram delivers an update again until it is
// confirmed, and a message or a tap may come once more under another update id. Only what has no mark is known by its update
// id: the ids of a bot may start anew, and come to other messages then.
func (w *writer) seen(in post.Incoming) (again bool, err error) {
	switch {
	case in.Mark != "":
		again, err = w.note("mark", key(in.Mark))
	case in.Update != 0:
		again, err = w.note("update", key(in.Update))
	}
	return again, err
}

// note keeps when something was taken first, and tells whether it was taken before.
func (w *writer) note(bucket string, k []byte) (known bool, err error) {
	b := w.tx.Bucket([]byte(bucket))
	if b.Get(k) != nil {
		return true, nil
	}
	return false, b.Put(k, key(w.in.Event.At.Unix()))
}
