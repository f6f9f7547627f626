package core

import (
	bolt "go.etcd.io/bbolt"

	"siip-asn/flow"
	"siip-asn/flow/giliran"
	"siip-asn/store/reader"
	"siip-asn/store/schema"
)

// A handover is a change of who can act: a role, an OPD, an account. Pegawai and accounts are only ever written by PutPegawai and
// putAccount, which note the handover in the same transaction, so no change can miss its note, whether a chat, an import or a
// command makes it. It is work for the clock (Options.More), which tells the people concerned; a command that
// changes and ends leaves that to the bot, which finds the note when it runs.

// PutPegawai writes a pegawai, and notes a handover where there is one. Who leaves loses his account and his code in the
// same transaction.
func (w *Writer) PutPegawai(p flow.Pegawai) error {
	before, _ := w.Pegawai(p.ID)
	w.people = true
	w.touchPegawai(before, p)
	account, bound := w.AccountOf(p.ID)
	if giliran.Beralih(before, p) {
		if err := w.noteHandover(before, account); err != nil {
			return err
		}
	}
	if err := schema.Pegawais.Put(w.Tx, p); err != nil || p.Aktif() {
		return err
	}
	if bound {
		if err := w.putAccount(flow.Account{ID: account.ID, Unreachable: account.Unreachable}); err != nil {
			return err
		}
	}
	return DropAktivasi(w.Tx, p.ID)
}

// putAccount writes an account, and notes a handover where there is one.
func (w *Writer) putAccount(a flow.Account) error {
	before := w.Account(a.ID)
	w.people = true
	w.touch(before.Pegawai, a.Pegawai)
	for _, id := range []flow.PegawaiID{before.Pegawai, a.Pegawai} {
		if p, known := w.Pegawai(id); known && giliran.AkunBeralih(before, a, p) {
			was := before
			if was.Pegawai != id {
				was = flow.Account{}
			}
			if err := w.noteHandover(p, was); err != nil {
				return err
			}
		}
	}
	a.ClosedUntil = w.UntilBelieved(a.ClosedUntil)
	return schema.Accounts.Put(w.Tx, a)
}

// Waking writes in one transaction, and wakes up whoever has to go on with work that this has made.
func (s *Store) Waking(write func(*Writer) error) error {
	var w *Writer
	err := s.Update(func(tx *bolt.Tx) error {
		w = &Writer{Reader: s.ReaderOf(tx), Options: s.Options}
		if err := write(w); err != nil {
			return err
		}
		return w.Err
	})
	if err == nil && w.More && s.Options.More != nil {
		s.Options.More()
	}
	return err
}

// noteHandover keeps what was before, for the core to compare. Of several changes the state before the first one counts:
// that is what people were told last.
func (w *Writer) noteHandover(p flow.Pegawai, account flow.Account) error {
	h := giliran.Peralihan{Pegawai: p.ID, Dulu: p, Akun: account.ID, Unreachable: account.Unreachable}
	if _, noted := reader.LookUp(w.Reader, schema.Handovers, schema.Handovers.Key(h)); noted {
		return nil
	}
	w.More = true
	if err := schema.Mores.In(w.Tx).Put(schema.Key(int64(0)), nil); err != nil {
		return err
	}
	return schema.Handovers.Put(w.Tx, h)
}
