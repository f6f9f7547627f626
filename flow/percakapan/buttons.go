package percakapan

import (
	"slices"

	"siip-asn/flow"
)

// labelMax keeps a button on one line of a small phone, or two.
const labelMax = 60

// here is a button of the place that is being shown.
func (t *turn) here(label, word string, id uint64) flow.Choice {
	return flow.Choice{Label: flow.Clip(label, labelMax), Button: flow.Button{Word: word, ID: id, Versi: t.s.Versi}}
}

// door is a button that leads somewhere, from wherever it is tapped.
func door(label, word string, id uint64) flow.Choice {
	return flow.Choice{Label: flow.Clip(label, labelMax), Button: flow.Button{Word: word, ID: id}}
}

// on is a button that does something to the usulan as it stands now.
func on(u flow.Usulan, label, word string) flow.Choice {
	return flow.Choice{Label: label, Button: flow.Button{Word: word, ID: uint64(u.ID), Versi: u.Versi}}
}

func row(choices ...flow.Choice) []flow.Choice { return choices }

// toMenu is the way out of every screen that has no other.
func toMenu() []flow.Choice { return row(door("🏠 Menu", "menu", 0)) }

// back and stop are below every step of a wizard.
func (t *turn) backAndStop() []flow.Choice {
	return row(t.here("⬅️ Kembali", "kembali", 0), t.stop())
}

func (t *turn) stop() flow.Choice { return t.here("✖️ Batal", "batal", 0) }

// turner is the row that turns pages.
func turner(page, pages int, button func(label string, page int) flow.Choice) []flow.Choice {
	if pages < 2 {
		return nil
	}
	var r []flow.Choice
	if page > 0 {
		r = append(r, button("◀️ Sebelumnya", page-1))
	}
	if page < pages-1 {
		r = append(r, button("Berikutnya ▶️", page+1))
	}
	return r
}

// pager turns the pages of a place; the id on its buttons is the page.
func (t *turn) pager(page, pages int) []flow.Choice {
	return turner(page, pages, func(label string, page int) flow.Choice { return t.here(label, "halaman", uint64(page)) })
}

// pairs puts two choices in a row.
func pairs(choices []flow.Choice) [][]flow.Choice { return slices.Collect(slices.Chunk(choices, 2)) }

// rows leaves out the empty ones.
func rows(all ...[]flow.Choice) [][]flow.Choice {
	var full [][]flow.Choice
	for _, r := range all {
		if len(r) > 0 {
			full = append(full, r)
		}
	}
	return full
}
