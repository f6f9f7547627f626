package incoming

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"siip-asn/flow/kalender"
	"siip-asn/flow/spelling"
	"siip-asn/reports/sheet"
)

// bulan are the months in the words of people, by their first three letters, and those that are written in another way.
var bulan = [...][]string{
	{"jan"}, {"feb", "peb"}, {"mar"}, {"apr"}, {"mei", "may"}, {"jun"}, {"jul"}, {"agu", "agt", "aug", "ags"}, {"sep"}, {"okt", "oct"}, {"nov", "nop"}, {"des", "dec"},
}

// tanggalOf reads a day: a date of the sheet, or one that is typed: 31/08/2022, 31-8-2022, 2022-08-31, 31 Agustus 2022, each
// with a time behind it or without. Which of two numbers is the month is never guessed: it is the second.
func tanggalOf(v sheet.Cell) (kalender.Tanggal, bool) {
	if v.Kind == sheet.Date {
		return kalender.TanggalOf(v.Time), true
	}
	words := strings.FieldsFunc(spelling.Fold(v.Text), func(r rune) bool { return strings.ContainsRune(" ,/-.", r) })
	if len(words) > 0 && slices.Contains(dayWords, words[0]) {
		words = words[1:]
	}
	if len(words) > 3 && strings.ContainsAny(words[3], ":0123456789") {
		words = words[:3]
	}
	if len(words) < 3 {
		return "", false
	}
	year, month, day := words[2], words[1], words[0]
	if len(day) == 4 {
		year, day = day, year
		day, _, _ = strings.Cut(day, "t")
	}
	for i, names := range bulan {
		if slices.ContainsFunc(names, func(n string) bool { return strings.HasPrefix(month, n) }) {
			month = strconv.Itoa(i + 1)
		}
	}
	at, err := time.Parse("2006-1-2", year+"-"+month+"-"+day)
	return kalender.TanggalOf(at), err == nil
}

var dayWords = []string{"senin", "selasa", "rabu", "kamis", "jumat", "jum'at", "sabtu", "minggu"}
