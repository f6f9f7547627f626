package migration

import bolt "go.etcd.io/bbolt"

// handovers makes the bucket of the handovers that nobody was told of yet: pegawai (8 bytes, big-endian) → JSON.
func handovers(tx *bolt.Tx) error {
	_, err := tx.CreateBucketIfNotExists([]byte("peralihan"))
	return err
}
