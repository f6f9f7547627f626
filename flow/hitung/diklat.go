package hitung

import (
	"cmp"
	"strconv"

	"siip-asn/flow"
	"siip-asn/flow/daftar"
	"siip-asn/flow/judul"
)

func countDiklat(rows []daftar.Baris) []Baris {
	g := count(rows, KeyOf)
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
		b.Key = b.Nama
		b.Kompetensi, b.Manual = first.Kompetensi, first.Manual && first.Hitung == ""
		b.Nama, b.OPDCount = mostUsed(spelling), len(opds)
	}
	sortByWish(g.list)
	return g.list
}

// KeyOf is the key of the diklat of a row, whatever its spelling. It keeps a title typed by hand apart from the entry of
// the panduan that happens to be named like it: an admin merges the two on purpose, or not at all. An entry that is renamed
// keeps its key.
func KeyOf(b daftar.Baris) string {
	switch {
	case b.Panduan != 0:
		return "panduan/" + strconv.FormatUint(uint64(b.Panduan), 10)
	case b.Manual && b.Hitung == "":
		return "manual/" + judul.Key(b.Diklat)
	}
	return "panduan/" + cmp.Or(b.Hitung, b.Diklat)
}

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
