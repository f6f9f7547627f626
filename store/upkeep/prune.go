package upkeep

import (
	"bytes"
	"errors"
	"time"

	bolt "go.etcd.io/bbolt"

	"siip-asn/flow"
	"siip-asn/flow/aktivasi"
	"siip-asn/store/core"
	"siip-asn/store/reader"
	"siip-asn/store/schema"
	"siip-asn/store/table"
)

// Kept is how long what may be forgotten is kept. Telegram forgets an update after a day.
const Kept = 30 * 24 * time.Hour

// keptLetter is how long a dead letter waits for the operator: it holds what somebody has written.
const keptLetter = 90 * 24 * time.Hour

// Prune forgets what has become too old to matter: update ids and marks, codes that have expired long ago, dead letters, and
// everything about accounts that never were bound, so that strangers cannot fill the database. A leap of the clock that is
// not believed makes nothing older (clock.go).
func Prune(s *core.Store, now time.Time) error {
	return s.Update(func(tx *bolt.Tx) error {
		now := reader.Believed(tx, now)
		before := now.Add(-Kept)
		w := core.Writer{Reader: s.ReaderOf(tx), Options: s.Options}
		err := errors.Join(
			pruneSeen(tx, schema.Updates, before), core.PruneMarks(tx, before),
			pruneAktivasi(&w, before), pruneStrangers(&w, before), pruneLetters(&w, now.Add(-keptLetter)))
		return errors.Join(err, w.Err)
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

func pruneAktivasi(w *core.Writer, before time.Time) error {
	var old [][]byte
	err := schema.Aktivasis.Each(w.Tx, func(a aktivasi.Aktivasi) error {
		if a.Sampai.Before(before) {
			old = append(old, schema.Aktivasis.Key(a))
		}
		return nil
	})
	for _, k := range old {
		if err == nil {
			err = schema.Aktivasis.Delete(w.Tx, k)
		}
	}
	return err
}

func pruneLetters(w *core.Writer, before time.Time) error {
	var old [][]byte
	err := schema.Letters.Each(w.Tx, func(d schema.DeadLetter) error {
		if d.At.Before(before) {
			old = append(old, schema.Letters.Key(d))
		}
		return nil
	})
	for _, k := range old {
		err = errors.Join(err, schema.Letters.Delete(w.Tx, k))
	}
	return err
}

// pruneStrangers looks at every chat of which anything is known.
func pruneStrangers(w *core.Writer, before time.Time) error {
	known := map[flow.AccountID]bool{}
	for _, bucket := range []table.Bucket{schema.Talks, schema.Accounts.Bucket} {
		bucket.Scan(w.Tx, nil, func(k, _ []byte) bool {
			known[flow.AccountID(table.Signed(k[:8]))] = true
			return true
		})
	}
	delete(known, 0) // the clock has a session too
	for chat := range known {
		if w.Account(chat).Pegawai != 0 || !lastSeen(w, chat).Before(before) {
			continue
		}
		if err := forget(w, chat); err != nil {
			return err
		}
	}
	return nil
}

// lastSeen is when something has last changed in a chat.
func lastSeen(w *core.Writer, chat flow.AccountID) time.Time {
	s, _ := reader.LookUp(w.Reader, schema.Sessions, schema.SessionKey(chat))
	last := s.At
	for _, held := range slotsOf(w, chat) {
		if held.At.After(last) {
			last = held.At
		}
	}
	if tutup := w.UntilBelieved(w.Account(chat).ClosedUntil); tutup.After(last) {
		last = tutup
	}
	return last
}

func slotsOf(w *core.Writer, chat flow.AccountID) []schema.Slot {
	var keys [][]byte
	schema.Slots.Scan(w.Tx, schema.Key(int64(chat), schema.KindSlot), func(k, _ []byte) bool {
		keys = append(keys, append([]byte(nil), k...))
		return true
	})
	var list []schema.Slot
	for _, k := range keys {
		if held, found := reader.LookUp(w.Reader, schema.Slots, k); found {
			list = append(list, held)
		}
	}
	return list
}

// forget removes everything that is kept about a chat.
func forget(w *core.Writer, chat flow.AccountID) error {
	for _, held := range slotsOf(w, chat) {
		if err := schema.Viewers.Delete(w.Tx, schema.Viewers.Key(schema.Viewer{Slot: held.Slot, Chat: chat})); err != nil {
			return err
		}
	}
	var all [][]byte
	schema.Talks.Scan(w.Tx, schema.Key(int64(chat)), func(k, _ []byte) bool {
		if _, kind := schema.ChatOf(k); kind != schema.KindMark {
			all = append(all, bytes.Clone(k))
		}
		return true
	})
	return errors.Join(schema.Talks.Drop(w.Tx, all), schema.Accounts.Delete(w.Tx, schema.Key(int64(chat))))
}
