// Package cetak makes the two files of a list of usulan: Write the PDF of Cetak, WriteData the workbook of Export ke
// Excel. DataTable is the sheet Data of both the export and the rekap.
package cetak
