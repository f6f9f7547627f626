// Package paper is the way to paper: a PDF on A4 in millimetres with the typeface of the house, lines that are measured
// and broken, rows laid on pages, and QR codes. It knows no noun of the office.
//
// A newcomer reads New and Document.Lines; reports/cetak is the plainest use of them.
package paper
