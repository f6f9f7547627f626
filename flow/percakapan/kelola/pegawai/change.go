package pegawai

import (
	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/jejak"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/kartu"
	"siip-asn/flow/percakapan/trail"
	"siip-asn/flow/percakapan/wording"
)

// confirm asks whether the pegawai who is looked at should become what is wanted.
func confirm(t *engine.Turn, wanted flow.Pegawai, release bool) {
	p := managed(t)
	next := looked{Pegawai: p.ID, Dulu: p, Nanti: wanted, Lepas: release, Look: state.Get(t).Look}
	if release {
		next.Akun = accountOf(t, p)
	}
	state.Set(t, next)
	t.Go(atSure)
}

func askRole(t *engine.Turn, peran flow.Peran, give bool) {
	p := managed(t)
	if peran == flow.AdminOPD {
		p.AdminOPD = give
	} else {
		p.AdminSIIP = give
	}
	if !p.Aktif() {
		t.Again("Pegawai ini Nonaktif, sehingga tidak dapat diberi peran. Aktifkan dahulu bila perlu.")
		return
	}
	if p == managed(t) {
		t.Again("Peran itu sudah seperti yang Anda minta. Tidak ada yang diubah.")
		return
	}
	confirm(t, p, false)
}

func askRelease(t *engine.Turn) {
	p := managed(t)
	p.HanyaKode = true
	confirm(t, p, true)
}

func askSebab(t *engine.Turn) {
	p := managed(t)
	if p.ID == t.Who.ID {
		t.Again("Anda tidak dapat menonaktifkan diri sendiri. Silakan minta Admin SIIP-ASN lain.")
		return
	}
	state.Set(t, looked{Pegawai: p.ID, Dulu: p, Nanti: p, Kolom: sebabWord, Look: state.Get(t).Look})
	t.Go(atChoice)
}

func askBack(t *engine.Turn) { confirm(t, managed(t).Kembalikan(), false) }

func surePlace() engine.Place {
	return engine.Place{
		Name: atSure, Only: &engine.AdminSIIP, Screen: sureScreen,
		Taps: engine.Taps{
			"ya": engine.Does(do),
			"batal": func(t *engine.Turn, _ uint64) {
				t.Answer("Dibatalkan. Tidak ada yang diubah.")
				done(t)
			},
		},
	}
}

// done leads back to the pegawai, or to the list when he was never added.
func done(t *engine.Turn) {
	s := state.Get(t)
	if s.Pegawai == 0 {
		state.Clear(t)
		t.Go(atList)
		return
	}
	state.Set(t, looked{Pegawai: s.Pegawai, Look: s.Look})
	t.Go(atOne)
}

// do makes what was agreed to true. What is not as it was shown any more is shown again instead.
func do(t *engine.Turn) {
	s := state.Get(t)
	if now, _ := t.Pegawai(s.Pegawai); !s.Baru && now != s.Dulu || s.Akun != 0 && s.Akun != accountOf(t, now) {
		t.Note = "⚠️ Data pegawai ini baru saja berubah, sehingga belum ada yang disimpan. Silakan periksa lagi."
		done(t)
		return
	}
	if wrong := forbidden(t, s); wrong != "" {
		t.Note = "⚠️ " + wrong
		done(t)
		return
	}
	if s.Baru {
		s.Nanti.ID = t.Event.Pegawai
		state.Edit(t).Pegawai = s.Nanti.ID
	}
	save(t, s)
	if s.Lepas {
		release(t, s.Nanti)
	}
	t.Answer("Tersimpan.")
	done(t)
}

// accountOf is the account of a pegawai; 0 for none.
func accountOf(t *engine.Turn, p flow.Pegawai) flow.AccountID {
	a, _ := t.AccountOf(p.ID)
	return a.ID
}

// forbidden says why a change cannot be made, although it was agreed to.
func forbidden(t *engine.Turn, s looked) string {
	last := s.Dulu.AdminSIIP && !s.Nanti.AdminSIIP && len(t.AdminSIIP()) == 1
	if last {
		return "Ini Admin SIIP-ASN yang terakhir, sehingga tidak dapat dicabut. Jadikan dahulu pegawai lain Admin SIIP-ASN."
	}
	return taken(t, s.Nanti)
}

// save keeps the pegawai, writes the trail, and lets his usulan follow him.
func save(t *engine.Turn, s looked) {
	before, after := s.Dulu, s.Nanti
	t.Do(dialog.SavePegawai{Pegawai: after})
	if changes := changes(t, before, after); len(changes) > 0 {
		trail.Record(t, aksi(before, after), after.ID, "", changes...)
	}
	for _, u := range t.UsulanOf(after.ID) {
		if moved, follows := after.Membawa(u); follows && !s.Baru {
			carry(t, u, moved)
		}
	}
	if after.ID == t.Who.ID {
		t.Who = after
		t.KeepMenu()
	}
}

