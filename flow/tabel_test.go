package flow

import (
	"encoding/json"
	"fmt"
	"testing"
)

// TestNumbersInKeysNeverChange: the fixed numbers stand in the keys of databases that are in use. A line is added to
// this list, none is changed.
func TestNumbersInKeysNeverChange(t *testing.T) {
	sameNumbers(t, statuses, []string{"belum", "masuk", "diteruskan", "direvisi", "ditolak", "disetujui", "dihapus"})
	sameNumbers(t, perans, []string{"", "pegawai", "admin-opd", "admin-siip", "sistem"})
	sameNumbers(t, aksis, []string{
		"", "simpan", "edit", "teruskan", "setujui", "revisi", "tolak", "hapus", "history", "hubungkan", "keluar", "lepas", "undang", "impor",
		"ubah-pegawai", "ubah-panduan", "ubah-periode", "gabung-judul", "nonaktifkan", "aktifkan", "ubah-nip", "ubah-opd", "tambah-pegawai", "umumkan", "pulihkan", "pesan-gagal",
	})
}

func sameNumbers[T ~uint8, R record[T]](t *testing.T, table []R, codes []string) {
	t.Helper()
	if len(table) != len(codes) {
		t.Errorf("%d records of %T, %d numbers written down here", len(table), *new(T), len(codes))
	}
	for number, code := range codes {
		if r := recordOf(table, T(number)); r.value() != T(number) || r.code() != code {
			t.Errorf("%T %d is %q, not %q", *new(T), number, r.code(), code)
		}
	}
}

// TestEveryRecordIsComplete: no word that somebody may come to read is missing.
func TestEveryRecordIsComplete(t *testing.T) {
	for _, r := range statuses[1:] {
		decided := r.Status != Masuk
		if r.Kata == "" || decided && (r.Selesai == "" || r.Toast == "") || r.Tunggu == Tanpa && r.Giliran == "" {
			t.Errorf("%+v", r)
		}
	}
	for _, r := range aksis[1:] {
		if r.Kata == "" {
			t.Errorf("%+v", r)
		}
	}
	for _, r := range perans[1:] {
		if r.Kata == "" {
			t.Errorf("%+v", r)
		}
	}
}

// TestCodesAreReadBack: what has no record is refused when it is written and when it is read.
func TestCodesAreReadBack(t *testing.T) {
	for _, r := range statuses {
		readBack(t, r.Status, new(Status))
	}
	for _, r := range aksis {
		readBack(t, r.Aksi, new(Aksi))
	}
	for _, r := range perans {
		readBack(t, r.Peran, new(Peran))
	}
	if _, err := json.Marshal(Status(99)); err == nil {
		t.Error("a status without a record is written")
	}
	if err := json.Unmarshal([]byte(`"ditunda"`), new(Status)); err == nil {
		t.Error("a status without a record is read")
	}
}

func readBack[T interface {
	comparable
	fmt.Stringer
}](t *testing.T, v T, to *T) {
	t.Helper()
	b, err := json.Marshal(v)
	if err == nil {
		err = json.Unmarshal(b, to)
	}
	if err != nil || *to != v {
		t.Errorf("%v became %v: %v", v, *to, err)
	}
}

// TestWhoHasLeftHasNoRole: neither his own usulan nor those of others.
func TestWhoHasLeftHasNoRole(t *testing.T) {
	p := Pegawai{ID: 1, OPD: 1, AdminOPD: true, AdminSIIP: true}
	left := p.Keluarkan(Pensiun, "2026-08-01")
	if left.Aktif() || left.Admin() || !left.HanyaKode || len(left.Peran()) != 1 {
		t.Errorf("%+v", left)
	}
	left.AdminSIIP = true // as a damaged record would have it
	for _, owner := range []PegawaiID{1, 2} {
		if roles := Relation(left, Usulan{Pegawai: owner, OPD: 1, Status: Masuk}); len(roles) != 0 {
			t.Errorf("usulan of %d: %v", owner, roles)
		}
	}
	if back := left.Kembalikan(); !back.Aktif() || !back.HanyaKode {
		t.Errorf("%+v", back)
	}
	if words := left.StatusWords(); words != "Nonaktif (pensiun sejak 01-08-2026)" {
		t.Error(words)
	}
}
