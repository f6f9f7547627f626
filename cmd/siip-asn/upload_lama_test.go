package main

import (
	"strings"
	"testing"

	"siip-asn/flow"
	"siip-asn/reports/sample"
	"siip-asn/store"
)

// TestOldDataInTheChat drops what the office has from before: a row of somebody who is not known comes back, what is right is
// applied and told to nobody, and the same file twice changes nothing. A csv is as good as a workbook, and two files at once
// are two answers.
func TestOldDataInTheChat(t *testing.T) {
	t.Parallel() // it waits most of the time
	o := newOffice(t)
	o.run()
	wati, budi := o.person(4, "Wati"), o.person(1, "Budi")
	wati.enters()
	budi.enters()

	const usulan = "Pegawai\tUsulan Diklat\tTanggal Usulan\tStatus"
	right := "BUDI 190101011925011001\tPelatihan Arsip Dinamis\t31/08/2022\tDISETUJUI"
	wati.drops("lama.xlsx", bookOf(t, "Usulan", usulan, right, "ASING 190101091925011009\tPelatihan Arsip Dinamis\t31/08/2022\tDISETUJUI"))
	wati.sees("NIP 190101091925011009 belum ada di data pegawai")
	returned(t, wati.fileOf("Kesalahan_lama.xlsx"))

	wati.drops("usulan.xlsx", bookOf(t, "Usulan", usulan, right))
	wati.sees("usulan.xlsx (usulan): 1 baru, 0 berubah, 0 sama, 0 salah.")
	wati.drops("riwayat.csv", []byte("NIP;Nama Diklat;JP;Tahun\r\n'190101011925011001;Pelatihan Arsip;40;2021\r\n"))
	wati.sees("riwayat.csv (riwayat): 1 baru, 0 berubah, 0 sama, 0 salah.")
	wati.taps("Terapkan") // that of the newest message
	wati.sees("Berkas diterapkan\n\nriwayat.csv")
	wati.taps("Terapkan")
	wati.sees("Berkas diterapkan\n\nusulan.xlsx")

	wati.drops("usulan-lagi.xlsx", bookOf(t, "Usulan", usulan, right))
	wati.sees("Tidak ada yang perlu diterapkan")
	if strings.Contains(budi.chatText(), "Pelatihan Arsip Dinamis") {
		t.Error("somebody was told of what is old")
	}
	wati.Send("/daftar")
	wati.taps("1")
	wati.taps("History")
	wati.sees("HISTORY PENGAJUAN")
	if strings.Contains(wati.chatText(), "belum ada keputusan admin") {
		t.Error("the history denies the decision that was imported")
	}
	err := o.store.Read(func(r *store.Reader) error {
		p, _ := r.PegawaiByNIP("190101011925011001")
		list := r.UsulanOf(p.ID)
		if len(list) != 1 || !list[0].Impor || list[0].Status != flow.Disetujui || len(r.Riwayat(p.ID)) != 1 {
			t.Errorf("%+v %+v", list, r.Riwayat(p.ID))
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
	o.stop()
	for _, sin := range o.sim.Complaints() {
		t.Error(sin)
	}
}

// returned looks at the table that came back: all rows, the wrong one first.
func returned(t *testing.T, book []byte) {
	t.Helper()
	rows := sample.Rows(t, sample.Open(t, book), "Usulan")
	if len(rows) != 3 || !strings.Contains(rows[1][0], "belum ada di data pegawai") || rows[1][1] != "3" || rows[2][1] != "2" {
		t.Errorf("%q", rows)
	}
}
