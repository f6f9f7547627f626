package typeset

import (
	"fmt"
	"time"
)

var bulan = [...]string{
	"Januari", "Februari", "Maret", "April", "Mei", "Juni",
	"Juli", "Agustus", "September", "Oktober", "November", "Desember",
}

// Month is the name of the month of t.
func Month(t time.Time) string { return bulan[t.Month()-1] }

// Date writes a day as a letter of the office does: 23 November 2026.
func Date(t time.Time) string {
	return fmt.Sprintf("%d %s %d", t.Day(), bulan[t.Month()-1], t.Year())
}

// Time writes an instant in its own zone: 23 November 2026 pukul 10.15 WIB.
func Time(t time.Time) string {
	return Date(t) + " pukul " + t.Format("15.04 MST")
}
