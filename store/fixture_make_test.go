package store

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"siip-asn/flow"
	"siip-asn/flow/aktivasi"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/imports"
	"siip-asn/flow/jejak"
	"siip-asn/flow/judul"
	"siip-asn/flow/kalender"
	"siip-asn/flow/post"
	"siip-asn/store/core"
	"siip-asn/store/schema"
)

// A fixture is a small database with one record of every kind, as a released version of the program has written it. It is
// made once, by that version (go test ./store -run TestEveryReleasedSchema -update), and never changed after.

func fixturePath(schema int) string { return fmt.Sprintf("testdata/schema-%d.db.gz", schema) }

// makeFixture writes the fixture of the present schema, unless it is there.
func makeFixture(t *testing.T) {
	t.Helper()
	path := fixturePath(len(core.Migrations))
	if _, err := os.Stat(path); err == nil {
		return
	}
	db := filepath.Join(t.TempDir(), "siip-asn.db")
	s, err := Open(db, Options{Aturan: flow.Aturan{Instansi: "Kota Contoh", Zona: wib}, Step: everything})
	if err != nil {
		t.Fatal(err)
	}
	one, two := row(1, "Dinas A"), row(2, "Dinas B")
	one.HP, one.Nilai, one.Rekomendasi = "+628110000001", "78,5", "VISIONARY LEADERSHIP"
	imported(t, s, imports.PegawaiColumns{HP: true, Nilai: true, Rekomendasi: true}, one, two)
	err = s.Update(func(tx *bolt.Tx) error { // as it was before an import noted the roles of those who are new
		p, _, err := schema.Pegawais.Get(tx, schema.Key(uint64(2)))
		p.AdminOPD, p.AdminSIIP = true, true
		return errors.Join(err, schema.Pegawais.Put(tx, p), schema.Riwayats.Put(tx, imports.Riwayat{Pegawai: 1, Diklat: "Diklat Contoh", JP: 40, Tahun: 2025}))
	})
	if err != nil {
		t.Fatal(err)
	}
	apply(t, s, typed(1, "masuk"))
	apply(t, s, typed(2, "usul"))
	settle(t, s, post.Receipt{ID: 1, To: 7, Slot: "usulan/1", Held: post.Held{Message: 12, At: noon}})
	apply(t, s, typed(3, "putus"), post.Incoming{Update: 4, Raw: []byte("{"), Poison: errors.New("unreadable"), Event: dialog.Event{At: noon}})
	s.Rest(post.Rest{For: time.Second, Until: noon})
	err = errors.Join(s.SetBot("siip_asn_bot"), s.Backup(db+".copy"), s.Close())
	if err != nil {
		t.Fatal(err)
	}
	writeFixture(t, db+".copy", path)
}

func writeFixture(t *testing.T, db, path string) {
	file, err := os.ReadFile(db)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	_, err = z.Write(file)
	err = errors.Join(err, z.Close(), os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, b.Bytes(), 0o644))
	if err != nil {
		t.Fatal(err)
	}
}

// everything makes a record of every kind.
func everything(_ dialog.Reader, s dialog.Session, e dialog.Event) (dialog.Session, []dialog.Effect, error) {
	s.Place, s.Versi, s.Since = "form/manual", s.Versi+1, e.At
	u := flow.Usulan{
		ID: 1, Versi: 1, Pegawai: 1, Pembuat: 1, OPD: 1, Jenjang: flow.Pengawas, Judul: "Diklat Contoh", Rekomendasi: "VISIONARY LEADERSHIP",
		TanggalUsul: "2026-08-31", Status: flow.Masuk, Sejak: e.At, Oleh: 1, OlehPeran: flow.Pemilik,
	}
	entry := jejak.Entry{At: e.At, Usulan: 1, Pegawai: 1, Oleh: 1, OlehNama: "PEGAWAI 1", Peran: flow.Pemilik, Aksi: flow.Simpan, Ke: flow.Masuk}
	switch e.Input.(dialog.Text).Body {
	case "masuk":
		return s, []dialog.Effect{
			dialog.SaveAccount{Account: flow.Account{ID: 7, Pegawai: 1, Sejak: e.At, Menu: "Pegawai"}},
			dialog.SaveAktivasi{Aktivasi: aktivasi.Aktivasi{Hash: aktivasi.HashKode("0000-0000-0001"), Pegawai: 2, Sampai: e.At.Add(time.Hour)}},
		}, nil
	case "usul":
		return s, []dialog.Effect{
			dialog.SaveUsulan{Usulan: u}, dialog.AppendHistory{Entry: entry},
			dialog.Show{To: 7, Slot: "usulan/1", Screen: says("kartu"), Manner: dialog.Anew},
		}, nil
	}
	revised := u
	revised.Versi, revised.Status, revised.Oleh, revised.OlehPeran, revised.Keterangan = 2, flow.Direvisi, 2, flow.AdminSIIP, "Mohon diperjelas."
	gone := u
	gone.ID, gone.Pegawai, gone.OPD, gone.Panduan, gone.Judul, gone.Status = 2, 2, 2, 1, "", flow.Dihapus
	change, deletion := entry, entry
	change.Oleh, change.OlehNama, change.Peran, change.Aksi, change.Dari, change.Ke = 2, "PEGAWAI 2", flow.AdminSIIP, flow.Revisi, flow.Masuk, flow.Direvisi
	change.Keterangan, change.Ubah = "Mohon diperjelas.", []jejak.Perubahan{{Kolom: "Usulan Diklat", Sebelum: "x", Sesudah: "Diklat Contoh"}}
	deletion.Usulan, deletion.Pegawai, deletion.Aksi, deletion.Ke = 2, 2, flow.Hapus, flow.Dihapus
	return s, []dialog.Effect{
		dialog.SaveUsulan{Usulan: revised}, dialog.AppendHistory{Entry: change}, dialog.SaveUsulan{Usulan: gone}, dialog.AppendHistory{Entry: deletion},
		dialog.CountKeterangan{Aksi: flow.Revisi, Keterangan: "Mohon diperjelas."},
		dialog.SavePanduan{Panduan: flow.Panduan{ID: e.Panduan, Nama: "Pelatihan Contoh", Kompetensi: "Teknis", Sasaran: []flow.Jenjang{flow.Pengawas}}},
		dialog.SavePadanan{Judul: judul.Key("Diklat Contoh"), Panduan: 1},
		dialog.SaveJendela{Periode: 2026, Jendela: kalender.Jendela{Buka: "2026-01-02", Tutup: "2026-11-30"}},
		dialog.MarkDone{Job: "rekap", At: e.At}, dialog.More{},
		dialog.Show{To: 7, Slot: ui.Dialog, Screen: says("menunggu")},
		dialog.Send{To: 7, Lane: dialog.News, Laporan: dialog.Laporan{Jenis: dialog.LaporanRekap, Periode: 2026}},
	}, nil
}
