package store

import (
	bolt "go.etcd.io/bbolt"

	"siip-asn/flow"
)

// Data copies out every usulan of a periode with the names looked up, in the order in which they were made. Deleted ones
// are not among them.
func (s *Store) Data(periode flow.Periode) ([]flow.BarisData, error) {
	var list []flow.BarisData
	err := s.db.View(func(tx *bolt.Tx) error {
		d := s.dataReader(tx)
		err := usulans.each(tx, func(u flow.Usulan) error {
			if u.Status != flow.Dihapus && periode.Has(u.TanggalUsul) {
				list = append(list, d.row(u))
			}
			return nil
		})
		if err != nil {
			return err
		}
		return d.err
	})
	return list, err
}

// DataOf copies out the rows of a list with the names looked up, in its order: these usulan, or for none of them all that
// the filter lets through.
func (s *Store) DataOf(f flow.Filter, ids []flow.UsulanID) ([]flow.BarisData, error) {
	var list []flow.BarisData
	err := s.db.View(func(tx *bolt.Tx) error {
		d := s.dataReader(tx)
		if len(ids) == 0 {
			ids = d.Saring(f)
		}
		for _, id := range ids {
			if u, ok := d.Usulan(id); ok && u.Status != flow.Dihapus {
				list = append(list, d.row(u))
			}
		}
		return d.err
	})
	return list, err
}

// dataReader remembers the few names that many rows share.
type dataReader struct {
	*Reader
	opds     map[flow.OPDID]string
	panduans map[flow.PanduanID]flow.Panduan
	padanans map[string]flow.PanduanID
}

func (s *Store) dataReader(tx *bolt.Tx) *dataReader {
	return &dataReader{
		Reader: s.reader(tx), opds: map[flow.OPDID]string{},
		panduans: map[flow.PanduanID]flow.Panduan{}, padanans: map[string]flow.PanduanID{},
	}
}

func (d *dataReader) row(u flow.Usulan) flow.BarisData {
	p, _ := d.Pegawai(u.Pegawai)
	b := flow.BarisData{
		Usulan: u.ID, NIP: p.NIP, Nama: p.Nama, Jabatan: p.Jabatan, Jenjang: u.Jenjang, OPD: d.opdName(u.OPD),
		Rekomendasi: u.Rekomendasi, Diklat: u.Judul, Manual: u.Manual(),
		TanggalUsul: u.TanggalUsul, Status: u.Status, Keterangan: u.Keterangan,
	}
	if u.Manual() {
		if entry := d.panduan(d.padanan(u.Judul)); entry.ID != 0 {
			b.Hitung, b.Kompetensi = entry.Nama, entry.Kompetensi
		}
	} else {
		entry := d.panduan(u.Panduan)
		b.Diklat, b.Kompetensi = entry.Nama, entry.Kompetensi
	}
	return b
}

// padanan looks a title up once, however often it was typed.
func (d *dataReader) padanan(judul string) flow.PanduanID {
	k := flow.JudulKey(judul)
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
