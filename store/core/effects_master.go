package core

import (
	"fmt"

	"siip-asn/flow"
	"siip-asn/flow/spelling"
	"siip-asn/store/schema"
	"siip-asn/store/table"
)

// savePegawai replaces a pegawai, or makes the next new one. Two never have one NIP; who changes his stays the same
// pegawai. The core has looked in this transaction, so anything else is a fault of its own.
func (w *Writer) savePegawai(p flow.Pegawai) error {
	if other, taken := w.PegawaiByNIP(p.NIP); taken && other.ID != p.ID {
		return fmt.Errorf("pegawai %d: pegawai %d has this NIP", p.ID, other.ID)
	}
	if _, there := w.OPD(p.OPD); !there {
		return fmt.Errorf("pegawai %d: no OPD %d", p.ID, p.OPD)
	}
	if !p.Aktif() && (p.AdminOPD || p.AdminSIIP) {
		return fmt.Errorf("pegawai %d is Nonaktif and has a role", p.ID)
	}
	if err := isNextOrThere(w, schema.Pegawais, schema.Key(uint64(p.ID)), uint64(p.ID)); err != nil {
		return err
	}
	return w.PutPegawai(p)
}

// saveOPD renames an OPD, or makes the next new one. Two never have one name, whatever its case and spacing.
func (w *Writer) saveOPD(o flow.OPD) error {
	if other, taken := w.OPDByName(o.Nama); taken && other.ID != o.ID || spelling.Key(o.Nama) == "" {
		return fmt.Errorf("opd %d: opd %d has this name", o.ID, other.ID)
	}
	if err := isNextOrThere(w, schema.Opds, schema.Key(uint64(o.ID)), uint64(o.ID)); err != nil {
		return err
	}
	w.touchOPD()
	return schema.Opds.Put(w.Tx, o)
}

// isNextOrThere tells a record that is replaced from one that is made: that has the next number of its table, which is
// then used up. Any other number is an error.
func isNextOrThere[T any](w *Writer, t table.Of[T], k []byte, number uint64) error {
	_, found, err := t.Get(w.Tx, k)
	if err != nil || found {
		return err
	}
	bucket := t.In(w.Tx)
	if number != bucket.Sequence()+1 {
		return fmt.Errorf("%s %d is not the next new one", t.Name, number)
	}
	return bucket.SetSequence(number)
}
