package reader

import "siip-asn/flow/jejak"

// Anchor is the newest entry of the trail; zero when there is none.
func (r *Reader) Anchor() jejak.Anchor {
	last, err := LastEntry(r.Tx)
	if err != nil && r.Err == nil {
		r.Err = err
	}
	return last.Anchor()
}
