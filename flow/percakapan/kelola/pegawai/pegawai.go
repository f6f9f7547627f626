// Package pegawai finds a pegawai, adds one, and changes what is known of him. It is a part of Kelola, for an Admin
// SIIP-ASN.
package pegawai

import (
	"fmt"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/giliran"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/kartu"
	"siip-asn/flow/percakapan/paging"
	"siip-asn/flow/percakapan/people"
	"siip-asn/flow/percakapan/wording"
	"siip-asn/flow/spelling"
)

// looked is what an Admin SIIP-ASN is looking at, and the change that he is about to make: the whole record as it was
// shown and as it is wanted. So nothing is changed but what was read and agreed to.
type looked struct {
	Pegawai flow.PegawaiID `json:"pegawai,omitempty"` // 0 with Baru
	Baru    bool           `json:"baru,omitempty"`    // a pegawai who is being added
	Kolom   string         `json:"kolom,omitempty"`   // what is typed or chosen now, the word of a field
	Lepas   bool           `json:"lepas,omitempty"`   // the account is to be released
	Akun    flow.AccountID `json:"akun,omitempty"`    // the one that is to be released
	Dulu    flow.Pegawai   `json:"dulu,omitzero"`     // as he was shown in the question
	Nanti   flow.Pegawai   `json:"nanti,omitzero"`    // as he is wanted
	Mencari paging.Look    `json:"mencari,omitzero"`  // how the OPD, or the Admin SIIP-ASN, are looked through
	paging.Look
}

var state = engine.State[looked]{Key: "kelola/pegawai", Old: "kelola"}

func lookOf(t *engine.Turn) *paging.Look { return &state.Edit(t).Look }

func opdLook(t *engine.Turn) *paging.Look { return &state.Edit(t).Mencari }

// Conversation finds a pegawai, adds one, and changes what is known of him.
func Conversation() engine.Conversation {
	return engine.Conversation{
		Name:   "kelola/pegawai",
		Places: []engine.Place{listPlace(), onePlace(), fieldsPlace(), fieldPlace(), choicePlace(), opdPlace(), datePlace(), surePlace(), adminsSIIPPlace()},
		Doors:  []engine.Door{state.Fresh("kelola/pegawai", atList)},
	}
}

func listPlace() engine.Place {
	return paging.Searched(engine.Place{
		Name: atList, Only: &engine.AdminSIIP, Screen: listScreen,
		Taps: engine.Taps{
			"orang":    func(t *engine.Turn, id uint64) { open(t, flow.PegawaiID(id)) },
			"baru":     engine.Does(addNew),
			"pusat":    engine.Does(openCenter),
			"template": engine.Does(sendTemplate),
			"kembali":  engine.To("kelola"),
		},
	}, lookOf)
}

func listScreen(t *engine.Turn) ui.Screen {
	screen := people.Screen(t, "Kelola Pegawai", state.Get(t).Look,
		buttons.Row(buttons.Here(t, "Pegawai Baru", "baru", 0), buttons.Here(t, "Admin SIIP-ASN", "pusat", 0)),
		buttons.Row(buttons.Here(t, "Templat", "template", 0)), buttons.Back(t))
	screen.Text = screen.Text.Plain("\n\nUntuk memuat banyak pegawai, kirim berkas Excel, CSV, atau ekspor SIASN ke percakapan ini.")
	return screen
}

func sendTemplate(t *engine.Turn) {
	t.Answer("Berkas sedang disiapkan.")
	t.Do(dialog.Send{To: t.Me(), Laporan: dialog.Laporan{Jenis: dialog.LaporanTemplatePegawai}})
}

// open shows one pegawai.
func open(t *engine.Turn, id flow.PegawaiID) {
	if _, ok := t.Pegawai(id); !ok {
		t.Again("Pegawai itu tidak ditemukan. Silakan cari lagi.")
		return
	}
	state.Set(t, looked{Pegawai: id, Look: state.Get(t).Look})
	t.Go(atOne)
}

// managed is the pegawai who is looked at.
func managed(t *engine.Turn) flow.Pegawai {
	p, _ := t.Pegawai(state.Get(t).Pegawai)
	return p
}

func onePlace() engine.Place {
	return engine.Place{
		Name: atOne, Only: &engine.AdminSIIP, Screen: oneScreen,
		Taps: engine.Taps{
			"undang":   engine.Does(invite),
			"lepas":    engine.Does(askRelease),
			"ubah":     engine.To(atFields),
			"opd":      func(t *engine.Turn, wanted uint64) { askRole(t, flow.AdminOPD, wanted == give) },
			"siip":     func(t *engine.Turn, wanted uint64) { askRole(t, flow.AdminSIIP, wanted == give) },
			"nonaktif": engine.Does(askSebab),
			"aktif":    engine.Does(askBack),
			"jejak": func(t *engine.Turn, _ uint64) {
				t.Open("kelola/jejak/pegawai", engine.Opening{Button: ui.Button{ID: uint64(state.Get(t).Pegawai)}})
			},
			"kembali": engine.To(atList),
		},
	}
}

