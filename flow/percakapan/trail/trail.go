// Package trail makes the entries of the audit trail (jejak.Entry).
package trail

import (
	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/jejak"
)

// Entry is a line of the trail about an usulan.
func Entry(t *engine.Turn, a flow.Aksi, peran flow.Peran, old, u flow.Usulan) jejak.Entry {
	return jejak.Entry{
		At: t.Event.At, Usulan: u.ID, Pegawai: u.Pegawai, Oleh: t.Who.ID, OlehNama: t.Who.Nama, Peran: peran,
		Aksi: a, Dari: old.Status, Ke: u.Status,
	}
}

// EntryOf is a line of the trail about the person himself.
func EntryOf(t *engine.Turn, a flow.Aksi, p flow.Pegawai) jejak.Entry {
	return jejak.Entry{At: t.Event.At, Pegawai: p.ID, Oleh: p.ID, OlehNama: p.Nama, Peran: flow.Pemilik, Aksi: a}
}

// Record writes into the trail what was done to the master data.
func Record(t *engine.Turn, a flow.Aksi, p flow.PegawaiID, keterangan string, changes ...jejak.Perubahan) {
	t.Do(dialog.AppendHistory{Entry: jejak.Entry{
		At: t.Event.At, Pegawai: p, Oleh: t.Who.ID, OlehNama: t.Who.Nama, Peran: flow.AdminSIIP,
		Aksi: a, Keterangan: keterangan, Ubah: changes,
	}})
}
