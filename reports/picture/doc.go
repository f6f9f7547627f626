// Package picture draws the rekap with gonum/plot and the typeface of the house, in pixels of a phone that is held upright:
// Write makes the picture that comes first in the chat, WriteOPD a second one with the participation of every OPD, WriteTop and
// WriteTrend the panels of the report on paper, WriteProfile the picture of the bot itself.
//
// It counts nothing and words nothing: that is flow/hitung. The same rekap gives the same picture. A newcomer reads
// canvas.go and Write.
package picture
