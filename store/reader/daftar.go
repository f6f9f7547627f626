package reader

import (
	"bytes"
	"encoding/binary"
	"slices"

	"siip-asn/flow"
	"siip-asn/flow/daftar"
	"siip-asn/flow/kalender"
	"siip-asn/flow/spelling"
	"siip-asn/store/schema"
	"siip-asn/store/table"
)

// decodeCiri reads it again. The texts are those of the transaction: they are not kept.
func decodeCiri(v []byte) daftar.Ciri {
	rekomendasi, judul, _ := bytes.Cut(v[27:], []byte{0})
	return daftar.Ciri{
		Status: v[0], OPD: flow.OPDID(table.Number(v[1:9])), Periode: kalender.Periode(binary.BigEndian.Uint16(v[9:11])),
		Pegawai: flow.PegawaiID(table.Number(v[11:19])), Panduan: flow.PanduanID(table.Number(v[19:27])),
		Rekomendasi: rekomendasi, Judul: judul,
	}
}

// eachCiri looks through the usulan that are not deleted, oldest first.
func (r *Reader) eachCiri(look func(flow.UsulanID, daftar.Ciri)) {
	schema.UsulanSearch.Scan(r.Tx, nil, func(k, v []byte) bool {
		look(flow.UsulanID(table.Number(k)), decodeCiri(v))
		return true
	})
}

// Matching is the whole list of a filter, in its order.
func (r *Reader) Matching(f daftar.Filter) []flow.UsulanID {
	match := f.Match(r)
	var ids []flow.UsulanID
	r.eachCiri(func(id flow.UsulanID, c daftar.Ciri) {
		if match(c) {
			ids = append(ids, id)
		}
	})
	if !f.Terlama {
		slices.Reverse(ids)
	}
	return ids
}

// Daftar is a page of the list.
func (r *Reader) Daftar(f daftar.Filter, from flow.UsulanID, n int) daftar.Page {
	return daftar.PageOf(r.Matching(f), f, from, n, r.Usulan)
}

// PegawaiWith looks up whose nama or NIP contains the word.
func (r *Records) PegawaiWith(word string) func(flow.PegawaiID) bool {
	set := map[flow.PegawaiID]bool{}
	schema.PegawaiSearch.Scan(r.Tx, nil, func(k, v []byte) bool {
		if bytes.Contains(v, []byte(word)) {
			set[flow.PegawaiID(table.Number(k))] = true
		}
		return true
	})
	return func(id flow.PegawaiID) bool { return set[id] }
}

// PanduanWith looks up which entries of the panduan contain the word.
func (r *Records) PanduanWith(word string) func(flow.PanduanID) bool {
	set := map[flow.PanduanID]bool{}
	for _, p := range r.Katalog() {
		if spelling.Matches(p.Nama, word) {
			set[p.ID] = true
		}
	}
	return func(id flow.PanduanID) bool { return set[id] }
}
