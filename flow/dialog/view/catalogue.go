package view

import (
	"cmp"
	"maps"
	"slices"

	"siip-asn/flow"
	"siip-asn/flow/judul"
)

// The panduan and the titles beside it as this step leaves them.

// Panduan is the entry with this id.
func (v *View) Panduan(id flow.PanduanID) (flow.Panduan, bool) {
	return byID(v.panduan, id, v.base.Panduan)
}

// Katalog lists the whole panduan, in order.
func (v *View) Katalog() []flow.Panduan {
	return merged(v.base.Katalog(), v.panduan, func(p flow.Panduan) flow.PanduanID { return p.ID },
		func(flow.Panduan) bool { return true },
		func(a, b flow.Panduan) int { return cmp.Compare(a.ID, b.ID) })
}

// JudulManual lists the titles typed by hand, with how many usulan have each.
func (v *View) JudulManual() []judul.Manual {
	if len(v.usulan) == 0 {
		return v.base.JudulManual()
	}
	titles := map[string]judul.Manual{}
	eachUsulan(v, func(u flow.Usulan) {
		if u.Manual() {
			key := judul.Key(u.Judul)
			titles[key] = judul.Manual{Key: key, Text: u.Judul, Count: titles[key].Count + 1}
		}
	})
	var list []judul.Manual
	for _, key := range slices.Sorted(maps.Keys(titles)) {
		list = append(list, titles[key])
	}
	return list
}

// Padanan is as which entry a title typed by hand counts.
func (v *View) Padanan(judul string) flow.PanduanID {
	if id, changed := v.padanan[judul]; changed {
		return id
	}
	return v.base.Padanan(judul)
}
