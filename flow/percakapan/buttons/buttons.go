// Package buttons makes the buttons of a screen and puts them in rows that fit a small phone.
package buttons

import (
	"unicode/utf8"

	"siip-asn/flow"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/spelling"
)

// How many characters a label has at most, by how many buttons stand in its row. What is longer is numbered in the text,
// and the button bears the number.
const (
	FullMax  = 32
	PairMax  = 16
	ThreeMax = 10
)

// Here is a button of the place that is being shown.
func Here(t *engine.Turn, label, word string, id uint64) ui.Choice {
	return ui.Choice{Label: spelling.Clip(label, FullMax), Button: ui.Button{Word: word, ID: id, Versi: t.Versi()}}
}

// Door is a button that leads somewhere, from wherever it is tapped.
func Door(label, word string, id uint64) ui.Choice {
	return ui.Choice{Label: spelling.Clip(label, FullMax), Button: ui.Button{Word: word, ID: id}}
}

// On is a button that does something to the usulan as it stands now.
func On(u flow.Usulan, label, word string) ui.Choice {
	return ui.Choice{Label: label, Button: ui.Button{Word: word, ID: uint64(u.ID), Versi: u.Versi}}
}

// Row is a row of buttons.
func Row(choices ...ui.Choice) []ui.Choice { return choices }

// ToMenu is the way out of every screen that has no other.
func ToMenu() []ui.Choice { return Row(Menu()) }

// Menu is the button that leads to the menu.
func Menu() ui.Choice { return Door("Menu", "menu", 0) }

// Return is the button that leads one step back.
func Return(t *engine.Turn) ui.Choice { return Here(t, "Kembali", "kembali", 0) }

// Stop is the button that calls off what is being filled in.
func Stop(t *engine.Turn) ui.Choice { return Here(t, "Batal", "batal", 0) }

// BackAndStop stand below every step of a wizard.
func BackAndStop(t *engine.Turn) []ui.Choice { return Row(Return(t), Stop(t)) }

// Back is the row that leads back from a part that can be left at any time.
func Back(t *engine.Turn) []ui.Choice { return Row(Return(t), Menu()) }

// Turner is the row that turns pages.
func Turner(page, pages int, button func(label string, page int) ui.Choice) []ui.Choice {
	if pages < 2 {
		return nil
	}
	var r []ui.Choice
	if page > 0 {
		r = append(r, button("‹ Sebelumnya", page-1))
	}
	if page < pages-1 {
		r = append(r, button("Berikutnya ›", page+1))
	}
	return r
}

// Pager turns the pages of a place; the id on its buttons is the page.
func Pager(t *engine.Turn, page, pages int) []ui.Choice {
	return Turner(page, pages, func(label string, page int) ui.Choice { return Here(t, label, "halaman", uint64(page)) })
}

// perNumbers is how many buttons with a number stand in a row.
const perNumbers = 5

// Numbers puts buttons that bear a number in rows of five.
func Numbers(choices []ui.Choice) [][]ui.Choice { return chunks(choices, perNumbers) }

// Fit puts choices in rows of three, two or one, as their labels allow.
func Fit(choices []ui.Choice) [][]ui.Choice {
	var all [][]ui.Choice
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
func fits(row []ui.Choice) bool {
	limit := []int{0, FullMax, PairMax, ThreeMax}[len(row)]
	for _, c := range row {
		if utf8.RuneCountInString(c.Label) > limit {
			return false
		}
	}
	return true
}

func chunks(choices []ui.Choice, n int) [][]ui.Choice {
	var all [][]ui.Choice
	for len(choices) > 0 {
		k := min(n, len(choices))
		all, choices = append(all, choices[:k]), choices[k:]
	}
	return all
}

// Rows leaves out the empty ones.
func Rows(all ...[]ui.Choice) [][]ui.Choice {
	var full [][]ui.Choice
	for _, r := range all {
		if len(r) > 0 {
			full = append(full, r)
		}
	}
	return full
}

// Join puts rows below each other, and leaves out the empty ones.
func Join(parts ...[][]ui.Choice) [][]ui.Choice {
	var all [][]ui.Choice
	for _, p := range parts {
		all = append(all, Rows(p...)...)
	}
	return all
}
