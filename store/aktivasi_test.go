package store

import (
	"testing"
	"time"

	"siip-asn/flow"
	"siip-asn/flow/aktivasi"
	"siip-asn/flow/dialog"
	"siip-asn/flow/imports"
	"siip-asn/flow/jejak"
	"siip-asn/flow/kalender"
)

// TestCodesAreHandedOutToWhoMayUseThem: a bound one and one who is Nonaktif keep out, and the trail knows the others.
func TestCodesAreHandedOutToWhoMayUseThem(t *testing.T) {
	s := fresh(t, func(r dialog.Reader, session dialog.Session, e dialog.Event) (dialog.Session, []dialog.Effect, error) {
		p, _ := r.Pegawai(3)
		return session, []dialog.Effect{
			dialog.SaveAccount{Account: flow.Account{ID: 7, Pegawai: 2}}, dialog.SavePegawai{Pegawai: p.Keluarkan(flow.Sebabs[0], kalender.TanggalOf(noon))},
		}, nil
	})
	imported(t, s, imports.PegawaiColumns{}, row(1, "Dinas A"), row(2, "Dinas A"), row(3, "Dinas A"))
	apply(t, s, typed(1, "x"))
	until := noon.Add(time.Hour)
	list := []aktivasi.Aktivasi{
		{Hash: "satu", Pegawai: 1, Sampai: until}, {Hash: "dua", Pegawai: 2, Sampai: until}, {Hash: "tiga", Pegawai: 3, Sampai: until}, {Hash: "lain", Pegawai: 99, Sampai: until},
	}
	by := imports.Actor{Nama: "Perintah invite oleh budi", Peran: flow.Sistem}
	if n, err := s.HandOut(list, by, noon); n != 1 || err != nil {
		t.Errorf("%d %v", n, err)
	}
	read(t, s, func(r *Reader) {
		if a, found := r.AktivasiOf(1); !found || a.Hash != "satu" {
			t.Errorf("%+v", a)
		}
		for p := flow.PegawaiID(2); p <= 3; p++ {
			if a, found := r.AktivasiOf(p); found {
				t.Errorf("%+v", a)
			}
		}
	})
	rows, _, err := s.Jejak(jejak.Bagian{})
	if err != nil {
		t.Fatal(err)
	}
	if last := rows[len(rows)-1]; last.Aksi != flow.Undang || last.Entry.Pegawai != 1 || last.OlehNama != by.Nama {
		t.Errorf("%+v", last)
	}
}
