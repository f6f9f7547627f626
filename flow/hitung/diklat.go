package hitung

import (
	"cmp"

	"siip-asn/flow"
)

func countDiklat(rows []flow.BarisData) []Baris {
	g := count(rows, diklatKey)
	g.durations(rows)
	for i := range g.list {
		spelling, opds := map[string]int{}, map[string]bool{}
		for _, n := range g.rows[i] {
			row := rows[n]
			spelling[cmp.Or(row.Hitung, row.Diklat)]++
			if row.Status != flow.Ditolak {
				opds[row.OPD] = true
			}
		}
		first := rows[g.rows[i][0]]
		b := &g.list[i]
		b.Kompetensi, b.Manual = first.Kompetensi, first.Manual && first.Hitung == ""
		b.Nama, b.BanyakOPD = mostUsed(spelling), len(opds)
	}
	sortByWish(g.list)
	return g.list
}

// diklatKey keeps a title typed by hand apart from the entry of the panduan that happens to be named like it: an admin
// merges the two on purpose, or not at all.
func diklatKey(b flow.BarisData) string {
	return keyOf(cmp.Or(b.Hitung, b.Diklat), b.Manual && b.Hitung == "")
}

func keyOf(nama string, manual bool) string {
	if manual {
		return "manual/" + flow.JudulKey(nama)
	}
	return "panduan/" + nama
}

func (b Baris) key() string { return keyOf(b.Nama, b.Manual) }

// mostUsed is the spelling that stands most often, the first by name of several.
func mostUsed(spelling map[string]int) string {
	best := ""
	for name, n := range spelling {
		if best == "" || n > spelling[best] || n == spelling[best] && name < best {
			best = name
		}
	}
	return best
}
