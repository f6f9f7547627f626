package schema

import (
	"fmt"

	bolt "go.etcd.io/bbolt"

	"siip-asn/store/table"
)

// VersionKey is where meta keeps the version of the schema: how many migrations the database has been through.
var VersionKey = []byte("schema")

// VersionOf is the version of the schema; 0 for a new file.
func VersionOf(tx *bolt.Tx) int {
	meta := Metas.In(tx)
	if meta.Missing() {
		return 0
	}
	return int(table.Number(meta.Get(VersionKey)))
}

// NewerError says that the database was written by a later version of the program.
type NewerError struct{ Has, Knows int }

// Error says it in Indonesian, with what to do.
func (e *NewerError) Error() string {
	return fmt.Sprintf("basis data ini dibuat oleh versi program yang lebih baru (skema %d, program ini mengenal sampai %d); silakan pakai versi program terbaru", e.Has, e.Knows)
}

// OlderError says that the database is of an earlier version of the program, and was only to be looked at.
type OlderError struct{ Has, Knows int }

// Error says it in Indonesian, with what to do.
func (e *OlderError) Error() string {
	return fmt.Sprintf("basis data ini masih dari versi program sebelumnya (skema %d, program ini memakai %d) dan tidak diubah oleh perintah yang hanya membaca; "+
		"jalankan siip-asn serve versi ini untuk memperbaruinya, atau pakai program versi sebelumnya", e.Has, e.Knows)
}
