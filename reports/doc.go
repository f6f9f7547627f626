// Package reports is every file that ends or begins in somebody's hand. The rooms below it make the files that go out
// (cetak, rekap, jejak, undangan) on the two grounds they share (buku for workbooks, kertas for paper, teks for text);
// this package reads what the office sends in:
//
//	ReadPegawai, ReadPanduan                               uploads, every fault with its cell
//	WriteTemplatePegawai, WriteTemplatePanduan, WriteSalah what people fill in, and get back to mend
//
// All of it takes the nouns of flow and writes bytes, or takes bytes and returns nouns and faults. It looks up nothing,
// decides nothing and reads no clock: the same input gives the same bytes. It must not import bot, store or
// flow/percakapan.
//
// What a form consists of is said once, as a list of columns (column.go). The same list serves the template, the reading,
// and the workbook with the faults.
//
// Uploads are hostile until proven otherwise: guard.go looks at the file as bytes, survey.go at the shape of the sheet,
// and only then are values read, row by row (cell.go). Nothing here builds a whole sheet of a stranger in memory.
//
// A newcomer reads column.go, then form.go and impor.go with pegawai.go.
package reports
