package reader

import (
	"encoding/json"
	"fmt"

	bolt "go.etcd.io/bbolt"

	"siip-asn/flow/jejak"
	"siip-asn/store/schema"
)

// LastEntry is the end of the trail; the zero Entry when there is none.
func LastEntry(tx *bolt.Tx) (e jejak.Entry, err error) {
	k, v := schema.Histories.In(tx).Cursor().Last()
	if k == nil {
		return e, nil
	}
	if err := json.Unmarshal(v, &e); err != nil {
		return e, fmt.Errorf("%s %x: %w", schema.Histories.Name, k, err)
	}
	return e, nil
}
