package laporan

import (
	"iter"
	"slices"
	"time"

	bolt "go.etcd.io/bbolt"

	"siip-asn/flow"
	"siip-asn/flow/daftar"
	"siip-asn/flow/judul"
	"siip-asn/flow/kalender"
	"siip-asn/store/core"
	"siip-asn/store/reader"
	"siip-asn/store/schema"
)

// Data copies out every usulan of a periode with the names looked up, in the order in which they were made. Deleted ones
// are not among them.
func Data(s *core.Store, periode kalender.Periode) ([]daftar.Baris, error) {
	var list []daftar.Baris
	err := s.View(func(tx *bolt.Tx) error {
		d := newDataReader(s, tx)
		err := schema.Usulans.Each(tx, func(u flow.Usulan) error {
			if u.Status != flow.Dihapus && periode.Has(u.TanggalUsul) {
				list = append(list, d.row(u))
			}
			return nil
		})
		if err != nil {
			return err
		}
		return d.Err
	})
	return list, err
}

// dataPart is how many rows DataOf copies out in one transaction: some milliseconds of reading.
const dataPart = 1000

// DataOf gives the rows of a list with the names looked up, in its order: these usulan, or for none of them all that the
// filter lets through. The rows are copied out part by part: a workbook of 100,000 of them is written with a few in
// memory, and with no transaction open that would keep the file from growing. The last of the sequence may be an error.
func DataOf(s *core.Store, f daftar.Filter, ids []flow.UsulanID) iter.Seq2[daftar.Baris, error] {
	return func(yield func(daftar.Baris, error) bool) {
		if len(ids) == 0 {
			var err error
			if ids, err = saring(s, f); err != nil {
				yield(daftar.Baris{}, err)
				return
			}
		}
		for part := range slices.Chunk(ids, dataPart) {
			rows, err := readPart(s, part)
			for _, row := range rows {
				if !yield(row, nil) {
					return
				}
			}
			if err != nil {
				yield(daftar.Baris{}, err)
				return
			}
		}
	}
}

func saring(s *core.Store, f daftar.Filter) ([]flow.UsulanID, error) {
	var ids []flow.UsulanID
	err := s.Read(func(r *reader.Reader) error {
		ids = r.Matching(f)
		return nil
	})
	return ids, err
}

func readPart(s *core.Store, ids []flow.UsulanID) ([]daftar.Baris, error) {
	rows := make([]daftar.Baris, 0, len(ids))
	err := s.View(func(tx *bolt.Tx) error {
		d := newDataReader(s, tx)
		for _, id := range ids {
			if u, ok := d.Usulan(id); ok && u.Status != flow.Dihapus {
				rows = append(rows, d.row(u))
			}
		}
		return d.Err
	})
	return rows, err
}

// dataReader is a reader for one transaction with caches of the names that many rows share: a thousand rows have a few OPD and
// diklat, which would be looked up for each row.
type dataReader struct {
	*reader.Reader
	opds     map[flow.OPDID]string
	panduans map[flow.PanduanID]flow.Panduan
	padanans map[string]flow.PanduanID
	kamus    kamus
	people   orangs // read before; nil: each is looked up
}

func newDataReader(s *core.Store, tx *bolt.Tx) *dataReader {
	return &dataReader{
		Reader: s.ReaderOf(tx), opds: map[flow.OPDID]string{},
		panduans: map[flow.PanduanID]flow.Panduan{}, padanans: map[string]flow.PanduanID{}, kamus: kamus{},
	}
}

func (d *dataReader) row(u flow.Usulan) daftar.Baris {
	p := d.pegawai(u.Pegawai)
	b := daftar.Baris{
		Usulan: u.ID, NIP: p.NIP, Nama: p.Nama, Jabatan: p.Jabatan, Jenjang: flow.Jenjang(d.kamus.kata(string(u.Jenjang))), OPD: d.opdName(u.OPD),
		Rekomendasi: d.kamus.kata(u.Rekomendasi), Talentpool: p.talentpool, Diklat: d.kamus.kata(u.Judul), Manual: u.Manual(),
		TanggalUsul: kalender.Tanggal(d.kamus.kata(string(u.TanggalUsul))), Status: u.Status, Sejak: u.Sejak.In(d.zona()),
	}
	if !p.aktif {
		b.Nama += " (Nonaktif)"
	}
	if r := u.Status.Record(); r.Selesai != "" {
		b.Oleh, b.OlehPeran = d.pegawai(u.Oleh).Nama, u.OlehPeran
		if r.Beralasan {
			b.Keterangan = d.kamus.kata(u.Keterangan)
		}
	}
	if u.Manual() {
		if entry := d.panduan(d.padanan(u.Judul)); entry.ID != 0 {
			b.Panduan, b.Hitung, b.Kompetensi = entry.ID, entry.Nama, entry.Kompetensi
		}
	} else {
		entry := d.panduan(u.Panduan)
		b.Panduan, b.Diklat, b.Kompetensi = entry.ID, entry.Nama, entry.Kompetensi
	}
	return b
}

func (d *dataReader) pegawai(id flow.PegawaiID) orang {
	if o := d.people.of(id); o != nil {
		return *o
	}
	p, _ := d.Pegawai(id)
	return orangOf(p, d.kamus)
}

// zona is the zone in which the office writes times.
func (d *dataReader) zona() *time.Location {
	if z := d.Rules.Zona; z != nil {
		return z
	}
	return time.UTC
}

// padanan looks a title up once, however often it was typed.
func (d *dataReader) padanan(title string) flow.PanduanID {
	k := judul.Key(title)
	if _, known := d.padanans[k]; !known {
		d.padanans[k] = d.Padanan(k)
	}
	return d.padanans[k]
}

func (d *dataReader) opdName(id flow.OPDID) string {
	if _, known := d.opds[id]; !known {
		opd, _ := d.OPD(id)
		d.opds[id] = opd.Nama
	}
	return d.opds[id]
}

func (d *dataReader) panduan(id flow.PanduanID) flow.Panduan {
	if _, known := d.panduans[id]; !known {
		d.panduans[id], _ = d.Panduan(id)
	}
	return d.panduans[id]
}
