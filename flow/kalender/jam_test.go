package kalender

import (
	"testing"
	"time"
)

func TestNewsRingsInOfficeHoursOnly(t *testing.T) {
	k := JamKantor{
		Mulai: 7*time.Hour + 30*time.Minute, Selesai: 17 * time.Hour,
		Hari:  []time.Weekday{time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday},
		Libur: []Tanggal{"2026-12-25"},
	}
	for _, c := range []struct {
		at   string
		open bool
	}{
		{"2026-11-27 07:29", false}, {"2026-11-27 07:30", true}, {"2026-11-27 16:59", true}, {"2026-11-27 17:00", false},
		{"2026-11-28 09:00", false}, // Saturday
		{"2026-12-25 09:00", false}, // a Friday, and a day off
	} {
		at, err := time.Parse("2006-01-02 15:04", c.at)
		if err != nil {
			t.Fatal(err)
		}
		if k.Buka(at) != c.open {
			t.Errorf("%s: open is %v", c.at, !c.open)
		}
		if !(JamKantor{}).Buka(at) {
			t.Errorf("%s: an office without hours is closed", c.at)
		}
	}
}
