package store

import (
	"strings"
	"testing"

	"siip-asn/flow"
	"siip-asn/flow/daftar"
	"siip-asn/flow/imports"
	"siip-asn/flow/kalender"
)

func usulanRow(n int, judul string, day kalender.Tanggal, status flow.Status) imports.BarisUsulan {
	return imports.BarisUsulan{Cell: "Usulan!B7", NIP: row(n, "").NIP, OPD: "Dinas B", Judul: judul, Tanggal: day, Status: status}
}

func importsUsulan(t *testing.T, s *Store, dryRun bool, rows ...imports.BarisUsulan) imports.ImportResult {
	t.Helper()
	h, err := s.ImportUsulan(rows, imports.ImportCommand, noon, dryRun, nil)
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// TestUsulanOfTheWebApplication: marked, in the trail, in the list and the rekap of their periode, and told to nobody.
func TestUsulanOfTheWebApplication(t *testing.T) {
	s := fresh(t, nil)
	imported(t, s, imports.PegawaiColumns{}, row(1, "Dinas A"), row(2, "Dinas B"))
	rows := []imports.BarisUsulan{
		usulanRow(2, "pelatihan  spbe", "2024-03-01", flow.Disetujui), usulanRow(1, "Pelatihan Gizi", "2023-02-01", flow.Masuk),
		usulanRow(1, "Pelatihan Gizi Lanjutan", "2024-02-01", flow.Disetujui),
	}
	if h := importsUsulan(t, s, true, rows...); h.New != 3 || h.Same != 0 {
		t.Errorf("a dry run: %+v", h)
	}
	if h := importsUsulan(t, s, false, rows...); h.New != 3 {
		t.Errorf("%+v", h)
	}
	if h := importsUsulan(t, s, false, rows...); h.New != 0 || h.Same != 3 || h.Changes() {
		t.Errorf("the same file once more: %+v", h)
	}
	read(t, s, func(r *Reader) {
		waiting, _ := r.Usulan(1) // oldest first
		spbe, _ := r.Usulan(3)
		moved, _ := r.Usulan(2)
		if !waiting.Impor || waiting.Status != flow.Masuk || !waiting.Sejak.Equal(noon) || waiting.Pembuat != 1 || waiting.OPD != 1 {
			t.Errorf("%+v", waiting)
		}
		if spbe.Panduan != 3 || spbe.Judul != "" || spbe.Sejak.Year() != 2024 || moved.OPD != 2 {
			t.Errorf("%+v\n%+v", spbe, moved)
		}
		if got := r.History(1); len(got) != 1 || got[0].Aksi != flow.Impor || !strings.Contains(got[0].Keterangan, "01/02/2023") {
			t.Errorf("%+v", got)
		}
		if got := r.Matching(daftar.Filter{Periode: 2024}); len(got) != 2 {
			t.Errorf("%v", got)
		}
	})
	if got := outbox(t, s); len(got) != 0 {
		t.Errorf("somebody is told: %q", got)
	}
	if rows, err := s.Data(2024); err != nil || len(rows) != 2 {
		t.Errorf("the rekap: %v %v", rows, err)
	}
	if problems, err := s.Check(); err != nil || len(problems) > 0 {
		t.Error(problems, err)
	}
}

// TestUsulanThatCannotBe are refused row by row, and then nothing is written.
func TestUsulanThatCannotBe(t *testing.T) {
	s := fresh(t, nil)
	imported(t, s, imports.PegawaiColumns{}, row(1, "Dinas A"), row(2, "Dinas A"))
	importsUsulan(t, s, false, usulanRow(1, "Pelatihan Gizi", "2024-02-01", flow.Ditolak))
	for _, dryRun := range []bool{true, false} {
		h := importsUsulan(t, s, dryRun,
			usulanRow(2, "Pelatihan Gizi", "2024-02-01", flow.Masuk), usulanRow(9, "Pelatihan Gizi", "2024-02-01", flow.Masuk),
			usulanRow(1, "Pelatihan Lain", "2024-05-01", flow.Masuk), usulanRow(2, "Pelatihan Lain", "2099-05-01", flow.Masuk))
		var why []string
		for _, f := range h.Impact.Refused {
			why = append(why, f.Sheet+"!"+f.Cell+" "+f.Reason)
		}
		got := strings.Join(why, "\n")
		if len(why) != 3 || !strings.Contains(got, "Usulan!B7 NIP 190101011925011010 belum ada") || !strings.Contains(got, "sudah mempunyai usulan No. 1") || !strings.Contains(got, "belum tiba") {
			t.Errorf("%s", got)
		}
	}
	read(t, s, func(r *Reader) {
		if len(r.UsulanOf(2)) != 0 {
			t.Error("a part was written")
		}
	})
}

// TestRiwayatOfPegawai: the same diklat of the same year is one record, and the same file twice changes nothing.
func TestRiwayatOfPegawai(t *testing.T) {
	s := fresh(t, nil)
	imported(t, s, imports.PegawaiColumns{}, row(1, "Dinas A"))
	one := imports.BarisRiwayat{Cell: "Riwayat!A2", NIP: row(1, "").NIP, Diklat: "Pelatihan SPBE", JP: 40, Tahun: 2021}
	two := imports.BarisRiwayat{Cell: "Riwayat!A3", NIP: row(1, "").NIP, Diklat: "Pelatihan Gizi", JP: 20, Tahun: 2023}
	apply := func(rows ...imports.BarisRiwayat) imports.ImportResult {
		t.Helper()
		h, err := s.ImportRiwayat(rows, imports.ImportCommand, noon, false, nil)
		if err != nil {
			t.Fatal(err)
		}
		return h
	}
	if h := apply(one, two); h.New != 2 {
		t.Errorf("%+v", h)
	}
	if h := apply(one, two); h.Same != 2 || h.Changes() {
		t.Errorf("%+v", h)
	}
	one.Diklat, one.JP = "PELATIHAN SPBE", 45
	if h := apply(one); h.Changed != 1 {
		t.Errorf("%+v", h)
	}
	stranger := one
	stranger.NIP = row(9, "").NIP
	if h := apply(stranger); len(h.Impact.Refused) != 1 || h.Changes() {
		t.Errorf("%+v", h)
	}
	read(t, s, func(r *Reader) {
		if got := r.Riwayat(1); len(got) != 2 || got[0].Tahun != 2023 || got[1].JP != 45 {
			t.Errorf("%+v", got)
		}
	})
	if problems, err := s.Check(); err != nil || len(problems) > 0 {
		t.Error(problems, err)
	}
}

// TestAnExportOfThisBotIsNothingNew: the same usulan, whoever made it and wherever it stands now, is the same.
func TestAnExportOfThisBotIsNothingNew(t *testing.T) {
	s := fresh(t, nil)
	imported(t, s, imports.PegawaiColumns{}, row(1, "Dinas A"))
	importsUsulan(t, s, false, usulanRow(1, "Pelatihan Gizi", "2024-02-01", flow.Masuk))
	read(t, s, func(r *Reader) {
		if u, _ := r.Usulan(1); u.Status != flow.Masuk {
			t.Fatal(u)
		}
	})
	if h := importsUsulan(t, s, false, usulanRow(1, "pelatihan gizi", "2024-02-01", flow.Disetujui)); h.Same != 1 || h.Changes() || len(h.Impact.Refused) != 0 {
		t.Errorf("%+v", h)
	}
}
