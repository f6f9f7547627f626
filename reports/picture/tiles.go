package picture

import (
	"siip-asn/flow"
	"siip-asn/flow/hitung"
	"siip-asn/reports/colours"
	"slices"
)

// tile is one figure.
type tile struct {
	name, value, more string
	status            flow.Status // whose colour stands at its side
}

// tiles are two rows of figures: what there is, and each status.
func (k *canvas) tiles(r hitung.Rekap, y float64) {
	week := func(now, before int) string { return hitung.Change(now-before) + " sepekan" }
	if r.WeekAgo.All == 0 && r.Total.All == 0 {
		week = func(int, int) string { return "" }
	}
	share := tile{name: "Pegawai mengusulkan", value: "–"}
	if r.Pegawai.Pegawai > 0 {
		share.value = r.Pegawai.Participated()
		share.more = hitung.Number(r.Pegawai.Mengusul) + " dari " + hitung.Number(r.Pegawai.Pegawai)
	}
	k.row([]tile{
		{name: "Usulan", value: hitung.Number(r.Total.All), more: week(r.Total.All, r.WeekAgo.All)},
		{name: "Peminat (tidak ditolak)", value: hitung.Number(r.Total.Peminat()), more: week(r.Total.Peminat(), r.WeekAgo.Peminat())},
		share,
	}, y, 122, 44)
	var list []tile
	for _, s := range refusedLast(flow.Statuses) {
		list = append(list, tile{name: word(s), value: hitung.Number(r.Total.Status[s]), more: week(r.Total.Status[s], r.WeekAgo.Status[s]), status: s})
	}
	k.row(list, y+132, 100, 32)
}

// refusedLast is the order of the tiles: that of the lists, with what is refused apart at the end.
func refusedLast(statuses []flow.Status) []flow.Status {
	return append(slices.DeleteFunc(slices.Clone(statuses), func(s flow.Status) bool { return s == flow.Ditolak }), flow.Ditolak)
}

func (k *canvas) row(list []tile, y, high, size float64) {
	const gap = 12.0
	wide := (inner - gap*float64(len(list)-1)) / float64(len(list))
	for i, t := range list {
		x := edge + float64(i)*(wide+gap)
		k.box(x, y, wide, high, pale, nil)
		pad := 16.0
		if t.status != flow.Belum {
			k.box(x, y, 10, high, hex(colours.Of(t.status)), hex(colours.Edge))
			pad = 22
		}
		name, more := lettering{size: 22, warna: faint}, lettering{size: 20, warna: faint}
		k.text(name, first(name.lines(t.name, wide-pad-4, 1)), x+pad, y+29)
		value := lettering{size: size, bold: true, warna: navy}
		for value.width(t.value) > wide-pad-8 {
			value.size--
		}
		k.text(value, t.value, x+pad, y+high-42+size*0.08)
		k.text(more, first(more.lines(t.more, wide-pad-4, 1)), x+pad, y+high-9)
	}
}
