// Package buttons makes the buttons of a screen and puts them in rows.
package buttons

import (
	"slices"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
)

// LabelMax keeps a button on one line of a small phone, or two.
const LabelMax = 60

// Here is a button of the place that is being shown.
func Here(t *dialog.Turn, label, word string, id uint64) dialog.Choice {
	return dialog.Choice{Label: flow.Clip(label, LabelMax), Button: dialog.Button{Word: word, ID: id, Versi: t.Versi()}}
}

// Door is a button that leads somewhere, from wherever it is tapped.
func Door(label, word string, id uint64) dialog.Choice {
	return dialog.Choice{Label: flow.Clip(label, LabelMax), Button: dialog.Button{Word: word, ID: id}}
}

// On is a button that does something to the usulan as it stands now.
func On(u flow.Usulan, label, word string) dialog.Choice {
	return dialog.Choice{Label: label, Button: dialog.Button{Word: word, ID: uint64(u.ID), Versi: u.Versi}}
}

func Row(choices ...dialog.Choice) []dialog.Choice { return choices }

// ToMenu is the way out of every screen that has no other.
func ToMenu() []dialog.Choice { return Row(Door("🏠 Menu", "menu", 0)) }

// back and stop are below every step of a wizard.
func BackAndStop(t *dialog.Turn) []dialog.Choice {
	return Row(Here(t, "⬅️ Kembali", "kembali", 0), Stop(t))
}

func Stop(t *dialog.Turn) dialog.Choice { return Here(t, "✖️ Batal", "batal", 0) }

// Turner is the row that turns pages.
func Turner(page, pages int, button func(label string, page int) dialog.Choice) []dialog.Choice {
	if pages < 2 {
		return nil
	}
	var r []dialog.Choice
	if page > 0 {
		r = append(r, button("◀️ Sebelumnya", page-1))
	}
	if page < pages-1 {
		r = append(r, button("Berikutnya ▶️", page+1))
	}
	return r
}

// Pager turns the pages of a place; the id on its buttons is the page.
func Pager(t *dialog.Turn, page, pages int) []dialog.Choice {
	return Turner(page, pages, func(label string, page int) dialog.Choice { return Here(t, label, "halaman", uint64(page)) })
}

// Pairs puts two choices in a row.
func Pairs(choices []dialog.Choice) [][]dialog.Choice {
	return slices.Collect(slices.Chunk(choices, 2))
}

// gridWide is how many number buttons stand in a row.
const gridWide = 5

// Grid puts number buttons in rows of five.
func Grid(choices []dialog.Choice) [][]dialog.Choice {
	return slices.Collect(slices.Chunk(choices, gridWide))
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
