package kalender

import (
	"slices"
	"time"
)

// JamKantor says when news may ring: the office hours of kabar.jam, kabar.hari and kabar.libur. The zero value knows no
// hours: it is always open, and every day is a working day.
type JamKantor struct {
	Mulai   time.Duration  // opening, as the time of day since midnight: 7h30m
	Selesai time.Duration  // closing, later than Mulai; both 0: open all day
	Hari    []time.Weekday // working days; empty: every day
	Libur   []Tanggal      // days off that fall on a working day
}

// HariKerja tells whether the day of t, in t's own location, is a working day: one of Hari and none of Libur.
func (k JamKantor) HariKerja(t time.Time) bool {
	return (len(k.Hari) == 0 || slices.Contains(k.Hari, t.Weekday())) && !slices.Contains(k.Libur, TanggalOf(t))
}

// Buka tells whether news may ring at t, in t's own location: on a working day from Mulai on and before Selesai.
func (k JamKantor) Buka(t time.Time) bool {
	if !k.HariKerja(t) {
		return false
	}
	if k.Mulai == k.Selesai {
		return true
	}
	of := time.Duration(t.Hour())*time.Hour + time.Duration(t.Minute())*time.Minute + time.Duration(t.Second())*time.Second
	return k.Mulai <= of && of < k.Selesai
}
