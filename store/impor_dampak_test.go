package store

import (
	"errors"
	"strings"
	"testing"

	"siip-asn/flow"
	"siip-asn/flow/imports"
	"siip-asn/flow/jejak"
	"siip-asn/flow/kalender"
)

// looks makes the plan of an import and says what it does to whom.
func looks(t *testing.T, s *Store, k imports.PegawaiColumns, rows ...imports.BarisPegawai) imports.Impact {
	t.Helper()
	h, err := s.ImportPegawai(imports.PegawaiImport{Rows: rows, Columns: k}, imports.ImportCommand, noon, true, nil)
	if err != nil {
		t.Fatal(err)
	}
	return *h.Impact
}

func objects(t *testing.T, s *Store, want string, rows ...imports.BarisPegawai) {
	t.Helper()
	for _, dryRun := range []bool{true, false} {
		_, err := s.ImportPegawai(imports.PegawaiImport{Rows: rows}, imports.ImportCommand, noon, dryRun, nil)
		if no := imports.Objection(""); !errors.As(err, &no) || !strings.Contains(string(no), want) {
			t.Errorf("%v, want %q", err, want)
		}
	}
}

// trailOf are the changes of a pegawai that stand in the trail, "Kolom: before → after".
func trailOf(t *testing.T, s *Store, p flow.PegawaiID) (list []string) {
	t.Helper()
	read(t, s, func(r *Reader) {
		for _, e := range r.Jejak(jejak.Bagian{Pegawai: p}, 0, 100) {
			for _, c := range e.Ubah {
				list = append(list, c.Kolom+": "+c.Sebelum+" → "+c.Sesudah)
			}
		}
	})
	return list
}

// TestANIPChangesAndThePersonStays imports a row with the NIP until now: account, usulan and trail stay those of one person.
func TestANIPChangesAndThePersonStays(t *testing.T) {
	s := fresh(t, nil)
	imported(t, s, imports.PegawaiColumns{}, row(1, "Dinas A"), row(2, "Dinas A"))
	other := row(9, "Dinas A")
	other.Nama, other.NIPLama = "PEGAWAI 1", row(1, "").NIP
	d := looks(t, s, imports.PegawaiColumns{}, other)
	if len(d.NIPChanged) != 1 || d.NIPChanged[0].ID != 1 || len(d.Twins) != 0 {
		t.Errorf("%+v", d)
	}
	if got := imported(t, s, imports.PegawaiColumns{}, other); got != (imports.ImportResult{Changed: 1}) {
		t.Errorf("%+v", got)
	}
	if got := imported(t, s, imports.PegawaiColumns{}, other); got != (imports.ImportResult{Same: 1}) {
		t.Errorf("the same file once more: %+v", got)
	}
	read(t, s, func(r *Reader) {
		if p, found := r.PegawaiByNIP(other.NIP); !found || p.ID != 1 || len(r.Pegawais()) != 2 {
			t.Errorf("%+v", p)
		}
	})
	if got := trailOf(t, s, 1); len(got) != 1 || !strings.HasPrefix(got[0], "NIP: 190101011925011002 → ") {
		t.Errorf("%q", got)
	}
	clash := row(2, "Dinas A")
	clash.NIPLama = other.NIP
	objects(t, s, "tercatat pada dua pegawai", clash)
	again := other
	again.Cell, again.NIPLama = "Pegawai!A99", ""
	objects(t, s, "menyebut pegawai yang sama", other, again)
}

// TestARowThatIsSomebodyKnownIsSaid: a new NIP with a known name and day of birth, or a known name and number.
func TestARowThatIsSomebodyKnownIsSaid(t *testing.T) {
	s := fresh(t, nil)
	hp := imports.PegawaiColumns{HP: true}
	one, two := row(1, "Dinas A"), row(2, "Dinas A")
	one.Nama, two.Nama, two.HP = "Dr. SARI MAWAR, S.Pd.", "BUDI KENCANA", "+628110000001"
	imported(t, s, hp, one, two)
	sari, budi, new := row(11, "Dinas A"), row(12, "Dinas A"), row(13, "Dinas A")
	sari.Nama = "SARI MAWAR, S.Pd., M.Pd." // born the same day
	budi.Nama, budi.HP, budi.NIP = "Budi Kencana, S.E.", two.HP, "190212021926011001"
	d := looks(t, s, hp, sari, budi, new)
	if len(d.Twins) != 2 || d.Twins[0].Old.ID != 1 || d.Twins[1].Old.ID != 2 || !strings.Contains(d.Twins[1].Sebab, "nomor HP") {
		t.Errorf("%+v", d.Twins)
	}
	if len(d.SharedHP) != 1 || len(d.SharedHP[0].Nama) != 2 {
		t.Errorf("%+v", d.SharedHP)
	}
}

