package store

import (
	"path/filepath"
	"testing"
	"time"

	"siip-asn/flow"
	"siip-asn/flow/cetakan"
	"siip-asn/flow/daftar"
	"siip-asn/flow/hitung"
	"siip-asn/flow/imports"
	"siip-asn/flow/jejak"
	"siip-asn/flow/rencana"
	"siip-asn/store/core"
)

// twoUsulan is a store with two usulan, of OPD 1 and 2.
func twoUsulan(t *testing.T) *Store {
	t.Helper()
	s := open(t, filepath.Join(t.TempDir(), "siip-asn.db"), echo)
	imported(t, s, imports.PegawaiColumns{}, row(1, "Dinas A"), row(2, "Dinas B"))
	for n := 1; n <= 2; n++ {
		u := flow.Usulan{ID: flow.UsulanID(n), Versi: 1, Pegawai: flow.PegawaiID(n), Pembuat: flow.PegawaiID(n), OPD: flow.OPDID(n), Jenjang: flow.Pengawas,
			Panduan: 3, TanggalUsul: "2026-08-31", Status: flow.Masuk, Sejak: noon, Oleh: flow.PegawaiID(n), OlehPeran: flow.Pemilik}
		brings(t, s, u, flow.Simpan, flow.Belum, flow.Masuk, noon)
	}
	return s
}

// brings saves an usulan with the entry of the trail that says so.
func brings(t *testing.T, s *Store, u flow.Usulan, aksi flow.Aksi, from, to flow.Status, at time.Time) {
	t.Helper()
	u.Status = to
	if aksi != flow.Simpan {
		u.Versi++
	}
	err := s.Waking(func(w *core.Writer) error {
		if err := w.SaveUsulan(u); err != nil {
			return err
		}
		return w.AppendHistory(jejak.Entry{At: at, Usulan: u.ID, Pegawai: u.Pegawai, Oleh: 1, OlehNama: "PEGAWAI 1", Peran: flow.AdminSIIP, Aksi: aksi, Dari: from, Ke: to})
	})
	if err != nil {
		t.Fatal(err)
	}
}

func usulanOf(t *testing.T, s *Store, id flow.UsulanID) (u flow.Usulan) {
	t.Helper()
	if err := s.Read(func(r *Reader) error { u, _ = r.Usulan(id); return nil }); err != nil {
		t.Fatal(err)
	}
	return u
}

// A print is true until an usulan that it shows has changed, and names which; a deleted one is among them; what it does not
// show makes no difference.
func TestPeriksa(t *testing.T) {
	s := twoUsulan(t)
	anchor, err := s.Anchor()
	if err != nil {
		t.Fatal(err)
	}
	prints := map[string]cetakan.Record{
		"of the year":  {Kode: "000000000001", Periode: 2026},
		"of one OPD":   {Kode: "000000000002", Periode: 2026, OPD: 2},
		"a list":       {Kode: "000000000003", Daftar: true, Usulan: cetakan.Pack([]flow.UsulanID{1})},
		"last year":    {Kode: "000000000004", Periode: 2025},
		"of the trail": {Kode: "000000000005", Jejak: true},
	}
	want := func(counts map[string]int) {
		t.Helper()
		for name, c := range prints {
			c.Nomor, c.Hash = anchor.Nomor, anchor.Hash
			if err := s.SaveCetakan(c); err != nil {
				t.Fatal(err)
			}
			h, err := s.CompareCetakan(c)
			if err != nil || h.Many != counts[name] || len(h.Changed) != counts[name] || h.Genuine() != (counts[name] == 0) {
				t.Errorf("%s: %d changed, want %d; %+v %v", name, h.Many, counts[name], h, err)
			}
		}
	}
	want(nil)
	brings(t, s, usulanOf(t, s, 1), flow.Teruskan, flow.Masuk, flow.Diteruskan, noon.Add(time.Hour))
	want(map[string]int{"of the year": 1, "a list": 1})
	brings(t, s, usulanOf(t, s, 2), flow.Hapus, flow.Masuk, flow.Dihapus, noon.Add(2*time.Hour))
	want(map[string]int{"of the year": 2, "of one OPD": 1, "a list": 1})
}

