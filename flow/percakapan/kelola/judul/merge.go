package judul

import (
	"fmt"
	"slices"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/hitung"
	"siip-asn/flow/jejak"
	"siip-asn/flow/judul"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/kelola/katalog"
	"siip-asn/flow/percakapan/paging"
	"siip-asn/flow/percakapan/trail"
	"siip-asn/flow/percakapan/wording"
	"siip-asn/flow/spelling"
)

// mergeJudul counts the group as an entry of the panduan.
func mergeJudul(t *engine.Turn, id flow.PanduanID) {
	g, ok := judulGroup(t)
	p, exists := t.Panduan(id)
	if !ok || !exists {
		t.Note = "⚠️ Kelompok itu sudah berubah. Silakan pilih lagi."
		t.Go(atKelolaJudul)
		return
	}
	if !unchanged(t, g) {
		return
	}
	merge(t, g, p)
	t.Go(atKelolaJudul)
}

// merge counts every title of a group as the entry, and says so above the next screen.
func merge(t *engine.Turn, g judul.Group, p flow.Panduan) {
	for _, j := range g.Judul {
		t.Do(dialog.SavePadanan{Judul: j.Key, Panduan: p.ID})
		trail.Record(t, flow.GabungJudul, 0, "", jejak.Perubahan{Kolom: "Judul Manual", Sebelum: j.Text, Sesudah: p.Nama})
	}
	t.Note = fmt.Sprintf("✅ Sebanyak %s usulan kini dihitung sebagai %s.", hitung.Number(g.Count), p.Nama)
}

// mergeIntoNew makes an entry of the title used most, counts the group as it, and shows the entry: how people type a title
// is seldom how it should stand in the panduan.
func mergeIntoNew(t *engine.Turn, i uint64) {
	g, ok := judulGroup(t)
	if !ok || i >= uint64(len(flow.Kompetensis)) {
		t.Go(atKelolaJudul)
		return
	}
	nama := g.Judul[0].Text
	if old, taken := katalog.Named(t, nama, 0); taken {
		t.Again(fmt.Sprintf("%s sudah ada di panduan (%s). Silakan gabungkan ke jenis diklat itu.", old.Nama, old.StatusWords()))
		return
	}
	if !unchanged(t, g) {
		return
	}
	p := katalog.Make(t, nama, flow.Kompetensis[i])
	merge(t, g, p)
	t.Note += " Namanya dapat diperbaiki dengan Ubah Nama."
	t.Open("kelola/panduan/satu", engine.Opening{Button: ui.Button{ID: uint64(p.ID)}})
}

func judulPanduanPlace() engine.Place {
	return paging.Searched(engine.Place{Name: atJudulPanduan, Only: &engine.AdminSIIP,
		Screen: judulPanduanScreen,
		Taps: engine.Taps{
			"gabung":  func(t *engine.Turn, id uint64) { mergeJudul(t, flow.PanduanID(id)) },
			"kembali": engine.To(atJudulSatu),
		},
	}, lookOf)
}

func judulPanduanScreen(t *engine.Turn) ui.Screen {
	k := state.Get(t)
	list := paging.List[flow.Panduan]{
		Rows: slices.DeleteFunc(t.Katalog(), func(p flow.Panduan) bool { return p.Pensiun || !spelling.Matches(p.Nama, k.Query) }),
		Look: k.Look, Title: "Gabung ke panduan", Word: "gabung",
		Line: func(text ui.Spans, p flow.Panduan) ui.Spans { return text.Bold(p.Nama) },
		ID:   func(p flow.Panduan) uint64 { return uint64(p.ID) },
	}.Draw(t)
	return ui.Screen{
		Text: list.Body(ui.Spans{}.Field("Pencarian", k.Query), "Silakan pilih nomornya, atau ketik sebagian namanya untuk mencari."),
		Rows: buttons.Join(list.Rows, buttons.Rows(list.Pager, buttons.Back(t))),
	}
}

func judulGabunganPlace() engine.Place {
	return paging.InPages(engine.Place{Name: atJudulGabungan, Only: &engine.AdminSIIP,
		Screen: judulGabunganScreen,
		Taps: engine.Taps{
			"pisah":   splitJudul,
			"kembali": engine.To(atKelolaJudul),
		},
	}, lookOf)
}

func judulGabunganScreen(t *engine.Turn) ui.Screen {
	list := paging.List[judul.Manual]{
		Rows: judulMerged(t), Look: state.Get(t).Look, Title: "Sudah digabung", Word: "pisah",
		Line: func(text ui.Spans, j judul.Manual) ui.Spans {
			p, _ := t.Panduan(t.Padanan(j.Key))
			return text.Bold(spelling.Clip(j.Text, 80)).Plain(fmt.Sprintf(" (%d usulan)\n→ ", j.Count), spelling.Clip(p.Nama, 80))
		},
		ID: func(j judul.Manual) uint64 { return wording.TextMark(j.Key) },
	}.Draw(t)
	below := "Pilih nomor untuk memisahkan judulnya; ia dihitung sendiri lagi."
	if len(list.Rows) == 0 {
		below = "Belum ada judul yang digabung."
	}
	return ui.Screen{Text: list.Body(nil, below), Rows: buttons.Join(list.Rows, buttons.Rows(list.Pager, buttons.Back(t)))}
}

// splitJudul lets a title count as itself again.
func splitJudul(t *engine.Turn, mark uint64) {
	for _, j := range judulMerged(t) {
		if wording.TextMark(j.Key) == mark {
			p, _ := t.Panduan(t.Padanan(j.Key))
			t.Do(dialog.SavePadanan{Judul: j.Key})
			trail.Record(t, flow.GabungJudul, 0, "", jejak.Perubahan{Kolom: "Judul Manual", Sebelum: p.Nama, Sesudah: j.Text})
			t.Answer("Dipisahkan.")
		}
	}
	t.ShowPlace()
}
