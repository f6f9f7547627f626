package store

import (
	"bytes"
	"errors"
	"time"

	bolt "go.etcd.io/bbolt"

	"siip-asn/flow"
	"siip-asn/store/table"
)

// kept is how long what may be forgotten is kept. Telegram forgets an update after a day.
const kept = 30 * 24 * time.Hour

// keptLetter is how long a dead letter waits for the operator: it holds what somebody has written.
const keptLetter = 90 * 24 * time.Hour

// Prune forgets what has become too old to matter: update ids and marks, codes that have expired long ago, dead letters, and
// everything about accounts that never were bound, so that strangers cannot fill the database. A leap of the clock that is
// not believed makes nothing older (clock.go).
func (s *Store) Prune(now time.Time) error {
	return s.update(func(tx *bolt.Tx) error {
		now := believed(tx, now)
		before := now.Add(-kept)
		w := writer{Reader: s.reader(tx), options: s.options}
		err := errors.Join(
			pruneSeen(tx, updates, before), pruneMarks(tx, before),
			w.pruneAktivasi(before), w.pruneStrangers(before), w.pruneLetters(now.Add(-keptLetter)))
		return errors.Join(err, w.err)
	})
}

// pruneSeen forgets what was taken before that time.
func pruneSeen(tx *bolt.Tx, bucket table.Bucket, before time.Time) error {
	var old [][]byte
	bucket.Scan(tx, nil, func(k, v []byte) bool {
		if table.Signed(v) < before.Unix() {
			old = append(old, append([]byte(nil), k...))
		}
		return true
	})
	return bucket.Drop(tx, old)
}

func (w *writer) pruneAktivasi(before time.Time) error {
	var old [][]byte
	err := aktivasis.Each(w.tx, func(a flow.Aktivasi) error {
		if a.Sampai.Before(before) {
			old = append(old, aktivasis.Key(a))
		}
		return nil
	})
	for _, k := range old {
		if err == nil {
			err = aktivasis.Delete(w.tx, k)
		}
	}
	return err
}

func (w *writer) pruneLetters(before time.Time) error {
	var old [][]byte
	err := letters.Each(w.tx, func(d DeadLetter) error {
		if d.At.Before(before) {
			old = append(old, letters.Key(d))
		}
		return nil
	})
	for _, k := range old {
		err = errors.Join(err, letters.Delete(w.tx, k))
	}
	return err
}

// pruneStrangers looks at every chat of which anything is known.
func (w *writer) pruneStrangers(before time.Time) error {
	known := map[flow.AccountID]bool{}
	for _, bucket := range []table.Bucket{talks, accounts.Bucket} {
		bucket.Scan(w.tx, nil, func(k, _ []byte) bool {
			known[flow.AccountID(table.Signed(k[:8]))] = true
			return true
		})
	}
	delete(known, 0) // the clock has a session too
	for chat := range known {
		if w.Account(chat).Pegawai != 0 || !w.lastSeen(chat).Before(before) {
			continue
		}
		if err := w.forget(chat); err != nil {
			return err
		}
	}
	return nil
}

// lastSeen is when something has last changed in a chat.
func (w *writer) lastSeen(chat flow.AccountID) time.Time {
	s, _ := lookUp(w.Reader, sessions, sessionKey(chat))
	last := s.At
	for _, held := range w.slotsOf(chat) {
		if held.At.After(last) {
			last = held.At
		}
	}
	if tutup := w.untilBelieved(w.Account(chat).Tutup); tutup.After(last) {
		last = tutup
	}
	return last
}

func (w *writer) slotsOf(chat flow.AccountID) []slot {
	var keys [][]byte
	slots.Scan(w.tx, key(int64(chat), kindSlot), func(k, _ []byte) bool {
		keys = append(keys, append([]byte(nil), k...))
		return true
	})
	var list []slot
	for _, k := range keys {
		if held, found := lookUp(w.Reader, slots, k); found {
			list = append(list, held)
		}
	}
	return list
}

// forget removes everything that is kept about a chat.
func (w *writer) forget(chat flow.AccountID) error {
	for _, held := range w.slotsOf(chat) {
		if err := viewers.Delete(w.tx, viewers.Key(viewer{Slot: held.Slot, Chat: chat})); err != nil {
			return err
		}
	}
	var all [][]byte
	talks.Scan(w.tx, key(int64(chat)), func(k, _ []byte) bool {
		if _, kind := chatOf(k); kind != kindMark {
			all = append(all, bytes.Clone(k))
		}
		return true
	})
	return errors.Join(talks.Drop(w.tx, all), accounts.Delete(w.tx, key(int64(chat))))
}