// TestAnOPDIsRenamedByTheWorkbook and is not a new one; also those of it whom the file does not name are in it.
func TestAnOPDIsRenamedByTheWorkbook(t *testing.T) {
	s := fresh(t, nil)
	peran := imports.PegawaiColumns{Peran: true}
	one, two := row(1, "Dinas A"), row(2, "Dinas A")
	one.AdminOPD = true
	imported(t, s, peran, one, two, row(3, "Dinas B"))
	renamed := row(1, "Dinas A dan C")
	renamed.OPDLama = "dinas  a"
	d := looks(t, s, imports.PegawaiColumns{}, renamed)
	if len(d.RenamedOPD) != 1 || len(d.NewOPD) != 0 || len(d.Withdrawn) != 0 {
		t.Errorf("%+v", d)
	}
	if got := imported(t, s, imports.PegawaiColumns{}, renamed); got.Moved != 0 {
		t.Errorf("%+v", got)
	}
	imported(t, s, imports.PegawaiColumns{}, renamed) // applied before: nothing is left to do
	read(t, s, func(r *Reader) {
		o, found := r.OPDByName("Dinas A dan C")
		if !found || o.ID != 1 || len(r.OPDs()) != 2 || len(r.PegawaiOf(1)) != 2 || len(r.AdminOPD(1)) != 1 {
			t.Errorf("%+v", r.OPDs())
		}
		if _, found := r.OPDByName("Dinas A"); found {
			t.Error("the name until now is still known")
		}
	})
	merge, two2 := row(3, "Dinas A dan C"), row(1, "Dinas D")
	merge.OPDLama, two2.OPDLama = "Dinas B", "Dinas A dan C"
	objects(t, s, "keduanya sudah ada", merge)
	other := row(2, "Dinas E")
	other.OPDLama = "Dinas A dan C"
	objects(t, s, "diganti menjadi dua nama", two2, other)
}

// TestWhoMovesIsNotSilentlyAdminOPDThere: the role ends and that is said, unless the row states it.
func TestWhoMovesIsNotSilentlyAdminOPDThere(t *testing.T) {
	s := fresh(t, nil)
	peran := imports.PegawaiColumns{Peran: true}
	one := row(1, "Dinas A")
	one.AdminOPD = true
	imported(t, s, peran, one, row(2, "Dinas B"))
	moved := row(1, "Dinas B")
	d := looks(t, s, imports.PegawaiColumns{}, moved)
	if len(d.Withdrawn) != 1 || d.Withdrawn[0].OPD != "Dinas A" || d.Withdrawn[0].Sebab != "pindah OPD" || len(d.Granted) != 0 {
		t.Errorf("%+v", d)
	}
	stated := moved
	stated.AdminOPD = true
	if d := looks(t, s, peran, stated); len(d.Withdrawn) != 1 || len(d.Granted) != 1 || d.Granted[0].OPD != "Dinas B" {
		t.Errorf("%+v", d)
	}
	imported(t, s, imports.PegawaiColumns{}, moved)
	read(t, s, func(r *Reader) {
		if len(r.AdminOPD(1))+len(r.AdminOPD(2)) != 0 {
			t.Error("he is Admin OPD still")
		}
	})
	if got := trailOf(t, s, 1); len(got) != 3 || got[0] != "OPD: Dinas A → Dinas B" {
		t.Errorf("%q", got)
	}
}

// TestTheColumnStatusEndsAndBringsBack, and who is not in the file is only named.
func TestTheColumnStatusEndsAndBringsBack(t *testing.T) {
	s := fresh(t, nil)
	k := imports.PegawaiColumns{Status: true, Peran: true, HP: true}
	one, two, three := row(1, "Dinas A"), row(2, "Dinas A"), row(3, "Dinas B")
	one.AdminOPD, two.AdminSIIP = true, true
	imported(t, s, k, one, two, three)
	one.Status = imports.StatusPegawai{Nonaktif: true, Sebab: flow.Pensiun}
	d := looks(t, s, k, one)
	if len(d.Nonaktif) != 1 || len(d.Withdrawn) != 1 || d.Withdrawn[0].Sebab != "Nonaktif" {
		t.Errorf("%+v", d)
	}
	if len(d.Missing) != 1 || d.Missing[0].ID != 2 {
		t.Errorf("missing: %+v; the other OPD is not in the file", d.Missing)
	}
	imported(t, s, k, one)
	if got := imported(t, s, k, one); got.Same != 1 {
		t.Errorf("the same file once more: %+v", got)
	}
	read(t, s, func(r *Reader) {
		p, _ := r.Pegawai(1)
		q, _ := r.Pegawai(2)
		if p.Nonaktif.Sebab != flow.Pensiun || p.AdminOPD || !q.Aktif() {
			t.Errorf("%+v %+v", p, q)
		}
	})
	two.Status, two.AdminSIIP = imports.StatusPegawai{Nonaktif: true}, true
	_, err := s.ImportPegawai(imports.PegawaiImport{Rows: []imports.BarisPegawai{two}, Columns: k}, imports.ImportCommand, noon, false, nil)
	if no := imports.Objection(""); !errors.As(err, &no) {
		t.Errorf("the last Admin SIIP-ASN is gone: %v", err)
	}
	one.Status = imports.StatusPegawai{Aktif: true}
	if d := looks(t, s, k, one); len(d.Back) != 1 {
		t.Errorf("%+v", d)
	}
}

