// Package reports is every file that ends or begins in somebody's hand: the workbooks and the PDF that the office gets,
// and the workbooks that the office sends in.
//
//	out  WriteRekap, WriteData, WriteJejak, WriteUndangan       workbooks
//	     WriteCetak, WriteUndanganPDF, QR                       paper
//	in   ReadPegawai, ReadPanduan                               uploads, every fault with its cell
//	     WriteTemplatePegawai, WriteTemplatePanduan, WriteSalah what people fill in, and get back to mend
//
// It takes the nouns of flow and writes bytes, or takes bytes and returns nouns and faults. It looks up nothing, decides
// nothing and reads no clock: the same input gives the same bytes. It must not import bot, store or flow/percakapan.
//
// What a sheet consists of is said once, as a list of columns (column.go). The same list of an import serves its
// template, the reading, and the workbook with the faults; the list of sheet Data serves the rekap and the export.
//
// Uploads are hostile until proven otherwise: guard.go looks at the file as bytes, survey.go at the shape of the sheet,
// and only then are values read, row by row (cell.go). Nothing here builds a whole sheet of a stranger in memory.
//
// A newcomer reads column.go; then table.go and sheet.go for the way out, with data.go as the plainest use of them; form.go
// and impor.go for the way in, with pegawai.go. The way to paper begins in kertas.go.
package reports
