// Package workbook is the way out into a workbook: a Table of Columns over rows is put into a Book, styled, paged for A4 and
// streamed, so that 100,000 rows take the memory of a few. The same input gives the same bytes.
//
// It knows no noun of the office; the packages beside it (rekap, cetak, jejak, undangan) say what stands in their sheets.
// A newcomer reads Column, Table and Put, and reports/cetak as the plainest use of them.
package workbook
