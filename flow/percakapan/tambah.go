package percakapan

import (
	"fmt"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
)

// Tambah for a pegawai (panduan, bagian III.1): an Admin SIIP-ASN finds him by name or NIP, and the form fills itself.

// openTambah begins with the search.
func (t *turn) openTambah() {
	if t.may(adminSIIP, "Tambah untuk pegawai") {
		t.s.Kelola.Cari, t.s.Kelola.Halaman = "", 0
		t.goTo(atTambah)
	}
}

func tambahPlace() place {
	return place{
		only:   &adminSIIP,
		screen: func(t *turn) dialog.Screen { return t.peopleScreen("Tambah Usulan untuk Pegawai", row(t.stop())) },
		typed:  (*turn).searchKelola,
		taps: map[string]func(*turn, uint64){
			"halaman": (*turn).turnKelola,
			"orang":   func(t *turn, id uint64) { t.proposeFor(flow.PegawaiID(id)) },
			"batal":   does((*turn).cancel),
		},
	}
}

// peopleScreen lists the pegawai who match what was typed; the last rows lead away.
func (t *turn) peopleScreen(title string, away ...[]dialog.Choice) dialog.Screen {
	k := t.s.Kelola
	text := dialog.Spans{}.Bold(title).Plain("\n").Field("Pencarian", k.Cari)
	if k.Cari == "" {
		return dialog.Screen{Text: text.Plain("Silakan ketik sebagian nama atau NIP pegawai."), Rows: rows(away...)}
	}
	list, total := t.CariPegawai(k.Cari, k.Halaman*perPage, perPage)
	if total == 0 {
		return dialog.Screen{Text: text.Plain("Tidak ada pegawai yang cocok. Silakan ketik nama atau NIP yang lain."), Rows: rows(away...)}
	}
	text = text.Plain(fmt.Sprintf("%s pegawai\n\n", thousands(total)))
	var all [][]dialog.Choice
	for i, p := range list {
		opd, _ := t.OPD(p.OPD)
		n := k.Halaman*perPage + i + 1
		text = text.Plain(fmt.Sprintf("%d. ", n)).Bold(flow.Clip(p.Nama, 60)).
			Plain("\nNIP ", string(p.NIP), "\n", flow.Clip(opd.Nama, 80), "\n\n")
		all = append(all, row(t.here(fmt.Sprintf("%d. %s", n, p.Nama), "orang", uint64(p.ID))))
	}
	return dialog.Screen{
		Text: text.Plain("Silakan pilih, atau ketik nama atau NIP yang lain."),
		Rows: append(append(all, rows(t.pager(k.Halaman, pagesOf(total, perPage)))...), rows(away...)...),
	}
}

// proposeFor begins the form for a pegawai.
func (t *turn) proposeFor(id flow.PegawaiID) {
	p, ok := t.Pegawai(id)
	if !ok {
		t.again("Pegawai itu tidak ditemukan. Silakan ketik nama atau NIP yang lain.")
		return
	}
	if t.alreadyProposed(p) {
		return
	}
	t.s.Form = dialog.Form{Pegawai: p.ID, Rekomendasi: talentpool(p)}
	t.goTo(atCara)
}
