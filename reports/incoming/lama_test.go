package incoming

import (
	"reflect"
	"testing"
	"time"

	"siip-asn/flow"
	"siip-asn/flow/imports"
	"siip-asn/flow/kalender"
	"siip-asn/reports/sheet"
)

// TestReadUsulan reads the web application's list: the pegawai in one cell, or in several.
func TestReadUsulan(t *testing.T) {
	nip := string(sampleNIP(1))
	for name, c := range map[string]struct {
		rows [][]any
		want []imports.BarisUsulan
	}{
		"one cell": {[][]any{
			{"DATA USULAN DIKLAT"},
			{"No", "Pegawai", "Rekomendasi", "Usulan Diklat", "Tanggal Usulan", "Status", "Aksi"},
			{1, "SARI MAWAR, S.Pd.\n" + nip + "\nAnalis Data\nDinas Contoh", "-", "Pelatihan SPBE", "31/08/2022", "USULAN MASUK", ""},
			{2, "[" + string(sampleNIP(2)) + "] BUDI, S.E.", "VISIONARY LEADERSHIP", "Pelatihan Tata Naskah Dinas", time.Date(2023, 2, 1, 0, 0, 0, 0, time.UTC), "Disetujui", ""},
		}, []imports.BarisUsulan{
			{Cell: "Usulan!B3", NIP: sampleNIP(1), Judul: "Pelatihan SPBE", Tanggal: "2022-08-31", Status: flow.Masuk},
			{Cell: "Usulan!B4", NIP: sampleNIP(2), Judul: "Pelatihan Tata Naskah Dinas", Rekomendasi: "VISIONARY LEADERSHIP", Tanggal: "2023-02-01", Status: flow.Disetujui},
		}},
		"several": {[][]any{
			{"Nama Pegawai", "NIP", "Jabatan", "OPD", "Usulan Diklat", "Tgl. Usul", "Status Usulan"},
			{"SARI", "'" + nip, "Analis", "Dinas Contoh", "Pelatihan SPBE", "1 Agustus 2022", "diteruskan"},
		}, []imports.BarisUsulan{
			{Cell: "Usulan!A2", NIP: sampleNIP(1), OPD: "Dinas Contoh", Judul: "Pelatihan SPBE", Tanggal: "2022-08-01", Status: flow.Diteruskan},
		}},
	} {
		isi, err := baca(bookOf(t, "Usulan", c.rows...), "")
		if err != nil || len(isi.Faults) > 0 || isi.Kind != imports.KindUsulan || !reflect.DeepEqual(isi.Usulan, c.want) {
			t.Errorf("%s: %s %+v %v %v", name, isi.Kind, isi.Usulan, isi.Faults, err)
		}
	}
}

func TestUsulanFaults(t *testing.T) {
	isi, err := baca(bookOf(t, "Usulan",
		[]any{"Pegawai", "Usulan Diklat", "Tanggal Usulan", "Status"},
		[]any{"SARI MAWAR", "Pelatihan SPBE", "31/08/2022", "USULAN MASUK"},
		[]any{"SARI " + string(sampleNIP(1)), "PKA", "08/31/2022", "Selesai"},
		[]any{"SARI " + string(sampleNIP(1)), "PKA", "31/08/2022", "Ditolak"},
		[]any{"SARI " + string(sampleNIP(2)), "Pelatihan SPBE", "31/08/2022", "Ditolak"},
		[]any{"SARI " + string(sampleNIP(2)), "Pelatihan Lain", "1/9/2022", "Ditolak"},
	), "")
	if err != nil || isi.Wrong != 4 {
		t.Errorf("%d wrong, %v", isi.Wrong, err)
	}
	wantFaults(t, isi.Faults,
		"A2: NIP pegawai tidak ditemukan; tulis NIP 18 angka di kolom Pegawai atau NIP.",
		`C3: Tanggal Usulan "08/31/2022" tidak dapat dibaca; tulis seperti 31/08/2022.`,
		`D3: Status "Selesai" tidak dikenal; pilih: USULAN MASUK, DITERUSKAN,`,
		`B4: Usulan Diklat "PKA" terlalu pendek; tulis nama diklat lengkapnya.`,
		"A6: Usulan pegawai pada tahun ini sudah ada di sel A5; hapus salah satu barisnya.",
	)
}

func TestReadRiwayat(t *testing.T) {
	isi, err := baca(bookOf(t, "Diklat",
		[]any{"RIWAYAT DIKLAT PEGAWAI"}, nil,
		[]any{"No", "NIP", "Nama", "Nama Diklat", "Jumlah JP", "Tahun", "Tanggal Sertifikat", "Penyelenggara"},
		[]any{1, string(sampleNIP(1)), "SARI", "Pelatihan SPBE", 40, 2021, "", "LAN"},
		[]any{2, string(sampleNIP(1)), "SARI", "Pelatihan Kehumasan", "120 JP", "", "17 Agustus 2020", "-"},
	), "")
	want := []imports.BarisRiwayat{
		{Cell: "Diklat!B4", NIP: sampleNIP(1), Diklat: "Pelatihan SPBE", JP: 40, Tahun: 2021, Penyelenggara: "LAN"},
		{Cell: "Diklat!B5", NIP: sampleNIP(1), Diklat: "Pelatihan Kehumasan", JP: 120, Tahun: 2020, Selesai: "2020-08-17"},
	}
	if err != nil || len(isi.Faults) > 0 || isi.Kind != imports.KindRiwayat || !reflect.DeepEqual(isi.Riwayat, want) {
		t.Errorf("%s %+v %v %v", isi.Kind, isi.Riwayat, isi.Faults, err)
	}
	isi, _ = baca(bookOf(t, "Diklat",
		[]any{"NIP", "Diklat", "JP", "Tahun"},
		[]any{string(sampleNIP(1)), "Pelatihan SPBE", "banyak", 21},
		[]any{string(sampleNIP(1)), "Pelatihan SPBE", 9999, ""},
	), "")
	wantFaults(t, isi.Faults, `C2: JP "banyak" tidak dikenal;`, `D2: Tahun "21" tidak dikenal; tulis empat angka`, `C3: JP "9999" tidak dikenal; tulis jumlah jam pelajaran, 1 sampai 2000.`)
}

func TestTanggalOf(t *testing.T) {
	for text, want := range map[string]kalender.Tanggal{
		"31/08/2022": "2022-08-31", "31-8-2022": "2022-08-31", "31.08.2022": "2022-08-31", "2022-08-31": "2022-08-31", "31 Agustus 2022": "2022-08-31",
		"31 Agt 2022": "2022-08-31", "1 Okt. 2022": "2022-10-01", "Rabu, 31 Agustus 2022": "2022-08-31", "31–08–2022": "2022-08-31",
		"31/08/2022 14:05": "2022-08-31", "31/08/2022 14.05": "2022-08-31", "2022-08-31T14:05:00": "2022-08-31", "2022-08-31 14:05:00": "2022-08-31",
		"08/31/2022": "", "31/08/22": "", "Agustus 2022": "", "": "", "30/02/2022": "",
	} {
		got, ok := tanggalOf(sheet.Cell{Kind: sheet.Text, Text: text})
		if ok != (want != "") || ok && got != want {
			t.Errorf("%q: %s %v", text, got, ok)
		}
	}
}
