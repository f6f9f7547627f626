package impor

import (
	"fmt"

	"siip-asn/flow"
	"siip-asn/flow/identitas"
	"siip-asn/flow/imports"
)

// Matching rows to people. A row is about whoever has its NIP; one with a NIP Lama that is another NIP is about whoever has that,
// and gives him the new NIP. One file may pass NIP on in a chain or a ring (A → B and B → C, or A ↔ B): then a NIP belongs to one
// person before the file and to another one after it, so rows cannot be matched one by one, and the name decides. The same file
// must match the same people when it is applied a second time.

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

// known finds who a row is about; false for somebody new. A row whose NIP Lama nobody has any more was applied before, and is then
// found by its NIP. The error is a imports.Objection: the two NIP belong to two people, and the name does not say which is meant.
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

// passed checks, after all rows are matched, that nobody loses his NIP to another without getting one: that would be two people with
// one NIP. The error is a imports.Objection that names the cell.
func (pl *pegawaiPlan) passed() error {
	for _, w := range pl.nips.wants {
		if got, moves := pl.nips.after[w.holder.ID]; !moves || got == w.nip {
			return imports.Objection(fmt.Sprintf("Sel %s: NIP %s masih tercatat pada %s. Mohon periksa NIP Lama pada barisnya", w.sel, w.nip, w.holder.Nama))
		}
	}
	return nil
}
