package store

import (
	"fmt"
	"hash/fnv"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/post"
)

// apply makes one effect true in the transaction.
func (w *writer) apply(effect dialog.Effect) error {
	switch e := effect.(type) {
	case dialog.SaveUsulan:
		return w.saveUsulan(e.Usulan)
	case dialog.AppendHistory:
		return w.appendHistory(e.Entry)
	case dialog.CountKeterangan:
		return w.countKeterangan(e)
	case dialog.SaveAccount:
		return w.saveAccount(e.Account)
	case dialog.UseAktivasi:
		return dropAktivasi(w.tx, e.Pegawai)
	case dialog.SaveAktivasi:
		return saveAktivasi(w.tx, e.Aktivasi)
	case dialog.SavePegawai:
		return w.savePegawai(e.Pegawai)
	case dialog.Told:
		return handovers.Delete(w.tx, key(uint64(e.Pegawai)))
	case dialog.SaveOPD:
		return w.saveOPD(e.OPD)
	case dialog.SavePanduan:
		return w.savePanduan(e.Panduan)
	case dialog.SavePadanan:
		return w.savePadanan(padanan(e))
	case dialog.SaveJendela:
		return jendelas.Put(w.tx, jendela{e.Periode, e.Jendela})
	case dialog.SaveSkenario:
		if e.Hapus {
			return skenarios.Delete(w.tx, skenarios.Key(e.Skenario))
		}
		return skenarios.Put(w.tx, e.Skenario)
	case dialog.MarkDone:
		return dones.In(w.tx).Put([]byte(e.Job), key(e.At))
	case dialog.Answer:
		return nil // answerTap sees to it
	case dialog.More:
		w.more = true
		return mores.In(w.tx).Put(key(int64(w.in.Event.Chat())), nil)
	default:
		o, is := outgoing(effect)
		if !is {
			return fmt.Errorf("unknown effect")
		}
		w.out = append(w.out, o)
		return nil
	}
}

// outgoing is an effect that leaves the program. Its right is kept with the whole.
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

// saveUsulan makes version 1 or replaces the version before. The core looked the usulan up in this transaction, so
// anything else is a fault of its own.
func (w *writer) saveUsulan(u flow.Usulan) error {
	bucket := usulans.In(w.tx)
	w.touch(u.Pegawai)
	old, found, err := usulans.Get(w.tx, key(uint64(u.ID)))
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
	return usulans.Put(w.tx, u)
}

func (w *writer) appendHistory(e flow.Entry) error {
	if w.journal != nil {
		return keepEntry(w.journal, kindOf(e), e)
	}
	last, err := lastEntry(w.tx)
	if err != nil {
		return err
	}
	e = e.After(last)
	w.entries = append(w.entries, e)
	return histories.Put(w.tx, e)
}

func (w *writer) countKeterangan(e dialog.CountKeterangan) error {
	k := keterangan{Scope: e.Scope, Aksi: e.Aksi, Text: e.Keterangan}
	if old, found := lookUp(w.Reader, reasons, reasons.Key(k)); found {
		k.Count = old.Count
	}
	k.Count++
	return reasons.Put(w.tx, k)
}

func textHash(s string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(s))
	return h.Sum64()
}

// saveAccount keeps an account. A pegawai has one account at most.
func (w *writer) saveAccount(a flow.Account) error {
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
func (w *writer) savePanduan(p flow.Panduan) error {
	bucket := panduans.In(w.tx)
	_, found, err := panduans.Get(w.tx, key(uint64(p.ID)))
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
	return panduans.Put(w.tx, p)
}

func (w *writer) savePadanan(p padanan) error {
	if p.Panduan == 0 {
		return padanans.Delete(w.tx, padanans.Key(p))
	}
	return padanans.Put(w.tx, p)
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
