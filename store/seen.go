package store

import "siip-asn/flow"

// seen notes the marks of a delivery, and tells whether one of them was there before: Telegram delivers an update again
// until it is confirmed, and a message or a tap may come once more under another update id.
func (w *writer) seen(in flow.Incoming) (bool, error) {
	again := false
	if in.Update != 0 {
		known, err := w.note("update", key(in.Update))
		if err != nil {
			return false, err
		}
		again = known
	}
	if in.Mark != "" {
		known, err := w.note("mark", key(in.Mark))
		if err != nil {
			return false, err
		}
		again = again || known
	}
	return again, nil
}

// note keeps when something was taken first, and tells whether it was taken before.
func (w *writer) note(bucket string, k []byte) (known bool, err error) {
	b := w.tx.Bucket([]byte(bucket))
	if b.Get(k) != nil {
		return true, nil
	}
	return false, b.Put(k, key(w.in.Event.At.Unix()))
}
