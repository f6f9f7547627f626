package store

import (
	"bytes"
	"encoding/binary"
	"slices"
	"strings"

	"siip-asn/flow"
	"siip-asn/store/table"
)

// The list is found by a scan of one small bucket, usulan.cari, which holds as much of each usulan as filters ask for:
// a hundred thousand of them are looked through in the time of a blink, and nothing is kept in memory meanwhile. What a
// search must match of nama, NIP and panduan is looked up once a word, before the scan.

// cariHead is the fixed part of an entry: status, opd, periode, pegawai, panduan.
const cariHead = 1 + 8 + 2 + 8 + 8

func usulanCariEntries(u flow.Usulan) []table.Pair {
	v := key(u.Status.Nomor(), uint64(u.OPD))
	v = binary.BigEndian.AppendUint16(v, uint16(u.Periode()))
	v = append(v, key(uint64(u.Pegawai), uint64(u.Panduan), strings.ToLower(u.Rekomendasi))...)
	v = append(v, flow.Cari(u.Judul)...)
	return living(u, entry(key(uint64(u.ID)), v))
}

func pegawaiCariEntries(p flow.Pegawai) []table.Pair {
	return entry(key(uint64(p.ID)), []byte(flow.Cari(p.Nama)+"\x00"+string(p.NIP)))
}

// Saring is the whole list of a filter, in its order.
func (r *Reader) Saring(f flow.Filter) []flow.UsulanID {
	ids := r.filtered(f)
	if !f.Terlama {
		slices.Reverse(ids)
	}
	return ids
}

// Daftar is the page of the list that begins with the row from, or the first page for 0. Where that row is gone, the
// page begins with the one that stood behind it.
func (r *Reader) Daftar(f flow.Filter, from flow.UsulanID, n int) flow.Page {
	ids := r.Saring(f)
	at := 0
	for from != 0 && at < len(ids) && ids[at] != from && (ids[at] < from) == f.Terlama {
		at++
	}
	at = min(at, max(0, len(ids)-1))
	page := flow.Page{Total: len(ids), Mulai: at + 1}
	for _, id := range ids[at:min(at+n, len(ids))] {
		u, _ := r.Usulan(id)
		page.Rows = append(page.Rows, u)
	}
	if at > 0 {
		page.Prev = ids[max(0, at-n)]
	}
	if at+n < len(ids) {
		page.Next = ids[at+n]
	}
	return page
}

// filtered lists the usulan that a filter lets through, oldest first.
func (r *Reader) filtered(f flow.Filter) []flow.UsulanID {
	words := r.words(f.Teks)
	rekomendasi := []byte(strings.ToLower(f.Rekomendasi))
	var ids []flow.UsulanID
	usulanCari.Scan(r.tx, nil, func(k, v []byte) bool {
		rek, judul, _ := bytes.Cut(v[cariHead:], []byte{0})
		if headMatches(f, v) &&
			(len(rekomendasi) == 0 || bytes.Equal(rek, rekomendasi)) &&
			wordsMatch(words, v, judul) {
			ids = append(ids, flow.UsulanID(table.Number(k)))
		}
		return true
	})
	return ids
}

func headMatches(f flow.Filter, v []byte) bool {
	return (f.Status == flow.Belum || v[0] == f.Status.Nomor()) &&
		(f.OPD == 0 || table.Number(v[1:9]) == uint64(f.OPD)) &&
		(f.Periode == flow.Semua || binary.BigEndian.Uint16(v[9:11]) == uint16(f.Periode))
}

// word is one word of a search, and who and what of the master data contains it.
type word struct {
	text     []byte
	pegawai  map[uint64]bool
	panduans map[uint64]bool
}

func (r *Reader) words(text string) []word {
	var list []word
	for w := range strings.FieldsSeq(flow.Cari(text)) {
		list = append(list, word{[]byte(w), r.pegawaiWith(w), r.panduanWith(w)})
	}
	return list
}

func (r *Reader) pegawaiWith(w string) map[uint64]bool {
	set := map[uint64]bool{}
	pegawaiCari.Scan(r.tx, nil, func(k, v []byte) bool {
		if bytes.Contains(v, []byte(w)) {
			set[table.Number(k)] = true
		}
		return true
	})
	return set
}

func (r *Reader) panduanWith(w string) map[uint64]bool {
	set := map[uint64]bool{}
	for _, p := range r.Katalog() {
		if flow.Matches(p.Nama, w) {
			set[uint64(p.ID)] = true
		}
	}
	return set
}

// wordsMatch tells whether every word stands in the nama, the NIP or the diklat.
func wordsMatch(words []word, v, judul []byte) bool {
	for _, w := range words {
		if !w.pegawai[table.Number(v[11:19])] && !w.panduans[table.Number(v[19:27])] && !bytes.Contains(judul, w.text) {
			return false
		}
	}
	return true
}
