package laporan

import (
	"slices"

	bolt "go.etcd.io/bbolt"

	"siip-asn/flow"
	"siip-asn/flow/cetakan"
	"siip-asn/flow/jejak"
	"siip-asn/store/core"
	"siip-asn/store/schema"
	"siip-asn/store/upkeep"
)

// SaveCetakan keeps what a print stands on, under its code.
func SaveCetakan(s *core.Store, c cetakan.Record) error {
	return s.Update(func(tx *bolt.Tx) error { return schema.Cetakans.Put(tx, c) })
}

// Pemulihan finds when the database was last put back from a copy; false where it never was. It walks the trail, in short
// transactions.
func Pemulihan(s *core.Store) (p cetakan.Pemulihan, found bool, err error) {
	e, err := upkeep.LastRestore(s)
	if err != nil || e.Nomor == 0 {
		return p, false, err
	}
	p = cetakan.Pemulihan{Pada: e.At, Nomor: e.Nomor - 1}
	return p, true, s.View(func(tx *bolt.Tx) error {
		before, _, err := schema.Histories.Get(tx, schema.Key(p.Nomor))
		p.Keadaan = before.At
		return err
	})
}

// CompareCetakan looks what has changed since a print: it walks the trail from there on, in short transactions.
func CompareCetakan(s *core.Store, c cetakan.Record) (cetakan.Result, error) {
	h := cetakan.Result{Record: c, Intact: true}
	if c.Nomor > 0 {
		d, err := upkeep.CheckAnchor(s, jejak.Anchor{Nomor: c.Nomor, Hash: c.Hash})
		if err != nil {
			return h, err
		}
		h.Intact, h.Dipulihkan = !d.Found(), d.Restore.At
	}
	if !h.Intact || c.Jejak {
		return h, nil // the trail is another one than at the time of the print, so its numbers cannot be compared; or it is a print of the trail itself
	}
	last := map[flow.UsulanID]jejak.Entry{}
	after := c.Nomor
	for more := true; more; {
		err := s.View(func(tx *bolt.Tx) error {
			list, next, err := schema.Histories.Part(tx, schema.Key(after), jejakPart)
			for _, e := range list {
				after = e.Nomor
				if e.Usulan != 0 {
					last[e.Usulan] = e
				} else if c.Parent(e) {
					h.Parent++
				}
			}
			more = next
			return err
		})
		if err != nil {
			return h, err
		}
	}
	return h, touched(s, &h, last)
}

// touched keeps, of the usulan that have changed since, those that the print was made of: the ones on its list, or those of its
// periode, OPD and jenjang.
func touched(s *core.Store, h *cetakan.Result, last map[flow.UsulanID]jejak.Entry) error {
	printed := cetakan.Unpack(h.Usulan)
	ids := make([]flow.UsulanID, 0, len(last))
	for id := range last {
		if !h.Daftar || printed[id] {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	for part := range slices.Chunk(ids, dataPart) {
		err := s.View(func(tx *bolt.Tx) error {
			d := newDataReader(s, tx)
			for _, id := range part {
				u, found := d.Usulan(id)
				if !found || !h.Daftar && !(h.Periode.Has(u.TanggalUsul) && (h.OPD == 0 || h.OPD == u.OPD) && (h.Jenjang == "" || h.Jenjang == u.Jenjang)) {
					continue
				}
				if h.Many++; h.Many <= cetakan.ChangedMost {
					row := d.row(u)
					h.Changed = append(h.Changed, cetakan.Perubahan{Usulan: id, Nama: row.Nama, Diklat: row.Diklat, Entry: last[id]})
				}
			}
			return d.Err
		})
		if err != nil {
			return err
		}
	}
	return nil
}
