// Package masuk is what the office sends in: it reads the tables that people send, and makes the forms that they fill in
// and the workbooks that they get back to mend.
//
// What a form consists of is said once, as a list of columns (column.go): the same list serves the template, the reading,
// and the widths of what comes back. A table need not be ours: its header is looked for among the first rows of every
// sheet that people see, under our names and those that offices use (kepala.go, alias.go); an export of SIASN is known by
// its own header (siasn.go). What was understood is part of the result (flow.Bacaan), so that it can be said before
// anything is applied.
//
// The files are opened by the room lembar, which knows their bounds. A newcomer reads baca.go, then column.go, form.go and
// baris.go with pegawai.go.
package masuk
