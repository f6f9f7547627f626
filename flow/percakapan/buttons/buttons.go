// Package buttons makes the buttons of a screen and puts them in rows that fit a small phone.
package buttons

import (
	"unicode/utf8"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
)

// How many characters a label has at most, by how many buttons stand in its row. What is longer is numbered in the text,
// and the button bears the number.
const (
	FullMax  = 32
	PairMax  = 16
	ThreeMax = 10
)

// Here is a button of the place that is being shown.
func Here(t *dialog.Turn, label, word string, id uint64) dialog.Choice {
	return dialog.Choice{Label: flow.Clip(label, FullMax), Button: dialog.Button{Word: word, ID: id, Versi: t.Versi()}}
}

// Door is a button that leads somewhere, from wherever it is tapped.
func Door(label, word string, id uint64) dialog.Choice {
	return dialog.Choice{Label: flow.Clip(label, FullMax), Button: dialog.Button{Word: word, ID: id}}
}

// On is a button that does something to the usulan as it stands now.
func On(u flow.Usulan, label, word string) dialog.Choice {
	return dialog.Choice{Label: label, Button: dialog.Button{Word: word, ID: uint64(u.ID), Versi: u.Versi}}
}

// Row is a row of buttons.
func Row(choices ...dialog.Choice) []dialog.Choice { return choices }

// ToMenu is the way out of every screen that has no other.
func ToMenu() []dialog.Choice { return Row(Menu()) }

// Menu is the button that leads to the menu.
func Menu() dialog.Choice { return Door("Menu", "menu", 0) }

// Return is the button that leads one step back.
func Return(t *dialog.Turn) dialog.Choice { return Here(t, "Kembali", "kembali", 0) }

// Stop is the button that calls off what is being filled in.
func Stop(t *dialog.Turn) dialog.Choice { return Here(t, "Batal", "batal", 0) }

// BackAndStop stand below every step of a wizard.
func BackAndStop(t *dialog.Turn) []dialog.Choice { return Row(Return(t), Stop(t)) }

// Back is the row that leads back from a part that can be left at any time.
func Back(t *dialog.Turn) []dialog.Choice { return Row(Return(t), Menu()) }

// Turner is the row that turns pages.
func Turner(page, pages int, button func(label string, page int) dialog.Choice) []dialog.Choice {
	if pages < 2 {
		return nil
	}
	var r []dialog.Choice
	if page > 0 {
		r = append(r, button("‹ Sebelumnya", page-1))
	}
	if page < pages-1 {
		r = append(r, button("Berikutnya ›", page+1))
	}
	return r
}

// Pager turns the pages of a place; the id on its buttons is the page.
func Pager(t *dialog.Turn, page, pages int) []dialog.Choice {
	return Turner(page, pages, func(label string, page int) dialog.Choice { return Here(t, label, "halaman", uint64(page)) })
}

// perNumbers is how many buttons with a number stand in a row.
const perNumbers = 5

// Numbers puts buttons that bear a number in rows of five.
func Numbers(choices []dialog.Choice) [][]dialog.Choice { return chunks(choices, perNumbers) }

// Fit puts choices in rows of three, two or one, as their labels allow.
func Fit(choices []dialog.Choice) [][]dialog.Choice {
	var all [][]dialog.Choice
	for len(choices) > 0 {
		n := min(3, len(choices))
		for n > 1 && !fits(choices[:n]) {
			n--
		}
		all, choices = append(all, choices[:n]), choices[n:]
	}
	return all
}

// fits tells whether the labels of a row are short enough for so many.
func fits(row []dialog.Choice) bool {
	limit := []int{0, FullMax, PairMax, ThreeMax}[len(row)]
	for _, c := range row {
		if utf8.RuneCountInString(c.Label) > limit {
			return false
		}
	}
	return true
}

func chunks(choices []dialog.Choice, n int) [][]dialog.Choice {
	var all [][]dialog.Choice
	for len(choices) > 0 {
		k := min(n, len(choices))
		all, choices = append(all, choices[:k]), choices[k:]
	}
	return all
}

// Rows leaves out the empty ones.
func Rows(all ...[]dialog.Choice) [][]dialog.Choice {
	var full [][]dialog.Choice
	for _, r := range all {
		if len(r) > 0 {
			full = append(full, r)
		}
	}
	return full
}

// Join puts rows below each other, and leaves out the empty ones.
func Join(parts ...[][]dialog.Choice) [][]dialog.Choice {
	var all [][]dialog.Choice
	for _, p := range parts {
		all = append(all, Rows(p...)...)
	}
	return all
}
