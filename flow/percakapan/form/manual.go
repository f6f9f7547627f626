package form

import (
	"fmt"

	"siip-asn/flow"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/judul"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/wording"
	"siip-asn/flow/spelling"
)

func manualPlace() engine.Place {
	return engine.Place{Name: atManual,
		Screen: manualScreen,
		Typed:  typeJudul,
		Taps: engine.Taps{
			"ada":     engine.Does(keepDiklat),
			"kembali": engine.To(atPanduan),
			"batal":   engine.Does((*engine.Turn).Cancel),
		},
	}
}

func manualScreen(t *engine.Turn) ui.Screen {
	text := formHead(t).Plain("Isi Manual\n")
	var keep []ui.Choice
	if f := draft.Get(t); f.Manual && f.chosen() {
		text = text.Strong("Usulan Diklat saat ini", f.Judul)
		keep = buttons.Row(buttons.Here(t, "Pakai yang ada", "ada", 0))
	}
	return ui.Screen{
		Text: text.Plain(fmt.Sprintf("Silakan ketik Usulan Diklat, yaitu nama diklatnya (%d sampai %d karakter).", flow.JudulMin, flow.JudulMax)),
		Rows: buttons.Rows(keep, buttons.BackAndStop(t)),
	}
}

func typeJudul(t *engine.Turn, body string) {
	title := spelling.Tidy(body)
	if wrong := wording.WrongLength("Nama diklat", title, flow.JudulMin, flow.JudulMax); wrong != "" {
		t.Again(wrong)
		return
	}
	if judul.Key(title) == "" {
		t.Again("Nama diklat harus berisi huruf. Mohon ketik lagi.")
		return
	}
	draft.Edit(t).Manual, draft.Edit(t).Panduan, draft.Edit(t).Judul = true, 0, title
	if len(nearPanduan(t, title)) > 0 {
		t.Go(atMungkin)
		return
	}
	afterDiklat(t)
}
