package form

import (
	"siip-asn/flow"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/wording"
	"siip-asn/flow/spelling"
)

// asksRekomendasi tells whether the form has the Rekomendasi: the pegawai has followed the Uji Kompetensi, and who fills
// the form is he himself or an Admin SIIP-ASN.
func asksRekomendasi(t *engine.Turn) bool {
	p, _ := t.Pegawai(draft.Get(t).Pegawai)
	return p.UjiKompetensi() && (p.ID == t.Who.ID || t.Who.AdminSIIP)
}

// talentpool is the Rekomendasi that the master data knows, for those who followed the Uji Kompetensi.
func talentpool(p flow.Pegawai) string {
	if !p.UjiKompetensi() {
		return ""
	}
	return p.Rekomendasi
}

func rekomendasiPlace() engine.Place {
	return engine.Place{Name: atRekomendasi,
		Screen: rekomendasiScreen,
		Typed:  typeRekomendasi,
		Taps: engine.Taps{
			"lewati": engine.To(atRingkasan),
			"ada":    engine.To(atRingkasan),
			"kosong": func(t *engine.Turn, _ uint64) {
				draft.Edit(t).Rekomendasi = ""
				t.Go(atRingkasan)
			},
			"kembali": engine.Does(backToDiklat),
			"batal":   engine.Does((*engine.Turn).Cancel),
		},
	}
}

func rekomendasiScreen(t *engine.Turn) ui.Screen {
	text := formHead(t).Strong("Usulan Diklat", chosenTitle(t)).Plain("Rekomendasi Dari Hasil Talentpool\n")
	if now := draft.Get(t).Rekomendasi; now != "" {
		return ui.Screen{
			Text: text.Field("Saat ini", now).Plain("Silakan pakai yang ada, kosongkan, atau ketik rekomendasi yang baru."),
			Rows: buttons.Rows(buttons.Row(buttons.Here(t, "Pakai yang ada", "ada", 0), buttons.Here(t, "Kosongkan", "kosong", 0)), buttons.BackAndStop(t)),
		}
	}
	return ui.Screen{
		Text: text.Plain("Silahkan isi rekomendasi kompetensi dari hasil talentpool, atau tekan Lewati."),
		Rows: buttons.Rows(buttons.Row(buttons.Here(t, "Lewati", "lewati", 0)), buttons.BackAndStop(t)),
	}
}

func typeRekomendasi(t *engine.Turn, body string) {
	text := spelling.Tidy(body)
	if text == "-" {
		text = ""
	} else if wrong := wrongRekomendasi(t, text); wrong != "" {
		t.Again(wrong)
		return
	}
	draft.Edit(t).Rekomendasi = text
	t.Go(atRingkasan)
}

// wrongRekomendasi says why a text can be no Rekomendasi, or nothing. The title once more is no answer: a slow phone sends
// it twice.
func wrongRekomendasi(t *engine.Turn, text string) string {
	if draft.Get(t).Manual && text == draft.Get(t).Judul {
		return "Teks itu sama dengan Usulan Diklat, sehingga tidak dipakai sebagai rekomendasi. Silakan ketik yang lain."
	}
	return wording.WrongLength("Rekomendasi", text, flow.RekomendasiMin, flow.RekomendasiMax)
}
