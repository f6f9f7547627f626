package percakapan

import "siip-asn/flow"

// SorryReport is what a person is told whose report could not be made.
func SorryReport() flow.Screen {
	const words = "⚠️ Mohon maaf, berkas tidak dapat disiapkan. Silakan coba beberapa saat lagi."
	return flow.Screen{Text: flow.Spans{}.Plain(words), Rows: rows(toMenu())}
}

// Sorry is what a person is told whose event could not be taken because of a fault of the program. Nothing has changed.
func Sorry(e flow.Event) []flow.Effect {
	const words = "Mohon maaf, terjadi gangguan. Data Anda tidak berubah. Silakan coba lagi."
	if e.Group != 0 {
		return nil
	}
	return []flow.Effect{
		flow.Answer{Text: words, Alert: true},
		flow.Show{To: e.From, Screen: flow.Screen{Text: flow.Spans{}.Plain("⚠️ ", words), Rows: rows(toMenu())}},
	}
}
