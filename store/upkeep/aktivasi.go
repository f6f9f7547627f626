package upkeep

import (
	"time"

	bolt "go.etcd.io/bbolt"

	"siip-asn/flow"
	"siip-asn/flow/aktivasi"
	"siip-asn/flow/imports"
	"siip-asn/flow/jejak"
	"siip-asn/store/core"
)

// SaveAktivasi keeps activation codes that were given out, in one transaction. A new code of a pegawai takes the place
// of the old one. A code for a pegawai who has left is an error, and then none is kept.
func SaveAktivasi(s *core.Store, list []aktivasi.Aktivasi) error {
	return s.Update(func(tx *bolt.Tx) error {
		for _, a := range list {
			if err := core.SaveAktivasi(tx, a); err != nil {
				return err
			}
		}
		return nil
	})
}

// HandOut makes codes valid that lie durably in somebody's hand, in one transaction, each with an entry of the trail. A code
// of somebody who has been bound meanwhile, or has become Nonaktif, does not become valid; one that is valid already was
// handed out before, and its end moves. It gives how many are valid.
func HandOut(s *core.Store, list []aktivasi.Aktivasi, by imports.Actor, at time.Time) (valid int, err error) {
	err = s.Waking(func(w *core.Writer) error {
		for _, a := range list {
			p, _ := w.Pegawai(a.Pegawai)
			if _, bound := w.AccountOf(a.Pegawai); bound || p.ID == 0 || !p.Aktif() {
				continue
			}
			before, _ := w.AktivasiOf(a.Pegawai)
			if err := core.SaveAktivasi(w.Tx, a); err != nil {
				return err
			}
			valid++
			if before.Hash == a.Hash {
				continue
			}
			entry := jejak.Entry{At: at, Pegawai: a.Pegawai, Oleh: by.ID, OlehNama: by.Nama, Peran: by.Peran, Aksi: flow.Undang}
			if err := w.AppendHistory(entry); err != nil {
				return err
			}
		}
		return nil
	})
	return valid, err
}
