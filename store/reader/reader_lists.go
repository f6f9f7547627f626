package reader

import (
	"bytes"
	"cmp"
	"maps"
	"slices"
	"strings"

	"siip-asn/flow"
	"siip-asn/flow/daftar"
	"siip-asn/flow/giliran"
	"siip-asn/flow/jejak"
	"siip-asn/flow/judul"
	"siip-asn/flow/kalender"
	"siip-asn/flow/spelling"
	"siip-asn/store/schema"
	"siip-asn/store/table"
)

// SearchPegawai lists the pegawai whose nama and NIP contain every word, from the given place on, and counts all of them.
func (r *Records) SearchPegawai(teks string, from, n int) (rows []flow.Pegawai, total int) {
	words := strings.Fields(spelling.Fold(teks))
	var ids []uint64
	schema.PegawaiSearch.Scan(r.Tx, nil, func(k, v []byte) bool {
		for _, w := range words {
			if !bytes.Contains(v, []byte(w)) {
				return true
			}
		}
		ids = append(ids, table.Number(k))
		return true
	})
	from = min(max(from, 0), len(ids))
	for _, id := range ids[from:min(from+n, len(ids))] {
		p, _ := r.Pegawai(flow.PegawaiID(id))
		rows = append(rows, p)
	}
	return rows, len(ids)
}

// Rekomendasis lists every Rekomendasi that an usulan has, each once, by name.
func (r *Reader) Rekomendasis() []string {
	ids := map[string]flow.UsulanID{} // one usulan of each, for its spelling
	r.eachCiri(func(id flow.UsulanID, c daftar.Ciri) {
		if _, seen := ids[string(c.Rekomendasi)]; len(c.Rekomendasi) > 0 && !seen {
			ids[string(c.Rekomendasi)] = id
		}
	})
	var list []string
	for _, rek := range slices.Sorted(maps.Keys(ids)) {
		u, _ := r.Usulan(ids[rek])
		list = append(list, u.Rekomendasi)
	}
	return list
}

// Periodes lists every periode that an usulan has, newest first.
func (r *Reader) Periodes() []kalender.Periode {
	seen := map[kalender.Periode]bool{}
	r.eachCiri(func(_ flow.UsulanID, c daftar.Ciri) { seen[c.Periode] = true })
	return slices.SortedFunc(maps.Keys(seen), func(a, b kalender.Periode) int { return cmp.Compare(b, a) })
}

// JudulManual lists the titles typed by hand, with how many usulan have each.
func (r *Reader) JudulManual() []judul.Manual {
	var list []judul.Manual
	var newest []uint64
	schema.UsulanJudul.Scan(r.Tx, nil, func(k, _ []byte) bool {
		kunci := string(k[:len(k)-9])
		if n := len(list); n == 0 || list[n-1].Key != kunci {
			list, newest = append(list, judul.Manual{Key: kunci}), append(newest, 0)
		}
		list[len(list)-1].Count++
		newest[len(newest)-1] = table.Number(k)
		return true
	})
	for i := range list {
		u, _ := r.Usulan(flow.UsulanID(newest[i]))
		list[i].Text = u.Judul
	}
	return list
}

// Padanan is the entry of the panduan as which a title typed by hand counts; 0: it counts as itself.
func (r *Records) Padanan(judul string) flow.PanduanID {
	p, _ := LookUp(r, schema.Padanans, schema.Key(judul))
	return p.Panduan
}

// Jendela is when usulan can be proposed in a periode.
func (r *Records) Jendela(p kalender.Periode) kalender.Jendela {
	j, _ := LookUp(r, schema.Jendelas, schema.Key(uint64(p)))
	return j.Jendela
}

// AccountsAfter lists n bound accounts in the order of their pegawai, beginning behind p.
func (r *Records) AccountsAfter(p flow.PegawaiID, n int) []flow.Account {
	var ids []int64
	c := schema.AccountPegawai.In(r.Tx).Cursor()
	for k, v := c.Seek(schema.Key(uint64(p) + 1)); k != nil && len(ids) < n; k, v = c.Next() {
		ids = append(ids, table.Signed(v))
	}
	var list []flow.Account
	for _, id := range ids {
		list = append(list, r.Account(flow.AccountID(id)))
	}
	return list
}

// Jejak lists n entries of a part of the trail, newest first: those before a number, or the newest for 0.
func (r *Reader) Jejak(of jejak.Bagian, before uint64, n int) []jejak.Entry {
	bucket, prefix := schema.Histories.Bucket, []byte(nil)
	switch {
	case of.Usulan != 0:
		bucket, prefix = schema.HistoryUsulan.Bucket, schema.Key(uint64(of.Usulan))
	case of.Pegawai != 0:
		bucket, prefix = schema.HistoryPegawai.Bucket, schema.Key(uint64(of.Pegawai))
	}
	if before == 0 {
		before = 1<<64 - 1
	}
	c := bucket.In(r.Tx).Cursor()
	k, _ := c.Seek(append(bytes.Clone(prefix), schema.Key(before)...))
	if k == nil {
		k, _ = c.Last()
	} else {
		k, _ = c.Prev()
	}
	var numbers []uint64
	for ; k != nil && bytes.HasPrefix(k, prefix) && len(numbers) < n; k, _ = c.Prev() {
		numbers = append(numbers, table.Number(k))
	}
	var list []jejak.Entry
	for _, nomor := range numbers {
		e, _ := LookUp(r, schema.Histories, schema.Key(nomor))
		list = append(list, e)
	}
	return list
}

// OPDSummary says how each OPD stands in a periode. Who has left is not counted.
func (r *Reader) OPDSummary(periode kalender.Periode) []flow.OPDSummary {
	proposed := r.proposedBy(periode)
	var list []flow.OPDSummary
	for _, opd := range r.OPDs() {
		sum := flow.OPDSummary{OPD: opd}
		for _, id := range schema.PegawaiOPD.Numbers(r.Tx, schema.Key(uint64(opd.ID))) {
			sum.Pegawai++
			if schema.AccountPegawai.In(r.Tx).Get(schema.Key(id)) != nil {
				sum.Terhubung++
			}
			if proposed[id] {
				sum.Mengusul++
			}
		}
		if waiting := r.Waiting(opd.ID, flow.Masuk); len(waiting) > 0 {
			sum.Menunggu, sum.Sejak = len(waiting), waiting[0].Sejak
		}
		sum.Admin = giliran.HasAdmin(r, opd.ID)
		list = append(list, sum)
	}
	return list
}

// proposedBy tells who has an usulan in the periode.
func (r *Reader) proposedBy(periode kalender.Periode) map[uint64]bool {
	set := map[uint64]bool{}
	r.eachCiri(func(_ flow.UsulanID, c daftar.Ciri) {
		if periode == kalender.Semua || c.Periode == periode {
			set[uint64(c.Pegawai)] = true
		}
	})
	return set
}
