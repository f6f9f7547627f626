package kalender

import (
	"testing"
	"time"
)

var wib = time.FixedZone("WIB", 7*3600)

// kantor is open on weekdays from 07.30 to 17.00, and shut on one Tuesday.
var kantor = JamKantor{
	Mulai: 7*time.Hour + 30*time.Minute, Selesai: 17 * time.Hour,
	Hari:  []time.Weekday{time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday},
	Libur: []Tanggal{"2026-09-01"},
}

func at(s string) time.Time {
	t, err := time.ParseInLocation("2006-01-02 15.04", s, wib)
	if err != nil {
		panic(err)
	}
	return t
}

// TestAnOpeningIsThatOfAWorkingDay: 2026-08-31 is a Monday.
func TestAnOpeningIsThatOfAWorkingDay(t *testing.T) {
	for now, want := range map[string]string{
		"2026-08-31 07.30": "2026-08-31 07.30", // to the minute
		"2026-08-31 07.29": "2026-08-28 07.30", // Friday's
		"2026-08-31 23.59": "2026-08-31 07.30",
		"2026-09-01 09.00": "2026-08-31 07.30", // a holiday
		"2026-09-02 09.00": "2026-09-02 07.30",
		"2026-08-30 12.00": "2026-08-28 07.30", // Sunday
	} {
		if got := kantor.Pembukaan(at(now)); !got.Equal(at(want)) {
			t.Errorf("%s: %v, want %s", now, got, want)
		}
	}
	if got := (JamKantor{}).Pembukaan(at("2026-08-30 08.00")); !got.Equal(at("2026-08-30 08.00")) {
		t.Errorf("without hours: %v", got)
	}
	shut := kantor
	shut.Hari = []time.Weekday{time.Weekday(9)}
	if got := shut.Pembukaan(at("2026-08-31 12.00")); !got.IsZero() {
		t.Errorf("never open: %v", got)
	}
}

// TestOnlyWorkingDaysAreWaitedFor: neither weekends nor holidays count, nor a clock that leaps.
func TestOnlyWorkingDaysAreWaitedFor(t *testing.T) {
	for name, c := range map[string]struct {
		since, now string
		want       int
	}{
		"the same day":         {"2026-08-31 08.00", "2026-08-31 16.00", 0},
		"the next working day": {"2026-08-28 16.59", "2026-08-31 07.30", 1},
		"over a holiday":       {"2026-08-31 08.00", "2026-09-02 08.00", 1},
		"three":                {"2026-08-31 08.00", "2026-09-04 08.00", 3},
		"came on a Sunday":     {"2026-08-30 08.00", "2026-08-31 08.00", 1},
		"the clock is behind":  {"2029-08-31 08.00", "2026-08-31 08.00", 0},
		"bounded":              {"2023-08-31 08.00", "2026-08-31 08.00", 10},
	} {
		got := 0
		for got < 10 && at(c.since).Before(kantor.HariKerjaKe(at(c.now), got+1)) {
			got++
		}
		if got != c.want {
			t.Errorf("%s: %d, want %d", name, got, c.want)
		}
	}
}

// TestAnOfficeThatIsShutWaitsForNothing: nothing has waited a working day where there was none.
func TestAnOfficeThatIsShutWaitsForNothing(t *testing.T) {
	shut := kantor
	shut.Hari = []time.Weekday{time.Weekday(9)}
	if got := shut.HariKerjaKe(at("2026-08-31 12.00"), 1); !got.IsZero() {
		t.Errorf("%v", got)
	}
}
