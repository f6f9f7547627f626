package percakapan

import (
	"siip-asn/flow"
	"siip-asn/flow/dialog"
)

func ringkasanPlace() place {
	return place{
		screen: (*turn).ringkasanScreen,
		taps: map[string]func(*turn, uint64){
			"simpan":  does((*turn).save),
			"kembali": (*turn).backFromRingkasan,
			"batal":   does((*turn).cancel),
		},
	}
}

func (t *turn) backFromRingkasan(uint64) {
	if t.asksRekomendasi() {
		t.goTo(atRekomendasi)
		return
	}
	t.backToDiklat()
}

// ringkasanScreen shows the form as it will be saved; of an edit, before → after.
func (t *turn) ringkasanScreen() dialog.Screen {
	if old, ok := t.Usulan(t.s.Form.Usulan); ok {
		return t.editScreen(old)
	}
	text := t.formHead().Field("Usulan Diklat", t.chosenTitle()).
		Field("Rekomendasi Dari Hasil Talentpool", t.drafted(flow.Usulan{}).Rekomendasi).
		Field("Tanggal Usul", t.today().Card())
	return t.askSimpan(text, "Apakah data ini sudah benar?")
}

// editScreen shows before → after. What has not changed can be saved only where that proposes it anew.
func (t *turn) editScreen(old flow.Usulan) dialog.Screen {
	text := t.formHead().Field("Tanggal Usul", old.TanggalUsul.Card()).Plain("\n")
	changes := t.changes(old, t.drafted(old))
	text = t.changesText(text, changes)
	row, reason := flow.Judge(t.Aturan(), old, flow.Relation(t.saya, old), flow.Edit, t.s.Form.Versi)
	switch {
	case len(changes) > 0:
		return t.askSimpan(text, "Apakah data ini sudah benar?")
	case reason == flow.Boleh && !moves(row, old):
		return dialog.Screen{
			Text: text.Plain("\nSilakan tekan ").Bold("Kembali").Plain(" untuk mengubah, atau ").Bold("Batal").Plain("."),
			Rows: rows(t.backAndStop()),
		}
	default:
		return t.askSimpan(text, "Ajukan lagi tanpa perubahan?")
	}
}

// moves tells whether the row brings the usulan into another status.
func moves(row flow.Baris, u flow.Usulan) bool { return row.Ke != flow.Belum && row.Ke != u.Status }

func (t *turn) askSimpan(text dialog.Spans, question string) dialog.Screen {
	return dialog.Screen{
		Text: text.Plain("\n", question, " Silakan tekan ").Bold("Simpan").Plain("."),
		Rows: rows(row(t.here("💾 Simpan", "simpan", 0)), t.backAndStop()),
	}
}

func (t *turn) changesText(text dialog.Spans, changes []flow.Perubahan) dialog.Spans {
	if len(changes) == 0 {
		return text.Plain("Belum ada yang berubah.\n")
	}
	for _, c := range changes {
		text = text.Plain(c.Kolom, ": ", or(c.Sebelum, "(kosong)"), " → ").Bold(or(c.Sesudah, "(kosong)")).Plain("\n")
	}
	return text
}

// drafted is the usulan as the draft would make it. The Rekomendasi counts only while the person may fill it in: his role
// may have changed since he did.
func (t *turn) drafted(u flow.Usulan) flow.Usulan {
	f := t.s.Form
	u.Panduan, u.Judul = f.Panduan, f.Judul
	if t.asksRekomendasi() {
		u.Rekomendasi = f.Rekomendasi
	}
	return u
}

// changes lists what is different, in the words of the form.
func (t *turn) changes(before, after flow.Usulan) []flow.Perubahan {
	var list []flow.Perubahan
	if a, b := t.title(before), t.title(after); a != b || before.Panduan != after.Panduan {
		list = append(list, flow.Perubahan{Kolom: "Usulan Diklat", Sebelum: a, Sesudah: b})
	}
	if before.Rekomendasi != after.Rekomendasi {
		list = append(list, flow.Perubahan{Kolom: "Rekomendasi", Sebelum: before.Rekomendasi, Sesudah: after.Rekomendasi})
	}
	return list
}

