package store

import (
	"errors"
	"testing"

	bolt "go.etcd.io/bbolt"

	"siip-asn/flow"
	"siip-asn/flow/imports"
	"siip-asn/flow/spelling"
	"siip-asn/store/schema"
)

// TestNamesThatAreOneNameNowAreFoundAndStayApart opens a database whose indexes were made while every kind of dash was
// another letter.
func TestNamesThatAreOneNameNowAreFoundAndStayApart(t *testing.T) {
	s := fresh(t, nil)
	one, two := row(1, "Dinas A"), row(2, "Dinas B")
	one.Nama = "MA’RUF"
	imported(t, s, imports.PegawaiColumns{}, one, two)
	path := s.Path()
	err := s.Update(func(tx *bolt.Tx) error {
		return errors.Join(
			schema.Opds.Put(tx, flow.OPD{ID: 1, Nama: "Dinas A – B"}), schema.Opds.Put(tx, flow.OPD{ID: 2, Nama: "Dinas A - B"}),
			schema.Opds.Put(tx, flow.OPD{ID: 3, Nama: "Dinas C — D"}), // found under no key of today
			schema.OpdNama.In(tx).Delete(schema.Key(spelling.Key("Dinas C - D"))),
			schema.OpdNama.In(tx).Put(schema.Key("dinasc—d"), schema.Key(uint64(3))),
			schema.PegawaiSearch.In(tx).Put(schema.Key(uint64(1)), []byte("ma’ruf\x00"+string(one.NIP))),
			schema.Metas.In(tx).Put(schema.VersionKey, schema.Key(uint64(2))))
	})
	if err = errors.Join(err, s.Close()); err != nil {
		t.Fatal(err)
	}
	if s, err = Open(path, Options{}); err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	read(t, s, func(r *Reader) {
		first, _ := r.OPDByName("DINAS A-B")
		second, _ := r.OPDByName("Dinas A - B (2)")
		third, _ := r.OPDByName("Dinas C - D")
		if first.ID != 1 || second.ID != 2 || third.ID != 3 {
			t.Errorf("%v %v %v", first, second, third)
		}
		if _, n := r.SearchPegawai("ma'ruf", 0, 9); n != 1 {
			t.Error("the name is not found as a keyboard writes it")
		}
	})
	if problems, err := s.Check(); err != nil || len(problems) > 0 {
		t.Error(problems, err)
	}
}
