package core

import (
	bolt "go.etcd.io/bbolt"

	"siip-asn/flow/jejak"
	"siip-asn/store/reader"
)

// Anchor is the newest entry of the trail; zero when there is none.
func (s *Store) Anchor() (a jejak.Anchor, err error) {
	err = s.View(func(tx *bolt.Tx) error {
		last, err := reader.LastEntry(tx)
		a = last.Anchor()
		return err
	})
	return a, err
}
