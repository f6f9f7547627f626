// Package impor brings workbooks into the database: pegawai, the panduan, usulan and riwayat of earlier.
//
// Pegawai (impor.go) is where a newcomer starts: the plan is made on reads (impor_pegawai.go, impor_opd.go), what it means for
// people is said before it is applied (impor_dampak.go), and a large one is written in parts that nobody sees before it is
// whole (stage_import.go). It imports core and the rooms below that.
package impor
