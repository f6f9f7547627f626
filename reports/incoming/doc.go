// Package incoming is what the office sends in: it knows the tables that people send, makes the templates that they fill in,
// and the workbooks that they get back to mend.
//
// Each table is a form.Form in a file of its own: pegawai.go, panduan.go, usulan.go, riwayat.go, rencana.go, and the export of
// SIASN (siasn.go), known by its own header; alias.go has the names that offices use. read.go decides which of them a file is.
//
// The files are opened by the room sheet, which knows their bounds. A newcomer reads read.go, then the room form, then
// pegawai.go.
package incoming
