package form

import (
	"slices"
	"strings"
	"unicode"

	"siip-asn/flow/judul"
	"siip-asn/reports/sheet"
)

// In the middle of a list that somebody has made stand rows that are none of it: the title of a group, a sum below it. They
// are passed over, and that is said.

// flush takes what was held for rows, because the table went on. A sum in the middle of it is none.
func (rd *Reading[T]) flush() {
	for _, held := range rd.held {
		if rd.sum(held) {
			rd.between(held.N)
			continue
		}
		rd.row(held)
	}
	rd.held = nil
}

// between notes a row in the middle of the table that is no row of it.
func (rd *Reading[T]) between(n int) {
	if rd.Understood.Between == 0 {
		rd.Understood.BetweenFrom = n
	}
	rd.Understood.Between++
	rd.last = max(rd.last, n)
	if len(rd.titles) < titlesMax {
		rd.titles[n] = true
	}
}

// titlesMax is how many such rows are remembered, for the cells that are merged in them.
const titlesMax = 10_000

// heading tells the title of a group of rows: words alone where the number of a pegawai should stand.
func (rd *Reading[T]) heading(row sheet.Row) bool {
	text, used := rd.first(row)
	return rd.form.Numbered && used == 1 && strings.ContainsFunc(text, unicode.IsLetter) && digitsIn(text) < headingDigits
}

// headingDigits are as many digits as no title of a group has, and no number of a pegawai lacks.
const headingDigits = 5

// first is the text in the first column of the form, and how many columns of the form are used in the row.
func (rd *Reading[T]) first(row sheet.Row) (text string, used int) {
	for i, c := range rd.head.At {
		if row.At(i).Kind == sheet.Empty {
			continue
		}
		if used++; c == 0 {
			text = row.At(i).Text
		}
	}
	return text, used
}

func digitsIn(s string) (n int) {
	for _, r := range s {
		if r >= '0' && r <= '9' {
			n++
		}
	}
	return n
}

// sum tells a row that begins with the word for it, and has next to nothing besides.
func (rd *Reading[T]) sum(row sheet.Row) bool {
	text, used := rd.first(row)
	if used > 2 || used >= rd.form.musts()-1 || digitsIn(text) >= headingDigits {
		return false
	}
	return slices.ContainsFunc(row.Cells, func(c sheet.Cell) bool {
		key := judul.Key(c.Text)
		return strings.HasPrefix(key, "jumlah") || strings.HasPrefix(key, "total") || strings.HasPrefix(key, "subtotal")
	})
}

// span is a part of a list.
type span struct{ from, to int }

// noteLone notes the faults of a row that has only one cell. Whether it is the title of a group, merged over the row, is
// known when all rows are read.
func (rd *Reading[T]) noteLone(row sheet.Row, faults span) {
	if _, used := rd.first(row); used == 1 && len(rd.lone) < FaultsMax {
		rd.lone[row.N] = faults
	}
}

// mergedTitles finds the titles of groups that are merged over a row of their own, and takes the faults of those rows back.
func (rd *Reading[T]) mergedTitles(areas []string) {
	var forgiven []span
	for _, area := range areas {
		from, to, _ := strings.Cut(area, ":")
		_, top, ok := Position(from)
		_, bottom, ok2 := Position(to)
		if at, lone := rd.lone[top]; lone && ok && ok2 && top == bottom && !rd.titles[top] {
			forgiven = append(forgiven, at)
			rd.between(top)
		}
	}
	rd.Wrong -= len(forgiven)
	slices.SortFunc(forgiven, func(a, b span) int { return b.from - a.from })
	for _, at := range forgiven {
		rd.faults.list = slices.Delete(rd.faults.list, at.from, at.to)
	}
}
