package store

import (
	"slices"

	bolt "go.etcd.io/bbolt"

	"siip-asn/flow"
)

// SaveAktivasi keeps activation codes that were given out, in one transaction. A new code of a pegawai takes the place
// of the old one.
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

func saveAktivasi(tx *bolt.Tx, a flow.Aktivasi) error {
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
