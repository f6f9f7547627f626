package migration

import (
	"encoding/binary"
	"encoding/json"
	"fmt"

	bolt "go.etcd.io/bbolt"
)

// trailByWhoDidIt lets the trail of a pegawai have what he did, not only what concerns him: history.pegawai holds
// pegawai, number (both 8 bytes, big-endian) → nothing.
func trailByWhoDidIt(tx *bolt.Tx) error {
	index := tx.Bucket([]byte("history.pegawai"))
	return tx.Bucket([]byte("history")).ForEach(func(k, v []byte) error {
		var e struct {
			Nomor   uint64 `json:"nomor"`
			Pegawai uint64 `json:"pegawai"`
			Oleh    uint64 `json:"oleh"`
		}
		if err := json.Unmarshal(v, &e); err != nil {
			return fmt.Errorf("history %x: %w", k, err)
		}
		for _, pegawai := range []uint64{e.Pegawai, e.Oleh} {
			if pegawai == 0 {
				continue
			}
			entry := binary.BigEndian.AppendUint64(binary.BigEndian.AppendUint64(nil, pegawai), e.Nomor)
			if err := index.Put(entry, nil); err != nil {
				return err
			}
		}
		return nil
	})
}
