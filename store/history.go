package store

import (
	"encoding/json"
	"fmt"
	"slices"
	"time"

	bolt "go.etcd.io/bbolt"

	"siip-asn/flow"
	"siip-asn/store/table"
)

// lastEntry is the end of the trail; the zero Entry when there is none.
func lastEntry(tx *bolt.Tx) (e flow.Entry, err error) {
	k, v := histories.In(tx).Cursor().Last()
	if k == nil {
		return e, nil
	}
	if err := json.Unmarshal(v, &e); err != nil {
		return e, fmt.Errorf("%s %x: %w", histories.Name, k, err)
	}
	return e, nil
}

// checkChain walks the trail and tells where it is broken.
func checkChain(tx *bolt.Tx) []string {
	var problems []string
	var last flow.Entry
	err := histories.Each(tx, func(e flow.Entry) error {
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

// jejakPart is how many entries are read in one transaction: a long one would let the file grow.
const jejakPart = 2000

// Jejak copies out a part of the trail, oldest first, with the names looked up. It walks the whole chain all the same, and
// lists in Indonesian where that is broken.
func (s *Store) Jejak(of flow.Jejak) (rows []flow.BarisJejak, problems []string, err error) {
	var last flow.Entry
	for n, first := jejakPart, true; n == jejakPart || first; first = false {
		n = 0
		err := s.Read(func(r *Reader) error {
			c := histories.In(r.tx).Cursor()
			for k, _ := c.Seek(key(last.Nomor + 1)); k != nil && n < jejakPart; k, _ = c.Next() {
				e, _ := lookUp(r, histories, slices.Clone(k))
				if !e.Follows(last) {
					problems = append(problems, fmt.Sprintf("jejak terputus pada entri %d", table.Number(k)))
				}
				if of.Has(e) {
					who, _ := r.Pegawai(e.Pegawai)
					rows = append(rows, flow.BarisJejak{Entry: e, PegawaiNama: who.Nama, PegawaiNIP: who.NIP})
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

// NoteCommand writes into the trail what a command of the operator has done, when nothing else in the database says so.
func (s *Store) NoteCommand(by flow.Pelaku, at time.Time, aksi flow.Aksi, keterangan string) error {
	return s.update(func(tx *bolt.Tx) error {
		w := writer{Reader: s.reader(tx), options: s.options}
		return w.appendHistory(flow.Entry{At: at, Oleh: by.ID, OlehNama: by.Nama, Peran: by.Peran, Aksi: aksi, Keterangan: keterangan})
	})
}
