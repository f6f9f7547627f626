package percakapan

import (
	"fmt"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
)

func manualPlace() place {
	return place{
		screen: (*turn).manualScreen,
		typed:  (*turn).typeJudul,
		taps: map[string]func(*turn, uint64){
			"lewati":  does((*turn).afterDiklat),
			"kembali": to(atCara),
			"batal":   does((*turn).cancel),
		},
	}
}

func (t *turn) manualScreen() dialog.Screen {
	text := t.formHead().Bold("Isi Manual").Plain("\n")
	hint := fmt.Sprintf("Silakan ketik Usulan Diklat, yaitu nama diklatnya (%d sampai %d karakter).", flow.JudulMin, flow.JudulMax)
	var keep []dialog.Choice
	if t.s.Form.Manual {
		text = text.Field("Usulan Diklat saat ini", t.s.Form.Judul)
		keep = row(t.here("⏭ Lewati", "lewati", 0))
		hint += " Tekan Lewati bila tetap."
	}
	return dialog.Screen{Text: text.Plain(hint), Rows: rows(keep, t.backAndStop())}
}

func (t *turn) typeJudul(body string) {
	judul := flow.Tidy(body)
	if wrong := wrongLength("Nama diklat", judul, flow.JudulMin, flow.JudulMax); wrong != "" {
		t.again(wrong)
		return
	}
	if flow.JudulKey(judul) == "" {
		t.again("Nama diklat harus berisi huruf. Mohon ketik lagi.")
		return
	}
	t.s.Form.Manual, t.s.Form.Panduan, t.s.Form.Judul = true, 0, judul
	if len(t.nearPanduan(judul)) > 0 {
		t.goTo(atMungkin)
		return
	}
	t.afterDiklat()
}
