// Package kalender is the calendar of the office: its days and years (Tanggal, Periode), from when to when usulan can be
// proposed (Jendela), and when the office is open (JamKantor).
//
// It imports flow/spelling only, and reads no clock: what time it is is handed in. A newcomer reads Tanggal.
package kalender

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"siip-asn/flow/spelling"
)

// Tanggal is a calendar day of the office, "2022-08-31"; it sorts as text.
type Tanggal string

// TanggalOf is the day of t where t's own location is: the caller has brought t into the zone of the office.
func TanggalOf(t time.Time) Tanggal { return Tanggal(t.Format(time.DateOnly)) }

// Card writes the day as the form and the card do: 31-08-2022.
func (t Tanggal) Card() string { return t.write("%[3]s-%[2]s-%[1]s") }

// List writes the day as lists and workbooks do: 31/08/2022.
func (t Tanggal) List() string { return t.write("%[3]s/%[2]s/%[1]s") }

func (t Tanggal) write(form string) string {
	if len(t) != len(time.DateOnly) {
		return string(t)
	}
	return fmt.Sprintf(form, string(t[:4]), string(t[5:7]), string(t[8:]))
}

// Time is midnight UTC of the day: the form in which a workbook takes a date, which has no zone.
func (t Tanggal) Time() time.Time {
	at, _ := time.Parse(time.DateOnly, string(t))
	return at
}

// ParseTanggal reads a day as people type it: 31-08-2022, 31/8/2022 or 31 8 2022.
func ParseTanggal(s string) (Tanggal, bool) {
	s = strings.NewReplacer("/", "-", ".", "-", " ", "-").Replace(spelling.Plain(s))
	at, err := time.Parse("2-1-2006", s)
	if err != nil {
		return "", false
	}
	return TanggalOf(at), true
}

// Periode is the calendar year an usulan belongs to, that of its Tanggal Usul.
type Periode int

// Semua is the periode that holds every year.
const Semua Periode = 0

// Periode is the year of the day.
func (t Tanggal) Periode() Periode {
	if len(t) < 4 {
		return Semua
	}
	year, _ := strconv.Atoi(string(t[:4]))
	return Periode(year)
}

// Has tells whether a day lies in the periode.
func (p Periode) Has(t Tanggal) bool { return p == Semua || t.Periode() == p }

// String is the year, or "Semua".
func (p Periode) String() string {
	if p == Semua {
		return "Semua"
	}
	return strconv.Itoa(int(p))
}
