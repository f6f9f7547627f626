package percakapan

import (
	"fmt"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
)

// hasilPerPage is how many results stand on one page.
const hasilPerPage = 20

// hasil shows another page of the results of the last Borongan.
func (t *turn) hasil(b dialog.Button) {
	if len(t.s.Borongan.Butir) == 0 || t.s.Borongan.Jalan {
		t.stale()
		return
	}
	t.do(dialog.Show{To: t.me(), Slot: slotBorongan, Screen: t.hasilScreen(int(min(b.ID, dialog.CentangMax)))})
}

func (t *turn) hasilScreen(page int) dialog.Screen {
	b := t.s.Borongan
	done := 0
	for _, butir := range b.Butir {
		if butir.Hasil == flow.Boleh {
			done++
		}
	}
	text := dialog.Spans{}.Plain("✅ ").Bold(fmt.Sprintf("%s selesai", b.Aksi)).
		Plain(fmt.Sprintf(": %s berhasil, %s tidak.\n\n", thousands(done), thousands(len(b.Butir)-done)))
	pages := pagesOf(len(b.Butir), hasilPerPage)
	for _, butir := range pageOf(b.Butir, page, hasilPerPage) {
		u, _ := t.Usulan(butir.Usulan)
		if butir.Hasil == flow.Boleh {
			text = text.Plain("✅ ", t.butirLine(u), "\n")
		} else {
			text = text.Plain("⚠️ ", t.butirLine(u), ": ", flow.Clip(t.why(butir.Hasil, b.Aksi, u), 110), "\n")
		}
	}
	button := func(label string, page int) dialog.Choice { return door(label, "hasil", uint64(page)) }
	return dialog.Screen{Text: text, Rows: rows(turner(min(page, pages-1), pages, button), row(door("📋 Daftar", "daftar", 0)), toMenu())}
}
