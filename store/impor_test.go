package store

import (
	"errors"
	"fmt"
	"testing"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/identitas"
	"siip-asn/flow/imports"
	"siip-asn/flow/jejak"
	"siip-asn/flow/kalender"
)

// row is an invented pegawai, born in 1901.
func row(n int, opd string) imports.BarisPegawai {
	return imports.BarisPegawai{
		Cell: fmt.Sprintf("Pegawai!A%d", n+1), NIP: identitas.NIP(fmt.Sprintf("19010101192501%d%03d", 1+n/999, 1+n%999)),
		Nama: fmt.Sprintf("PEGAWAI %d", n), Jabatan: "Analis", Jenjang: flow.Pengawas, OPD: opd,
	}
}

func imported(t *testing.T, s *Store, k imports.PegawaiColumns, rows ...imports.BarisPegawai) imports.ImportResult {
	t.Helper()
	result, err := s.ImportPegawai(imports.PegawaiImport{Rows: rows, Columns: k}, imports.ImportCommand, noon, false, nil)
	if err != nil {
		t.Fatal(err)
	}
	result.Fingerprint, result.Impact = "", nil
	return result
}

func read(t *testing.T, s *Store, visit func(*Reader)) {
	t.Helper()
	if err := s.Read(func(r *Reader) error { visit(r); return nil }); err != nil {
		t.Fatal(err)
	}
}

func TestImportMakesChangesAndCounts(t *testing.T) {
	s := fresh(t, nil)
	all := imports.PegawaiColumns{HP: true, Nilai: true, Rekomendasi: true, Peran: true}
	one, two, three := row(1, "Dinas A"), row(2, "dinas  a"), row(3, "Dinas B")
	two.AdminOPD, three.HP = true, "+628110000001"
	if got := imported(t, s, all, one, two, three); got != (imports.ImportResult{New: 3}) {
		t.Errorf("%+v", got)
	}
	if got := imported(t, s, all, one, two, three); got != (imports.ImportResult{Same: 3}) {
		t.Errorf("%+v", got)
	}
	one.OPD, two.AdminOPD, three.HP = "Dinas B", false, "+628110000002"
	if got := imported(t, s, all, one, two, three); got != (imports.ImportResult{Changed: 3, Moved: 1}) {
		t.Errorf("%+v", got)
	}
	read(t, s, func(r *Reader) {
		b, _ := r.OPDByName("DINAS B")
		if len(r.OPDs()) != 2 || len(r.PegawaiOf(b.ID)) != 2 || len(r.AdminOPD(1)) != 0 {
			t.Errorf("%+v", r.OPDs())
		}
		if len(r.PegawaiByHP("+628110000001")) != 0 || len(r.PegawaiByHP("+628110000002")) != 1 {
			t.Error("the index of the numbers")
		}
	})
}

func TestAMissingColumnLeavesWhatIsKnown(t *testing.T) {
	s := fresh(t, nil)
	one := row(1, "Dinas A")
	one.AdminOPD, one.HP, one.Nilai = true, "+628110000001", "80"
	imported(t, s, imports.PegawaiColumns{HP: true, Nilai: true, Peran: true}, one)
	if got := imported(t, s, imports.PegawaiColumns{}, row(1, "Dinas A")); got.Same != 1 {
		t.Errorf("%+v", got)
	}
	if got := imported(t, s, imports.PegawaiColumns{HP: true}, row(1, "Dinas A")); got.Changed != 1 {
		t.Errorf("%+v", got)
	}
	read(t, s, func(r *Reader) {
		if p, _ := r.Pegawai(1); p.HP != "" || p.Nilai != "80" || !p.AdminOPD {
			t.Errorf("%+v", p)
		}
	})
}

func TestADryRunWritesNothing(t *testing.T) {
	s := fresh(t, nil)
	got, err := s.ImportPegawai(imports.PegawaiImport{Rows: []imports.BarisPegawai{row(1, "Dinas A")}}, imports.ImportCommand, noon, true, nil)
	if err != nil || got.New != 1 {
		t.Errorf("%+v %v", got, err)
	}
	read(t, s, func(r *Reader) {
		if len(r.Pegawais()) != 0 || len(r.OPDs()) != 0 {
			t.Error("something was written")
		}
	})
}

func TestAnUsulanFollowsItsPegawaiUntilItIsDecided(t *testing.T) {
	status := flow.Masuk
	s := fresh(t, func(r dialog.Reader, session dialog.Session, e dialog.Event) (dialog.Session, []dialog.Effect, error) {
		p, _ := r.Pegawai(1)
		u := flow.Usulan{ID: e.Usulan, Versi: 1, Pegawai: p.ID, OPD: p.OPD, Jenjang: p.Jenjang, Judul: "Pelatihan",
			TanggalUsul: kalender.Tanggal(fmt.Sprintf("20%02d-01-01", 20+e.Usulan)), Status: status, Sejak: e.At}
		return session, []dialog.Effect{dialog.SaveUsulan{Usulan: u}, dialog.AppendHistory{Entry: jejak.Entry{Usulan: u.ID, Pegawai: u.Pegawai, Aksi: flow.Simpan, Ke: status}}}, nil
	})
	imported(t, s, imports.PegawaiColumns{}, row(1, "Dinas A"))
	apply(t, s, typed(1, ""))
	status = flow.Disetujui
	apply(t, s, typed(2, ""))
	moved := row(1, "Dinas B")
	moved.Jenjang = flow.Administrator
	imported(t, s, imports.PegawaiColumns{}, moved)
	read(t, s, func(r *Reader) {
		open, _ := r.Usulan(1)
		decided, _ := r.Usulan(2)
		if open.OPD != 2 || open.Versi != 2 || open.Jenjang != flow.Administrator || decided.OPD != 1 || decided.Versi != 1 {
			t.Errorf("%+v %+v", open, decided)
		}
		if trail := r.History(1); len(trail) != 2 || trail[1].Ubah[0].Sesudah != "Dinas B" {
			t.Errorf("%+v", trail)
		}
		if len(r.Waiting(1, flow.Masuk)) != 0 || len(r.Waiting(2, flow.Masuk)) != 1 {
			t.Error("the queue has not followed")
		}
	})
}

