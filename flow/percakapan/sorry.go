package percakapan

import "siip-asn/flow"

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
