package percakapan

import (
	"siip-asn/flow"
	"siip-asn/flow/dialog"
)

// asksRekomendasi tells whether the form has the Rekomendasi: the pegawai has followed the Uji Kompetensi, and who fills
// the form is he himself or an Admin SIIP-ASN.
func (t *turn) asksRekomendasi() bool {
	p, _ := t.Pegawai(t.s.Form.Pegawai)
	return p.UjiKompetensi() && (p.ID == t.saya.ID || t.saya.AdminSIIP)
}

// talentpool is the Rekomendasi that the master data knows, for those who followed the Uji Kompetensi.
func talentpool(p flow.Pegawai) string {
	if !p.UjiKompetensi() {
		return ""
	}
	return p.Rekomendasi
}

func rekomendasiPlace() place {
	return place{
		screen: (*turn).rekomendasiScreen,
		typed:  (*turn).typeRekomendasi,
		taps: map[string]func(*turn, uint64){
			"lewati":  to(atRingkasan),
			"kembali": does((*turn).backToDiklat),
			"batal":   does((*turn).cancel),
		},
	}
}

func (t *turn) rekomendasiScreen() dialog.Screen {
	text := t.formHead().
		Field("Usulan Diklat", t.chosenTitle()).
		Plain("\n").Bold("Rekomendasi Dari Hasil Talentpool").Plain("\n")
	hint := "Silahkan isi rekomendasi kompetensi dari hasil talentpool, atau tekan Lewati."
	if now := t.s.Form.Rekomendasi; now != "" {
		text = text.Field("Saat ini", now)
		hint = "Silakan ketik rekomendasi yang baru, atau tekan Lewati untuk memakai yang ada. Ketik - untuk mengosongkan."
	}
	return dialog.Screen{
		Text: text.Plain(hint),
		Rows: rows(row(t.here("⏭ Lewati", "lewati", 0)), t.backAndStop()),
	}
}

func (t *turn) typeRekomendasi(body string) {
	text := flow.Tidy(body)
	if text == "-" {
		text = ""
	} else if wrong := t.wrongRekomendasi(text); wrong != "" {
		t.again(wrong)
		return
	}
	t.s.Form.Rekomendasi = text
	t.goTo(atRingkasan)
}

// wrongRekomendasi says why a text can be no Rekomendasi, or nothing. The title once more is no answer: a slow phone sends
// it twice.
func (t *turn) wrongRekomendasi(text string) string {
	if t.s.Form.Manual && text == t.s.Form.Judul {
		return "Teks itu sama dengan Usulan Diklat, jadi tidak dipakai sebagai rekomendasi. Silakan ketik yang lain, atau tekan Lewati."
	}
	return wrongLength("Rekomendasi", text, flow.RekomendasiMin, flow.RekomendasiMax)
}