// TestAnExportWithoutANumberLeavesTheOneThatIsKnown.
func TestAnExportWithoutANumberLeavesTheOneThatIsKnown(t *testing.T) {
	s := fresh(t, nil)
	one := row(1, "Dinas A")
	one.HP = "+628110000001"
	imported(t, s, imports.PegawaiColumns{HP: true}, one)
	one.HP = ""
	if got := imported(t, s, imports.PegawaiColumns{HP: true, KeepHP: true}, one); got.Same != 1 {
		t.Errorf("%+v", got)
	}
	if got := imported(t, s, imports.PegawaiColumns{HP: true}, one); got.Changed != 1 {
		t.Errorf("our own form empties it: %+v", got)
	}
}

// TestAnExportSaysWhoIsNotAktif: that is offered, and changes nothing by itself.
func TestAnExportSaysWhoIsNotAktif(t *testing.T) {
	s := fresh(t, nil)
	one := row(1, "Dinas A")
	one.Kedudukan = "Mencapai BUP"
	h, err := s.ImportPegawai(imports.PegawaiImport{Rows: []imports.BarisPegawai{one}}, imports.ImportCommand, noon, false, nil)
	if err != nil || len(h.Impact.NotAktif) != 1 || h.Impact.NotAktif[0].ID != 1 || h.Impact.NotAktif[0].Keterangan != "Mencapai BUP" {
		t.Errorf("%+v %v", h.Impact, err)
	}
	read(t, s, func(r *Reader) {
		if p, _ := r.Pegawai(1); !p.Aktif() {
			t.Error("ended by itself")
		}
	})
}

// TestManyNewOPDAskASecondTime in an office that has some; in an empty one they are what is expected.
func TestManyNewOPDAskASecondTime(t *testing.T) {
	s := fresh(t, nil)
	var rows []imports.BarisPegawai
	for n := range imports.NewOPDMax + 1 {
		rows = append(rows, row(n+1, "Dinas Urusan "+strings.Repeat("I", n+1)))
	}
	if d := looks(t, s, imports.PegawaiColumns{}, rows...); d.AskAgain() || len(d.NewOPD) != imports.NewOPDMax+1 {
		t.Errorf("%+v", d.NewOPD)
	}
	imported(t, s, imports.PegawaiColumns{}, row(50, "Dinas Kesehatan"))
	rows[0].OPD = "Dinas Kesehtan"
	d := looks(t, s, imports.PegawaiColumns{}, rows...)
	if !d.AskAgain() || d.NewOPD[0].Near != "Dinas Kesehatan" || d.NewOPD[5].Near != "" || d.NewOPD[0].Pegawai != 1 {
		t.Errorf("%+v", d.NewOPD)
	}
}

// TestWhatMattersStandsInTheTrail: one entry a pegawai whom the import changes in it.
func TestWhatMattersStandsInTheTrail(t *testing.T) {
	s := fresh(t, nil)
	k := imports.PegawaiColumns{HP: true, Peran: true, Status: true}
	one, two := row(1, "Dinas A"), row(2, "Dinas A")
	two.AdminSIIP = true
	imported(t, s, k, one, two)
	one.HP = "+628110000001"
	one.Status = imports.StatusPegawai{Nonaktif: true, Sebab: flow.Pindah}
	imported(t, s, k, one, two)
	if got := trailOf(t, s, 2); len(got) != 1 || got[0] != "Peran:  → Pegawai · Admin SIIP-ASN" {
		t.Errorf("%q", got)
	}
	got := strings.Join(trailOf(t, s, 1), "\n")
	if !strings.Contains(got, "No HP:  → +62******0001") || !strings.Contains(got, "Status: Aktif → Nonaktif (pindah") {
		t.Errorf("%s", got)
	}
}

