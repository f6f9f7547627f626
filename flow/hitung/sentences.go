package hitung

import (
	"fmt"
	"strings"

	"siip-asn/flow"
	"siip-asn/flow/spelling"
)

// Title is what a rekap calls itself: its periode, and what it is limited to.
func (r Rekap) Title() string {
	return strings.Join(append([]string{"Periode " + r.Periode.String()}, r.Scope...), " · ")
}

// Sentences says the figures in five sentences, for a letter and for whoever does not see the picture. Titles are cut to
// so many letters.
func (r Rekap) Sentences(letters int) []string {
	if r.Total.All == 0 {
		return []string{r.kalimatKosong()}
	}
	return []string{r.kalimatJumlah(), r.kalimatStatus(), r.kalimatDiklat(letters), r.kalimatOPD(letters), r.kalimatTunggu()}
}

// kalimatKosong is all that can be said at the beginning of a periode.
func (r Rekap) kalimatKosong() string {
	if r.Before == nil || r.Before.All == 0 {
		return "Belum ada usulan pada periode ini."
	}
	return fmt.Sprintf("Belum ada usulan pada periode ini; periode %d: %s usulan.", r.Periode-1, Number(r.Before.All))
}

func (r Rekap) kalimatJumlah() string {
	s := fmt.Sprintf("Terdapat %s usulan (sepekan terakhir %s)", Number(r.Total.All), Change(r.Total.All-r.WeekAgo.All))
	if r.Pegawai.Pegawai > 0 {
		s += fmt.Sprintf("; %s dari %s pegawai telah mengusulkan (%s)", Number(r.Pegawai.Mengusul), Number(r.Pegawai.Pegawai), r.Pegawai.Participated())
	}
	if r.Before != nil {
		s += fmt.Sprintf("; periode %d: %s usulan", r.Periode-1, Number(r.Before.All))
	}
	return s + "."
}

func (r Rekap) kalimatStatus() string {
	var parts []string
	for _, s := range flow.Statuses {
		if n := r.Total.Status[s]; n > 0 && s != flow.Ditolak {
			parts = append(parts, Number(n)+" "+s.String())
		}
	}
	words := fmt.Sprintf("Peminat: %s usulan", Number(r.Total.Peminat()))
	if len(parts) > 0 {
		words += " (" + strings.Join(parts, ", ") + ")"
	}
	return words + fmt.Sprintf("; %s USULAN DITOLAK dihitung terpisah.", Number(r.Total.Status[flow.Ditolak]))
}

func (r Rekap) kalimatDiklat(letters int) string {
	top := r.Top(2)
	if len(top) == 0 {
		return "Belum ada diklat yang diminati."
	}
	s := fmt.Sprintf("Diklat yang paling diminati: %s, %s peminat (%s)", spelling.Clip(top[0].Nama, letters), Number(top[0].Peminat()), r.Share(top[0]))
	if len(top) > 1 {
		s += fmt.Sprintf(", lalu %s, %s peminat (%s)", spelling.Clip(top[1].Nama, letters), Number(top[1].Peminat()), r.Share(top[1]))
	}
	return s + "."
}

func (r Rekap) kalimatOPD(letters int) string {
	list := r.ByParticipation()
	if len(list) == 0 {
		return fmt.Sprintf("Usulan berasal dari %s OPD.", Number(len(r.OPD)))
	}
	silent := 0
	for _, b := range list {
		if b.Mengusul == 0 {
			silent++
		}
	}
	first, last := list[0], list[len(list)-1]
	s := fmt.Sprintf("Partisipasi tertinggi: %s (%s)", spelling.Clip(first.Nama, letters), first.Participated())
	if len(list) > 1 {
		s += fmt.Sprintf("; terendah: %s (%s)", spelling.Clip(last.Nama, letters), last.Participated())
	}
	return s + fmt.Sprintf("; %s dari %s OPD belum mengusulkan.", Number(silent), Number(len(list)))
}

func (r Rekap) kalimatTunggu() string {
	var parts []string
	for _, t := range r.Waiting {
		if t.Count > 0 {
			parts = append(parts, fmt.Sprintf("%s di %s (terlama %s hari kerja)", Number(t.Count), t.With, Number(t.Longest)))
		}
	}
	if len(parts) == 0 {
		return "Tidak ada usulan yang menunggu."
	}
	return "Masih menunggu: " + strings.Join(parts, "; ") + "."
}

// Share is the share of a row's peminat in all peminat, in words.
func (r Rekap) Share(b Baris) string { return Percent(b.Peminat(), r.Total.Peminat()) }
