package form

import (
	"fmt"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/wording"
)

func manualPlace() dialog.Place {
	return dialog.Place{Name: atManual,
		Screen: manualScreen,
		Typed:  typeJudul,
		Taps: dialog.Taps{
			"ada":     dialog.Does(keepDiklat),
			"kembali": dialog.To(atPanduan),
			"batal":   dialog.Does((*dialog.Turn).Cancel),
		},
	}
}

func manualScreen(t *dialog.Turn) dialog.Screen {
	text := formHead(t).Plain("Isi Manual\n")
	var keep []dialog.Choice
	if f := draft.Get(t); f.Manual && f.chosen() {
		text = text.Strong("Usulan Diklat saat ini", f.Judul)
		keep = buttons.Row(buttons.Here(t, "Pakai yang ada", "ada", 0))
	}
	return dialog.Screen{
		Text: text.Plain(fmt.Sprintf("Silakan ketik Usulan Diklat, yaitu nama diklatnya (%d sampai %d karakter).", flow.JudulMin, flow.JudulMax)),
		Rows: buttons.Rows(keep, buttons.BackAndStop(t)),
	}
}

func typeJudul(t *dialog.Turn, body string) {
	title := flow.Tidy(body)
	if wrong := wording.WrongLength("Nama diklat", title, flow.JudulMin, flow.JudulMax); wrong != "" {
		t.Again(wrong)
		return
	}
	if flow.JudulKey(title) == "" {
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
