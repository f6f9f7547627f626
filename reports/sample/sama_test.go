package sample_test

import (
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"siip-asn/flow"
	"siip-asn/flow/cetakan"
	"siip-asn/flow/daftar"
	"siip-asn/flow/hitung"
	percakapan "siip-asn/flow/percakapan/rekap"
	"siip-asn/reports/laporan"
	"siip-asn/reports/picture"
	"siip-asn/reports/rekap"
	"siip-asn/reports/sample"
)

// figures are what every rendering of a rekap says: all usulan, peminat, each of the ten with its share, and the part of
// the pegawai who took part.
func figures(r hitung.Rekap) []string {
	list := []string{hitung.Number(r.Total.All), hitung.Number(r.Total.Peminat()), r.Pegawai.Participated()}
	for _, b := range r.Top(10) {
		list = append(list, hitung.Number(b.Peminat()), r.Share(b))
	}
	for _, s := range flow.Statuses {
		list = append(list, hitung.Number(r.Total.Status[s]))
	}
	return list
}

// merged is a rekap of seventeen usulan, one of them refused: a title typed in three ways is one diklat, one that an admin has
// merged counts as its entry, and one of sixteen is 6,3 % (6.25).
func merged(t *testing.T) hitung.Rekap {
	row := func(n int, diklat string, panduan flow.PanduanID, s flow.Status) daftar.Baris {
		return daftar.Baris{
			Usulan: flow.UsulanID(n), Diklat: diklat, Panduan: panduan, Manual: panduan == 0, OPD: sample.OPD[n%2], Jenjang: flow.Pengawas,
			Status: s, Lalu: s, TanggalUsul: "2026-03-02", Sejak: sample.Made,
		}
	}
	rows := []daftar.Baris{
		row(1, "Diklat K3", 0, flow.Masuk), row(2, "diklat  k-3", 0, flow.Disetujui), row(3, "DIKLAT K3", 0, flow.Ditolak), row(4, "Diklat K3", 0, flow.Masuk),
		row(5, "Pelatihan Menyelam", 0, flow.Direvisi),
	}
	for n := 6; n <= 17; n++ {
		rows = append(rows, row(n, "Pelatihan SPBE", 3, flow.Diteruskan))
	}
	rows[16].Diklat, rows[16].Manual, rows[16].Hitung = "spbe lanjutan", true, "Pelatihan SPBE"
	r := hitung.New(sample.Aturan(), hitung.Input{Periode: 2026, Dibuat: sample.Made, Baris: rows, Pegawai: sample.Pegawai(17, sample.OPD[:2])})
	var got []string
	for _, b := range r.Top(10) {
		got = append(got, fmt.Sprintf("%s %d %s", b.Nama, b.Peminat(), spaced(r.Share(b))))
	}
	want := []string{"Pelatihan SPBE 12 75,0 %", "Diklat K3 3 18,8 %", "Pelatihan Menyelam 1 6,3 %"}
	if !slices.Equal(got, want) || r.Total.Peminat() != 16 {
		t.Fatalf("%q of %d", got, r.Total.Peminat())
	}
	return r
}

// One number, one rounding, in the chat, the picture, the report and the workbook.
func TestTheSameFiguresEverywhere(t *testing.T) {
	t.Parallel()
	for _, r := range []hitung.Rekap{sample.Town(1498, 60), sample.Town(16, 9), sample.Rekap(230), merged(t)} {
		says, err := picture.Says(r)
		if err != nil {
			t.Fatal(err)
		}
		paper := strings.Join(sample.Pages(t, sample.Bytes(t, func(w io.Writer) error { return laporan.Write(w, r, cetakan.Tanda{}) })), "\n")
		for where, text := range map[string]string{
			"chat": percakapan.Caption(r).Text.String(), "picture": strings.Join(says, "\n"), "report": paper, "workbook": bookText(t, r),
		} {
			text = spaced(text)
			for _, figure := range figures(r) {
				if !strings.Contains(text, spaced(figure)) {
					t.Errorf("the %s does not say %q", where, figure)
				}
			}
		}
	}
}

func spaced(s string) string { return strings.ReplaceAll(s, "\u00a0", " ") }

// bookText is what stands in the cells of the counts, numbers and shares as an Indonesian Excel shows them.
func bookText(t *testing.T, r hitung.Rekap) string {
	f := sample.Open(t, sample.Bytes(t, func(w io.Writer) error { return rekap.Write(w, r, cetakan.Tanda{}) }))
	var b strings.Builder
	for _, sheet := range []string{"Ringkasan", "Rekap", "Per OPD"} {
		rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			for _, cell := range row {
				b.WriteString(shown(cell) + "\n")
			}
		}
	}
	return b.String()
}

func shown(cell string) string {
	v, err := strconv.ParseFloat(cell, 64)
	switch {
	case err != nil:
		return cell
	case v == math.Trunc(v) && !slices.Contains([]float64{0, 1}, v):
		return hitung.Number(int(v))
	}
	// a share, or a small number that is none
	return strings.Replace(strconv.FormatFloat(100*v, 'f', 1, 64), ".", ",", 1) + " %\n" + cell
}
