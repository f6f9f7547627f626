package kabar

import (
	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/percakapan/trail"
)

// Change saves the usulan as the row leaves it, writes it into the trail, and tells everybody concerned.
func Change(t *engine.Turn, old flow.Usulan, row flow.Baris, keterangan string, how Telling) flow.Usulan {
	u := Moved(t, old, row)
	if keterangan != "" || row.Aksi == flow.Hapus {
		u.Keterangan = keterangan
	}
	entry := trail.Entry(t, row.Aksi, row.Peran, old, u)
	entry.Keterangan = keterangan
	t.Do(dialog.SaveUsulan{Usulan: u}, dialog.AppendHistory{Entry: entry})
	if how == OneByOne {
		Opened(t)
	}
	Tell(t, News{Aksi: row.Aksi, Oleh: row.Peran, Usulan: u}, how)
	return u
}

// Moved is the usulan as the row leaves it. An usulan whose status stays keeps its place in the queue.
func Moved(t *engine.Turn, u flow.Usulan, row flow.Baris) flow.Usulan {
	u.Versi++
	if Moves(row, u) {
		u.Status, u.Sejak, u.Oleh, u.OlehPeran = row.Ke, t.Event.At, t.Who.ID, row.Peran
	}
	return u
}

// Moves tells whether the row brings the usulan into another status.
func Moves(row flow.Baris, u flow.Usulan) bool { return row.Ke != flow.Belum && row.Ke != u.Status }
