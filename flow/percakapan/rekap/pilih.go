package rekap

import (
	"slices"
	"time"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/kalender"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/paging"
	"siip-asn/flow/spelling"
)

// The places.
const (
	atRekap   dialog.PlaceName = "rekap"
	atOPD     dialog.PlaceName = "rekap/opd"
	atJenjang dialog.PlaceName = "rekap/jenjang"
)

type look = paging.Look

func rekapPlace() engine.Place {
	return engine.Place{
		Name: atRekap, Only: &engine.AdminSIIP, Screen: rekapScreen,
		Taps: engine.Taps{
			"periode": func(t *engine.Turn, year uint64) {
				chosen.Edit(t).Periode = kalender.Periode(min(year, 9999))
				send(t, dialog.LaporanRekap)
			},
			"opd":      func(t *engine.Turn, _ uint64) { chosen.Edit(t).look = look{}; t.Go(atOPD) },
			"jenjang":  engine.To(atJenjang),
			"gambar":   engine.Does(func(t *engine.Turn) { send(t, dialog.LaporanRekap) }),
			"rencana":  engine.Does(plan),
			"simulasi": engine.Does(simulate),
			"pdf":      engine.Does(func(t *engine.Turn) { send(t, dialog.LaporanRingkas) }),
		},
	}
}

// periodeMost is how many periode have a button of their own.
const periodeMost = 8

// rekapScreen says of what the rekap is, and offers every periode that has usulan, a part of the office, and the report on
// paper.
func rekapScreen(t *engine.Turn) ui.Screen {
	c := chosen.Get(t)
	opd, _ := t.OPD(c.OPD)
	text := ui.Spans{}.Plain("Rekap", "\n").Field("Periode", c.Periode.String()).Field("OPD", opd.Nama).Field("Jenjang", string(c.Jenjang))
	if last := lastYear(t); last != kalender.Semua && c.Periode != last {
		text = text.Plain("Rekap periode ", last.String(), " yang baru berakhir tersedia melalui tombol di bawah.\n")
	}
	text = text.Plain("\nGambar dan berkas Excel dikirim di bawah pesan ini. Silakan pilih periode lain, batasi menurut OPD atau jenjang, atau minta laporan untuk pimpinan.")
	return ui.Screen{Text: text, Rows: append(periodeRows(t, c), buttons.Rows(
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
	return spelling.Clip(value, 16)
}

// lastYear is the periode that has just ended, in January, if there are usulan of it.
func lastYear(t *engine.Turn) kalender.Periode {
	last := t.Today().Periode() - 1
	if t.Now().Month() != time.January || !slices.Contains(t.Periodes(), last) {
		return kalender.Semua
	}
	return last
}

// periodeRows are the periode that have usulan, the newest first, and all of them; the one that is chosen has no button.
func periodeRows(t *engine.Turn, c choice) [][]ui.Choice {
	list := t.Periodes()
	if len(list) > periodeMost {
		list = list[:periodeMost]
	}
	var all []ui.Choice
	for _, p := range append(slices.Clone(list), kalender.Semua) {
		if p != c.Periode {
			all = append(all, buttons.Here(t, p.String(), "periode", uint64(p)))
		}
	}
	return slices.Collect(slices.Chunk(all, 5))
}

func opdPlace() engine.Place {
	lookOf := func(t *engine.Turn) *paging.Look { return &chosen.Edit(t).look }
	return paging.Searched(engine.Place{
		Name: atOPD, Only: &engine.AdminSIIP, Screen: opdScreen,
		Taps: engine.Taps{
			"kembali": engine.To(atRekap),
			"pilih": func(t *engine.Turn, id uint64) {
				if _, there := t.OPD(flow.OPDID(id)); id != 0 && !there {
					t.Again("OPD itu tidak ada lagi. Silakan pilih yang lain.")
					return
				}
				chosen.Edit(t).OPD = flow.OPDID(id)
				send(t, dialog.LaporanRekap)
			},
		},
	}, lookOf)
}

func opdScreen(t *engine.Turn) ui.Screen {
	c := chosen.Get(t)
	list := paging.List[flow.OPD]{
		Rows: slices.DeleteFunc(slices.Clone(t.OPDs()), func(o flow.OPD) bool { return !spelling.Matches(o.Nama, c.Query) }),
		Look: paging.Look(c.look), Title: "Pilih OPD", Word: "pilih",
		Line: func(text ui.Spans, o flow.OPD) ui.Spans { return text.Plain(spelling.Clip(o.Nama, 100)) },
		ID:   func(o flow.OPD) uint64 { return uint64(o.ID) },
	}.Draw(t)
	var all []ui.Choice
	if c.OPD != 0 {
		all = buttons.Row(buttons.Here(t, "Semua OPD", "pilih", 0))
	}
	return ui.Screen{
		Text: list.Body(ui.Spans{}.Field("Pencarian", c.Query), "Silakan pilih nomornya, atau ketik sebagian namanya untuk mencari."),
		Rows: buttons.Join(list.Rows, buttons.Rows(all, list.Pager, buttons.Row(buttons.Return(t)))),
	}
}

func jenjangPlace() engine.Place {
	return engine.Place{
		Name: atJenjang, Only: &engine.AdminSIIP,
		Screen: func(t *engine.Turn) ui.Screen {
			rows := [][]ui.Choice{buttons.Row(buttons.Here(t, "Semua Jenjang", "pilih", 0))}
			for i, j := range flow.Jenjangs {
				rows = append(rows, buttons.Row(buttons.Here(t, string(j), "pilih", uint64(i+1))))
			}
			return ui.Screen{
				Text: ui.Spans{}.Plain("Pilih Jenjang", "\nSilakan pilih."),
				Rows: append(rows, buttons.Row(buttons.Here(t, "Kembali", "kembali", 0))),
			}
		},
		Taps: engine.Taps{
			"kembali": engine.To(atRekap),
			"pilih": func(t *engine.Turn, n uint64) {
				chosen.Edit(t).Jenjang = ""
				if n >= 1 && n <= uint64(len(flow.Jenjangs)) {
					chosen.Edit(t).Jenjang = flow.Jenjangs[n-1]
				}
				send(t, dialog.LaporanRekap)
			},
		},
	}
}
