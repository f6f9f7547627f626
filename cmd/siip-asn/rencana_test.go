package main

import (
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"siip-asn/bot/simulator"
	"siip-asn/reports/sample"
)

// The plan goes out, is filled in, is dropped back, comes pre-filled, and the budget counts with it.
func TestThePlanComesBack(t *testing.T) {
	t.Parallel() // it waits most of the time
	o := newOffice(t)
	o.run()
	defer o.stop()
	budi, wati := o.person(1, "Budi"), o.person(4, "Wati")
	budi.enters()
	wati.enters()
	budi.proposes("Pelatihan SPBE")
	wati.Send("/rekap")
	wati.taps("Rencana")
	book := wati.plan()
	wati.drops("rencana.xlsx", filled(t, book, "Pelatihan SPBE yang lain"))
	wati.sees("bernama")
	wati.drops("rencana.xlsx", filled(t, book, ""))
	wati.sees("1 baru")
	wati.taps("Terapkan")
	wati.sees("Berkas diterapkan")
	wati.taps("Simulasi")
	wati.Send("Rp 3.000.000")
	wati.taps("Paling diminati")
	wati.sees("Terpakai Rp2.500.000, sisa Rp500.000")
}

// plan is the newest workbook of the plan in the chat.
func (h *human) plan() []byte {
	h.o.t.Helper()
	m := h.awaits("the plan", func(m simulator.Message) bool {
		return m.Document != nil && strings.HasPrefix(m.Document.FileName, "Rencana_Pengembangan_Kompetensi_")
	})
	return h.download(m)
}

// filled is the workbook with kuota and biaya typed into its first row, and the diklat renamed unless rename is empty.
func filled(t *testing.T, book []byte, rename string) []byte {
	t.Helper()
	f := sample.Open(t, book)
	rows := sample.Rows(t, f, "Rencana")
	head := sample.HeadRow(t, rows, "No")
	set := func(name string, value any) {
		cell, _ := excelize.CoordinatesToCellName(slices.Index(rows[head-1], name)+1, head+1)
		if err := f.SetCellValue("Rencana", cell, value); err != nil {
			t.Fatal(err)
		}
	}
	set("Kuota per Angkatan", 30)
	set("Biaya per Peserta", "2,5 juta")
	if rename != "" {
		set("Jenis Diklat", rename)
	}
	buf, err := f.WriteToBuffer()
	if err != nil || !strings.Contains(rows[0][0], "PP 11/2017") {
		t.Fatal(err)
	}
	return buf.Bytes()
}
