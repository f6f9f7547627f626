package main

import (
	"testing"
	"time"

	"siip-asn/bot/simulator"
	"siip-asn/flow"
	"siip-asn/flow/daftar"
	"siip-asn/flow/dialog"
	"siip-asn/flow/imports"
	"siip-asn/store"
)

// roles gives and takes the role of Admin SIIP-ASN, as the import of somebody else would.
func (o *rig) roles(t *testing.T, rows ...imports.BarisPegawai) {
	t.Helper()
	list := imports.PegawaiImport{Rows: rows, Columns: imports.PegawaiColumns{Peran: true}}
	if _, err := o.store.ImportPegawai(list, imports.ImportCommand, time.Now(), false, nil); err != nil {
		t.Fatal(err)
	}
}

// TestWhoHasLostTheRoleGetsNothingThatWaits: an Admin SIIP-ASN asks for the workbook of all OPD and drops a workbook while no
// file goes through; by the time one does he is an admin no more.
func TestWhoHasLostTheRoleGetsNothingThatWaits(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	o.run()
	wati, budi := o.person(4, "Wati"), o.person(1, "Budi")
	wati.enters()
	budi.enters()
	budi.proposes("Pelatihan SPBE")

	wati.drops("orang.xlsx", bookOf(t, "Pegawai", bookHeader, bookBaru))
	wati.sees("orang.xlsx (pegawai): 1 baru")
	wati.Send("/daftar")
	for _, method := range []string{"sendDocument", "file"} {
		o.sim.Inject(simulator.Fault{Kind: simulator.CutBefore, Method: method})
	}
	wati.taps("Export ke Excel")
	wati.taps("Terapkan")
	tried := func() bool { return len(o.sim.Calls("sendDocument")) > 0 } // her workbook waits behind it
	if err := o.sim.Wait(t.Context(), tried); err != nil {
		t.Fatal(err)
	}
	o.roles(t,
		imports.BarisPegawai{NIP: "190101041925011004", Nama: "WATI CONTOH", Jabatan: "Analis", Jenjang: flow.FungsionalUmum, OPD: "BKPSDM"},
		imports.BarisPegawai{NIP: "190101021925011002", Nama: "TONO CONTOH", Jabatan: "Analis", Jenjang: flow.FungsionalUmum, OPD: "Dinas Kesehatan", AdminSIIP: true})
	o.sim.Heal()
	o.quiet()
	for _, m := range wati.Chat() {
		if m.Document != nil && m.FromBot() {
			t.Errorf("she has got %s", m.Document.FileName)
		}
	}
	err := o.store.Read(func(r *store.Reader) error {
		if _, known := r.PegawaiByNIP("190101091925011009"); known {
			t.Error("her workbook was applied")
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
	o.stop()
}

// TestWhatHasMovedIsOnNoList: an Admin OPD has ticked an usulan for a list; by the time it is made, the usulan is of another
// OPD.
func TestWhatHasMovedIsOnNoList(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	o.run()
	budi, tono := o.person(1, "Budi"), o.person(2, "Tono")
	budi.enters()
	tono.enters()
	budi.proposes("Pelatihan SPBE")
	tono.sees("BUDI CONTOH")
	list := func(kind dialog.JenisLaporan) bool {
		t.Helper()
		l := dialog.Laporan{Jenis: kind, Filter: daftar.Filter{OPD: 1}, Usulan: []flow.UsulanID{1}, Oleh: 2}
		parts, err := o.system.Render(t.Context(), l)
		if err != nil {
			t.Fatal(err)
		}
		return parts[0].Name != ""
	}
	for _, kind := range []dialog.JenisLaporan{dialog.LaporanData, dialog.LaporanCetak} {
		if !list(kind) {
			t.Errorf("%s: he gets no list of what is his", kind)
		}
	}
	o.roles(t, imports.BarisPegawai{NIP: "190101011925011001", Nama: "BUDI CONTOH, S.Kom.", Jabatan: "Analis", Jenjang: flow.FungsionalUmum, OPD: "BKPSDM"})
	for _, kind := range []dialog.JenisLaporan{dialog.LaporanData, dialog.LaporanCetak} {
		if list(kind) {
			t.Errorf("%s: he gets what is of another OPD", kind)
		}
	}
	o.stop()
}
