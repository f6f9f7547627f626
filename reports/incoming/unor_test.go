package incoming

import (
	"testing"

	"siip-asn/flow"
	"siip-asn/flow/imports"
	"siip-asn/flow/kalender"
)

// TestTheOPDOfAPlace reads the OPD out of a place in the organisation, however its parts are joined and in which direction.
func TestTheOPDOfAPlace(t *testing.T) {
	for unor, want := range map[string]string{
		"SEKSI A - BIDANG B - DINAS C - PEMERINTAH KOTA D":     "DINAS C",
		" SEKSI A – BIDANG B — DINAS C ‒ Pemerintah Kab. D  ":  "DINAS C",
		"SEKSI A -  DINAS C- PEMERINTAH KOTA D":                "DINAS C",
		"SEKSI A -DINAS C -":                                   "DINAS C",
		"PEMERINTAH KOTA D - DINAS C - BIDANG B - SEKSI A":     "DINAS C",
		"DINAS C - BIDANG B":                                   "DINAS C",
		"DINAS C":                                              "DINAS C",
		"DINAS C - KOTA D":                                     "DINAS C",
		"UPTD PUSKESMAS E - DINAS C - PEMKOT D":                "DINAS C",
		"BAGIAN UMUM - SEKRETARIAT DAERAH - PEMERINTAH KOTA D": "SEKRETARIAT DAERAH",
		"BAPPEDA-LITBANG - PEMERINTAH KOTA D":                  "BAPPEDA-LITBANG",
		"PEMERINTAH KOTA D":                                    "",
		"BIDANG B":                                             "",
		"SUB BAGIAN UMUM - BIDANG B":                           "",
		"SEKSI A - PEMERINTAH KOTA D":                          "",
		" - ":                                                  "",
		"":                                                     "",
	} {
		if got := opdOfUnor(unor); got != want {
			t.Errorf("%q: %q, want %q", unor, got, want)
		}
	}
	for text, want := range map[string]string{
		"SEKSI A - DINAS C - PEMERINTAH KOTA D": "DINAS C",
		"Dinas Contoh – Induk":                  "Dinas Contoh – Induk",
		"Bidang B":                              "Bidang B",
	} {
		if got := opdIn(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// TestStatusSaysWhyAndSinceWhen reads what people write into the column Status.
func TestStatusSaysWhyAndSinceWhen(t *testing.T) {
	gone := func(sebab flow.Sebab, since kalender.Tanggal) imports.StatusPegawai {
		return imports.StatusPegawai{Nonaktif: true, Sebab: sebab, Sejak: since}
	}
	for text, want := range map[string]imports.StatusPegawai{
		"Aktif": {Aktif: true}, "PNS": {Aktif: true},
		"Nonaktif":                               gone("", ""),
		"Tidak Aktif":                            gone("", ""),
		"NON AKTIF; Pensiun; 01-03-2026":         gone(flow.Pensiun, "2026-03-01"),
		"Nonaktif: meninggal, 1 Maret 2026":      gone(flow.Meninggal, "2026-03-01"),
		"Nonaktif (pindah sejak 01/03/2026)":     gone(flow.Pindah, "2026-03-01"),
		"Nonaktif karena pensiun per 2026-03-01": gone(flow.Pensiun, "2026-03-01"),
		"Pensiun TMT 1.3.2026":                   gone(flow.Pensiun, "2026-03-01"),
		"Nonaktif sejak 01-03-2026":              gone("", "2026-03-01"),
		"meninggal dunia":                        gone(flow.Meninggal, ""),
	} {
		row := []any{string(sampleNIP(1)), sampleNama[0], "Analis Data", "Pengawas", "Dinas Contoh", text}
		got, faults, err := readPegawai(bookOf(t, "Pegawai", append(pegawaiHeader[:5:5], "Status"), row))
		if err != nil || len(faults) > 0 || got.Rows[0].Status != want {
			t.Errorf("%q: %+v %v %v", text, got.Rows, faults, err)
		}
	}
	for _, text := range []string{"Aktif sejak 01-03-2026", "Nonaktif: pensiun, 31-02-2026", "Nonaktif 5", "Nonaktif: cuti", "???"} {
		row := []any{string(sampleNIP(1)), sampleNama[0], "Analis Data", "Pengawas", "Dinas Contoh", text}
		if _, faults, err := readPegawai(bookOf(t, "Pegawai", append(pegawaiHeader[:5:5], "Status"), row)); err != nil || len(faults) != 1 {
			t.Errorf("%q: %v %v", text, faults, err)
		}
	}
}
