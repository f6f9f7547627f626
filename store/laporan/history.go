package laporan

import (
	"fmt"
	"slices"

	"siip-asn/flow/jejak"
	"siip-asn/store/core"
	"siip-asn/store/reader"
	"siip-asn/store/schema"
	"siip-asn/store/table"
)

// jejakPart is how many entries are read in one transaction: a long one would let the file grow.
const jejakPart = 2000

// Jejak copies out a part of the trail, oldest first, with the names looked up. It walks the whole chain all the same, and
// lists in Indonesian where that is broken.
func Jejak(s *core.Store, of jejak.Bagian) (rows []jejak.Baris, problems []string, err error) {
	var last jejak.Entry
	for n, first := jejakPart, true; n == jejakPart || first; first = false {
		n = 0
		err := s.Read(func(r *reader.Reader) error {
			c := schema.Histories.In(r.Tx).Cursor()
			for k, _ := c.Seek(schema.Key(last.Nomor + 1)); k != nil && n < jejakPart; k, _ = c.Next() {
				e, _ := reader.LookUp(r, schema.Histories, slices.Clone(k))
				if !e.Follows(last) {
					problems = append(problems, fmt.Sprintf("jejak terputus pada catatan %d", table.Number(k)))
				}
				if of.Has(e) {
					who, _ := r.Pegawai(e.Pegawai)
					rows = append(rows, jejak.Baris{Entry: e, PegawaiNama: who.Nama, PegawaiNIP: who.NIP})
				}
				last = e
				n++
			}
			return nil
		})
		if err != nil {
			return nil, nil, err
		}
	}
	return rows, problems, nil
}
