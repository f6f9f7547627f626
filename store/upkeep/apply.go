package upkeep

import (
	"siip-asn/flow"
	"siip-asn/store/table"

	bolt "go.etcd.io/bbolt"

	"siip-asn/store/core"
	"siip-asn/store/schema"
)

// Unfinished lists the chats, and 0 for the clock, whose work is not through: each waits for a Continue.
func Unfinished(s *core.Store) ([]flow.AccountID, error) {
	var list []flow.AccountID
	err := s.View(func(tx *bolt.Tx) error {
		schema.Mores.Scan(tx, nil, func(k, _ []byte) bool {
			list = append(list, flow.AccountID(table.Signed(k)))
			return true
		})
		return nil
	})
	return list, err
}