// TestNIPsGoFromHandToHand: in one file A becomes B and B becomes C, or two exchange theirs. Each person stays one, by the
// name of the row, the same file once more changes nothing, and a NIP that nobody gives up is not given away.
func TestNIPsGoFromHandToHand(t *testing.T) {
	gets := func(n, from, to int) imports.BarisPegawai {
		b := row(to, "Dinas A")
		b.Nama, b.NIPLama = row(n, "").Nama, row(from, "").NIP
		return b
	}
	for name, rows := range map[string][]imports.BarisPegawai{
		"chain":     {gets(1, 1, 2), gets(2, 2, 9)},
		"backwards": {gets(2, 2, 9), gets(1, 1, 2)},
		"exchange":  {gets(1, 1, 2), gets(2, 2, 1)},
		"ring":      {gets(1, 1, 2), gets(2, 2, 3), gets(3, 3, 1)},
	} {
		s := fresh(t, nil)
		imported(t, s, imports.PegawaiColumns{}, row(1, "Dinas A"), row(2, "Dinas A"), row(3, "Dinas A"))
		n := len(rows)
		if got := imported(t, s, imports.PegawaiColumns{}, rows...); got != (imports.ImportResult{Changed: n}) {
			t.Errorf("%s: %+v", name, got)
		}
		if got := imported(t, s, imports.PegawaiColumns{}, rows...); got != (imports.ImportResult{Same: n}) {
			t.Errorf("%s, the same file once more: %+v", name, got)
		}
		read(t, s, func(r *Reader) {
			for _, b := range rows {
				if p, found := r.PegawaiByNIP(b.NIP); !found || p.Nama != b.Nama || row(int(p.ID), "").Nama != b.Nama {
					t.Errorf("%s: %s has %+v", name, b.NIP, p)
				}
			}
			if len(r.Pegawais()) != 3 {
				t.Errorf("%s: %d pegawai", name, len(r.Pegawais()))
			}
		})
		sound(t, s)
	}
	s := fresh(t, nil)
	imported(t, s, imports.PegawaiColumns{}, row(1, "Dinas A"), row(2, "Dinas A"), row(3, "Dinas A"))
	objects(t, s, "tercatat pada dua pegawai", gets(1, 1, 2), gets(2, 3, 9)) // nobody gives up the NIP of 2
	objects(t, s, "tercatat pada dua pegawai", gets(7, 1, 2), gets(8, 2, 1)) // whose rows are these?
	d := looks(t, s, imports.PegawaiColumns{}, gets(8, 7, 8))
	if len(d.UnknownOld) != 1 || !strings.Contains(d.UnknownOld[0].Keterangan, "NIP Lama 1901") {
		t.Errorf("%+v", d)
	}
}

// TestNamesOfOPDGoFromHandToHand: A becomes B and B becomes C in one file; the same file once more changes nothing. What
// would be undone by the same file is refused with the way on.
func TestNamesOfOPDGoFromHandToHand(t *testing.T) {
	s := fresh(t, nil)
	imported(t, s, imports.PegawaiColumns{}, row(1, "Dinas A"), row(2, "Dinas B"), row(3, "Dinas Z"))
	one, two := row(1, "Dinas B"), row(2, "Dinas C")
	one.OPDLama, two.OPDLama = "Dinas A", "Dinas B"
	for range 2 {
		imported(t, s, imports.PegawaiColumns{}, one, two)
		read(t, s, func(r *Reader) {
			b, _ := r.OPDByName("Dinas B")
			c, _ := r.OPDByName("Dinas C")
			if b.ID != 1 || c.ID != 2 || len(r.OPDs()) != 3 {
				t.Errorf("%+v", r.OPDs())
			}
			if p, _ := r.Pegawai(1); p.OPD != 1 {
				t.Errorf("%+v", p)
			}
		})
	}
	sound(t, s)
	one, two = row(1, "Dinas C"), row(2, "Dinas B")
	one.OPDLama, two.OPDLama = "Dinas B", "Dinas C"
	objects(t, s, "saling bertukar nama", one, two)
	one, two = row(1, "Dinas Q"), row(2, "Dinas Q")
	one.OPDLama, two.OPDLama = "Dinas B", "Dinas C"
	objects(t, s, "tidak dapat diberi nama yang sama", one, two)
}

