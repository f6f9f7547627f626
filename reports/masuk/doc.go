// Package masuk is what the office sends in: it reads the tables that people send, and makes the forms that they fill in
// and the workbooks that they get back to mend.
//
// What a form consists of is said once, as a list of columns (column.go). The same list serves the template, the reading,
// and the workbook with the faults.
//
// Uploads are hostile until proven otherwise: guard.go looks at the file as bytes, survey.go at the shape of the sheet,
// and only then are values read, row by row (cell.go). Nothing here builds a whole sheet of a stranger in memory.
//
// A newcomer reads column.go, then form.go and impor.go with pegawai.go.
package masuk
