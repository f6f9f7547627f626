package hitung

import (
	"testing"

	"siip-asn/flow"
	"siip-asn/flow/daftar"
)

func rekapRow(diklat string, k flow.Kompetensi, opd string, j flow.Jenjang, s flow.Status) daftar.Baris {
	return daftar.Baris{Diklat: diklat, Kompetensi: k, Manual: k == "", OPD: opd, Jenjang: j, Status: s}
}

func TestRekapCountsEveryUsulanOnceInEachKey(t *testing.T) {
	rows := []daftar.Baris{
		rekapRow("Pelatihan SPBE", flow.Teknis, "Dinas A", flow.Pengawas, flow.Masuk),
		rekapRow("Pelatihan SPBE", flow.Teknis, "Dinas B", flow.Administrator, flow.Disetujui),
		rekapRow("Pelatihan K3", "", "Dinas A", flow.Pengawas, flow.Ditolak),
		rekapRow("pelatihan k-3", "", "Dinas A", flow.JPTPratama, flow.Masuk),
		rekapRow("PELATIHAN K3", "", "Dinas B", flow.JPTPratama, flow.Masuk),
		rekapRow("Pelatihan K3", "", "Dinas B", flow.Pengawas, flow.Masuk),
		rekapRow("pelatihan spbe", "", "Dinas B", flow.Pengawas, flow.Masuk),
	}
	r := New(flow.Aturan{}, Input{Periode: 2026, Baris: rows})
	for name, list := range map[string][]Baris{"diklat": r.Diklat, "opd": r.OPD, "jenjang": r.Jenjang, "kompetensi": r.Kompetensi} {
		sum := 0
		for _, b := range list {
			sum += b.All
		}
		if sum != len(rows) || r.Total.All != len(rows) {
			t.Errorf("%s: %d of %d", name, sum, len(rows))
		}
	}
	first := r.Diklat[0]
	if first.Nama != "Pelatihan K3" || first.All != 4 || !first.Manual || first.Status[flow.Masuk] != 3 || first.Source() != "Manual" {
		t.Errorf("titles typed by hand that are alike are one diklat, under the spelling used most: %+v", first)
	}
	if r.Diklat[1].Nama != "Pelatihan SPBE" || r.Diklat[1].Manual || r.Diklat[2].Nama != "pelatihan spbe" {
		t.Errorf("an entry of the panduan and a title typed by hand stay two: %+v", r.Diklat)
	}
	if r.Jenjang[0].Nama != string(flow.JPTPratama) || r.Kompetensi[1].Nama != string(TanpaKompetensi) {
		t.Errorf("order: %+v %+v", r.Jenjang, r.Kompetensi)
	}
	if len(r.Top(2)) != 2 || len(r.Top(10)) != 3 {
		t.Error("Teratas")
	}
}

func TestTiesStandInAnOrderOfTheirOwn(t *testing.T) {
	rows := []daftar.Baris{
		rekapRow("Pelatihan SPBE", "", "Dinas B", flow.Pengawas, flow.Masuk),
		rekapRow("Pelatihan SPBE", flow.Teknis, "Dinas A", flow.Pengawas, flow.Masuk),
		rekapRow("Pelatihan Arsip", "", "Dinas C", flow.Pengawas, flow.Masuk),
	}
	for range len(rows) {
		rows = append(rows[1:], rows[0])
		r := New(flow.Aturan{}, Input{Periode: 2026, Baris: rows})
		if r.Diklat[0].Nama != "Pelatihan Arsip" || r.Diklat[1].Source() != "Panduan" || r.Diklat[2].Source() != "Manual" {
			t.Errorf("%+v", r.Diklat)
		}
		if r.OPD[0].Nama != "Dinas A" || r.OPD[1].Nama != "Dinas B" || r.OPD[2].Nama != "Dinas C" {
			t.Errorf("%+v", r.OPD)
		}
	}
}
