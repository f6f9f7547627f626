package store

import (
	"encoding/json"
	"fmt"

	bolt "go.etcd.io/bbolt"

	"siip-asn/flow"
)

// lastEntry is the end of the trail; the zero Entry when there is none.
func lastEntry(tx *bolt.Tx) (e flow.Entry, err error) {
	k, v := tx.Bucket([]byte(histories.name)).Cursor().Last()
	if k == nil {
		return e, nil
	}
	if err := json.Unmarshal(v, &e); err != nil {
		return e, fmt.Errorf("%s %x: %w", histories.name, k, err)
	}
	return e, nil
}

// checkChain walks the trail and tells where it is broken.
func checkChain(tx *bolt.Tx) []string {
	var problems []string
	var last flow.Entry
	err := histories.each(tx, func(e flow.Entry) error {
		if !e.Follows(last) {
			problems = append(problems, fmt.Sprintf("jejak terputus pada entri %d", e.Nomor))
		}
		last = e
		return nil
	})
	if err != nil {
		problems = append(problems, err.Error())
	}
	return problems
}
