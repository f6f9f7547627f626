package impor

import (
	"fmt"

	"siip-asn/flow"
	"siip-asn/flow/identitas"
	"siip-asn/flow/imports"
)

// A row is about whoever has its NIP now, or about whoever has had its NIP Lama until now. NIP go from hand to hand in a
// file where several change at once (A → B and B → C, or A ↔ B): there a NIP belongs to one person before the file and to
// another one after it.

// passing are the NIP that change hands by the file.
type passing struct {
	left  map[identitas.NIP]bool           // given up: some row has it as NIP Lama
	taken map[identitas.NIP]bool           // got by a row that has a NIP Lama
	after map[flow.PegawaiID]identitas.NIP // of those whose row was found by NIP Lama: the NIP they get
	wants []wantedNIP
}

// wantedNIP is a NIP that somebody else has before the file.
type wantedNIP struct {
	sel    string
	nip    identitas.NIP
	holder flow.Pegawai
}

func passingIn(rows []imports.BarisPegawai) passing {
	p := passing{left: map[identitas.NIP]bool{}, taken: map[identitas.NIP]bool{}, after: map[flow.PegawaiID]identitas.NIP{}}
	for _, row := range rows {
		if changesNIP(row) {
			p.left[row.NIPLama], p.taken[row.NIP] = true, true
		}
	}
	return p
}

func changesNIP(row imports.BarisPegawai) bool { return row.NIPLama != "" && row.NIPLama != row.NIP }

// known finds who a row is about. A row whose NIP Lama nobody has any more has been applied before.
func (pl *pegawaiPlan) known(row imports.BarisPegawai) (who flow.Pegawai, found bool, err error) {
	now, found := pl.PegawaiByNIP(row.NIP)
	if !changesNIP(row) {
		return now, found, nil
	}
	before, foundBefore := pl.PegawaiByNIP(row.NIPLama)
	switch {
	case !foundBefore:
		return now, found, nil
	case found && pl.appliedBefore(row, now, before):
		return now, true, nil
	case found && !pl.handsOver(row, now, before):
		return now, false, imports.Objection(fmt.Sprintf(
			"Sel %s: NIP %s dan NIP Lama %s tercatat pada dua pegawai (%s dan %s). Mohon periksa, atau kosongkan NIP Lama", row.Cell, row.NIP, row.NIPLama, now.Nama, before.Nama))
	case found:
		pl.nips.wants = append(pl.nips.wants, wantedNIP{row.Cell, row.NIP, now})
	}
	pl.nips.after[before.ID] = row.NIP
	return before, true, nil
}

// handsOver tells whether the file gives the NIP of now to before, and another one to now. Who of both a row is about, the
// name says.
func (pl *pegawaiPlan) handsOver(row imports.BarisPegawai, now, before flow.Pegawai) bool {
	name := nameKey(row.Nama)
	return pl.nips.left[row.NIP] && nameKey(before.Nama) == name && nameKey(now.Nama) != name
}

// appliedBefore tells whether the file has been applied: then the NIP Lama of the row is that of somebody else by now.
func (pl *pegawaiPlan) appliedBefore(row imports.BarisPegawai, now, before flow.Pegawai) bool {
	name := nameKey(row.Nama)
	return pl.nips.taken[row.NIPLama] && nameKey(now.Nama) == name && nameKey(before.Nama) != name
}

// passed looks whether everybody whose NIP somebody else gets has another one after the file.
func (pl *pegawaiPlan) passed() error {
	for _, w := range pl.nips.wants {
		if got, moves := pl.nips.after[w.holder.ID]; !moves || got == w.nip {
			return imports.Objection(fmt.Sprintf("Sel %s: NIP %s masih tercatat pada %s. Mohon periksa NIP Lama pada barisnya", w.sel, w.nip, w.holder.Nama))
		}
	}
	return nil
}
