package percakapan_test

import (
	"fmt"
	"slices"
	"testing"

	"siip-asn/flow"
	"siip-asn/flow/hitung"
	"siip-asn/flow/kalender"
)

// TestMergedTitlesCountAsOne follows titles typed by hand into the rekap: merged they are one diklat under the name that
// the panduan has now, what was typed stays as it was typed, and all of it can be undone.
func TestMergedTitlesCountAsOne(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	wati := s.people["Wati"]
	s.enter(wati)
	s.crowd("5")
	s.counts("Pelatihan Gizi Klinik 2", "pelatihan gawat-darurat 3")
	s.types(wati, 0, "/kelola")
	for _, word := range []string{"Judul Manual", "2. Pelatihan Gizi Klinik", "Pilih dari panduan", "Pelatihan Tata Naskah Dinas"} {
		s.taps(wati, word)
	}
	for _, word := range []string{"1. pelatihan gawat-darurat", "Pilih dari panduan", "Pelatihan Tata Naskah Dinas"} {
		s.taps(wati, word)
	}
	s.counts("Pelatihan Tata Naskah Dinas 5")
	for _, word := range []string{"Kembali", "Panduan", "Pelatihan Tata Naskah Dinas", "Ubah Nama"} {
		s.taps(wati, word)
	}
	s.types(wati, 0, "Pelatihan Naskah Dinas Elektronik")
	s.counts("Pelatihan Naskah Dinas Elektronik 5")
	for _, word := range []string{"Kembali", "Kembali", "Judul Manual", "Sudah digabung (2)", "1. pelatihan gawat-darurat"} {
		s.taps(wati, word)
	}
	s.counts("Pelatihan Naskah Dinas Elektronik 2", "pelatihan gawat-darurat 3")
	s.close()
}

// counts compares the first sheet of the rekap, and looks whether every row still has what was typed.
func (s *stage) counts(want ...string) {
	s.t.Helper()
	rows, err := s.store.Data(kalender.Semua)
	if err != nil {
		s.t.Fatal(err)
	}
	for _, row := range rows {
		if typed := []string{"Pelatihan Gawat Darurat", "pelatihan gawat-darurat", "Pelatihan Gizi Klinik"}; !slices.Contains(typed, row.Diklat) {
			s.t.Errorf("nobody has typed %q", row.Diklat)
		}
	}
	var got []string
	for _, b := range hitung.New(flow.Aturan{}, hitung.Input{Dibuat: s.now, Baris: rows}).Top(10) {
		got = append(got, fmt.Sprintf("%s %d", b.Nama, b.All))
	}
	slices.Sort(got)
	if !slices.Equal(got, want) {
		s.t.Errorf("the rekap has %q, not %q", got, want)
	}
}
