package impor

import (
	"siip-asn/flow"
	"siip-asn/flow/jejak"
	"siip-asn/flow/spelling"
	"siip-asn/store/core"
	"siip-asn/store/reader"
	"siip-asn/store/schema"
)

// planOPDs are the OPD as an import leaves them: found by name, renamed, or made.
type planOPDs struct {
	*reader.Reader
	known   map[string]flow.OPD // by the key of the name; most rows name an OPD that was just looked up
	fresh   []flow.OPD          // those that are made, with ids that no OPD has
	count   map[string]int      // rows that name one of those
	renamed []renamedOPD
	ids     map[flow.OPDID]flow.OPDID // of the fresh ones, once they are made
}

type renamedOPD struct{ before, after flow.OPD }

// freshOPD is where the ids begin that stand for OPD not made yet.
const freshOPD = flow.OPDID(1 << 63)

// named finds an OPD by its name, or plans to make it.
func (o *planOPDs) named(nama string) flow.OPD {
	k := spelling.Key(nama)
	opd, known := o.known[k]
	if !known {
		if opd, known = o.OPDByName(nama); !known {
			opd = flow.OPD{ID: freshOPD + flow.OPDID(len(o.fresh)), Nama: nama}
			o.fresh = append(o.fresh, opd)
		}
		o.known[k] = opd
	}
	if opd.ID >= freshOPD {
		o.count[k]++
	}
	return opd
}

// name is the name of an OPD as it will be.
func (o *planOPDs) name(id flow.OPDID) string {
	if id >= freshOPD {
		return o.fresh[id-freshOPD].Nama
	}
	for _, g := range o.renamed {
		if g.after.ID == id {
			return g.after.Nama
		}
	}
	opd, _ := o.OPD(id)
	return opd.Nama
}

// apply makes and renames.
func (o *planOPDs) apply(w *core.Writer, blank jejak.Entry) error {
	for _, g := range o.renamed {
		if err := schema.Opds.Put(w.Tx, g.after); err != nil {
			return err
		}
		entry := blank
		entry.Ubah = []jejak.Perubahan{{Kolom: "Nama OPD", Sebelum: g.before.Nama, Sesudah: g.after.Nama}}
		if err := w.AppendHistory(entry); err != nil {
			return err
		}
	}
	o.ids = map[flow.OPDID]flow.OPDID{}
	for _, opd := range o.fresh {
		id, err := schema.Opds.In(w.Tx).NextSequence()
		if err != nil {
			return err
		}
		o.ids[opd.ID] = flow.OPDID(id)
		if err := schema.Opds.Put(w.Tx, flow.OPD{ID: flow.OPDID(id), Nama: opd.Nama}); err != nil {
			return err
		}
	}
	return nil
}

// id is the id of an OPD once it is made.
func (o *planOPDs) id(planned flow.OPDID) flow.OPDID {
	if id, made := o.ids[planned]; made {
		return id
	}
	return planned
}
