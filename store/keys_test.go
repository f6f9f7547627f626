package store

import (
	"encoding"
	"fmt"
	"testing"

	"siip-asn/flow"
	"siip-asn/store/schema"
)

// TestKeysHoldNumbersThatAreWrittenDown: the numbers that stand in the keys of every database that is in use. One that is
// not here is new, and is added; none is ever changed, in whatever order flow lists them.
func TestKeysHoldNumbersThatAreWrittenDown(t *testing.T) {
	type numbers = map[string]int
	areFixed[flow.Status](t, numbers{"belum": 0, "masuk": 1, "diteruskan": 2, "direvisi": 3, "ditolak": 4, "disetujui": 5, "dihapus": 6})
	areFixed[flow.Peran](t, numbers{"": 0, "pegawai": 1, "admin-opd": 2, "admin-siip": 3, "sistem": 4})
	areFixed[flow.Aksi](t, numbers{
		"": 0, "simpan": 1, "edit": 2, "teruskan": 3, "setujui": 4, "revisi": 5, "tolak": 6, "hapus": 7, "history": 8, "hubungkan": 9,
		"keluar": 10, "lepas": 11, "undang": 12, "impor": 13, "ubah-pegawai": 14, "ubah-panduan": 15, "ubah-periode": 16, "gabung-judul": 17,
	})
}

// areFixed compares the numbers with those that the codes have in flow.
func areFixed[T interface {
	~uint8
	Nomor() uint8
	encoding.TextMarshaler
}](t *testing.T, want map[string]int) {
	t.Helper()
	seen := map[uint8]string{}
	for v := range 256 {
		code, err := T(v).MarshalText()
		if err != nil {
			continue
		}
		nomor := T(v).Nomor()
		if number, known := want[string(code)]; known && number != int(nomor) {
			t.Errorf("%T %q is %d, and %d in the keys of old databases", T(v), code, nomor, number)
		}
		if other, taken := seen[nomor]; taken {
			t.Errorf("%T %q and %q are one number", T(v), code, other)
		}
		seen[nomor] = string(code)
		delete(want, string(code))
	}
	if len(want) > 0 {
		t.Errorf("%T: %v are gone, and stand in the keys of old databases", *new(T), want)
	}
}

// TestTheKeysOfAnUsulan writes one and looks at the keys by which it is found.
func TestTheKeysOfAnUsulan(t *testing.T) {
	u := flow.Usulan{ID: 3, Pegawai: 4, OPD: 5, Status: flow.Direvisi, Sejak: noon, TanggalUsul: "2026-08-31"}
	got := fmt.Sprintf("%x %x", schema.UsulanStatus.Entries(u)[0].Key, schema.UsulanSearch.Entries(u)[0].Value)
	want := "03" + "0000000000000005" + "98d0cb223e432000" + "0000000000000003" +
		" 03" + "0000000000000005" + "07ea" + "0000000000000004" + "0000000000000000" + "00"
	if got != want {
		t.Errorf("the keys are others:\n%s\n%s", got, want)
	}
}