func TestImportPanduanRenamesAndAdds(t *testing.T) {
	s := fresh(t, nil)
	got, err := s.ImportPanduan([]imports.BarisPanduan{
		{Nama: "pelatihan  spbe", Kompetensi: flow.Teknis},
		{Nama: "Pelatihan Tata Naskah Dinas", Kompetensi: flow.Teknis},
		{Nama: "Pelatihan Baru", Kompetensi: flow.SosialKultural, Sasaran: []flow.Jenjang{flow.Pengawas}},
	}, imports.ImportCommand, noon, false)
	got.Fingerprint, got.Impact = "", nil
	if err != nil || got != (imports.ImportResult{New: 1, Changed: 1, Same: 1}) {
		t.Errorf("%+v %v", got, err)
	}
	read(t, s, func(r *Reader) {
		list := r.Katalog()
		if len(list) != 8 || list[2].Nama != "pelatihan  spbe" || list[7].ID != 8 {
			t.Errorf("%+v", list)
		}
	})
}

// TestWhatIsAppliedIsWhatWasAgreedTo: between the look and the deed somebody else changes a record of the workbook.
func TestWhatIsAppliedIsWhatWasAgreedTo(t *testing.T) {
	s := fresh(t, nil)
	imported(t, s, imports.PegawaiColumns{}, row(1, "Dinas A"), row(2, "Dinas A"), row(9, "Dinas A"))
	book := imports.PegawaiImport{Rows: []imports.BarisPegawai{row(1, "Dinas B"), row(2, "Dinas A"), row(3, "Dinas B")}}
	by := imports.ImportCommand
	look := func() imports.ImportResult {
		t.Helper()
		h, err := s.ImportPegawai(book, imports.ImportCommand, noon, true, nil)
		if err != nil {
			t.Fatal(err)
		}
		return h
	}
	apply := func() error {
		_, err := s.ImportPegawai(book, by, noon, false, nil)
		return err
	}
	by.Agreed = look().Fingerprint
	imported(t, s, imports.PegawaiColumns{}, row(9, "Dinas C"))
	if again := look().Fingerprint; again != by.Agreed {
		t.Error("a record that the workbook does not name matters")
	}
	imported(t, s, imports.PegawaiColumns{}, row(1, "Dinas C"))
	if err := apply(); !errors.Is(err, imports.ErrChanged) {
		t.Errorf("applied all the same: %v", err)
	}
	read(t, s, func(r *Reader) {
		if _, made := r.OPDByName("Dinas B"); made || len(r.Pegawais()) != 3 {
			t.Error("something was written")
		}
	})
	by.Agreed = look().Fingerprint
	if err := errors.Join(apply(), apply()); err != nil { // the second one finds nothing left to do
		t.Error(err)
	}
}

func TestTheLastAdminSIIPIsNotTaken(t *testing.T) {
	s := fresh(t, nil)
	peran := imports.PegawaiColumns{Peran: true}
	admin, other := row(1, "BKPSDM"), row(2, "BKPSDM")
	admin.AdminSIIP = true
	imported(t, s, peran, admin, other)
	admin.AdminSIIP = false
	for _, dryRun := range []bool{true, false} {
		_, err := s.ImportPegawai(imports.PegawaiImport{Rows: []imports.BarisPegawai{admin}, Columns: peran}, imports.ImportCommand, noon, dryRun, nil)
		if objection := imports.Objection(""); !errors.As(err, &objection) {
			t.Errorf("taken: %v", err)
		}
	}
	other.AdminSIIP = true
	if got := imported(t, s, peran, admin, other); got.Changed != 2 {
		t.Errorf("handing over: %+v", got)
	}
}

func TestAnImportOfThePanduanStandsInTheTrail(t *testing.T) {
	s := fresh(t, nil)
	brought := func(row imports.BarisPanduan) (flow.Panduan, jejak.Entry) {
		t.Helper()
		if _, err := s.ImportPanduan([]imports.BarisPanduan{row}, imports.ImportCommand, noon, false); err != nil {
			t.Fatal(err)
		}
		var p flow.Panduan
		var trail []jejak.Entry
		read(t, s, func(r *Reader) { p, _ = r.Panduan(3); trail = r.Jejak(jejak.Bagian{}, 0, 2) })
		return p, trail[1]
	}
	p, e := brought(imports.BarisPanduan{Nama: "Pelatihan SPBE", Kompetensi: flow.Manajerial, Sasaran: []flow.Jenjang{flow.Pengawas}})
	if p.Kompetensi != flow.Manajerial || len(e.Ubah) != 1 || e.Ubah[0].Sebelum != "Pelatihan SPBE (Teknis, semua jenjang, Aktif)" {
		t.Errorf("%+v %+v", p, e)
	}
	p, _ = brought(imports.BarisPanduan{Nama: "Pelatihan SPBE", Kompetensi: flow.Teknis, TanpaSasaran: true})
	if p.Kompetensi != flow.Teknis || len(p.Sasaran) != 1 {
		t.Errorf("a missing column has changed what is known: %+v", p)
	}
}