// TestAFileThatOnlyRenamesMakesADifference, and one that changes nothing leaves nothing in the trail.
func TestAFileThatOnlyRenamesMakesADifference(t *testing.T) {
	s := fresh(t, nil)
	entries := func() (n int) {
		read(t, s, func(r *Reader) { n = len(r.Jejak(jejak.Bagian{}, 0, 100)) })
		return n
	}
	imported(t, s, imports.PegawaiColumns{}, row(1, "Dinas A"))
	before := entries()
	imported(t, s, imports.PegawaiColumns{}, row(1, "Dinas A"))
	if got := entries(); got != before {
		t.Errorf("%d entries, %d before", got, before)
	}
	renamed := row(1, "Dinas B")
	renamed.OPDLama = "Dinas A"
	h, err := s.ImportPegawai(imports.PegawaiImport{Rows: []imports.BarisPegawai{renamed}}, imports.ImportCommand, noon, true, nil)
	if err != nil || !h.Changes() {
		t.Errorf("%+v, %v", h, err)
	}
	imported(t, s, imports.PegawaiColumns{}, renamed)
	if got := entries(); got <= before {
		t.Errorf("%d entries, %d before", got, before)
	}
}

// TestTheWorkbookSaysSinceWhenSomebodyHasLeft: the day of the row counts, what it does not say stays, and a day to come is
// refused.
func TestTheWorkbookSaysSinceWhenSomebodyHasLeft(t *testing.T) {
	s := fresh(t, nil)
	status := imports.PegawaiColumns{Status: true}
	imported(t, s, status, row(1, "Dinas A"))
	today := kalender.TanggalOf(noon)
	for _, step := range []struct {
		says imports.StatusPegawai
		want flow.Nonaktif
	}{
		{imports.StatusPegawai{Nonaktif: true, Sebab: flow.Pensiun, Sejak: "2020-03-01"}, flow.Nonaktif{Sebab: flow.Pensiun, Sejak: "2020-03-01"}},
		{imports.StatusPegawai{Nonaktif: true}, flow.Nonaktif{Sebab: flow.Pensiun, Sejak: "2020-03-01"}},
		{imports.StatusPegawai{Nonaktif: true, Sebab: flow.Meninggal}, flow.Nonaktif{Sebab: flow.Meninggal, Sejak: "2020-03-01"}},
		{imports.StatusPegawai{}, flow.Nonaktif{Sebab: flow.Meninggal, Sejak: "2020-03-01"}},
		{imports.StatusPegawai{Nonaktif: true, Sejak: "2020-04-01"}, flow.Nonaktif{Sebab: flow.Meninggal, Sejak: "2020-04-01"}},
		{imports.StatusPegawai{Aktif: true}, flow.Nonaktif{}},
		{imports.StatusPegawai{Nonaktif: true}, flow.Nonaktif{Sebab: flow.Berhenti, Sejak: today}},
	} {
		r := row(1, "Dinas A")
		r.Status = step.says
		imported(t, s, status, r)
		read(t, s, func(rd *Reader) {
			if p, _ := rd.Pegawai(1); p.Nonaktif != step.want {
				t.Errorf("%+v: %+v", step.says, p.Nonaktif)
			}
		})
	}
	late := row(1, "Dinas A")
	late.Status = imports.StatusPegawai{Nonaktif: true, Sejak: "2999-01-01"}
	objects(t, s, "belum tiba", late)
}

// sound looks whether the indexes and the trail agree with the records.
func sound(t *testing.T, s *Store) {
	t.Helper()
	if problems, err := s.Check(); err != nil || len(problems) > 0 {
		t.Error(problems, err)
	}
}

// TestALongRowOfNIPsGoesFromHandToHand in an import that is written in parts.
func TestALongRowOfNIPsGoesFromHandToHand(t *testing.T) {
	s := fresh(t, nil)
	var first, then []imports.BarisPegawai
	for n := 1; n <= 700; n++ {
		first = append(first, row(n, "Dinas A"))
		b := row(n+1, "Dinas A")
		b.Nama, b.NIPLama = row(n, "").Nama, row(n, "").NIP
		then = append(then, b)
	}
	imported(t, s, imports.PegawaiColumns{}, first...)
	for _, want := range []imports.ImportResult{{Changed: 700}, {Same: 700}} {
		if got := imported(t, s, imports.PegawaiColumns{}, then...); got != want {
			t.Errorf("%+v, want %+v", got, want)
		}
	}
	read(t, s, func(r *Reader) {
		for _, b := range then {
			if p, found := r.PegawaiByNIP(b.NIP); !found || p.Nama != b.Nama {
				t.Fatalf("%s has %+v", b.NIP, p)
			}
		}
	})
	sound(t, s)
}
