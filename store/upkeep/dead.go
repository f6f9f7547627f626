package upkeep

import (
	bolt "go.etcd.io/bbolt"

	"siip-asn/store/core"
	"siip-asn/store/schema"
)

// DeadLetters lists them, oldest first.
func DeadLetters(s *core.Store) ([]schema.DeadLetter, error) {
	if err := s.Flush(); err != nil {
		return nil, err
	}
	var list []schema.DeadLetter
	err := s.View(func(tx *bolt.Tx) error {
		return schema.Letters.Each(tx, func(d schema.DeadLetter) error {
			list = append(list, d)
			return nil
		})
	})
	return list, err
}

// Forget removes dead letters.
func Forget(s *core.Store, nomor []uint64) error {
	return s.Update(func(tx *bolt.Tx) error {
		for _, n := range nomor {
			if err := schema.Letters.Delete(tx, schema.Key(n)); err != nil {
				return err
			}
		}
		return nil
	})
}
