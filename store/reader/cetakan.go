package reader

import (
	"siip-asn/flow/cetakan"

	"siip-asn/store/schema"
)

// Cetakan is the print with this code.
func (r *Reader) Cetakan(kode string) (cetakan.Record, bool) {
	return LookUp(r, schema.Cetakans, schema.Key(kode))
}
