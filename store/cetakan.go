package store

import (
	"slices"

	bolt "go.etcd.io/bbolt"

	"siip-asn/flow"
	"siip-asn/flow/cetakan"
)

// SaveCetakan keeps what a print stands on, under its code.
func (s *Store) SaveCetakan(c cetakan.Catatan) error {
	return s.update(func(tx *bolt.Tx) error { return cetakans.Put(tx, c) })
}

// Cetakan is the print with this code.
func (r *Reader) Cetakan(kode string) (cetakan.Catatan, bool) { return lookUp(r, cetakans, key(kode)) }

// Periksa looks what has changed since a print: it walks the trail from there on, in short transactions.
func (s *Store) Periksa(c cetakan.Catatan) (cetakan.Hasil, error) {
	h := cetakan.Hasil{Catatan: c, Utuh: true}
	if c.Nomor > 0 {
		problem, err := s.CheckAnchor(flow.Anchor{Nomor: c.Nomor, Hash: c.Hash})
		if err != nil {
			return h, err
		}
		h.Utuh = problem == ""
	}
	if !h.Utuh || c.Jejak {
		return h, nil // what the numbers of the trail mean now is another thing
	}
	last := map[flow.UsulanID]flow.Entry{}
	after := c.Nomor
	for more := true; more; {
		err := s.view(func(tx *bolt.Tx) error {
			list, next, err := histories.Part(tx, key(after), jejakPart)
			for _, e := range list {
				after = e.Nomor
				if e.Usulan != 0 {
					last[e.Usulan] = e
				} else if cetakan.Induk(e) {
					h.Induk++
				}
			}
			more = next
			return err
		})
		if err != nil {
			return h, err
		}
	}
	return h, s.touched(&h, last)
}

// touched keeps of what has changed what the print stands on.
func (s *Store) touched(h *cetakan.Hasil, last map[flow.UsulanID]flow.Entry) error {
	printed := cetakan.Unpack(h.Usulan)
	ids := make([]flow.UsulanID, 0, len(last))
	for id := range last {
		if !h.Daftar || printed[id] {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	for part := range slices.Chunk(ids, dataPart) {
		err := s.view(func(tx *bolt.Tx) error {
			d := s.dataReader(tx)
			for _, id := range part {
				u, found := d.Usulan(id)
				if !found || !h.Daftar && !(h.Periode.Has(u.TanggalUsul) && (h.OPD == 0 || h.OPD == u.OPD) && (h.Jenjang == "" || h.Jenjang == u.Jenjang)) {
					continue
				}
				if h.Banyak++; h.Banyak <= cetakan.BerubahMost {
					row := d.row(u)
					h.Berubah = append(h.Berubah, cetakan.Perubahan{Usulan: id, Nama: row.Nama, Diklat: row.Diklat, Entri: last[id]})
				}
			}
			return d.err
		})
		if err != nil {
			return err
		}
	}
	return nil
}
