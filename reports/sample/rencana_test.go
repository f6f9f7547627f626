package sample_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"siip-asn/flow/imports"
	"siip-asn/flow/rencana"
	"siip-asn/reports/incoming"
	planbook "siip-asn/reports/rencana"
	"siip-asn/reports/sample"
)

// plan is the plan of a rekap, of which every third row is filled in.
func plan(n, opds int) planbook.Rencana {
	r := sample.Town(n, opds)
	kept := []rencana.Baris{}
	for i, d := range r.Diklat {
		if i%3 == 0 {
			kept = append(kept, rencana.Baris{
				Periode: 2026, Kunci: d.Key, Jalur: rencana.Klasikal, Bentuk: "Bimbingan Teknis", Penyelenggara: "BPSDM Provinsi", Mulai: "2026-03-02", Selesai: "2026-03-06",
				Kurikulum: "Sesuai", JP: 40, Kuota: 30, Biaya: 2_500_000,
			})
		}
	}
	list := rencana.Compose(r, kept)
	p := planbook.Rencana{Aturan: sample.Aturan(), Periode: 2026, Dibuat: sample.Made, Baris: list, Tanda: sample.Tanda()}
	for _, u := range rencana.Orders {
		s := rencana.Skenario{Periode: 2026, Nama: "Pagu 250 juta, " + u.Nama(), Pagu: 250_000_000, Order: u}
		p.Skenario = append(p.Skenario, planbook.Skenario{Skenario: s, Result: rencana.Simulate(list, s.Pagu, u)})
	}
	return p
}

func planBook(t testing.TB, p planbook.Rencana) []byte {
	return sample.Bytes(t, func(w io.Writer) error { return planbook.Write(w, p) })
}

// What is kept goes into the workbook and comes back the same; what is empty comes back empty.
func TestRencanaComesBackAsItWent(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ n, opds int }{{1, 1}, {16, 9}, {1500, 60}} {
		p := plan(c.n, c.opds)
		b := planBook(t, p)
		sample.Strict(t, b)
		isi, err := incoming.Read(context.Background(), bytes.NewReader(b), int64(len(b)), "")
		if err != nil || isi.Kind != imports.KindRencana || len(isi.Faults) > 0 || len(isi.Rencana) != len(p.Baris) {
			t.Fatalf("%d: %s, %d rows of %d, %v %v", c.n, isi.Kind, len(isi.Rencana), len(p.Baris), isi.Faults, err)
		}
		for i, m := range isi.Rencana {
			want := p.Baris[i].Baris
			if want.Kunci = ""; m.Kode != p.Baris[i].Kunci || m.Baris != want {
				t.Errorf("row %d: %+v, not %+v", i, m.Baris, want)
			}
		}
	}
}

// What somebody may type wrongly is painted by its cell.
func TestRencanaFaults(t *testing.T) {
	t.Parallel()
	f := sample.Open(t, planBook(t, plan(16, 9)))
	rows := sample.Rows(t, f, "Rencana")
	head := sample.HeadRow(t, rows, "No")
	column := func(name string) int { return slices.Index(rows[head-1], name) + 1 }
	set := func(name string, row int, value any) string {
		cell, _ := excelize.CoordinatesToCellName(column(name), row)
		if err := f.SetCellValue("Rencana", cell, value); err != nil {
			t.Fatal(err)
		}
		return cell
	}
	want := map[string]string{
		set("Biaya per Peserta", head+1, -5):           "Biaya per Peserta",
		set("Kuota per Angkatan", head+2, 0):           "Kuota per Angkatan",
		set("Selesai", head+1, "01/01/2026"):           "lebih awal daripada Mulai",
		set("Jalur", head+3, "Daring"):                 "tidak dikenal",
		set("Bentuk", head+4, "Coaching sambil tidur"): "Peraturan LAN",
		set("JP", head+5, "empat"):                     "JP",
	}
	set("Biaya per Peserta", head+6, "2,5 juta")
	buf, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	isi, err := incoming.Read(context.Background(), bytes.NewReader(buf.Bytes()), int64(buf.Len()), "")
	if err != nil {
		t.Fatal(err)
	}
	for _, fault := range isi.Faults {
		if reason, is := want[fault.Cell]; !is || !strings.Contains(fault.Reason, reason) {
			t.Errorf("%+v", fault)
		}
		delete(want, fault.Cell)
	}
	delete(want, fmt.Sprint("I", head+1)) // a row with a wrong cell is not looked at as a whole
	if len(want) > 0 {
		t.Errorf("not found: %v", want)
	}
	if i := slices.IndexFunc(isi.Rencana, func(m rencana.Filled) bool { return m.Biaya == 2_500_000 }); i < 0 {
		t.Error("2,5 juta is not read")
	}
}

// A row that was copied, a formula, and an amount beyond reason are painted by their cells.
func TestRencanaCopiesAndFormulas(t *testing.T) {
	t.Parallel()
	f := sample.Open(t, planBook(t, plan(16, 9)))
	rows := sample.Rows(t, f, "Rencana")
	head := sample.HeadRow(t, rows, "No")
	at := func(name string, row int) string {
		cell, _ := excelize.CoordinatesToCellName(slices.Index(rows[head-1], name)+1, row)
		return cell
	}
	for _, name := range []string{"Jenis Diklat", "Kode"} {
		first, err := f.GetCellValue("Rencana", at(name, head+1))
		if err := errors.Join(err, f.SetCellValue("Rencana", at(name, head+2), first)); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.SetCellFormula("Rencana", at("Kuota per Angkatan", head+3), "15*2"); err != nil {
		t.Fatal(err)
	}
	if err := f.SetCellValue("Rencana", at("Biaya per Peserta", head+4), "9.999.999.999.999"); err != nil {
		t.Fatal(err)
	}
	if err := f.SetCellValue("Rencana", at("Biaya per Peserta", head+5), 1e300); err != nil {
		t.Fatal(err)
	}
	buf, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	isi, err := incoming.Read(context.Background(), bytes.NewReader(buf.Bytes()), int64(buf.Len()), "")
	if err != nil {
		t.Fatal(err)
	}
	painted := map[int]bool{}
	for _, fault := range isi.Faults {
		_, row, err := excelize.CellNameToCoordinates(fault.Cell)
		if err != nil {
			t.Fatalf("%+v", fault)
		}
		painted[row] = true
	}
	for n := 2; n <= 5; n++ {
		if !painted[head+n] {
			t.Errorf("row %d is taken as it is: %+v", head+n, isi.Faults)
		}
	}
	if len(painted) > 5 {
		t.Errorf("rows that are right are painted: %+v", isi.Faults)
	}
}
