package core

import (
	"fmt"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/jejak"
	"siip-asn/flow/post"
	"siip-asn/store/reader"
	"siip-asn/store/schema"
)

// apply makes one effect true in the transaction.
func (w *Writer) apply(effect dialog.Effect) error {
	switch e := effect.(type) {
	case dialog.SaveUsulan:
		return w.SaveUsulan(e.Usulan)
	case dialog.AppendHistory:
		return w.AppendHistory(e.Entry)
	case dialog.CountKeterangan:
		return countKeterangan(w, e)
	case dialog.SaveAccount:
		return saveAccount(w, e.Account)
	case dialog.UseAktivasi:
		return DropAktivasi(w.Tx, e.Pegawai)
	case dialog.SaveAktivasi:
		return SaveAktivasi(w.Tx, e.Aktivasi)
	case dialog.SavePegawai:
		return w.savePegawai(e.Pegawai)
	case dialog.Told:
		return schema.Handovers.Delete(w.Tx, schema.Key(uint64(e.Pegawai)))
	case dialog.SaveOPD:
		return w.saveOPD(e.OPD)
	case dialog.SavePanduan:
		return w.savePanduan(e.Panduan)
	case dialog.SavePadanan:
		return savePadanan(w, schema.Padanan(e))
	case dialog.SaveJendela:
		return schema.Jendelas.Put(w.Tx, schema.Jendela{Periode: e.Periode, Jendela: e.Jendela})
	case dialog.SaveSkenario:
		if e.Hapus {
			return schema.Skenarios.Delete(w.Tx, schema.Skenarios.Key(e.Skenario))
		}
		return schema.Skenarios.Put(w.Tx, e.Skenario)
	case dialog.MarkDone:
		return schema.Dones.In(w.Tx).Put([]byte(e.Job), schema.Key(e.At))
	case dialog.Answer:
		return nil // answerTap sees to it
	case dialog.More:
		w.More = true
		return schema.Mores.In(w.Tx).Put(schema.Key(int64(w.in.Event.Chat())), nil)
	default:
		o, is := outgoing(effect)
		if !is {
			return fmt.Errorf("unknown effect")
		}
		w.out = append(w.out, o)
		return nil
	}
}

// outgoing makes an outbox record of an effect that leaves the program. The right moves from the effect to the record, so that it
// is stored once.
func outgoing(effect dialog.Effect) (o post.Outgoing, is bool) {
	switch e := effect.(type) {
	case dialog.Show:
		o = post.Outgoing{To: e.To, Lane: e.Lane, Right: e.Right}
		e.Right = dialog.Right{}
		o.Show = &e
	case dialog.Send:
		o = post.Outgoing{To: e.To, Lane: e.Lane, Right: e.Right}
		e.Right = dialog.Right{}
		o.Send = &e
	case dialog.Check:
		o = post.Outgoing{To: e.To, Right: e.Right}
		e.Right = dialog.Right{}
		o.Check = &e
	case dialog.React:
		o = post.Outgoing{To: e.To, Lane: dialog.Reply, Right: dialog.Right{Who: dialog.Anybody}, React: &e}
	case dialog.SetCommands:
		o = post.Outgoing{To: e.To, Right: e.Right}
		e.Right = dialog.Right{}
		o.SetCommands = &e
	default:
		return o, false
	}
	return o, true
}

// SaveUsulan makes version 1 or replaces the version before. The core looked the usulan up in this transaction, so
// anything else is a fault of its own.
func (w *Writer) SaveUsulan(u flow.Usulan) error {
	bucket := schema.Usulans.In(w.Tx)
	w.touch(u.Pegawai)
	old, found, err := schema.Usulans.Get(w.Tx, schema.Key(uint64(u.ID)))
	switch {
	case err != nil:
		return err
	case !found && (u.Versi != 1 || uint64(u.ID) != bucket.Sequence()+1):
		return fmt.Errorf("usulan %d version %d is not the next new one", u.ID, u.Versi)
	case found && u.Versi != old.Versi+1:
		return fmt.Errorf("usulan %d version %d does not follow %d", u.ID, u.Versi, old.Versi)
	}
	if !found {
		if err := bucket.SetSequence(uint64(u.ID)); err != nil {
			return err
		}
	}
	return schema.Usulans.Put(w.Tx, u)
}

// AppendHistory adds an entry to the trail, or to the journal of an import that is prepared.
func (w *Writer) AppendHistory(e jejak.Entry) error {
	if w.Journal != nil {
		return schema.KeepEntry(w.Journal, schema.JournalKind(e), e)
	}
	if e.Usulan != 0 {
		if err := w.publishBefore(e); err != nil {
			return err
		}
	}
	return w.appendEntry(e)
}

func (w *Writer) appendEntry(e jejak.Entry) error {
	last, err := reader.LastEntry(w.Tx)
	if err != nil {
		return err
	}
	e = e.After(last)
	w.entries = append(w.entries, e)
	return schema.Histories.Put(w.Tx, e)
}

func countKeterangan(w *Writer, e dialog.CountKeterangan) error {
	k := schema.Keterangan{Scope: e.Scope, Aksi: e.Aksi, Text: e.Keterangan}
	if old, found := reader.LookUp(w.Reader, schema.Keterangans, schema.Keterangans.Key(k)); found {
		k.Count = old.Count
	}
	k.Count++
	return schema.Keterangans.Put(w.Tx, k)
}

// saveAccount keeps an account. A pegawai has one account at most.
func saveAccount(w *Writer, a flow.Account) error {
	if a.Pegawai != 0 {
		if p, _ := w.Pegawai(a.Pegawai); !p.Aktif() {
			return fmt.Errorf("pegawai %d has left", a.Pegawai)
		}
		if other, bound := w.AccountOf(a.Pegawai); bound && other.ID != a.ID {
			return fmt.Errorf("pegawai %d is bound to another account", a.Pegawai)
		}
	}
	return w.putAccount(a)
}

// savePanduan replaces an entry, or makes the next new one.
func (w *Writer) savePanduan(p flow.Panduan) error {
	bucket := schema.Panduans.In(w.Tx)
	_, found, err := schema.Panduans.Get(w.Tx, schema.Key(uint64(p.ID)))
	switch {
	case err != nil:
		return err
	case !found && uint64(p.ID) != bucket.Sequence()+1:
		return fmt.Errorf("panduan %d is not the next new one", p.ID)
	case !found:
		if err := bucket.SetSequence(uint64(p.ID)); err != nil {
			return err
		}
	}
	return schema.Panduans.Put(w.Tx, p)
}

func savePadanan(w *Writer, p schema.Padanan) error {
	if p.Panduan == 0 {
		return schema.Padanans.Delete(w.Tx, schema.Padanans.Key(p))
	}
	return schema.Padanans.Put(w.Tx, p)
}

// silent tells whether one message for both makes no sound. An edit, which never makes one, has no say in it.
func silent(a, b dialog.Show) bool {
	return (a.Silent || a.Manner == dialog.Quietly) && (b.Silent || b.Manner == dialog.Quietly)
}

// louder is the manner that does what either of two would: a ring that is owed stays owed.
func louder(a, b dialog.Manner) dialog.Manner {
	for _, m := range []dialog.Manner{dialog.Anew, dialog.Here} {
		if a == m || b == m {
			return m
		}
	}
	return dialog.Quietly
}