// A print of a trail that is no longer there, after a restore from before it, cannot be sworn to.
func TestPeriksaAfterARestore(t *testing.T) {
	s := twoUsulan(t)
	anchor, _ := s.Anchor()
	for _, c := range []cetakan.Record{{Nomor: anchor.Nomor + 5, Hash: "x"}, {Nomor: anchor.Nomor, Hash: "y"}} {
		if h, err := s.CompareCetakan(c); err != nil || h.Intact || h.Genuine() {
			t.Errorf("%+v %v", h, err)
		}
	}
	if err := s.Read(func(r *Reader) error {
		if _, found := r.Cetakan("ZZZZZZZZZZZZ"); found {
			t.Error("a code that never was is found")
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
}

// A restore takes along what the database that it replaces has printed: its code is known, and said to be of before. Of a
// code that went with a database that nobody can read, it is known when that was.
func TestARestoreKeepsTheCodes(t *testing.T) {
	dir := t.TempDir()
	path, copied := filepath.Join(dir, "siip-asn.db"), filepath.Join(dir, "copy.db")
	s := open(t, path, echo)
	imported(t, s, imports.PegawaiColumns{}, row(1, "Dinas A"))
	if err := s.Backup(copied); err != nil {
		t.Fatal(err)
	}
	imported(t, s, imports.PegawaiColumns{}, row(2, "Dinas A"))
	anchor, err := s.Anchor()
	if err != nil {
		t.Fatal(err)
	}
	c := cetakan.Record{Kode: "7K2M9QPDX4TA", Jenis: "Rekap (Excel)", Periode: 2026, Nomor: anchor.Nomor, Hash: anchor.Hash, Pada: noon}
	if err := s.SaveCetakan(c); err != nil {
		t.Fatal(err)
	}
	if _, restored, err := s.Pemulihan(); restored || err != nil {
		t.Fatalf("nothing was restored yet: %v", err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	later := noon.Add(time.Hour)
	if _, err := Restore(copied, path, imports.Actor{Nama: "Perintah restore"}, later); err != nil {
		t.Fatal(err)
	}
	s = open(t, path, echo)
	read(t, s, func(r *Reader) {
		if got, found := r.Cetakan(c.Kode); !found || got.Jenis != c.Jenis {
			t.Errorf("the code is forgotten: %+v", got)
		}
	})
	if h, err := s.CompareCetakan(c); err != nil || h.Intact || h.Genuine() || !h.Dipulihkan.Equal(later) {
		t.Errorf("%+v %v", h, err)
	}
	if p, restored, err := s.Pemulihan(); !restored || err != nil || !p.Pada.Equal(later) || !p.Keadaan.Equal(noon) || p.Nomor == 0 {
		t.Errorf("%+v %v %v", p, restored, err)
	}
}

// What was renamed or added by hand is refused by its cell, and then nothing is kept; what is right is kept once.
func TestImportRencana(t *testing.T) {
	s := twoUsulan(t)
	by := imports.ImportCommand
	right := rencana.Filled{Cell: "Rencana!B6", Diklat: "Pelatihan SPBE", Kode: "panduan/3", Baris: rencana.Baris{Periode: 2026, Kuota: 30, Biaya: 2_500_000}}
	renamed, added, other := right, right, right
	renamed.Cell, renamed.Diklat = "Rencana!B7", "Pelatihan SPBE Lanjutan"
	added.Cell, added.Diklat, added.Kode = "Rencana!B8", "Pelatihan Menyelam", ""
	other.Cell, other.Periode = "Rencana!B9", 2020
	h, err := s.ImportRencana([]rencana.Filled{right, renamed, added, other}, by, noon, false)
	if err != nil || h.Impact == nil || len(h.Impact.Refused) != 3 || h.Impact.Refused[0].Cell != "B7" || h.Impact.Refused[2].Cell != "B9" {
		t.Fatalf("%+v %v", h, err)
	}
	kept := func() (list []rencana.Baris) {
		_ = s.Read(func(r *Reader) error { list = r.Rencana(2026); return nil })
		return list
	}
	if len(kept()) != 0 {
		t.Errorf("with a wrong row nothing is kept: %+v", kept())
	}
	anchor, err := s.Anchor()
	if err != nil {
		t.Fatal(err)
	}
	empty := right
	empty.Baris = rencana.Baris{Periode: 2026}
	if h, err := s.ImportRencana([]rencana.Filled{empty}, by, noon, false); err != nil || h.Same != 1 || h.New != 0 || len(kept()) != 0 {
		t.Errorf("a row that nobody has filled in is kept: %+v %v", h, err)
	}
	for _, want := range []imports.ImportResult{{New: 1}, {Same: 1}} {
		h, err = s.ImportRencana([]rencana.Filled{right}, by, noon, false)
		if h.Fingerprint = ""; err != nil || h != want {
			t.Errorf("%+v %v", h, err)
		}
	}
	for _, plan := range []bool{false, true} {
		h, err := s.CompareCetakan(cetakan.Record{Periode: 2026, Rencana: plan, Nomor: anchor.Nomor, Hash: anchor.Hash})
		if err != nil || h.Genuine() == plan {
			t.Errorf("of the plan %v: %+v %v", plan, h, err)
		}
	}
	if list := kept(); len(list) != 1 || list[0].Kunci != "panduan/3" || list[0].Biaya != 2_500_000 {
		t.Errorf("%+v", list)
	}
}

// What a rekap is counted from: durations of the trail, who decided, pegawai of every OPD, and the periode before.
func TestBahan(t *testing.T) {
	s := twoUsulan(t)
	brings(t, s, usulanOf(t, s, 1), flow.Teruskan, flow.Masuk, flow.Diteruskan, noon.AddDate(0, 0, 3))
	b, err := s.RekapInput(2026, hitung.Scope{}, noon.AddDate(0, 0, 4))
	if err != nil || len(b.Baris) != 2 || b.Baris[0].LamaOPD != (daftar.Lama{Hari: 3, Ada: true}) || b.Baris[0].Panduan != 3 || b.Baris[1].LamaOPD.Ada {
		t.Fatalf("%+v %v", b, err)
	}
	if len(b.Pegawai) != 2 || b.Pegawai[0].Pegawai != 1 || b.Pegawai[0].Mengusul != 1 || b.Pegawai[0].Terhubung != 0 {
		t.Errorf("%+v", b.Pegawai)
	}
	cut, err := s.RekapInput(2026, hitung.Scope{OPD: 2}, noon)
	if err != nil || len(cut.Baris) != 1 || len(cut.Pegawai) != 1 || len(cut.Scope) != 1 {
		t.Errorf("%+v %v", cut, err)
	}
	next, err := s.RekapInput(2027, hitung.Scope{}, noon)
	if err != nil || len(next.Baris) != 0 || len(next.Before) != 2 {
		t.Errorf("%+v %v", next, err)
	}
}
