// Package laporan copies out of the database what reports are made of: the rows of a list (data.go), the stuff of a rekap
// (rekap.go), the trail (history.go), the plan (rencana.go), and whether something printed is still true (cetakan.go). Rows are
// read part by part in short transactions, so that no report keeps one open.
//
// It imports core, impor for the plan that comes back, upkeep for anchors, and the rooms below them.
package laporan
