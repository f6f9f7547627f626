package rekap

import (
	"slices"
	"time"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/paging"
)

// The places.
const (
	atRekap   dialog.PlaceName = "rekap"
	atOPD     dialog.PlaceName = "rekap/opd"
	atJenjang dialog.PlaceName = "rekap/jenjang"
)

type look = paging.Look

func rekapPlace() dialog.Place {
	return dialog.Place{
		Name: atRekap, Only: &dialog.AdminSIIP, Screen: rekapScreen,
		Taps: dialog.Taps{
			"periode": func(t *dialog.Turn, year uint64) {
				chosen.Edit(t).Periode = flow.Periode(min(year, 9999))
				send(t, dialog.LaporanRekap)
			},
			"opd":      func(t *dialog.Turn, _ uint64) { chosen.Edit(t).look = look{}; t.Go(atOPD) },
			"jenjang":  dialog.To(atJenjang),
			"gambar":   dialog.Does(func(t *dialog.Turn) { send(t, dialog.LaporanRekap) }),
			"rencana":  dialog.Does(plan),
			"simulasi": dialog.Does(simulate),
			"pdf":      dialog.Does(func(t *dialog.Turn) { send(t, dialog.LaporanRingkas) }),
		},
	}
}

// periodeMost is how many periode have a button of their own.
const periodeMost = 8

// rekapScreen says of what the rekap is, and offers every periode that has usulan, a part of the office, and the report on
// paper.
func rekapScreen(t *dialog.Turn) dialog.Screen {
	c := chosen.Get(t)
	opd, _ := t.OPD(c.OPD)
	text := dialog.Spans{}.Plain("Rekap", "\n").Field("Periode", c.Periode.String()).Field("OPD", opd.Nama).Field("Jenjang", string(c.Jenjang))
	if last := lastYear(t); last != flow.Semua && c.Periode != last {
		text = text.Plain("Rekap periode ", last.String(), " yang baru berakhir tersedia melalui tombol di bawah.\n")
	}
	text = text.Plain("\nGambar dan berkas Excel dikirim di bawah pesan ini. Silakan pilih periode lain, batasi menurut OPD atau jenjang, atau minta laporan untuk pimpinan.")
	return dialog.Screen{Text: text, Rows: append(periodeRows(t, c), buttons.Rows(
		buttons.Row(buttons.Here(t, orAll("OPD", opd.Nama), "opd", 0), buttons.Here(t, orAll("Jenjang", string(c.Jenjang)), "jenjang", 0)),
		buttons.Row(buttons.Here(t, "Gambar dan Excel", "gambar", 0), buttons.Here(t, "📄 Laporan (PDF)", "pdf", 0)),
		buttons.Row(buttons.Here(t, "Rencana", "rencana", 0), buttons.Here(t, "Simulasi", "simulasi", 0)),
		buttons.ToMenu(),
	)...)}
}

// orAll is the label of a button that limits a rekap.
func orAll(name, value string) string {
	if value == "" {
		return "Semua " + name
	}
	return flow.Clip(value, 16)
}

// lastYear is the periode that has just ended, in January, if there are usulan of it.
func lastYear(t *dialog.Turn) flow.Periode {
	last := t.Today().Periode() - 1
	if t.Now().Month() != time.January || !slices.Contains(t.Periodes(), last) {
		return flow.Semua
	}
	return last
}

// periodeRows are the periode that have usulan, the newest first, and all of them; the one that is chosen has no button.
func periodeRows(t *dialog.Turn, c choice) [][]dialog.Choice {
	list := t.Periodes()
	if len(list) > periodeMost {
		list = list[:periodeMost]
	}
	var all []dialog.Choice
	for _, p := range append(slices.Clone(list), flow.Semua) {
		if p != c.Periode {
			all = append(all, buttons.Here(t, p.String(), "periode", uint64(p)))
		}
	}
	return slices.Collect(slices.Chunk(all, 5))
}

func opdPlace() dialog.Place {
	lookOf := func(t *dialog.Turn) *paging.Look { return &chosen.Edit(t).look }
	return dialog.Place{
		Name: atOPD, Only: &dialog.AdminSIIP, Screen: opdScreen, Typed: paging.Searches(lookOf),
		Taps: dialog.Taps{
			"halaman": paging.Turns(lookOf),
			"kembali": dialog.To(atRekap),
			"pilih": func(t *dialog.Turn, id uint64) {
				if _, there := t.OPD(flow.OPDID(id)); id != 0 && !there {
					t.Again("OPD itu tidak ada lagi. Silakan pilih yang lain.")
					return
				}
				chosen.Edit(t).OPD = flow.OPDID(id)
				send(t, dialog.LaporanRekap)
			},
		},
	}
}

func opdScreen(t *dialog.Turn) dialog.Screen {
	c := chosen.Get(t)
	list := paging.List[flow.OPD]{
		Rows: slices.DeleteFunc(slices.Clone(t.OPDs()), func(o flow.OPD) bool { return !flow.Matches(o.Nama, c.Cari) }),
		Look: paging.Look(c.look), Title: "Pilih OPD", Word: "pilih",
		Line: func(text dialog.Spans, o flow.OPD) dialog.Spans { return text.Plain(flow.Clip(o.Nama, 100)) },
		ID:   func(o flow.OPD) uint64 { return uint64(o.ID) },
	}.Draw(t)
	var all []dialog.Choice
	if c.OPD != 0 {
		all = buttons.Row(buttons.Here(t, "Semua OPD", "pilih", 0))
	}
	return dialog.Screen{
		Text: list.Body(dialog.Spans{}.Field("Pencarian", c.Cari), "Silakan pilih nomornya, atau ketik sebagian namanya untuk mencari."),
		Rows: buttons.Join(list.Rows, buttons.Rows(all, list.Pager, buttons.Row(buttons.Return(t)))),
	}
}

func jenjangPlace() dialog.Place {
	return dialog.Place{
		Name: atJenjang, Only: &dialog.AdminSIIP,
		Screen: func(t *dialog.Turn) dialog.Screen {
			rows := [][]dialog.Choice{buttons.Row(buttons.Here(t, "Semua Jenjang", "pilih", 0))}
			for i, j := range flow.Jenjangs {
				rows = append(rows, buttons.Row(buttons.Here(t, string(j), "pilih", uint64(i+1))))
			}
			return dialog.Screen{
				Text: dialog.Spans{}.Plain("Pilih Jenjang", "\nSilakan pilih."),
				Rows: append(rows, buttons.Row(buttons.Here(t, "Kembali", "kembali", 0))),
			}
		},
		Taps: dialog.Taps{
			"kembali": dialog.To(atRekap),
			"pilih": func(t *dialog.Turn, n uint64) {
				chosen.Edit(t).Jenjang = ""
				if n >= 1 && n <= uint64(len(flow.Jenjangs)) {
					chosen.Edit(t).Jenjang = flow.Jenjangs[n-1]
				}
				send(t, dialog.LaporanRekap)
			},
		},
	}
}
