package core

import (
	"errors"
	"time"

	bolt "go.etcd.io/bbolt"

	"siip-asn/flow"
	"siip-asn/store/schema"
	"siip-asn/store/table"
)

// A database that was restored is older than what people have on their screens: there stand cards of usulan that it does
// not know, and buttons of versions that it has yet to give. So the numbers and versions of a restored database go on
// where none has been before: an old button is answered with the present state, and never means something else. A code
// that was used since the copy was made stays used (restore.go).

const (
	RenewStep = 10_000 // added to numbers and versions: more than an office makes between a copy and its restore
	renewPart = 2_000  // records in one transaction
)

// renew is run by Open after the migrations. Killed on the way it begins again: versions may have gaps.
func renew(s *Store) error {
	at, restored, err := restoredAt(s)
	if err != nil || !restored {
		return err
	}
	err = renewAll(s, schema.Usulans, func(u *flow.Usulan) { u.Versi += RenewStep })
	if err == nil {
		err = renewAll(s, schema.Sessions, func(c *schema.Session) { c.Versi += RenewStep })
	}
	if err != nil {
		return err
	}
	err = s.Update(func(tx *bolt.Tx) error {
		bucket := schema.Usulans.In(tx)
		if err := bucket.SetSequence(bucket.Sequence() + RenewStep); err != nil {
			return err
		}
		return errors.Join(dropUsedCodes(tx), noteRestored(tx, at), schema.Metas.In(tx).Delete(RestoredKey))
	})
	if err == nil {
		s.Options.Watch.Restored(at)
	}
	return err
}

func restoredAt(s *Store) (at time.Time, restored bool, err error) {
	err = s.View(func(tx *bolt.Tx) error {
		at, restored = RestoredAt(tx)
		return nil
	})
	return at, restored, err
}

// RestoredAt tells when a database was restored that has not been renewed since: its trail does not say it yet.
func RestoredAt(tx *bolt.Tx) (at time.Time, restored bool) {
	if v := schema.Metas.In(tx).Get(RestoredKey); v != nil {
		return time.Unix(0, table.Signed(v)), true
	}
	return time.Time{}, false
}

// renewAll changes every record of a table, part by part.
func renewAll[T any](s *Store, t table.Of[T], change func(*T)) error {
	var from []byte
	for more := true; more; {
		var last []byte
		err := s.Update(func(tx *bolt.Tx) (err error) {
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
