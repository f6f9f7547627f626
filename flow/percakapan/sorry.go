package percakapan

import (
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/percakapan/buttons"
)

// SorryReport is what a person is told whose report could not be made.
func SorryReport() ui.Screen {
	const words = "⚠️ Mohon maaf, berkas tidak dapat disiapkan. Silakan coba beberapa saat lagi."
	return ui.Screen{Text: ui.Spans{}.Plain(words), Rows: buttons.Rows(buttons.ToMenu())}
}

// SorryScreen is what a person is told who waits for a screen that Telegram does not take.
func SorryScreen() ui.Screen {
	const words = "⚠️ Mohon maaf, pesan ini tidak dapat ditampilkan. Silakan kembali ke menu."
	return ui.Screen{Text: ui.Spans{}.Plain(words), Rows: buttons.Rows(buttons.ToMenu())}
}

// Sorry is what a person is told whose event could not be taken because of a fault of the program. Nothing has changed.
func Sorry(e dialog.Event) []dialog.Effect {
	const words = "Mohon maaf, terjadi gangguan. Data Anda tidak berubah. Silakan coba lagi."
	if e.Group != 0 {
		return nil
	}
	return []dialog.Effect{
		dialog.Answer{Text: words, Alert: true},
		dialog.Show{To: e.From, Screen: ui.Screen{Text: ui.Spans{}.Plain("⚠️ ", words), Rows: buttons.Rows(buttons.ToMenu())}},
	}
}