// carry saves an usulan that follows its pegawai, with an entry of its own.
func carry(t *engine.Turn, old, moved flow.Usulan) {
	entry := trail.Entry(t, flow.UbahPegawai, flow.AdminSIIP, old, moved)
	if old.OPD != moved.OPD {
		before, _ := t.OPD(old.OPD)
		after, _ := t.OPD(moved.OPD)
		entry.Ubah = []jejak.Perubahan{{Kolom: "OPD", Sebelum: before.Nama, Sesudah: after.Nama}}
	}
	t.Do(dialog.SaveUsulan{Usulan: moved}, dialog.AppendHistory{Entry: entry})
	kartu.ShowOthers(t, moved, nil)
}

// aksi is what the trail calls the change.
func aksi(before, after flow.Pegawai) flow.Aksi {
	switch {
	case before.ID == 0:
		return flow.TambahPegawai
	case before.Aktif() && !after.Aktif():
		return flow.Nonaktifkan
	case !before.Aktif() && after.Aktif():
		return flow.Aktifkan
	case before.NIP != after.NIP:
		return flow.UbahNIP
	default:
		return flow.UbahPegawai
	}
}

// changes lists what is different, in the words of the master data.
func changes(t *engine.Turn, before, after flow.Pegawai) []jejak.Perubahan {
	var list []jejak.Perubahan
	add := func(kolom, a, b string) {
		if a != b {
			list = append(list, jejak.Perubahan{Kolom: kolom, Sebelum: a, Sesudah: b})
		}
	}
	for _, f := range fields {
		add(f.nama, f.show(t, before), f.show(t, after))
	}
	add("Peran", before.PeranWords(), after.PeranWords())
	add("Status", before.StatusWords(), after.StatusWords())
	return list
}

// release unbinds the account of a pegawai, and tells it so. Only a new code binds it again.
func release(t *engine.Turn, p flow.Pegawai) {
	if p.ID == t.Who.ID {
		t.Open("keluar/putus", engine.Opening{})
		return
	}
	account, bound := t.AccountOf(p.ID)
	if !bound {
		return
	}
	t.Do(dialog.SaveAccount{Account: flow.Account{ID: account.ID, Unreachable: account.Unreachable}},
		dialog.UseAktivasi{Pegawai: p.ID},
		dialog.SetCommands{To: account.ID, Commands: t.Menu(flow.Pegawai{})})
	trail.Record(t, flow.Lepas, p.ID, "")
	if !account.Unreachable {
		t.Do(dialog.Show{To: account.ID, Lane: dialog.News, Screen: ui.Screen{
			Text: ui.Spans{}.Plain("Akun Telegram ini diputuskan dari data pegawai ").Bold(p.Nama).
				Plain(" oleh Admin SIIP-ASN. Untuk terhubung lagi diperlukan kode aktivasi baru, yang dapat diminta melalui ",
					wording.Sentence(wording.Contact(t, "Admin OPD Anda"))),
			Keyboard: ui.Keyboard{Drop: true},
		}})
	}
}

func sureScreen(t *engine.Turn) ui.Screen {
	s := state.Get(t)
	yes, text := "Ya, Lanjutkan", question(t, s)
	if len(text) == 0 {
		yes, text = "Simpan", kartu.ChangesText(t, ui.Spans{}.Field("Pegawai", s.Nanti.Nama), changes(t, s.Dulu, s.Nanti)).
			Plain(alsoLost(t, s), "\n").Plain("Apakah Anda ingin menyimpan data ini?")
	}
	if s.Baru {
		text = describe(t, ui.Spans{}.Plain("Pegawai Baru", "\n"), s.Nanti).Plain("\n").Plain("Apakah Anda ingin menambahkan pegawai ini?")
	}
	return ui.Screen{Text: text, Rows: buttons.Rows(buttons.Row(buttons.Here(t, yes, "ya", 0), buttons.Stop(t)))}
}

// alsoLost says that a move takes the role with it.
func alsoLost(t *engine.Turn, s looked) string {
	if s.Dulu.OPD == s.Nanti.OPD || s.Dulu.AdminOPD == s.Nanti.AdminOPD {
		return ""
	}
	return "Peran Admin OPD " + opdName(t, s.Dulu) + " ikut dicabut.\n"
}
