package check

import (
	"fmt"

	bolt "go.etcd.io/bbolt"

	"siip-asn/flow/jejak"
	"siip-asn/store/schema"
)

// chain walks the trail and tells where it is broken.
func chain(tx *bolt.Tx) []string {
	var problems []string
	var last jejak.Entry
	err := schema.Histories.Each(tx, func(e jejak.Entry) error {
		if !e.Follows(last) {
			problems = append(problems, fmt.Sprintf("jejak terputus pada catatan %d", e.Nomor))
		}
		last = e
		return nil
	})
	if err != nil {
		problems = append(problems, err.Error())
	}
	return problems
}
