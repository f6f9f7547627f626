package reports

import (
	"fmt"
	"time"
)

var bulan = [...]string{
	"Januari", "Februari", "Maret", "April", "Mei", "Juni",
	"Juli", "Agustus", "September", "Oktober", "November", "Desember",
}

// tanggal writes a day as a letter of the office does: 23 November 2026.
func tanggal(t time.Time) string {
	return fmt.Sprintf("%d %s %d", t.Day(), bulan[t.Month()-1], t.Year())
}

// waktu writes an instant in its own zone: 23 November 2026 pukul 10.15 WIB.
func waktu(t time.Time) string {
	return tanggal(t) + " pukul " + t.Format("15.04 MST")
}
