package store

import (
	"fmt"

	bolt "go.etcd.io/bbolt"

	"siip-asn/flow"
)

// Anchor is the newest entry of the trail; zero when there is none.
func (s *Store) Anchor() (a flow.Anchor, err error) {
	err = s.view(func(tx *bolt.Tx) error {
		last, err := lastEntry(tx)
		a = last.Anchor()
		return err
	})
	return a, err
}

// Anchor is the newest entry of the trail; zero when there is none.
func (r *Reader) Anchor() flow.Anchor {
	last, err := lastEntry(r.tx)
	if err != nil && r.err == nil {
		r.err = err
	}
	return last.Anchor()
}

// CheckAnchor compares the trail with an anchor that was written down outside of it, and says in Indonesian what differs;
// empty when the entry is there as it was. It looks at that entry only: that all before it hang together is for Check.
func (s *Store) CheckAnchor(a flow.Anchor) (problem string, err error) {
	err = s.view(func(tx *bolt.Tx) error {
		last, err := lastEntry(tx)
		if err != nil {
			return err
		}
		e, found, err := histories.Get(tx, key(a.Nomor))
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
