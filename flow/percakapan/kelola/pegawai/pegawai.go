// Package pegawai finds a pegawai and changes what is known of him. It is a part of Kelola, for an Admin SIIP-ASN.
package pegawai

import (
	"fmt"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/kartu"
	"siip-asn/flow/percakapan/paging"
	"siip-asn/flow/percakapan/people"
	"siip-asn/flow/percakapan/trail"
	"siip-asn/flow/percakapan/wording"
)

// The places.
const (
	atKelolaPegawai      dialog.PlaceName = "kelola/pegawai"
	atPegawaiSatu        dialog.PlaceName = "kelola/pegawai/satu"
	atPegawaiYakin       dialog.PlaceName = "kelola/pegawai/yakin"
	atPegawaiNilai       dialog.PlaceName = "kelola/pegawai/nilai"
	atPegawaiRekomendasi dialog.PlaceName = "kelola/pegawai/rekomendasi"
)

// looked is what an Admin SIIP-ASN is looking at.
type looked struct {
	Pegawai flow.PegawaiID `json:"pegawai,omitempty"`
	Aksi    string         `json:"aksi,omitempty"` // what is to be confirmed
	paging.Look
}

var state = dialog.State[looked]{Key: "kelola/pegawai", Old: "kelola"}

func lookOf(t *dialog.Turn) *paging.Look { return &state.Edit(t).Look }

// Conversation finds a pegawai and changes what is known of him.
func Conversation() dialog.Conversation {
	return dialog.Conversation{
		Name:   "kelola/pegawai",
		Places: []dialog.Place{kelolaPegawaiPlace(), pegawaiSatuPlace(), pegawaiYakinPlace(), pegawaiNilaiPlace(), pegawaiRekomendasiPlace()},
		Doors: []dialog.Door{
			{Word: "kelola/pegawai", Inner: true, Open: func(t *dialog.Turn, _ dialog.Opening) {
				state.Clear(t)
				t.Go(atKelolaPegawai)
			}},
		},
	}
}

func kelolaPegawaiPlace() dialog.Place {
	return dialog.Place{Name: atKelolaPegawai, Only: &dialog.AdminSIIP,
		Screen: kelolaPegawaiScreen,
		Typed:  paging.Searches(lookOf),
		Taps: dialog.Taps{
			"halaman":  paging.Turns(lookOf),
			"orang":    func(t *dialog.Turn, id uint64) { openPegawai(t, flow.PegawaiID(id)) },
			"template": dialog.Does(sendTemplate),
			"kembali":  dialog.To("kelola"),
		},
	}
}

func kelolaPegawaiScreen(t *dialog.Turn) dialog.Screen {
	screen := people.Screen(t, "Kelola Pegawai", state.Get(t).Look, buttons.Row(buttons.Here(t, "📗 Template", "template", 0)), buttons.Back(t))
	screen.Text = screen.Text.Plain("\n\nUntuk memuat banyak pegawai, kirim berkas Excel ke percakapan ini.")
	return screen
}

func sendTemplate(t *dialog.Turn) {
	t.Answer("Berkas sedang disiapkan.")
	t.Do(dialog.Send{To: t.Me(), Laporan: dialog.Laporan{Jenis: dialog.LaporanTemplatePegawai}})
}

func openPegawai(t *dialog.Turn, id flow.PegawaiID) {
	if _, ok := t.Pegawai(id); !ok {
		t.Again("Pegawai itu tidak ditemukan. Silakan cari lagi.")
		return
	}
	state.Edit(t).Pegawai = id
	t.Go(atPegawaiSatu)
}

// managed is the pegawai who is looked at.
func managed(t *dialog.Turn) flow.Pegawai {
	p, _ := t.Pegawai(state.Get(t).Pegawai)
	return p
}

func pegawaiSatuPlace() dialog.Place {
	return dialog.Place{Name: atPegawaiSatu, Only: &dialog.AdminSIIP,
		Screen: pegawaiSatuScreen,
		Taps: dialog.Taps{
			"undang":      dialog.Does(invite),
			"lepas":       func(t *dialog.Turn, _ uint64) { confirmFor(t, "lepas") },
			"opd":         func(t *dialog.Turn, _ uint64) { confirmFor(t, "opd") },
			"siip":        func(t *dialog.Turn, _ uint64) { confirmFor(t, "siip") },
			"nilai":       dialog.To(atPegawaiNilai),
			"rekomendasi": dialog.To(atPegawaiRekomendasi),
			"jejak": func(t *dialog.Turn, _ uint64) {
				t.Open("kelola/jejak/pegawai", dialog.Opening{Button: dialog.Button{ID: uint64(state.Get(t).Pegawai)}})
			},
			"kembali": dialog.To(atKelolaPegawai),
		},
	}
}

