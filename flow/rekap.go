package flow

import (
	"cmp"
	"slices"
	"time"
)

// BarisData is one usulan as lists and workbooks show it: every column of the list (panduan, bagian III), with the
// names looked up.
type BarisData struct {
	Usulan      UsulanID
	NIP         NIP
	Nama        string
	Jabatan     string
	Jenjang     Jenjang
	OPD         string
	Rekomendasi string
	Diklat      string     // the title as it was chosen or typed
	Hitung      string     // the entry of the panduan as which a title typed by hand counts; empty: as itself
	Kompetensi  Kompetensi // empty for a title typed by hand
	Manual      bool
	TanggalUsul Tanggal
	Status      Status
	Keterangan  string // the last one
}

// Hitungan counts usulan, over all and by status.
type Hitungan struct {
	Jumlah int
	Status map[Status]int
}

func (h *Hitungan) add(s Status) {
	if h.Status == nil {
		h.Status = map[Status]int{}
	}
	h.Jumlah++
	h.Status[s]++
}

// BarisRekap is one diklat, or one OPD, jenjang or jenis kompetensi, with its counts.
type BarisRekap struct {
	Nama       string
	Kompetensi Kompetensi // of a diklat
	Manual     bool       // of a diklat
	Hitungan
}

// Sumber says where the title of a diklat comes from.
func (b BarisRekap) Sumber() string {
	if b.Manual {
		return "Manual"
	}
	return "Panduan"
}

// TanpaKompetensi is the key under which titles typed by hand are counted by jenis kompetensi.
const TanpaKompetensi Kompetensi = "Belum ditentukan (isi manual)"

// Rekap counts the usulan of a periode: which diklat are wanted most, and by whom.
type Rekap struct {
	Instansi   string
	Periode    Periode
	Dibuat     time.Time    // in the zone of the office
	Diklat     []BarisRekap // most wanted first
	OPD        []BarisRekap // most usulan first
	Jenjang    []BarisRekap // in the order of Jenjangs
	Kompetensi []BarisRekap // in the order of Kompetensis, TanpaKompetensi last
	Total      Hitungan
	Data       []BarisData // in the order in which they were made
}

// NewRekap counts rows. Deleted usulan are not among them. Titles typed by hand that differ only in case, spaces or
// punctuation are one diklat, under the spelling used most.
func NewRekap(a Aturan, p Periode, at time.Time, rows []BarisData) Rekap {
	r := Rekap{Instansi: a.Instansi, Periode: p, Dibuat: at, Data: rows}
	for _, row := range rows {
		r.Total.add(row.Status)
	}
	r.Diklat = countDiklat(rows)
	r.OPD = count(rows, func(b BarisData) string { return b.OPD })
	r.Jenjang = count(rows, func(b BarisData) string { return string(b.Jenjang) })
	r.Kompetensi = count(rows, func(b BarisData) string { return string(kompetensiKey(b)) })
	sortByWish(r.Diklat)
	sortByWish(r.OPD)
	sortByOrder(r.Jenjang, Jenjangs)
	sortByOrder(r.Kompetensi, append(slices.Clone(Kompetensis), TanpaKompetensi))
	return r
}

// Teratas is the n most wanted diklat.
func (r Rekap) Teratas(n int) []BarisRekap { return r.Diklat[:min(n, len(r.Diklat))] }

// count groups rows by a key that is also the name of the group.
func count(rows []BarisData, key func(BarisData) string) []BarisRekap {
	at := map[string]int{}
	var list []BarisRekap
	for _, row := range rows {
		k := key(row)
		i, seen := at[k]
		if !seen {
			i = len(list)
			at[k] = i
			list = append(list, BarisRekap{Nama: k})
		}
		list[i].add(row.Status)
	}
	return list
}

func countDiklat(rows []BarisData) []BarisRekap {
	list := count(rows, diklatKey)
	first := map[string]BarisData{}
	spelling := map[string]map[string]int{}
	for _, row := range rows {
		k := diklatKey(row)
		if _, seen := first[k]; !seen {
			first[k], spelling[k] = row, map[string]int{}
		}
		spelling[k][cmp.Or(row.Hitung, row.Diklat)]++
	}
	for i, b := range list {
		row := first[b.Nama]
		list[i].Kompetensi, list[i].Manual = row.Kompetensi, row.Manual && row.Hitung == ""
		list[i].Nama = mostUsed(spelling[b.Nama])
	}
	return list
}

// diklatKey keeps a title typed by hand apart from the entry of the panduan that happens to be named like it: an
// admin merges the two on purpose, or not at all.
func diklatKey(b BarisData) string {
	if b.Manual && b.Hitung == "" {
		return "manual/" + JudulKey(b.Diklat)
	}
	return "panduan/" + cmp.Or(b.Hitung, b.Diklat)
}

func mostUsed(spelling map[string]int) string {
	best := ""
	for name, n := range spelling {
		if best == "" || n > spelling[best] || n == spelling[best] && name < best {
			best = name
		}
	}
	return best
}

func kompetensiKey(b BarisData) Kompetensi {
	if b.Kompetensi == "" {
		return TanpaKompetensi
	}
	return b.Kompetensi
}

// sortByWish keeps ties in the order of their names; of two with one name the entry of the panduan comes first.
func sortByWish(list []BarisRekap) {
	slices.SortFunc(list, func(a, b BarisRekap) int {
		return cmp.Or(cmp.Compare(b.Jumlah, a.Jumlah), cmp.Compare(a.Nama, b.Nama), cmp.Compare(b.Sumber(), a.Sumber()))
	})
}

func sortByOrder[T ~string](list []BarisRekap, order []T) {
	slices.SortFunc(list, func(a, b BarisRekap) int {
		return cmp.Compare(slices.Index(order, T(a.Nama)), slices.Index(order, T(b.Nama)))
	})
}
