package laporan

import (
	"encoding/json"
	"fmt"
	"time"

	bolt "go.etcd.io/bbolt"

	"siip-asn/flow"
	"siip-asn/flow/daftar"
	"siip-asn/flow/hitung"
	"siip-asn/flow/kalender"
	"siip-asn/store/core"
	"siip-asn/store/reader"
	"siip-asn/store/schema"
	"siip-asn/store/table"
)

// rekapPart is how many records of a rekap are read in one transaction: a long one would let the file grow, and hold up
// everybody who writes.
const rekapPart = 2000

// Bahan copies out what a rekap of a periode is counted from, as it is now, part by part. Dibuat is when it is made, in
// the zone of the office.
func Bahan(s *core.Store, p kalender.Periode, cut hitung.Potongan, dibuat time.Time) (hitung.Bahan, error) {
	b := &bahanReader{s: s, cut: cut, zona: dibuat.Location(), people: map[flow.PegawaiID]*flow.Pegawai{}}
	b.Bahan = hitung.Bahan{Periode: p, Dibuat: dibuat}
	for _, step := range []func() error{b.readPegawai, b.readUsulan, b.readSebaran, b.readJalan, b.readSebelum} {
		if err := step(); err != nil {
			return hitung.Bahan{}, fmt.Errorf("rekap %s: %w", p, err)
		}
	}
	return b.Bahan, nil
}

// bahanReader is a rekap while what it needs is read.
type bahanReader struct {
	hitung.Bahan
	s        *core.Store
	cut      hitung.Potongan
	zona     *time.Location
	people   map[flow.PegawaiID]*flow.Pegawai
	proposed map[flow.PegawaiID]bool
}

func (b *bahanReader) readPegawai() error {
	err := b.s.Read(func(r *reader.Reader) error {
		opd, _ := r.OPD(b.cut.OPD)
		b.Potongan = b.cut.Words(opd.Nama)
		return nil
	})
	if err != nil {
		return err
	}
	return eachPart(b.s, schema.Pegawais, func(p flow.Pegawai) []byte { return schema.Key(uint64(p.ID)) }, func(_ *dataReader, p flow.Pegawai) {
		b.people[p.ID] = &p
	})
}

// readUsulan keeps the rows of the periode, and who has proposed in it.
func (b *bahanReader) readUsulan() error {
	b.proposed = map[flow.PegawaiID]bool{}
	return eachPart(b.s, schema.Usulans, usulanKey, func(d *dataReader, u flow.Usulan) {
		if u.Status == flow.Dihapus || !b.Periode.Has(u.TanggalUsul) {
			return
		}
		b.proposed[u.Pegawai] = true
		if b.cut.Has(u.OPD, u.Jenjang) {
			d.people = b.people
			b.Baris = append(b.Baris, d.row(u))
		}
	})
}

func usulanKey(u flow.Usulan) []byte { return schema.Key(uint64(u.ID)) }

// readSebaran counts the pegawai who are in service, each where he is now.
func (b *bahanReader) readSebaran() error {
	type place struct {
		opd     flow.OPDID
		jenjang flow.Jenjang
	}
	at := map[place]int{}
	return b.s.Read(func(r *reader.Reader) error {
		for _, opd := range r.OPDs() {
			for _, id := range schema.PegawaiOPD.Numbers(r.Tx, schema.Key(uint64(opd.ID))) {
				p := b.people[flow.PegawaiID(id)]
				if p == nil || !p.Aktif() || !b.cut.Has(opd.ID, p.Jenjang) {
					continue
				}
				i, seen := at[place{opd.ID, p.Jenjang}]
				if !seen {
					i = len(b.Pegawai)
					at[place{opd.ID, p.Jenjang}] = i
					b.Pegawai = append(b.Pegawai, hitung.Sebaran{OPD: opd.Nama, Jenjang: p.Jenjang})
				}
				b.count(&b.Pegawai[i], r.Tx, p.ID)
			}
		}
		return nil
	})
}

func (b *bahanReader) count(s *hitung.Sebaran, tx *bolt.Tx, id flow.PegawaiID) {
	s.Pegawai++
	if schema.AccountPegawai.In(tx).Get(schema.Key(uint64(id))) != nil {
		s.Terhubung++
	}
	if b.proposed[id] {
		s.Mengusul++
	}
}

// readJalan walks the trail and notes in each row how long the steps took.
func (b *bahanReader) readJalan() error {
	j := hitung.NewJalan(b.s.Options.Aturan.Kabar, b.Dibuat)
	for i := range b.Baris {
		j.Ikuti(b.Baris[i].Usulan)
	}
	after, more := uint64(0), len(b.Baris) > 0
	for more {
		err := b.s.View(func(tx *bolt.Tx) error {
			n := 0
			c := schema.Histories.In(tx).Cursor()
			k, v := c.Seek(schema.Key(after + 1))
			for ; k != nil && n < rekapPart; k, v = c.Next() {
				var l hitung.Langkah
				if err := json.Unmarshal(v, &l); err != nil {
					return fmt.Errorf("history %x: %w", k, err)
				}
				j.Add(l)
				after = table.Number(k)
				n++
			}
			more = k != nil
			return nil
		})
		if err != nil {
			return err
		}
	}
	for i := range b.Baris {
		j.Isi(&b.Baris[i])
	}
	return nil
}

// readSebelum keeps the rows of the periode before, as far as they are counted.
func (b *bahanReader) readSebelum() error {
	if b.Periode == kalender.Semua {
		return nil
	}
	before := b.Periode - 1
	return eachPart(b.s, schema.Usulans, usulanKey, func(d *dataReader, u flow.Usulan) {
		if u.Status == flow.Dihapus || !before.Has(u.TanggalUsul) || !b.cut.Has(u.OPD, u.Jenjang) {
			return
		}
		d.people = b.people
		row := d.row(u)
		b.Sebelum = append(b.Sebelum, daftar.Baris{Panduan: row.Panduan, Diklat: row.Diklat, Hitung: row.Hitung, Manual: row.Manual, Status: row.Status})
	})
}

// eachPart visits all records of a table in the order of their keys, in short transactions.
func eachPart[T any](s *core.Store, t table.Of[T], keyOf func(T) []byte, visit func(*dataReader, T)) error {
	var after []byte
	for more := true; more; {
		err := s.View(func(tx *bolt.Tx) error {
			d := newDataReader(s, tx)
			var list []T
			var err error
			if list, more, err = t.Part(tx, after, rekapPart); err != nil {
				return err
			}
			for _, v := range list {
				visit(d, v)
				after = keyOf(v)
			}
			return d.Err
		})
		if err != nil {
			return err
		}
	}
	return nil
}
