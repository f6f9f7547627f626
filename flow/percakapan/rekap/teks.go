package rekap

import (
	"fmt"
	"strings"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/hitung"
)

// top is how many of the most wanted diklat the text of a rekap names.
const top = 10

// captionMost is how many characters Telegram takes below a picture, with some to spare.
const captionMost = 1000

// Caption is the picture of a rekap in words, as much as stands below a picture: titles are cut until all of it fits.
func Caption(r hitung.Rekap) dialog.Screen {
	for letters := flow.JudulMax; ; letters -= 5 {
		if text := words(r, letters); text.Len() <= captionMost || letters <= 15 {
			return dialog.Screen{Text: text}
		}
	}
}

// Screen is the rekap in words, with whole titles.
func Screen(r hitung.Rekap) dialog.Screen { return dialog.Screen{Text: words(r, flow.JudulMax)} }

func words(r hitung.Rekap, letters int) dialog.Spans {
	text := dialog.Spans{}.Plain("📊 ").Bold("Rekap SIIP-ASN ", flow.Clip(r.Aturan.Instansi, max(letters, 40))).Plain("\n",
		r.Judul(), ", per ", r.Dibuat.Format("02-01-2006 15.04 MST"), "\n\n")
	sentences, anchor := r.Kalimat(letters), ""
	if short := r.Jangkar.Short(); short != "" {
		anchor = "\n\nJangkar jejak " + short
	}
	if r.Total.Jumlah == 0 {
		return text.Plain(sentences[0], anchor)
	}
	text = text.Plain(sentences[0], "\n", sentences[1], "\n\n")
	if list := r.Teratas(top); len(list) > 0 {
		text = text.Bold(heading(len(list))).Plain("\n")
		for i, b := range list {
			text = text.Plain(fmt.Sprintf("%d. %s: ", i+1, flow.Clip(b.Nama, letters))).
				Bold(hitung.Angka(b.Peminat())).Plain(fmt.Sprintf(" (%s)\n", r.Bagian(b)))
		}
		text = text.Plain("\n")
	}
	return text.Plain(strings.Join(sentences[3:], "\n"), anchor)
}

func heading(n int) string {
	if n == top {
		return "Sepuluh diklat yang paling diminati"
	}
	return "Diklat yang paling diminati"
}

// Partisipasi is the picture of the participation of every OPD in words: the best and the worst, since a caption has no
// room for all.
func Partisipasi(r hitung.Rekap) dialog.Screen {
	list := r.Partisipasi()
	const ends = 5
	text := dialog.Spans{}.Plain("Partisipasi OPD", "\n", fmt.Sprintf("%s dari %s pegawai telah mengusulkan (%s).\n",
		hitung.Angka(r.Pegawai.Mengusul), hitung.Angka(r.Pegawai.Pegawai), r.Pegawai.Partisipasi()))
	line := func(i int) {
		text = text.Plain(fmt.Sprintf("%d. %s: %s\n", i+1, flow.Clip(list[i].Nama, 60), list[i].Partisipasi()))
	}
	for i := range min(ends, len(list)) {
		line(i)
	}
	if len(list) > 2*ends {
		text = text.Plain("…\n")
	}
	for i := max(ends, len(list)-ends); i < len(list); i++ {
		line(i)
	}
	return dialog.Screen{Text: text.Plain("Semua OPD ada di berkas Excel.")}
}
