package sheet

import (
	"math"
	"strings"
	"time"
)

// The days from which Excel counts. The first one is a day early behind February 1900, since Excel knows a 29th in it.
var (
	epoch1900 = time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	epoch1904 = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
)

// serialDate is the date and time that a number of days shows.
func serialDate(days float64, from1904 bool) Cell {
	from := epoch1900
	if from1904 {
		from = epoch1904
	}
	if days < 0 || days > 2_958_465 {
		return Cell{Kind: Odd}
	}
	whole := math.Floor(days)
	at := from.AddDate(0, 0, int(whole)).Add(time.Duration((days-whole)*86_400+0.5) * time.Second)
	return Cell{Kind: Date, Time: at, Text: dateText(at)}
}

// isoDate is a date that a cell holds as text, as Excel writes it where it is told to keep to the standard.
func isoDate(s string) Cell {
	s = strings.TrimSuffix(strings.TrimSpace(s), "Z")
	for _, layout := range []string{time.DateOnly, "2006-01-02T15:04:05", "2006-01-02T15:04:05.999999999", "2006-01-02T15:04"} {
		if at, err := time.Parse(layout, s); err == nil {
			return Cell{Kind: Date, Time: at, Text: dateText(at)}
		}
	}
	if s == "" {
		return Cell{}
	}
	return Cell{Kind: Odd, Text: s[:min(len(s), 30)]}
}

func dateText(at time.Time) string {
	if at.Equal(at.Truncate(24 * time.Hour)) {
		return at.Format("02/01/2006")
	}
	return at.Format("02/01/2006 15.04")
}
