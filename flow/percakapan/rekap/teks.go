package rekap

import (
	"fmt"
	"slices"
	"strings"

	"siip-asn/flow"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/hitung"
	"siip-asn/flow/spelling"
)

// top is how many of the most wanted diklat the text of a rekap names.
const top = 10

// captionMost is how many characters Telegram takes below a picture, with some to spare.
const captionMost = 1000

// Caption is the picture of a rekap in words, as much as stands below a picture: short lines, so that the titles have
// room; these are cut until all of it fits.
func Caption(r hitung.Rekap) ui.Screen {
	for letters := flow.JudulMax; ; letters -= 3 {
		if text := words(r, letters, brief(r)); text.Len() <= captionMost || letters <= 15 {
			return ui.Screen{Text: text}
		}
	}
}

// Screen is the rekap in words, with whole titles and sentences.
func Screen(r hitung.Rekap) ui.Screen {
	s := r.Sentences(flow.JudulMax)
	lines := said{above: s[:1]}
	if len(s) > 4 {
		lines = said{s[:2], s[3:]}
	}
	return ui.Screen{Text: words(r, flow.JudulMax, lines)}
}

// said is what stands above and below the most wanted.
type said struct{ above, below []string }

// brief says the figures as briefly as they can be understood.
func brief(r hitung.Rekap) said {
	if r.Total.All == 0 {
		return said{above: r.Sentences(0)}
	}
	first := fmt.Sprintf("%s usulan (sepekan %s)", hitung.Number(r.Total.All), hitung.Change(r.Total.All-r.WeekAgo.All))
	if r.Before != nil && r.Before.All > 0 {
		first += fmt.Sprintf(", %d: %s", r.Periode-1, hitung.Number(r.Before.All))
	}
	if r.Pegawai.Pegawai > 0 {
		first += fmt.Sprintf("\n%s dari %s pegawai mengusulkan (%s)", hitung.Number(r.Pegawai.Mengusul), hitung.Number(r.Pegawai.Pegawai), r.Pegawai.Participated())
	}
	var parts []string
	for _, s := range flow.Statuses {
		if s != flow.Ditolak {
			parts = append(parts, hitung.Number(r.Total.Status[s])+" "+strings.TrimPrefix(s.String(), "USULAN "))
		}
	}
	second := fmt.Sprintf("Peminat %s: %s; %s DITOLAK", hitung.Number(r.Total.Peminat()), strings.Join(parts, ", "), hitung.Number(r.Total.Status[flow.Ditolak]))
	return said{[]string{first, second}, below(r)}
}

func below(r hitung.Rekap) (lines []string) {
	if list := r.ByParticipation(); len(list) > 0 {
		lines = append(lines, fmt.Sprintf("Partisipasi OPD: %s sampai %s", list[len(list)-1].Participated(), list[0].Participated()))
	}
	var waits []string
	for _, t := range r.Waiting {
		if t.Count > 0 {
			waits = append(waits, fmt.Sprintf("%s di %s (terlama %s hari kerja)", hitung.Number(t.Count), t.With, hitung.Number(t.Longest)))
		}
	}
	if len(waits) > 0 {
		lines = append(lines, "Menunggu: "+strings.Join(waits, ", "))
	}
	return lines
}

func words(r hitung.Rekap, letters int, lines said) ui.Spans {
	text := ui.Spans{}.Plain("📊 Rekap SIIP-ASN ", spelling.Clip(r.Aturan.Instansi, max(letters, 40)), "\n",
		r.Title(), ", per ", r.Dibuat.Format("02-01-2006 15.04 MST"), "\n\n", strings.Join(lines.above, "\n"), "\n\n")
	if list := r.Top(top); len(list) > 0 {
		text = text.Plain(heading(len(list)), "\n")
		for i, b := range list {
			text = text.Plain(fmt.Sprintf("%d. ", i+1)).Bold(spelling.Clip(b.Nama, letters)).
				Plain(fmt.Sprintf(": %s (%s)\n", hitung.Number(b.Peminat()), r.Share(b)))
		}
		text = text.Plain("\n")
	}
	last := lines.below
	if short := r.Anchor.Short(); short != "" {
		last = append(slices.Clone(last), "Jangkar jejak "+short)
	}
	return text.Plain(strings.Join(last, "\n"))
}

func heading(n int) string {
	if n == top {
		return "Sepuluh diklat yang paling diminati"
	}
	return "Diklat yang paling diminati"
}

// Partisipasi is the picture of the participation of every OPD in words: the best and the worst, since a caption has no
// room for all.
func Partisipasi(r hitung.Rekap) ui.Screen {
	list := r.ByParticipation()
	const ends = 5
	text := ui.Spans{}.Plain("Partisipasi OPD", "\n", fmt.Sprintf("Telah mengusulkan: %s dari %s pegawai (%s).\n",
		hitung.Number(r.Pegawai.Mengusul), hitung.Number(r.Pegawai.Pegawai), r.Pegawai.Participated()))
	line := func(i int) {
		text = text.Plain(fmt.Sprintf("%d. %s: %s\n", i+1, spelling.Clip(list[i].Nama, 60), list[i].Participated()))
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
	return ui.Screen{Text: text.Plain("Semua OPD ada di berkas Excel.")}
}