// save is Simpan: everything is judged once more, in the transaction that keeps it.
func (t *turn) save() {
	switch f := t.s.Form; {
	case !f.Begun() || !f.Chosen():
		t.resume()
	case f.Usulan != 0:
		t.saveEdit()
	default:
		t.saveNew()
	}
}

func (t *turn) saveNew() {
	p, ok := t.Pegawai(t.s.Form.Pegawai)
	if !ok || t.alreadyProposed(p) || t.closed() || !t.stillOffered(p) {
		return
	}
	blank := flow.Usulan{Pegawai: p.ID, OPD: p.OPD, Status: flow.Belum}
	row, reason := flow.Judge(t.Aturan(), blank, flow.Relation(t.saya, blank), flow.Simpan, 0)
	if reason != flow.Boleh {
		t.s.Form = dialog.Form{}
		t.s.Place = atMenu
		t.refuse("Usulan untuk pegawai lain hanya dapat ditambahkan oleh Admin SIIP-ASN.")
		return
	}
	u := t.drafted(flow.Usulan{
		ID: t.e.Usulan, Versi: 1, Pegawai: p.ID, Pembuat: t.saya.ID, OPD: p.OPD, Jenjang: p.Jenjang,
		TanggalUsul: t.today(), Status: row.Ke, Sejak: t.e.At, Oleh: t.saya.ID, OlehPeran: row.Peran,
	})
	t.s.Form = dialog.Form{}
	t.do(dialog.SaveUsulan{Usulan: u},
		dialog.AppendHistory{Entry: t.entry(flow.Simpan, row.Peran, flow.Usulan{Status: flow.Belum}, u)})
	t.saved("Data Berhasil Di Tambah", u)
	t.tell(news{flow.Simpan, row.Peran, u, nil}, oneByOne)
}

// stillOffered looks again whether the panduan has the chosen diklat: it may have been retired meanwhile.
func (t *turn) stillOffered(p flow.Pegawai) bool {
	f := t.s.Form
	if entry, _ := t.Panduan(f.Panduan); f.Manual || entry.For(p.Jenjang) {
		return true
	}
	t.s.Form.Panduan = 0
	t.note = "⚠️ Jenis diklat itu sudah tidak ada di panduan. Silakan pilih yang lain."
	t.openPanduan("")
	return false
}

func (t *turn) saveEdit() {
	f := t.s.Form
	old, row, ok := t.judge(flow.Edit, dialog.Button{ID: uint64(f.Usulan), Versi: f.Versi})
	if !ok {
		t.s.Form = dialog.Form{}
		if t.s.Place != atAntrian { // which the refusal has shown
			t.s.Place, t.s.Slot = atMenu, ""
		}
		return
	}
	u := t.drafted(old)
	changes := t.changes(old, u)
	if len(changes) == 0 && !moves(row, old) {
		t.again("Belum ada yang berubah, jadi tidak ada yang disimpan.")
		return
	}
	u = t.moved(u, row)
	queued := t.editsQueued()
	t.s.Form = dialog.Form{}
	entry := t.entry(flow.Edit, row.Peran, old, u)
	entry.Ubah = changes
	t.do(dialog.SaveUsulan{Usulan: u}, dialog.AppendHistory{Entry: entry})
	if words := "Data Berhasil Di Ubah"; queued {
		t.answer(words)
		t.backToAntrian(u, "✅ "+words)
	} else {
		t.saved(words, u)
	}
	t.tell(news{flow.Edit, row.Peran, u, changes}, oneByOne)
}

// saved tells that it is saved, and shows the card of what was.
func (t *turn) saved(words string, u flow.Usulan) {
	t.answer(words)
	t.say(dialog.Screen{
		Text: dialog.Spans{}.Plain("✅ ").Bold(words).Plain("\n\n", t.holderLine(u)),
		Rows: rows(t.oneMore(u), toMenu()),
	})
	t.showCard(t.me(), u, dialog.Anew, dialog.Reply)
}

// oneMore leads an Admin SIIP-ASN who has added for a pegawai to the next one.
func (t *turn) oneMore(u flow.Usulan) []dialog.Choice {
	if !t.saya.AdminSIIP || u.Pembuat != t.saya.ID || u.Pegawai == t.saya.ID || u.Versi != 1 {
		return nil
	}
	return row(door("👤 Tambah untuk Pegawai", "tambahkan", 0))
}
