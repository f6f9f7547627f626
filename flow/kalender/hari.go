package kalender

import "time"

// cariHari bounds how far back a working day is looked for; an office that is shut longer has none.
const cariHari = 60

// tanpaJam is when the day begins for an office without hours: nobody is woken up.
const tanpaJam = 8 * time.Hour

// Pembukaan is the last instant, not after t, at which the office opened: Mulai of a working day. It is zero when there
// was no working day for two months. t is in the zone of the office.
func (k JamKantor) Pembukaan(t time.Time) time.Time {
	opens := k.Mulai
	if k.Mulai == k.Selesai {
		opens = tanpaJam
	}
	for back := range cariHari {
		day := time.Date(t.Year(), t.Month(), t.Day()-back, 0, 0, 0, 0, t.Location())
		at := time.Date(day.Year(), day.Month(), day.Day(), int(opens/time.Hour), int(opens/time.Minute%60), 0, 0, t.Location())
		if k.HariKerja(day) && !at.After(t) {
			return at
		}
	}
	return time.Time{}
}

// HariMenunggu counts the working days that begin after the day of since and not after that of now: what came on a
// Friday has waited one on Monday. It counts no further than the given number, and is 0 when since is in the future.
// Both are in the zone of the office.
func (k JamKantor) HariMenunggu(since, now time.Time, upTo int) (n int) {
	first := TanggalOf(since)
	for back := 0; back < cariHari && n < upTo; back++ {
		day := now.AddDate(0, 0, -back)
		if TanggalOf(day) <= first {
			break
		}
		if k.HariKerja(day) {
			n++
		}
	}
	return n
}
