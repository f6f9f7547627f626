package typeset

import (
	"fmt"
	"time"
)

var bulan = [...]string{
	"Januari", "Februari", "Maret", "April", "Mei", "Juni",
	"Juli", "Agustus", "September", "Oktober", "November", "Desember",
}

// Bulan is the name of the month of t.
func Bulan(t time.Time) string { return bulan[t.Month()-1] }

// Tanggal writes a day as a letter of the office does: 23 November 2026.
func Tanggal(t time.Time) string {
	return fmt.Sprintf("%d %s %d", t.Day(), bulan[t.Month()-1], t.Year())
}

// Waktu writes an instant in its own zone: 23 November 2026 pukul 10.15 WIB.
func Waktu(t time.Time) string {
	return Tanggal(t) + " pukul " + t.Format("15.04 MST")
}
