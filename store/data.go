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
		d := dataReader{Reader: s.reader(tx), opds: map[flow.OPDID]string{}, panduans: map[flow.PanduanID]flow.Panduan{}}
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

// dataReader remembers the few names that many rows share.
type dataReader struct {
	*Reader
	opds     map[flow.OPDID]string
	panduans map[flow.PanduanID]flow.Panduan
}

func (d *dataReader) row(u flow.Usulan) flow.BarisData {
	p, _ := d.Pegawai(u.Pegawai)
	b := flow.BarisData{
		Usulan: u.ID, NIP: p.NIP, Nama: p.Nama, Jabatan: p.Jabatan, Jenjang: u.Jenjang, OPD: d.opdName(u.OPD),
		Rekomendasi: u.Rekomendasi, Diklat: u.Judul, Manual: u.Manual(),
		TanggalUsul: u.TanggalUsul, Status: u.Status, Keterangan: u.Keterangan,
	}
	if !u.Manual() {
		entry := d.panduan(u.Panduan)
		b.Diklat, b.Kompetensi = entry.Nama, entry.Kompetensi
	}
	return b
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
