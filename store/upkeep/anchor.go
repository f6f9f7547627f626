package upkeep

import (
	"fmt"
	"siip-asn/flow"

	bolt "go.etcd.io/bbolt"

	"siip-asn/store/core"
	"siip-asn/store/reader"
	"siip-asn/store/schema"
)

// CheckAnchor compares the trail with an anchor that was written down outside of it, and says in Indonesian what differs;
// empty when the entry is there as it was. It looks at that entry only: that all before it hang together is for Check.
func CheckAnchor(s *core.Store, a flow.Anchor) (problem string, err error) {
	err = s.View(func(tx *bolt.Tx) error {
		last, err := reader.LastEntry(tx)
		if err != nil {
			return err
		}
		e, found, err := schema.Histories.Get(tx, schema.Key(a.Nomor))
		switch {
		case err != nil:
			return err
		case a.Nomor > last.Nomor:
			problem = fmt.Sprintf("jangkar %s: jejak hanya sampai entri %d; entri sesudahnya hilang, atau basis data ini lebih lama dari jangkarnya", a.Short(), last.Nomor)
		case !found:
			problem = fmt.Sprintf("jangkar %s: entri %d tidak ada", a.Short(), a.Nomor)
		case !a.Holds(e):
			problem = fmt.Sprintf("jangkar %s: isi jejak sampai entri %d bukan yang dahulu dicatat (kini %s)", a.Short(), a.Nomor, e.Anchor().Short())
		}
		return nil
	})
	return problem, err
}
