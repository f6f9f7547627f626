package store

import (
	bolt "go.etcd.io/bbolt"

	"siip-asn/flow"
)

// A pegawai and an account are only ever written by putPegawai and putAccount: so no change of who can act can miss its
// note, whichever way it comes. The clock is woken up to tell of it; a process that only changes and ends leaves that to
// the next one that runs the bot.

// putPegawai writes a pegawai, and notes a handover where there is one. Who leaves loses his account and his code in the
// same transaction.
func (w *writer) putPegawai(p flow.Pegawai) error {
	before, _ := w.Pegawai(p.ID)
	w.touchPegawai(before, p)
	account, bound := w.AccountOf(p.ID)
	if flow.Beralih(before, p) {
		if err := w.noteHandover(before, account); err != nil {
			return err
		}
	}
	if err := pegawais.Put(w.tx, p); err != nil || p.Aktif() {
		return err
	}
	if bound {
		if err := w.putAccount(flow.Account{ID: account.ID, Hilang: account.Hilang}); err != nil {
			return err
		}
	}
	return dropAktivasi(w.tx, p.ID)
}

// putAccount writes an account, and notes a handover where there is one.
func (w *writer) putAccount(a flow.Account) error {
	before := w.Account(a.ID)
	w.touch(before.Pegawai, a.Pegawai)
	for _, id := range []flow.PegawaiID{before.Pegawai, a.Pegawai} {
		if p, known := w.Pegawai(id); known && flow.AkunBeralih(before, a, p) {
			was := before
			if was.Pegawai != id {
				was = flow.Account{}
			}
			if err := w.noteHandover(p, was); err != nil {
				return err
			}
		}
	}
	a.Tutup = w.untilBelieved(a.Tutup)
	return accounts.Put(w.tx, a)
}

// waking writes in one transaction, and wakes up whoever has to go on with work that this has made.
func (s *Store) waking(write func(*writer) error) error {
	var w *writer
	err := s.update(func(tx *bolt.Tx) error {
		w = &writer{Reader: s.reader(tx), options: s.options}
		if err := write(w); err != nil {
			return err
		}
		return w.err
	})
	if err == nil && w.more && s.options.More != nil {
		s.options.More()
	}
	return err
}

// noteHandover keeps what was before, for the core to compare. Of several changes the state before the first one counts:
// that is what people were told last.
func (w *writer) noteHandover(p flow.Pegawai, account flow.Account) error {
	h := flow.Peralihan{Pegawai: p.ID, Dulu: p, Akun: account.ID, Hilang: account.Hilang}
	if _, noted := lookUp(w.Reader, handovers, handovers.Key(h)); noted {
		return nil
	}
	w.more = true
	if err := mores.In(w.tx).Put(key(int64(0)), nil); err != nil {
		return err
	}
	return handovers.Put(w.tx, h)
}

// Peralihan lists the n first handovers that nobody was told of yet, by pegawai.
func (r *Reader) Peralihan(n int) []flow.Peralihan {
	list, _, err := handovers.Part(r.tx, nil, n)
	if err != nil && r.err == nil {
		r.err = err
	}
	return list
}
