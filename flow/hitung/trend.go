package hitung

import (
	"time"

	"siip-asn/flow/kalender"
)

// Trend is how many usulan were made in each week of the periode, or in each month where that would be too many weeks.
type Trend struct {
	Unit  string // "minggu" or "bulan"
	Baris []Interval
}

// Interval is one week, named by its Monday, or one month, named by its first day.
type Interval struct {
	Start kalender.Tanggal
	Counts
}

// weeksMost is how many weeks one chart can show.
const weeksMost = 60

// newTren counts from the first usulan to the last, or to the day on which the rekap is made while the periode goes on.
// Nothing is left out between them.
func newTren(b Input) Trend {
	t := Trend{Unit: "minggu"}
	first, last := bounds(b)
	if first.IsZero() {
		return t
	}
	begin, next := monday, func(t time.Time) time.Time { return t.AddDate(0, 0, 7) }
	if last.Sub(first).Hours() > weeksMost*7*24 {
		t.Unit = "bulan"
		begin, next = firstOfMonth, func(t time.Time) time.Time { return t.AddDate(0, 1, 0) }
	}
	at := map[kalender.Tanggal]int{}
	for day := begin(first); !day.After(last); day = next(day) {
		at[kalender.TanggalOf(day)] = len(t.Baris)
		t.Baris = append(t.Baris, Interval{Start: kalender.TanggalOf(day)})
	}
	for _, row := range b.Baris {
		if day := row.TanggalUsul.Time(); !day.IsZero() {
			t.Baris[at[kalender.TanggalOf(begin(day))]].add(row.Status)
		}
	}
	return t
}

func bounds(b Input) (first, last time.Time) {
	for _, row := range b.Baris {
		day := row.TanggalUsul.Time()
		if day.IsZero() {
			continue
		}
		if first.IsZero() || day.Before(first) {
			first = day
		}
		if day.After(last) {
			last = day
		}
	}
	today := kalender.TanggalOf(b.Dibuat)
	if !first.IsZero() && b.Periode.Has(today) && today.Time().After(last) {
		last = today.Time()
	}
	return first, last
}

func monday(t time.Time) time.Time { return t.AddDate(0, 0, -(int(t.Weekday())+6)%7) }

func firstOfMonth(t time.Time) time.Time { return t.AddDate(0, 0, 1-t.Day()) }
