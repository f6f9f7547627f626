package impor

import (
	"fmt"

	"siip-asn/flow"
	"siip-asn/flow/imports"
	"siip-asn/flow/spelling"
)

// newName is what the file asks of an OPD: the name until now, and the one it is to have.
type newName struct{ cell, from, to string }

// newNames are those that a file asks for, by the key of the name until now.
type newNames struct {
	order []newName
	of    map[string]newName // key of the name until now
	to    map[string]newName // key of the name to come
}

// namesAsked collects them. One name cannot become two, and two cannot become one; names that are exchanged would be
// exchanged back by the same file once more.
func namesAsked(rows []imports.BarisPegawai) (newNames, error) {
	n := newNames{of: map[string]newName{}, to: map[string]newName{}}
	for _, row := range rows {
		lama, baru := spelling.Key(row.OPDLama), spelling.Key(row.OPD)
		if lama == "" || lama == baru {
			continue
		}
		if first, twice := n.of[lama]; twice {
			if spelling.Key(first.to) != baru {
				return n, imports.Objection(fmt.Sprintf("Sel %s: OPD Lama %q diganti menjadi dua nama, %q dan %q. Mohon isi satu nama saja", row.Cell, row.OPDLama, first.to, row.OPD))
			}
			continue
		}
		asked := newName{row.Cell, row.OPDLama, row.OPD}
		n.order, n.of[lama] = append(n.order, asked), asked
		if _, twice := n.to[baru]; !twice {
			n.to[baru] = asked
		}
	}
	for _, asked := range n.order {
		if n.returns(asked) {
			return n, imports.Objection(fmt.Sprintf("Sel %s: OPD %q dan %q saling bertukar nama. Mohon ubah dahulu salah satunya di Kelola, OPD, Ubah Nama, lalu kosongkan OPD Lama", asked.cell, asked.from, asked.to))
		}
	}
	return n, nil
}

// returns tells whether the names that follow a name lead back to it.
func (n newNames) returns(from newName) bool {
	next, more := n.of[spelling.Key(from.to)]
	for range n.order {
		if !more || next == from {
			break
		}
		next, more = n.of[spelling.Key(next.to)]
	}
	return more && next == from
}

// rename finds which OPD get another name. A row that names an OPD nobody knows any more has been applied before.
func (o *planOPDs) rename(rows []imports.BarisPegawai) error {
	asked, err := namesAsked(rows)
	if err != nil {
		return err
	}
	for _, a := range asked.order {
		before, found := o.OPDByName(a.from)
		if !found || o.renamedBefore(asked, a) {
			continue
		}
		other, taken := o.OPDByName(a.to)
		if _, leaves := asked.of[spelling.Key(a.to)]; taken && !leaves {
			return imports.Objection(fmt.Sprintf(
				"Sel %s: OPD %q dan OPD Lama %q keduanya sudah ada. Mohon kosongkan OPD Lama untuk memindahkan pegawainya", a.cell, other.Nama, before.Nama))
		}
		if first, twice := o.known[spelling.Key(a.to)]; twice {
			return imports.Objection(fmt.Sprintf("Sel %s: dua OPD (%q dan %q) tidak dapat diberi nama yang sama", a.cell, first.Nama, before.Nama))
		}
		after := flow.OPD{ID: before.ID, Nama: a.to}
		o.known[spelling.Key(a.to)] = after
		o.renamed = append(o.renamed, renamedOPD{before, after})
	}
	return nil
}

// renamedBefore tells whether a name has been given by the same file already. In a row of names (A to B, B to C) the name
// that was given up first is then nobody's any more, and the last one is there.
func (o *planOPDs) renamedBefore(asked newNames, a newName) bool {
	if _, there := o.OPDByName(a.to); !there {
		return false
	}
	for {
		earlier, follows := asked.to[spelling.Key(a.from)]
		if !follows {
			return false
		}
		if _, there := o.OPDByName(earlier.from); !there {
			return true
		}
		a = earlier
	}
}
