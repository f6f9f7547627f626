package hitung

import (
	"time"

	"siip-asn/flow/kalender"
)

// kerja counts working days by arithmetic: whole weeks at once, then at most six single days, then the days off.
type kerja struct {
	hari  [7]bool // by time.Weekday
	week  int     // working days of a whole week
	libur []int   // days off that fall on a working day, as ordinals
}

func newKerja(k kalender.JamKantor) kerja {
	var c kerja
	for _, day := range k.Hari {
		c.hari[day] = true
	}
	if len(k.Hari) == 0 {
		c.hari = [7]bool{true, true, true, true, true, true, true}
	}
	for _, works := range c.hari {
		if works {
			c.week++
		}
	}
	for _, day := range k.Libur {
		if n := ordinal(day.Time()); !day.Time().IsZero() && c.works(n) {
			c.libur = append(c.libur, n)
		}
	}
	return c
}

// ordinal numbers the days; 0 is 1 January 1970, a Thursday.
func ordinal(t time.Time) int {
	year, month, day := t.Date()
	return int(time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

func (c kerja) works(n int) bool { return c.hari[((n+4)%7+7)%7] }

// between is how many working days lie behind the day of from up to the day of to, in their own locations: 0 on the same
// day, and never negative.
func (c kerja) between(from, to time.Time) int { return c.days(ordinal(from), ordinal(to)) }

// days is between of two days, as ordinals.
func (c kerja) days(first, last int) int {
	if last <= first {
		return 0
	}
	n := (last - first) / 7 * c.week
	for day := last - (last-first)%7 + 1; day <= last; day++ {
		if c.works(day) {
			n++
		}
	}
	for _, day := range c.libur {
		if first < day && day <= last {
			n--
		}
	}
	return n
}
