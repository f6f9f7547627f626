package hitung

import (
	"cmp"
	"slices"

	"siip-asn/flow"
	"siip-asn/flow/daftar"
)

// grouped counts rows by a key; the rows of each group stand beside its counts.
type grouped struct {
	at   map[string]int
	list []Baris
	rows [][]int // indexes into the rows
}

// count groups rows by a key that is also the name of the group.
func count(rows []daftar.Baris, key func(daftar.Baris) string) *grouped {
	g := &grouped{at: map[string]int{}}
	for n, row := range rows {
		i := g.place(key(row))
		g.list[i].add(row.Status)
		g.rows[i] = append(g.rows[i], n)
	}
	return g
}

func (g *grouped) place(key string) int {
	i, seen := g.at[key]
	if !seen {
		i = len(g.list)
		g.at[key] = i
		g.list = append(g.list, Baris{Nama: key})
		g.rows = append(g.rows, nil)
	}
	return i
}

func (b *Baris) add(s flow.Status) { b.Counts.add(s) }

// people adds how many pegawai there are; a group without an usulan comes into being by them.
func (g *grouped) people(list []Participation, key func(Participation) string) {
	for _, s := range list {
		g.list[g.place(key(s))].Participation.add(s)
	}
}

// durations adds how long the steps took in each group.
func (g *grouped) durations(rows []daftar.Baris) {
	for i := range g.list {
		var opd, siip []int
		for _, n := range g.rows[i] {
			if row := rows[n]; row.LamaOPD.Ada {
				opd = append(opd, int(row.LamaOPD.Hari))
			}
			if row := rows[n]; row.LamaSIIP.Ada {
				siip = append(siip, int(row.LamaSIIP.Hari))
			}
		}
		g.list[i].DaysOPD, g.list[i].DaysSIIP = medianOf(opd), medianOf(siip)
	}
}

func (r *Rekap) countKeys(b Input) {
	opd := count(b.Baris, func(b daftar.Baris) string { return b.OPD })
	opd.people(b.Pegawai, func(s Participation) string { return s.OPD })
	opd.durations(b.Baris)
	work := newKerja(r.Aturan.Kabar)
	for i := range opd.list {
		for _, n := range opd.rows[i] {
			if row := b.Baris[n]; row.Status == flow.Masuk {
				opd.list[i].Longest = max(opd.list[i].Longest, work.between(row.Sejak.In(b.Dibuat.Location()), b.Dibuat))
			}
		}
	}
	jenjang := count(b.Baris, func(b daftar.Baris) string { return string(b.Jenjang) })
	jenjang.people(b.Pegawai, func(s Participation) string { return string(s.Jenjang) })
	jenjang.durations(b.Baris)
	kompetensi := count(b.Baris, func(b daftar.Baris) string { return string(cmp.Or(b.Kompetensi, TanpaKompetensi)) })
	kompetensi.durations(b.Baris)
	r.OPD, r.Jenjang, r.Kompetensi = opd.list, jenjang.list, kompetensi.list
	sortByWish(r.OPD)
	sortByOrder(r.Jenjang, flow.Jenjangs)
	sortByOrder(r.Kompetensi, append(slices.Clone(flow.Kompetensis), TanpaKompetensi))
}

// sortByWish keeps ties in the order of their names; of two with one name the entry of the panduan comes first.
func sortByWish(list []Baris) {
	slices.SortFunc(list, func(a, b Baris) int {
		return cmp.Or(cmp.Compare(b.Peminat(), a.Peminat()), cmp.Compare(b.All, a.All),
			cmp.Compare(a.Nama, b.Nama), cmp.Compare(b.Source(), a.Source()))
	})
}

func sortByOrder[T ~string](list []Baris, order []T) {
	slices.SortFunc(list, func(a, b Baris) int {
		return cmp.Compare(slices.Index(order, T(a.Nama)), slices.Index(order, T(b.Nama)))
	})
}

// ByParticipation lists the OPD with pegawai, those first of whose pegawai the largest share has proposed.
func (r Rekap) ByParticipation() []Baris {
	list := slices.DeleteFunc(slices.Clone(r.OPD), func(b Baris) bool { return b.Pegawai == 0 })
	slices.SortFunc(list, func(a, b Baris) int {
		return cmp.Or(cmp.Compare(b.Mengusul*a.Pegawai, a.Mengusul*b.Pegawai), cmp.Compare(b.Pegawai, a.Pegawai), cmp.Compare(a.Nama, b.Nama))
	})
	return list
}