func pegawaiSatuScreen(t *dialog.Turn) dialog.Screen {
	p := managed(t)
	opd, _ := t.OPD(p.OPD)
	account, bound := t.AccountOf(p.ID)
	text := dialog.Spans{}.Bold("Pegawai").Plain("\n\n").
		Field("Nama", p.Nama).Field("NIP", string(p.NIP)).Field("Jabatan", p.Jabatan).Field("Jenjang", string(p.Jenjang)).
		Field("OPD", opd.Nama).Field("No HP", wording.Or(string(p.HP), "belum ada")).
		Field("Nilai Kompetensi", wording.Or(p.Nilai, "belum ada")).Field("Rekomendasi", p.Rekomendasi).Field("Peran", p.PeranWords())
	link := buttons.Row(buttons.Here(t, "🔗 Tautan Aktivasi", "undang", 0))
	if bound {
		text = text.Field("Akun Telegram", "terhubung sejak "+wording.Clock(t, account.Sejak))
		link = buttons.Row(buttons.Here(t, "🔓 Lepas Akun", "lepas", 0))
	} else {
		text = text.Field("Akun Telegram", "belum terhubung")
	}
	own := []dialog.Choice(nil)
	if u, ok := kartu.Running(t, p.ID); ok {
		text = text.Field("Usulan", fmt.Sprintf("%s (%s)", kartu.Title(t, u), u.Status))
		own = buttons.Row(buttons.Door("📄 Lihat Usulan", "buka", uint64(u.ID)))
	}
	return dialog.Screen{Text: text, Rows: buttons.Rows(link, own,
		buttons.Row(buttons.Here(t, "📝 Nilai Kompetensi", "nilai", 0), buttons.Here(t, "💡 Rekomendasi", "rekomendasi", 0)),
		buttons.Row(buttons.Here(t, giveOrTake(p.AdminOPD, flow.AdminOPD), "opd", 0)),
		buttons.Row(buttons.Here(t, giveOrTake(p.AdminSIIP, flow.AdminSIIP), "siip", 0)),
		buttons.Row(buttons.Here(t, "🔎 Jejak", "jejak", 0)), buttons.Back(t))}
}

func giveOrTake(has bool, peran flow.Peran) string {
	if has {
		return "➖ Cabut " + peran.String()
	}
	return "➕ Jadikan " + peran.String()
}

// invite makes a new activation code, and shows it once: as a link, and as a picture to be held before a camera.
func invite(t *dialog.Turn) {
	p := managed(t)
	if _, bound := t.AccountOf(p.ID); bound {
		t.Again("Pegawai ini sudah terhubung. Lepas dahulu akunnya bila perlu.")
		return
	}
	kode := flow.NewKode(t.Event.Random)
	until := t.Event.At.Add(t.Aturan().AktivasiBerlaku)
	t.Do(dialog.SaveAktivasi{Aktivasi: flow.Aktivasi{Hash: flow.HashKode(kode), Pegawai: p.ID, Sampai: until}})
	trail.Record(t, flow.Undang, p.ID, "")
	link := t.Aturan().Link(kode)
	text := dialog.Spans{}.Plain("🔗 Kode aktivasi untuk ").Bold(p.Nama).Plain(":\n").Code(kode).Plain("\n", link, "\n\n",
		"Berlaku sampai ", wording.Clock(t, until), ", sekali pakai. Kode lama pegawai ini tidak berlaku lagi. Silakan teruskan hanya kepada yang bersangkutan.")
	t.Answer("Kode aktivasi dibuat.")
	t.Do(dialog.Show{To: t.Me(), Screen: dialog.Screen{Text: text}})
	if link != "" {
		t.Do(dialog.Send{To: t.Me(), Laporan: dialog.Laporan{Jenis: dialog.LaporanQR, Pegawai: p.ID, Teks: link}})
	}
}

// QRScreen is the caption of a link as a picture.
func QRScreen(p flow.Pegawai) dialog.Screen {
	return dialog.Screen{Text: dialog.Spans{}.Plain("Kode QR aktivasi untuk ").Bold(p.Nama).
		Plain("\nSilakan pindai dengan kamera ponsel yang bersangkutan.")}
}
