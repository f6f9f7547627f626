// Package gambar draws the rekap: Write the picture that comes first in the chat, WriteOPD a second one with the
// participation of every OPD, panels of the same look for the report on paper, and
// WriteProfil the picture of the bot itself. It is drawn by gonum/plot with the
// typeface of the house, in pixels of a phone that is held upright.
//
// It counts nothing and words nothing: that is flow/hitung. The same rekap gives the same picture. A newcomer reads
// kanvas.go and Write.
package gambar
