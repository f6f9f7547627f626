package kalender

import "time"

// daySearch bounds how far back a working day is looked for; an office that is shut longer has none.
const daySearch = 60

// tanpaJam is when the day begins for an office without hours: nobody is woken up.
const tanpaJam = 8 * time.Hour

// Pembukaan is the last instant, not after t, at which the office opened: Mulai of a working day. It is zero when there
// was no working day for two months. t is in the zone of the office.
func (k JamKantor) Pembukaan(t time.Time) time.Time {
	opens := k.Mulai
	if k.Mulai == k.Selesai {
		opens = tanpaJam
	}
	for back := range daySearch {
		day := time.Date(t.Year(), t.Month(), t.Day()-back, 0, 0, 0, 0, t.Location())
		at := time.Date(day.Year(), day.Month(), day.Day(), int(opens/time.Hour), int(opens/time.Minute%60), 0, 0, t.Location())
		if k.HariKerja(day) && !at.After(t) {
			return at
		}
	}
	return time.Time{}
}

// HariKerjaKe is when the n-th last working day began, counted from that of now, which is the first if it is one. What came
// before it has waited n working days: what came on a Friday has waited one on Monday. It is zero when there were fewer in
// the last two months. now is in the zone of the office.
func (k JamKantor) HariKerjaKe(now time.Time, n int) time.Time {
	for back := range daySearch {
		day := time.Date(now.Year(), now.Month(), now.Day()-back, 0, 0, 0, 0, now.Location())
		if k.HariKerja(day) {
			n--
		}
		if n <= 0 {
			return day
		}
	}
	return time.Time{}
}
