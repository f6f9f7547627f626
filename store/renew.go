package store

import (
	"errors"
	"time"

	bolt "go.etcd.io/bbolt"

	"siip-asn/flow"
	"siip-asn/store/table"
)

// A database that was restored is older than what people have on their screens: there stand cards of usulan that it does
// not know, and buttons of versions that it has yet to give. So the numbers and versions of a restored database go on
// where none has been before: an old button is answered with the present state, and never means something else. A code
// that was used since the copy was made stays used (restore.go).

const (
	renewStep = 10_000 // more usulan, and changes of one, than are made between a copy and the need for it
	renewPart = 2_000  // records in one transaction
)

// renew is run by Open after the migrations. Killed on the way it begins again: versions may have gaps.
func (s *Store) renew() error {
	at, restored, err := s.restoredAt()
	if err != nil || !restored {
		return err
	}
	err = renewAll(s, usulans, func(u *flow.Usulan) { u.Versi += renewStep })
	if err == nil {
		err = renewAll(s, sessions, func(c *session) { c.Versi += renewStep })
	}
	if err != nil {
		return err
	}
	err = s.update(func(tx *bolt.Tx) error {
		bucket := usulans.In(tx)
		if err := bucket.SetSequence(bucket.Sequence() + renewStep); err != nil {
			return err
		}
		return errors.Join(dropUsedCodes(tx), noteRestored(tx, at), metas.In(tx).Delete(restoredKey))
	})
	if err == nil {
		s.options.Watch.Restored(at)
	}
	return err
}

func (s *Store) restoredAt() (at time.Time, restored bool, err error) {
	err = s.view(func(tx *bolt.Tx) error {
		if v := metas.In(tx).Get(restoredKey); v != nil {
			at, restored = time.Unix(0, table.Signed(v)), true
		}
		return nil
	})
	return at, restored, err
}

// renewAll changes every record of a table, part by part.
func renewAll[T any](s *Store, t table.Of[T], change func(*T)) error {
	var from []byte
	for more := true; more; {
		var last []byte
		err := s.update(func(tx *bolt.Tx) (err error) {
			var part []T
			part, more, err = t.Part(tx, from, renewPart)
			for _, v := range part {
				if err == nil {
					last = t.Key(v)
					change(&v)
					err = t.Put(tx, v)
				}
			}
			return err
		})
		if err != nil {
			return err
		}
		from = last
	}
	return nil
}
