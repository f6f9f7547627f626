package form

import (
	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/jejak"
	"siip-asn/flow/kalender"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/kabar"
	"siip-asn/flow/percakapan/kartu"
	"siip-asn/flow/percakapan/trail"
)

func ringkasanPlace() engine.Place {
	return engine.Place{Name: atRingkasan,
		Screen: ringkasanScreen,
		Taps: engine.Taps{
			"simpan":  save,
			"kembali": backFromRingkasan,
			"batal":   engine.Does((*engine.Turn).Cancel),
		},
	}
}

func backFromRingkasan(t *engine.Turn, _ uint64) {
	if asksRekomendasi(t) {
		t.Go(atRekomendasi)
		return
	}
	backToDiklat(t)
}

// ringkasanScreen shows the form as it will be saved; of an edit, before → after.
func ringkasanScreen(t *engine.Turn) ui.Screen {
	if old, ok := t.Usulan(draft.Get(t).Usulan); ok {
		return editScreen(t, old)
	}
	text := formHead(t).Strong("Usulan Diklat", chosenTitle(t)).
		Field("Rekomendasi Dari Hasil Talentpool", drafted(t, flow.Usulan{}).Rekomendasi).
		Field("Tanggal Usul", t.Today().Card())
	return askSimpan(t, text, "Apakah data ini sudah benar?")
}

// editScreen shows before → after. What has not changed can be saved only where that proposes it anew.
func editScreen(t *engine.Turn, old flow.Usulan) ui.Screen {
	text := formHead(t).Field("Tanggal Usul", old.TanggalUsul.Card())
	changes := changes(t, old, drafted(t, old))
	text = kartu.ChangesText(t, text, changes)
	row, reason := flow.Judge(t.Aturan(), old, flow.Relation(t.Who, old), flow.Edit, draft.Get(t).Versi)
	switch {
	case len(changes) > 0:
		return askSimpan(t, text, "Apakah data ini sudah benar?")
	case reason == flow.Boleh && !kabar.Moves(row, old):
		return ui.Screen{
			Text: text.Plain("\nSilakan tekan Kembali untuk mengubah, atau Batal."),
			Rows: buttons.Rows(buttons.BackAndStop(t)),
		}
	default:
		return askSimpan(t, text, "Ajukan lagi tanpa perubahan?")
	}
}

func askSimpan(t *engine.Turn, text ui.Spans, question string) ui.Screen {
	return ui.Screen{
		Text: text.Plain("\n", question, " Silakan tekan Simpan."),
		Rows: buttons.Rows(buttons.Row(buttons.Here(t, "Simpan", "simpan", dayMark(t.Today()))), buttons.BackAndStop(t)),
	}
}

// drafted is the usulan as the draft would make it. The Rekomendasi counts only while the person may fill it in: his role
// may have changed since he did.
func drafted(t *engine.Turn, u flow.Usulan) flow.Usulan {
	f := draft.Get(t)
	u.Panduan, u.Judul = f.Panduan, f.Judul
	if asksRekomendasi(t) {
		u.Rekomendasi = f.Rekomendasi
	}
	return u
}

// changes lists what is different, in the words of the form.
func changes(t *engine.Turn, before, after flow.Usulan) []jejak.Perubahan {
	var list []jejak.Perubahan
	if a, b := kartu.Title(t, before), kartu.Title(t, after); a != b || before.Panduan != after.Panduan {
		list = append(list, jejak.Perubahan{Kolom: "Usulan Diklat", Sebelum: a, Sesudah: b})
	}
	if before.Rekomendasi != after.Rekomendasi {
		list = append(list, jejak.Perubahan{Kolom: "Rekomendasi", Sebelum: before.Rekomendasi, Sesudah: after.Rekomendasi})
	}
	return list
}

// save is Simpan: everything is judged once more, in the transaction that keeps it.
//
// The button carries the day for which the summary was drawn: after midnight Tanggal Usul, and perhaps the periode, are no
// longer those that were confirmed, so the summary is shown again.
func save(t *engine.Turn, day uint64) {
	switch f := draft.Get(t); {
	case !f.begun() || !f.chosen():
		goOn(t)
	case f.Usulan != 0:
		saveEdit(t)
	case day != dayMark(t.Today()):
		t.Again("Tanggal Usul sudah berganti menjadi " + t.Today().Card() + ". Silakan periksa, lalu tekan Simpan lagi.")
	default:
		saveNew(t)
	}
}

// dayMark is a day as a button carries it: 20260831.
func dayMark(day kalender.Tanggal) uint64 {
	var n uint64
	for _, c := range day {
		if c >= '0' && c <= '9' {
			n = n*10 + uint64(c-'0')
		}
	}
	return n
}

