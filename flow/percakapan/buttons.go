package percakapan

import (
	"slices"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
)

// labelMax keeps a button on one line of a small phone, or two.
const labelMax = 60

// here is a button of the place that is being shown.
func (t *turn) here(label, word string, id uint64) dialog.Choice {
	return dialog.Choice{Label: flow.Clip(label, labelMax), Button: dialog.Button{Word: word, ID: id, Versi: t.s.Versi}}
}

// door is a button that leads somewhere, from wherever it is tapped.
func door(label, word string, id uint64) dialog.Choice {
	return dialog.Choice{Label: flow.Clip(label, labelMax), Button: dialog.Button{Word: word, ID: id}}
}

// on is a button that does something to the usulan as it stands now.
func on(u flow.Usulan, label, word string) dialog.Choice {
	return dialog.Choice{Label: label, Button: dialog.Button{Word: word, ID: uint64(u.ID), Versi: u.Versi}}
}

func row(choices ...dialog.Choice) []dialog.Choice { return choices }

// toMenu is the way out of every screen that has no other.
func toMenu() []dialog.Choice { return row(door("🏠 Menu", "menu", 0)) }

// back and stop are below every step of a wizard.
func (t *turn) backAndStop() []dialog.Choice {
	return row(t.here("⬅️ Kembali", "kembali", 0), t.stop())
}

func (t *turn) stop() dialog.Choice { return t.here("✖️ Batal", "batal", 0) }

// turner is the row that turns pages.
func turner(page, pages int, button func(label string, page int) dialog.Choice) []dialog.Choice {
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

// pager turns the pages of a place; the id on its buttons is the page.
func (t *turn) pager(page, pages int) []dialog.Choice {
	return turner(page, pages, func(label string, page int) dialog.Choice { return t.here(label, "halaman", uint64(page)) })
}

// pairs puts two choices in a row.
func pairs(choices []dialog.Choice) [][]dialog.Choice {
	return slices.Collect(slices.Chunk(choices, 2))
}

// rows leaves out the empty ones.
func rows(all ...[]dialog.Choice) [][]dialog.Choice {
	var full [][]dialog.Choice
	for _, r := range all {
		if len(r) > 0 {
			full = append(full, r)
		}
	}
	return full
}
