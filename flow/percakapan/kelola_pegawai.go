package percakapan

import (
	"fmt"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
)

func kelolaPegawaiPlace() place {
	return place{
		screen: (*turn).kelolaPegawaiScreen,
		typed:  (*turn).searchKelola,
		taps: map[string]func(*turn, uint64){
			"halaman":  (*turn).turnKelola,
			"orang":    func(t *turn, id uint64) { t.openPegawai(flow.PegawaiID(id)) },
			"template": does((*turn).sendTemplate),
			"kembali":  to(atKelola),
		},
	}
}

func (t *turn) kelolaPegawaiScreen() dialog.Screen {
	screen := t.peopleScreen("Kelola Pegawai", row(t.here("📗 Template", "template", 0)), t.back())
	screen.Text = screen.Text.Plain("\n\nUntuk memuat banyak pegawai, kirim berkas Excel ke percakapan ini.")
	return screen
}

func (t *turn) sendTemplate() {
	t.answer("Berkas sedang disiapkan.")
	t.do(dialog.Send{To: t.me(), Laporan: dialog.Laporan{Jenis: dialog.LaporanTemplatePegawai}})
}

func (t *turn) openPegawai(id flow.PegawaiID) {
	if _, ok := t.Pegawai(id); !ok {
		t.again("Pegawai itu tidak ditemukan. Silakan cari lagi.")
		return
	}
	t.s.Kelola.Pegawai = id
	t.goTo(atPegawaiSatu)
}

// managed is the pegawai who is looked at.
func (t *turn) managed() flow.Pegawai {
	p, _ := t.Pegawai(t.s.Kelola.Pegawai)
	return p
}

func pegawaiSatuPlace() place {
	return place{
		screen: (*turn).pegawaiSatuScreen,
		taps: map[string]func(*turn, uint64){
			"undang":      does((*turn).invite),
			"lepas":       func(t *turn, _ uint64) { t.confirmFor("lepas") },
			"opd":         func(t *turn, _ uint64) { t.confirmFor("opd") },
			"siip":        func(t *turn, _ uint64) { t.confirmFor("siip") },
			"nilai":       to(atPegawaiNilai),
			"rekomendasi": to(atPegawaiRekomendasi),
			"jejak":       func(t *turn, _ uint64) { t.openJejak(flow.Jejak{Pegawai: t.s.Kelola.Pegawai}) },
			"kembali":     to(atKelolaPegawai),
		},
	}
}

func (t *turn) pegawaiSatuScreen() dialog.Screen {
	p := t.managed()
	opd, _ := t.OPD(p.OPD)
	account, bound := t.AccountOf(p.ID)
	text := dialog.Spans{}.Bold("Pegawai").Plain("\n\n").
		Field("Nama", p.Nama).Field("NIP", string(p.NIP)).Field("Jabatan", p.Jabatan).Field("Jenjang", string(p.Jenjang)).
		Field("OPD", opd.Nama).Field("No HP", or(string(p.HP), "belum ada")).
		Field("Nilai Kompetensi", or(p.Nilai, "belum ada")).Field("Rekomendasi", p.Rekomendasi).Field("Peran", p.PeranWords())
	link := row(t.here("🔗 Tautan Aktivasi", "undang", 0))
	if bound {
		text = text.Field("Akun Telegram", "terhubung sejak "+t.clock(account.Sejak))
		link = row(t.here("🔓 Lepas Akun", "lepas", 0))
	} else {
		text = text.Field("Akun Telegram", "belum terhubung")
	}
	own := []dialog.Choice(nil)
	if u, ok := t.running(p.ID); ok {
		text = text.Field("Usulan", fmt.Sprintf("%s (%s)", t.title(u), u.Status))
		own = row(door("📄 Lihat Usulan", "buka", uint64(u.ID)))
	}
	return dialog.Screen{Text: text, Rows: rows(link, own,
		row(t.here("📝 Nilai Kompetensi", "nilai", 0), t.here("💡 Rekomendasi", "rekomendasi", 0)),
		row(t.here(giveOrTake(p.AdminOPD, flow.AdminOPD), "opd", 0)),
		row(t.here(giveOrTake(p.AdminSIIP, flow.AdminSIIP), "siip", 0)),
		row(t.here("🔎 Jejak", "jejak", 0)), t.back())}
}

func giveOrTake(has bool, peran flow.Peran) string {
	if has {
		return "➖ Cabut " + peran.String()
	}
	return "➕ Jadikan " + peran.String()
}

// invite makes a new activation code, and shows it once: as a link, and as a picture to be held before a camera.
func (t *turn) invite() {
	p := t.managed()
	if _, bound := t.AccountOf(p.ID); bound {
		t.again("Pegawai ini sudah terhubung. Lepas dahulu akunnya bila perlu.")
		return
	}
	kode := flow.NewKode(t.e.Random)
	until := t.e.At.Add(t.Aturan().AktivasiBerlaku)
	t.do(dialog.SaveAktivasi{Aktivasi: flow.Aktivasi{Hash: flow.HashKode(kode), Pegawai: p.ID, Sampai: until}})
	t.record(flow.Undang, p.ID, "")
	link := t.Aturan().Link(kode)
	text := dialog.Spans{}.Plain("🔗 Kode aktivasi untuk ").Bold(p.Nama).Plain(":\n").Code(kode).Plain("\n", link, "\n\n",
		"Berlaku sampai ", t.clock(until), ", sekali pakai. Kode lama pegawai ini tidak berlaku lagi. Silakan teruskan hanya kepada yang bersangkutan.")
	t.answer("Kode aktivasi dibuat.")
	t.do(dialog.Show{To: t.me(), Screen: dialog.Screen{Text: text}})
	if link != "" {
		t.do(dialog.Send{To: t.me(), Laporan: dialog.Laporan{Jenis: dialog.LaporanQR, Pegawai: p.ID, Teks: link}})
	}
}

// QRScreen is the caption of a link as a picture.
func QRScreen(p flow.Pegawai) dialog.Screen {
	return dialog.Screen{Text: dialog.Spans{}.Plain("Kode QR aktivasi untuk ").Bold(p.Nama).
		Plain("\nSilakan pindai dengan kamera ponsel yang bersangkutan.")}
}