func saveNew(t *engine.Turn) {
	p, ok := t.Pegawai(draft.Get(t).Pegawai)
	if !ok || alreadyProposed(t, p) || closed(t) || !stillOffered(t, p) {
		return
	}
	blank := flow.Usulan{Pegawai: p.ID, OPD: p.OPD, Status: flow.Belum}
	row, reason := flow.Judge(t.Aturan(), blank, flow.Relation(t.Who, blank), flow.Simpan, 0)
	if reason != flow.Boleh {
		draft.Clear(t)
		t.Move(dialog.Home)
		t.Refuse("Usulan untuk pegawai lain hanya dapat ditambahkan oleh Admin SIIP-ASN.")
		return
	}
	u := drafted(t, flow.Usulan{
		ID: t.Event.Usulan, Versi: 1, Pegawai: p.ID, Pembuat: t.Who.ID, OPD: p.OPD, Jenjang: p.Jenjang,
		TanggalUsul: t.Today(), Status: row.Ke, Sejak: t.Event.At, Oleh: t.Who.ID, OlehPeran: row.Peran,
	})
	draft.Clear(t)
	t.Do(dialog.SaveUsulan{Usulan: u},
		dialog.AppendHistory{Entry: trail.Entry(t, flow.Simpan, row.Peran, flow.Usulan{Status: flow.Belum}, u)})
	saved(t, "Data Berhasil Di Tambah", u)
	kabar.Tell(t, kabar.News{Aksi: flow.Simpan, Oleh: row.Peran, Usulan: u}, kabar.OneByOne)
}

// stillOffered looks again whether the panduan has the chosen diklat: it may have been retired meanwhile.
func stillOffered(t *engine.Turn, p flow.Pegawai) bool {
	f := draft.Get(t)
	if entry, _ := t.Panduan(f.Panduan); f.Manual || entry.For(p.Jenjang) {
		return true
	}
	draft.Edit(t).Panduan = 0
	t.Note = "⚠️ Jenis diklat itu sudah tidak ada di panduan. Silakan pilih yang lain."
	openPanduan(t, "")
	return false
}

func saveEdit(t *engine.Turn) {
	f := draft.Get(t)
	old, row, ok := kartu.Judge(t, flow.Edit, ui.Button{ID: uint64(f.Usulan), Versi: f.Versi})
	if !ok {
		draft.Clear(t)
		if _, shown := t.Showing(f.Usulan); !shown {
			t.Move(dialog.Home)
		}
		return
	}
	u := drafted(t, old)
	changes := changes(t, old, u)
	if len(changes) == 0 && !kabar.Moves(row, old) {
		t.Again("Belum ada yang berubah, sehingga tidak ada yang disimpan.")
		return
	}
	u = kabar.Moved(t, u, row)
	_, queued := t.Showing(f.Usulan)
	draft.Clear(t)
	entry := trail.Entry(t, flow.Edit, row.Peran, old, u)
	entry.Ubah = changes
	t.Do(dialog.SaveUsulan{Usulan: u}, dialog.AppendHistory{Entry: entry})
	if words := "Data Berhasil Di Ubah"; queued {
		t.Answer(words)
		t.Open("antrian/kembali", engine.Opening{Button: ui.Button{ID: uint64(u.ID), Versi: u.Versi}, Note: "✅ " + words})
		kartu.Show(t, t.Me(), u, dialog.Quietly, dialog.Reply) // the card that he has besides: nothing else changes it
	} else {
		saved(t, words, u)
	}
	kabar.Tell(t, kabar.News{Aksi: flow.Edit, Oleh: row.Peran, Usulan: u, Changes: changes}, kabar.OneByOne)
}

// saved tells that it is saved, above the card of what was: one new message. That of the form is the menu again.
func saved(t *engine.Turn, words string, u flow.Usulan) {
	t.Answer(words)
	t.Go(dialog.Home)
	card := kartu.Screen(t, t.Who, u)
	t.Do(dialog.Show{To: t.Me(), Slot: ui.SlotOf(u.ID), Manner: dialog.Anew, Screen: ui.Screen{
		Text: kartu.SavedText(t, words, t.Who, u),
		Rows: buttons.Join(card.Rows, buttons.Rows(oneMore(t, u))),
	}})
}

// oneMore leads an Admin SIIP-ASN who has added for a pegawai to the next one.
func oneMore(t *engine.Turn, u flow.Usulan) []ui.Choice {
	if !t.Who.AdminSIIP || u.Pembuat != t.Who.ID || u.Pegawai == t.Who.ID || u.Versi != 1 {
		return nil
	}
	return buttons.Row(buttons.Door("Tambah untuk Pegawai", "tambahkan", 0))
}
