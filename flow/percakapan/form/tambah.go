package form

import (
	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/paging"
	"siip-asn/flow/percakapan/people"
)

// search finds the pegawai for whom an Admin SIIP-ASN proposes (panduan, bagian III.1): by name or NIP; then the form fills
// itself.
var search = dialog.State[paging.Look]{Key: "tambah", Old: "kelola"}

// openTambah begins with the search.
func openTambah(t *dialog.Turn) {
	if t.May(dialog.AdminSIIP, "Tambah untuk pegawai") {
		search.Clear(t)
		t.Go(atTambah)
	}
}

func tambahPlace() dialog.Place {
	return dialog.Place{Name: atTambah,
		Only: &dialog.AdminSIIP,
		Screen: func(t *dialog.Turn) dialog.Screen {
			return people.Screen(t, "Tambah Usulan untuk Pegawai", search.Get(t), buttons.Row(buttons.Stop(t)))
		},
		Typed: paging.Searches(search.Edit),
		Taps: dialog.Taps{
			"halaman": paging.Turns(search.Edit),
			"orang":   func(t *dialog.Turn, id uint64) { proposeFor(t, flow.PegawaiID(id)) },
			"batal":   dialog.Does((*dialog.Turn).Cancel),
		},
	}
}

// proposeFor begins the form for a pegawai.
func proposeFor(t *dialog.Turn, id flow.PegawaiID) {
	p, ok := t.Pegawai(id)
	if !ok {
		t.Again("Pegawai itu tidak ditemukan. Silakan ketik nama atau NIP yang lain.")
		return
	}
	if alreadyProposed(t, p) {
		return
	}
	draft.Set(t, Draft{Pegawai: p.ID, Rekomendasi: talentpool(p)})
	openPanduan(t, "")
}
