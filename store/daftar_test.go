package store

import (
	"fmt"
	"slices"
	"testing"

	"siip-asn/flow"
	"siip-asn/flow/daftar"
	"siip-asn/flow/dialog"
	"siip-asn/flow/imports"
	"siip-asn/flow/jejak"
)

// listOffice has so many usulan of as many pegawai, all MASUK; a text "N DISETUJUI" brings usulan N there.
func listOffice(t *testing.T, n int) *Store {
	t.Helper()
	s := fresh(t, func(r dialog.Reader, session dialog.Session, e dialog.Event) (dialog.Session, []dialog.Effect, error) {
		var id flow.UsulanID
		var word string
		if _, err := fmt.Sscan(e.Input.(dialog.Text).Body, &id, &word); err == nil {
			u, _ := r.Usulan(id)
			from := u.Status
			u.Versi, u.Status = u.Versi+1, flow.Disetujui
			return session, []dialog.Effect{dialog.SaveUsulan{Usulan: u}, dialog.AppendHistory{Entry: jejak.Entry{Usulan: id, Pegawai: u.Pegawai, Aksi: flow.Setujui, Dari: from, Ke: u.Status}}}, nil
		}
		p, _ := r.Pegawai(flow.PegawaiID(e.Usulan))
		u := flow.Usulan{ID: e.Usulan, Versi: 1, Pegawai: p.ID, OPD: p.OPD, Jenjang: p.Jenjang, Judul: "Pelatihan " + []string{"Alfa", "Beta", "Gama"}[e.Usulan%3],
			TanggalUsul: "2026-08-31", Status: flow.Masuk, Sejak: e.At}
		if e.Usulan%4 == 0 {
			u.Rekomendasi = "Visionary Leadership"
		}
		return session, []dialog.Effect{dialog.SaveUsulan{Usulan: u}, dialog.AppendHistory{Entry: jejak.Entry{Usulan: u.ID, Pegawai: u.Pegawai, Aksi: flow.Simpan, Ke: flow.Masuk}}}, nil
	})
	var people []imports.BarisPegawai
	for i := 1; i <= n; i++ {
		people = append(people, row(i, []string{"Dinas A", "Dinas B"}[i%2]))
	}
	imported(t, s, imports.PegawaiColumns{}, people...)
	for i := 1; i <= n; i++ {
		apply(t, s, typed(int64(i), "usul"))
	}
	return s
}

func ids(p daftar.Page) (list []flow.UsulanID) {
	for _, u := range p.Rows {
		list = append(list, u.ID)
	}
	return list
}

// TestAPageStaysWhatItIs: a decision on an earlier page, or on the very row with which the page begins, moves nothing.
func TestAPageStaysWhatItIs(t *testing.T) {
	s := listOffice(t, 25)
	waiting := daftar.Filter{Status: flow.Masuk, Terlama: true}
	read(t, s, func(r *Reader) {
		p := r.Daftar(waiting, 11, 10)
		if want := []flow.UsulanID{11, 12, 13, 14, 15, 16, 17, 18, 19, 20}; !slices.Equal(ids(p), want) || p.Mulai != 11 || p.Total != 25 || p.Prev != 1 || p.Next != 21 {
			t.Fatalf("%v %+v", ids(p), p)
		}
	})
	apply(t, s, typed(101, "3 DISETUJUI"))
	read(t, s, func(r *Reader) {
		if p := r.Daftar(waiting, 11, 10); ids(p)[0] != 11 || p.Mulai != 10 || p.Total != 24 || p.Next != 21 {
			t.Errorf("%v %+v", ids(p), p)
		}
	})
	apply(t, s, typed(102, "11 DISETUJUI"))
	read(t, s, func(r *Reader) {
		if p := r.Daftar(waiting, 11, 10); ids(p)[0] != 12 || p.Mulai != 10 || p.Next != 22 {
			t.Errorf("%v %+v", ids(p), p)
		}
		newest := waiting
		newest.Terlama = false
		if p := r.Daftar(newest, 11, 10); ids(p)[0] != 10 || p.Next != 0 || p.Prev != 21 {
			t.Errorf("%v %+v", ids(p), p)
		}
	})
}

// TestFilters are combined; words match a part of nama, NIP or diklat, in any case.
func TestFilters(t *testing.T) {
	s := listOffice(t, 24)
	read(t, s, func(r *Reader) {
		for want, f := range map[string]daftar.Filter{
			"[4 8 12 16 20 24]":      {OPD: 2, Rekomendasi: "visionary leadership", Status: flow.Masuk, Periode: 2026, Terlama: true},
			"[]":                     {OPD: 1, Rekomendasi: "visionary leadership"},
			"[22 19 16 13 10 7 4 1]": {Text: "pegawai  BETA"},
			"[8 20]":                 {Text: "gama", Rekomendasi: "Visionary Leadership", Terlama: true},
			"[10]":                   {Text: "beta 1925011011"}, // a part of the NIP
		} {
			got := fmt.Sprint(r.Matching(f))
			if want != got {
				t.Errorf("%+v: %s, not %s", f, got, want)
			}
		}
	})
}
