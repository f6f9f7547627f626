package form

import (
	"siip-asn/flow"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/paging"
	"siip-asn/flow/percakapan/people"
)

// search finds the pegawai for whom an Admin SIIP-ASN proposes (panduan, bagian III.1): by name or NIP; then the form fills
// itself.
var search = engine.State[paging.Look]{Key: "tambah", Old: "kelola"}

// openTambah begins with the search.
func openTambah(t *engine.Turn) {
	if t.May(engine.AdminSIIP, "Tambah untuk pegawai") {
		search.Clear(t)
		t.Go(atTambah)
	}
}

func tambahPlace() engine.Place {
	return paging.Searched(engine.Place{Name: atTambah,
		Only: &engine.AdminSIIP,
		Screen: func(t *engine.Turn) ui.Screen {
			return people.Screen(t, "Tambah Usulan untuk Pegawai", search.Get(t), buttons.Row(buttons.Stop(t)))
		},
		Taps: engine.Taps{
			"orang": func(t *engine.Turn, id uint64) { proposeFor(t, flow.PegawaiID(id)) },
			"batal": engine.Does((*engine.Turn).Cancel),
		},
	}, search.Edit)
}

// proposeFor begins the form for a pegawai.
func proposeFor(t *engine.Turn, id flow.PegawaiID) {
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