func oneScreen(t *engine.Turn) ui.Screen {
	p := managed(t)
	text := describe(t, ui.Spans{}.Plain("Pegawai", "\n"), p)
	account, bound := t.AccountOf(p.ID)
	link := buttons.Row(buttons.Here(t, "Undang", "undang", 0))
	switch {
	case bound && account.Unreachable:
		text = text.Field("Akun Telegram", "terhubung, tetapi bot ini diblokir")
		link = buttons.Row(buttons.Here(t, "Putuskan Akun", "lepas", 0))
	case bound:
		text = text.Field("Akun Telegram", "terhubung sejak "+wording.Clock(t, account.Sejak))
		link = buttons.Row(buttons.Here(t, "Putuskan Akun", "lepas", 0))
	default:
		text = text.Field("Akun Telegram", "belum terhubung")
	}
	if u, ok := kartu.Running(t, p.ID); ok {
		text = text.Field("Usulan", fmt.Sprintf("%s (%s)", kartu.Title(t, u), u.Status))
		link = append(link, buttons.Door("📄 Lihat Usulan", "buka", uint64(u.ID)))
	}
	return ui.Screen{Text: text, Rows: append(oneRows(t, p, link), buttons.Back(t))}
}

// oneRows are the buttons below a pegawai; one who has left can be brought back.
func oneRows(t *engine.Turn, p flow.Pegawai, link []ui.Choice) [][]ui.Choice {
	change := buttons.Row(buttons.Here(t, "✏️ Ubah Data", "ubah", 0), buttons.Here(t, "Jejak", "jejak", 0))
	if !p.Aktif() {
		return buttons.Rows(link[1:], change, buttons.Row(buttons.Here(t, "Aktifkan Kembali", "aktif", 0)))
	}
	return buttons.Rows(link, change,
		buttons.Row(roleButton(t, p.AdminOPD, flow.AdminOPD, "opd")),
		buttons.Row(roleButton(t, p.AdminSIIP, flow.AdminSIIP, "siip")),
		buttons.Row(buttons.Here(t, "Nonaktifkan", "nonaktif", 0)))
}

// What the number on the button of a role means.
const (
	take uint64 = 0
	give uint64 = 1
)

// roleButton gives or takes a role. It carries which of both: what a tap does is what the button said.
func roleButton(t *engine.Turn, has bool, peran flow.Peran, word string) ui.Choice {
	if has {
		return buttons.Here(t, "Cabut "+peran.String(), word, take)
	}
	return buttons.Here(t, "Jadikan "+peran.String(), word, give)
}

// describe lists the master data of a pegawai.
func describe(t *engine.Turn, text ui.Spans, p flow.Pegawai) ui.Spans {
	opd, _ := t.OPD(p.OPD)
	text = text.
		Field("Nama", p.Nama).Field("NIP", string(p.NIP)).Field("Jabatan", p.Jabatan).Field("Jenjang", string(p.Jenjang)).
		Field("OPD", opd.Nama).Field("Nomor HP", wording.Or(string(p.HP), "belum ada")).
		Field("Nilai Kompetensi", wording.Or(p.Nilai, "belum ada")).Field("Rekomendasi", p.Rekomendasi).Field("Peran", p.PeranWords())
	if !p.Aktif() {
		text = text.Field("Status", p.StatusWords())
	}
	return text
}

// adminsSIIPPlace lists the Admin SIIP-ASN.
func adminsSIIPPlace() engine.Place {
	return paging.InPages(engine.Place{
		Name: atAdminsSIIP, Only: &engine.AdminSIIP, Screen: adminsSIIPScreen,
		Taps: engine.Taps{
			"orang":   func(t *engine.Turn, id uint64) { open(t, flow.PegawaiID(id)) },
			"kembali": engine.To(atList),
		},
	}, opdLook)
}

func openCenter(t *engine.Turn) {
	state.Edit(t).Mencari = paging.Look{}
	t.Go(atAdminsSIIP)
}

func adminsSIIPScreen(t *engine.Turn) ui.Screen {
	list := paging.List[flow.Pegawai]{
		Rows: t.AdminSIIP(), Look: state.Get(t).Mencari, Title: flow.AdminSIIP.String(), Word: "orang",
		Line: func(text ui.Spans, p flow.Pegawai) ui.Spans {
			text = text.Bold(spelling.Clip(p.Nama, 60))
			if _, ok := giliran.Reachable(t, p); !ok {
				text = text.Plain(" (belum terhubung)")
			}
			return text
		},
		ID: func(p flow.Pegawai) uint64 { return uint64(p.ID) },
	}.Draw(t)
	return ui.Screen{
		Text: list.Body(nil, "Untuk menambah, silakan cari pegawainya, lalu tekan Jadikan Admin SIIP-ASN."),
		Rows: buttons.Join(list.Rows, buttons.Rows(list.Pager, buttons.Back(t))),
	}
}
