package reader

import (
	"siip-asn/flow/giliran"
	"siip-asn/store/schema"
)

// Peralihan lists the n first handovers that nobody was told of yet, by pegawai.
func (r *Reader) Peralihan(n int) []giliran.Peralihan {
	list, _, err := schema.Handovers.Part(r.Tx, nil, n)
	if err != nil && r.Err == nil {
		r.Err = err
	}
	return list
}
