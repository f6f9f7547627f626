package sample

import (
	"fmt"
	"strings"

	"siip-asn/flow"
	"siip-asn/flow/hitung"
)

// strangeTitles are titles that are hard to draw: as long as they may be, and in letters that no typeface has all of.
var strangeTitles = []string{
	strings.Repeat("Pelatihan Penyusunan Dokumen Perencanaan ", 4)[:150], "Diklat 😀 Kehumasan ʼAin é ł", "دورة اللغة العربية", "Pelatihan 数据 Analisis", strings.Repeat("W", 150),
}

// Town is a rekap of n usulan over so many OPD of very different size, some titles and names of which are strange.
func Town(n, opds int) hitung.Rekap {
	names := make([]string, opds)
	for i := range names {
		names[i] = fmt.Sprintf("%s %d", OPD[i%len(OPD)], i+1)
	}
	rows := Data(n)
	for i := range rows {
		rows[i].OPD = names[i*i%97%opds]
		switch i % 11 {
		case 3:
			rows[i].Diklat, rows[i].Manual, rows[i].Kompetensi = strangeTitles[i/11%len(strangeTitles)], true, ""
		case 5:
			rows[i].Nama = []string{"محمد بن علي", "Muʼmin René", "SITI 🌸 CONTOH", "王小明"}[i/11%4]
		}
	}
	b := hitung.Input{Periode: 2026, Dibuat: Made, Baris: rows, Before: Data(n * 2 / 3)}
	for i, name := range names {
		size := 6 + 900/(i+1)
		b.Pegawai = append(b.Pegawai, hitung.Participation{
			OPD: name, Jenjang: flow.Jenjangs[i%5], Pegawai: size, Terhubung: size * 2 / 3, Mengusul: min(size, (i*37%100)*size/100),
		})
	}
	return hitung.New(Aturan(), b)
}
