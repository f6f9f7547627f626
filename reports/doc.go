// Package reports is the floor of every file that begins or ends in somebody's hand. It holds nothing itself; its rooms are
//
//	masuk                            what the office sends in: forms, their templates, what comes back to be mended
//	rekap, gambar, laporan, rencana  the rekap: workbook, picture, report on paper, yearly plan
//	cetak, jejak, undangan           lists, the trail, activation codes
//	lembar                           any table of a stranger as rows of cells
//	buku, kertas, surat              what those share: workbooks, paper, letters of the office
//	teks, huruf, warna               text, the typeface, the colours of statuses
//	contoh                           samples for the tests
//
// All of it takes the nouns of flow and writes bytes, or takes bytes and returns nouns and faults. It looks up nothing,
// decides nothing and reads no clock: the same input gives the same bytes. It must not import bot, store or
// flow/percakapan.
package reports
