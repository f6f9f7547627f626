// Package reports is the floor of every file that begins or ends in somebody's hand. It holds nothing itself; its rooms are
//
//	incoming                          what the office sends in: its tables, their templates, what comes back to be mended
//	rekap, picture, laporan, rencana  the rekap: workbook, picture, report on paper, yearly plan
//	cetak, jejak, undangan            lists, the trail, activation codes
//	sheet, form                       any table of a stranger as rows of cells; a table that is described once
//	workbook, paper, surat            what those share: workbooks, PDFs, letters of the office
//	typeset, typeface, colours        text that is made fit, its letters, the colours of statuses
//	sample                            samples for the tests
//
// All of it takes the nouns of flow and writes bytes, or takes bytes and returns nouns and faults. It looks up nothing,
// decides nothing and reads no clock: the same input gives the same bytes. It must not import bot, store or
// flow/percakapan.
package reports
