package migration

import (
	"encoding/binary"
	"fmt"

	bolt "go.etcd.io/bbolt"
)

// firstBuckets are the buckets of the first schema.
var firstBuckets = []string{
	"meta", "update", "mark", "chat", "more", "done",
	"pegawai", "pegawai.nip", "pegawai.hp", "pegawai.opd", "pegawai.peran", "pegawai.cari",
	"opd", "opd.nama",
	"panduan", "panduan.nama",
	"padanan", "jendela",
	"usulan", "usulan.pegawai", "usulan.status", "usulan.cari", "usulan.judul",
	"history", "history.usulan", "history.pegawai",
	"account", "account.pegawai",
	"aktivasi", "aktivasi.pegawai",
	"session", "keterangan",
	"outbox", "outbox.slot",
	"slot", "viewer", "dead",
}

// firstPanduan is the panduan that a new database begins with (panduan, bagian I.2): the key of the name, and the record
// without its number, which is its place in the list.
var firstPanduan = []struct{ key, record string }{
	{"pelatihankepemimpinanadministratorpka", `"nama":"Pelatihan Kepemimpinan Administrator (PKA)","kompetensi":"Manajerial"`},
	{"pelatihankepemimpinanpengawaspkp", `"nama":"Pelatihan Kepemimpinan Pengawas (PKP)","kompetensi":"Manajerial"`},
	{"pelatihanspbe", `"nama":"Pelatihan SPBE","kompetensi":"Teknis"`},
	{"pelatihancoachingdanmentoring", `"nama":"Pelatihan Coaching dan Mentoring","kompetensi":"Manajerial"`},
	{"pelatihanmanajemenkehumasandanprotokol", `"nama":"Pelatihan Manajemen Kehumasan dan Protokol","kompetensi":"Teknis"`},
	{"pelatihanmanajemenperkantorandankesekretariatan", `"nama":"Pelatihan Manajemen Perkantoran dan Kesekretariatan","kompetensi":"Teknis"`},
	{"pelatihantatanaskahdinas", `"nama":"Pelatihan Tata Naskah Dinas","kompetensi":"Teknis"`},
}

// firstSchema makes the buckets, and the panduan that ships with the program.
func firstSchema(tx *bolt.Tx) error {
	for _, name := range firstBuckets {
		if _, err := tx.CreateBucketIfNotExists([]byte(name)); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	records, names := tx.Bucket([]byte("panduan")), tx.Bucket([]byte("panduan.nama"))
	for i, p := range firstPanduan {
		id := binary.BigEndian.AppendUint64(nil, uint64(i+1))
		if err := records.Put(id, fmt.Appendf(nil, `{"id":%d,%s}`, i+1, p.record)); err != nil {
			return err
		}
		if err := names.Put([]byte(p.key+"\x00"), id); err != nil {
			return err
		}
	}
	return records.SetSequence(uint64(len(firstPanduan)))
}
