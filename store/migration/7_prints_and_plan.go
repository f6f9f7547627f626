package migration

import (
	"fmt"

	bolt "go.etcd.io/bbolt"
)

// printsAndPlan makes the buckets of what was printed (code → JSON), of the yearly plan (periode, 8 bytes big-endian, key
// of the diklat → JSON) and of the named questions to the budget (periode, key of the name → JSON).
func printsAndPlan(tx *bolt.Tx) error {
	for _, name := range []string{"cetakan", "rencana", "skenario"} {
		if _, err := tx.CreateBucketIfNotExists([]byte(name)); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return nil
}
