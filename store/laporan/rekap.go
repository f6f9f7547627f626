package laporan

import (
	"encoding/json"
	"fmt"
	"slices"
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

// RekapInput copies out what a rekap of a periode is counted from, as it is now, part by part in short transactions; so what changes
// while it runs may be in one part and not in another. dibuat is when the rekap is made, in the zone of the office.
func RekapInput(s *core.Store, p kalender.Periode, cut hitung.Scope, dibuat time.Time) (hitung.Input, error) {
	b := &inputReader{s: s, cut: cut, kamus: kamus{}}
	b.Input = hitung.Input{Periode: p, Dibuat: dibuat}
	for _, step := range []func() error{b.readPegawai, b.readUsulan, b.readParticipation, b.readWalk} {
		if err := step(); err != nil {
			return hitung.Input{}, fmt.Errorf("rekap %s: %w", p, err)
		}
	}
	return b.Input, nil
}

// inputReader collects a hitung.Input. people are all pegawai, read first and kept in memory: the steps after that need them for
// every row.
type inputReader struct {
	hitung.Input
	s      *core.Store
	cut    hitung.Scope
	kamus  kamus
	people orangs
}

func (b *inputReader) readPegawai() error {
	err := b.s.Read(func(r *reader.Reader) error {
		opd, _ := r.OPD(b.cut.OPD)
		b.Scope = b.cut.Words(opd.Nama)
		return nil
	})
	if err != nil {
		return err
	}
	return eachPart(b.s, schema.Pegawais, func(p flow.Pegawai) []byte { return schema.Key(uint64(p.ID)) }, func(_ *dataReader, p flow.Pegawai) {
		b.people = append(b.people, orangOf(p, b.kamus))
	})
}

// readUsulan keeps the rows of the periode and who has proposed in it, and of the periode before as much as is counted.
func (b *inputReader) readUsulan() error {
	err := b.eachOf(b.Periode, func(n int) { b.Baris = make([]daftar.Baris, 0, n) }, func(d *dataReader, u flow.Usulan) {
		if o := b.people.of(u.Pegawai); o != nil {
			o.mengusul = true
		}
		if b.cut.Has(u.OPD, u.Jenjang) {
			b.Baris = append(b.Baris, d.row(u))
		}
	})
	if err != nil || b.Periode == kalender.Semua {
		return err
	}
	return b.eachOf(b.Periode-1, func(int) {}, func(d *dataReader, u flow.Usulan) {
		if b.cut.Has(u.OPD, u.Jenjang) {
			row := d.row(u)
			b.Before = append(b.Before, daftar.Baris{Panduan: row.Panduan, Diklat: row.Diklat, Hitung: row.Hitung, Manual: row.Manual, Status: row.Status})
		}
	})
}

// eachOf visits the usulan of a periode that are not deleted, in the order in which they were made, in short transactions. First it
// calls many with how many there are about, for who makes room for them.
func (b *inputReader) eachOf(p kalender.Periode, many func(int), visit func(*dataReader, flow.Usulan)) error {
	ids, err := saring(b.s, daftar.Filter{Periode: p})
	if err != nil {
		return err
	}
	slices.Sort(ids)
	many(len(ids))
	for part := range slices.Chunk(ids, rekapPart) {
		err := b.s.View(func(tx *bolt.Tx) error {
			d := newDataReader(b.s, tx)
			d.people, d.kamus = b.people, b.kamus
			for _, id := range part {
				if u, found := d.Usulan(id); found && u.Status != flow.Dihapus && p.Has(u.TanggalUsul) {
					visit(d, u)
				}
			}
			return d.Err
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// readParticipation counts the pegawai who are in service, each where he is now.
func (b *inputReader) readParticipation() error {
	type place struct {
		opd     flow.OPDID
		jenjang flow.Jenjang
	}
	at := map[place]int{}
	return b.s.Read(func(r *reader.Reader) error {
		for _, opd := range r.OPDs() {
			for _, id := range schema.PegawaiOPD.Numbers(r.Tx, schema.Key(uint64(opd.ID))) {
				p := b.people.of(flow.PegawaiID(id))
				if p == nil || !p.aktif || !b.cut.Has(opd.ID, p.Jenjang) {
					continue
				}
				i, seen := at[place{opd.ID, p.Jenjang}]
				if !seen {
					i = len(b.Pegawai)
					at[place{opd.ID, p.Jenjang}] = i
					b.Pegawai = append(b.Pegawai, hitung.Participation{OPD: opd.Nama, Jenjang: p.Jenjang})
				}
				count(&b.Pegawai[i], r.Tx, p)
			}
		}
		return nil
	})
}

func count(s *hitung.Participation, tx *bolt.Tx, p *orang) {
	s.Pegawai++
	if schema.AccountPegawai.In(tx).Get(schema.Key(uint64(p.ID))) != nil {
		s.Terhubung++
	}
	if p.mengusul {
		s.Mengusul++
	}
}

// readWalk walks the whole trail once, in short transactions, and notes in each row how long its steps took. One walk costs less
// than a look into the index of the trail for each of up to 100,000 usulan. Only the few fields that count are decoded.
func (b *inputReader) readWalk() error {
	j := hitung.NewWalk(b.s.Options.Aturan.Kabar, b.Dibuat)
	for i := range b.Baris {
		j.Follow(b.Baris[i].Usulan)
	}
	after, more := uint64(0), len(b.Baris) > 0
	for more {
		err := b.s.View(func(tx *bolt.Tx) error {
			n := 0
			c := schema.Histories.In(tx).Cursor()
			k, v := c.Seek(schema.Key(after + 1))
			for ; k != nil && n < rekapPart; k, v = c.Next() {
				var l hitung.Step
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
		j.Fill(&b.Baris[i])
	}
	return nil
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
