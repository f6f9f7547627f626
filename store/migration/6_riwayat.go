package migration

import bolt "go.etcd.io/bbolt"

// riwayat makes the bucket of the diklat that were taken before: pegawai (8 bytes, big-endian), year (8 bytes, big-endian),
// FNV-64a of the title without case, spaces and punctuation (8 bytes, big-endian) → JSON.
func riwayat(tx *bolt.Tx) error {
	_, err := tx.CreateBucketIfNotExists([]byte("riwayat"))
	return err
}
