package percakapan

import (
	"fmt"

	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/hitung"
)

// FileCaption stands below a file: what it is, how many rows it has, and by which filters they were chosen. An empty unit
// leaves the count out.
func FileCaption(what string, n int, unit string, filters ...string) ui.Screen {
	text := ui.Spans{}.Plain(what)
	if unit != "" {
		text = text.Plain(fmt.Sprintf(": %s %s", hitung.Number(n), unit))
	}
	for _, f := range filters {
		text = text.Plain("\n", f)
	}
	return ui.Screen{Text: text}
}

// NothingLeftScreen stands in the place of a list of which nothing is left: who has asked for it may see none of what he
// ticked any more.
func NothingLeftScreen() ui.Screen {
	return ui.Screen{Text: ui.Spans{}.Plain("Usulan yang dicentang tidak dapat ditampilkan lagi, karena sudah dihapus atau pindah OPD. Silakan buka Daftar, lalu coba lagi.")}
}
