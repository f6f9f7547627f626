package store

import (
	"errors"
	"fmt"
	"slices"
	"time"

	bolt "go.etcd.io/bbolt"

	"siip-asn/flow"
)

// SaveAktivasi keeps activation codes that were given out, in one transaction. A new code of a pegawai takes the place
// of the old one. A code for a pegawai who has left is an error, and then none is kept.
func (s *Store) SaveAktivasi(list []flow.Aktivasi) error {
	return s.update(func(tx *bolt.Tx) error {
		for _, a := range list {
			if err := saveAktivasi(tx, a); err != nil {
				return err
			}
		}
		return nil
	})
}

// HandOut makes codes valid that lie durably in somebody's hand, in one transaction, each with an entry of the trail. A code
// of somebody who has been bound meanwhile, or has become Nonaktif, does not become valid. It gives how many did.
func (s *Store) HandOut(list []flow.Aktivasi, by flow.Pelaku, at time.Time) (valid int, err error) {
	err = s.waking(func(w *writer) error {
		for _, a := range list {
			p, _ := w.Pegawai(a.Pegawai)
			if _, bound := w.AccountOf(a.Pegawai); bound || p.ID == 0 || !p.Aktif() {
				continue
			}
			if err := saveAktivasi(w.tx, a); err != nil {
				return err
			}
			entry := flow.Entry{At: at, Pegawai: a.Pegawai, Oleh: by.ID, OlehNama: by.Nama, Peran: by.Peran, Aksi: flow.Undang}
			if err := w.appendHistory(entry); err != nil {
				return err
			}
			valid++
		}
		return nil
	})
	return valid, err
}

func saveAktivasi(tx *bolt.Tx, a flow.Aktivasi) error {
	if p, _, err := pegawais.Get(tx, key(uint64(a.Pegawai))); err != nil || !p.Aktif() {
		return errors.Join(err, fmt.Errorf("aktivasi: pegawai %d has left", a.Pegawai))
	}
	if err := dropAktivasi(tx, a.Pegawai); err != nil {
		return err
	}
	a.Sampai = (&Reader{tx: tx}).untilBelieved(a.Sampai)
	return aktivasis.Put(tx, a)
}

// dropAktivasi burns the code of a pegawai, if there is one.
func dropAktivasi(tx *bolt.Tx, p flow.PegawaiID) error {
	hash := aktivasiPegawai.In(tx).Get(key(uint64(p)))
	if hash == nil {
		return nil
	}
	return aktivasis.Delete(tx, slices.Clone(hash))
}
