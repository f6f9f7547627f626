package core

import (
	"siip-asn/flow"

	bolt "go.etcd.io/bbolt"

	"siip-asn/store/reader"
)

// Anchor is the newest entry of the trail; zero when there is none.
func (s *Store) Anchor() (a flow.Anchor, err error) {
	err = s.View(func(tx *bolt.Tx) error {
		last, err := reader.LastEntry(tx)
		a = last.Anchor()
		return err
	})
	return a, err
}
