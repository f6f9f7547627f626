package store

import (
	"cmp"
	"slices"
	"time"

	bolt "go.etcd.io/bbolt"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/store/table"
)

// Reader implements flow.Reader over a transaction. The first damaged record that it meets is kept in err; whoever
// made the reader looks at it when the look-ups are done.
type Reader struct {
	tx     *bolt.Tx
	aturan flow.Aturan
	now    time.Time // of the event in hand; zero outside of one
	err    error
	stage  *stage // notes what is changed while an import is prepared; nil: nobody prepares one
}

var _ dialog.Reader = (*Reader)(nil)

func (s *Store) reader(tx *bolt.Tx) *Reader {
	r := &Reader{tx: tx, aturan: s.options.Aturan, stage: &s.stage}
	r.aturan.Bot = cmp.Or(r.aturan.Bot, string(metas.In(tx).Get(botKey)))
	return r
}

// lookUp reads one record and keeps the error, if any, for the end.
func lookUp[T any](r *Reader, t table.Of[T], key []byte) (T, bool) {
	v, found, err := t.Get(r.tx, key)
	if err != nil && r.err == nil {
		r.err = err
	}
	return v, found
}

// lookUpBy reads the record that an index entry names by its value.
func lookUpBy[T any](r *Reader, t table.Of[T], ix table.Index[T], key []byte) (T, bool) {
	id := ix.In(r.tx).Get(key)
	if id == nil {
		var none T
		return none, false
	}
	return lookUp(r, t, id)
}

// lookUpAll reads the records whose ids stand at the ends of the index keys that begin with prefix.
func lookUpAll[T any](r *Reader, t table.Of[T], ix table.Index[T], prefix []byte) []T {
	var list []T
	for _, id := range ix.Numbers(r.tx, prefix) {
		if v, found := lookUp(r, t, key(id)); found {
			list = append(list, v)
		}
	}
	return list
}

// Aturan are the rules of the office.
func (r *Reader) Aturan() flow.Aturan { return r.aturan }

// Account is what is known of a Telegram account.
func (r *Reader) Account(id flow.AccountID) flow.Account {
	a, _ := lookUp(r, accounts, key(int64(id)))
	a.ID = id
	a.Tutup = r.untilByMachine(a.Tutup)
	return a
}

// AccountOf is the account bound to a pegawai.
func (r *Reader) AccountOf(p flow.PegawaiID) (flow.Account, bool) {
	a, bound := lookUpBy(r, accounts, accountPegawai, key(uint64(p)))
	a.Tutup = r.untilByMachine(a.Tutup)
	return a, bound
}

// Aktivasi is the activation code with this hash.
func (r *Reader) Aktivasi(hash string) (flow.Aktivasi, bool) {
	a, found := lookUp(r, aktivasis, key(hash))
	a.Sampai = r.untilByMachine(a.Sampai)
	return a, found
}

// AktivasiOf is the activation code that was given out to a pegawai, also when it has expired.
func (r *Reader) AktivasiOf(p flow.PegawaiID) (flow.Aktivasi, bool) {
	a, found := lookUpBy(r, aktivasis, aktivasiPegawai, key(uint64(p)))
	a.Sampai = r.untilByMachine(a.Sampai)
	return a, found
}

// Session is where the person of a chat is in the conversation.
func (r *Reader) Session(chat flow.AccountID) dialog.Session {
	s, _ := lookUp(r, sessions, sessionKey(chat))
	return s.Session
}

// Pegawai is the pegawai with this id.
func (r *Reader) Pegawai(id flow.PegawaiID) (flow.Pegawai, bool) {
	return lookUp(r, pegawais, key(uint64(id)))
}

// PegawaiByNIP is the pegawai with this NIP.
func (r *Reader) PegawaiByNIP(nip flow.NIP) (flow.Pegawai, bool) {
	return lookUpBy(r, pegawais, pegawaiNIP, key(string(nip)))
}

// PegawaiByHP lists the pegawai in service with this number.
func (r *Reader) PegawaiByHP(hp flow.HP) []flow.Pegawai {
	if hp == "" {
		return nil
	}
	return lookUpAll(r, pegawais, pegawaiHP, key(string(hp)))
}

// PegawaiOf lists the pegawai of an OPD who are in service.
func (r *Reader) PegawaiOf(opd flow.OPDID) []flow.Pegawai {
	return lookUpAll(r, pegawais, pegawaiOPD, key(uint64(opd)))
}

// AdminOPD lists the Admin OPD of an OPD.
func (r *Reader) AdminOPD(opd flow.OPDID) []flow.Pegawai {
	return lookUpAll(r, pegawais, pegawaiPeran, key(flow.AdminOPD.Nomor(), uint64(opd)))
}

// AdminSIIP lists the Admin SIIP-ASN.
func (r *Reader) AdminSIIP() []flow.Pegawai {
	return lookUpAll(r, pegawais, pegawaiPeran, key(flow.AdminSIIP.Nomor(), uint64(0)))
}

// OPD is the OPD with this id.
func (r *Reader) OPD(id flow.OPDID) (flow.OPD, bool) { return lookUp(r, opds, key(uint64(id))) }

// OPDByName is the OPD with this name, whatever its case and spacing.
func (r *Reader) OPDByName(nama string) (flow.OPD, bool) {
	return lookUpBy(r, opds, opdNama, key(flow.Key(nama)))
}

// Panduan is the entry of the panduan with this id.
func (r *Reader) Panduan(id flow.PanduanID) (flow.Panduan, bool) {
	return lookUp(r, panduans, key(uint64(id)))
}

// Katalog lists the whole panduan, in order.
func (r *Reader) Katalog() []flow.Panduan { return all(r, panduans) }

// OPDs lists all OPD, by name.
func (r *Reader) OPDs() []flow.OPD {
	list := all(r, opds)
	slices.SortFunc(list, func(a, b flow.OPD) int { return cmp.Compare(a.Nama, b.Nama) })
	return list
}

// Pegawais lists all pegawai, in the order in which they came in.
func (r *Reader) Pegawais() []flow.Pegawai { return all(r, pegawais) }

func all[T any](r *Reader, t table.Of[T]) []T {
	var list []T
	err := t.Each(r.tx, func(v T) error {
		list = append(list, v)
		return nil
	})
	if err != nil && r.err == nil {
		r.err = err
	}
	return list
}

// Usulan is the usulan with this id, also a deleted one.
func (r *Reader) Usulan(id flow.UsulanID) (flow.Usulan, bool) {
	return lookUp(r, usulans, key(uint64(id)))
}

// UsulanOf lists the usulan of a pegawai, newest first.
func (r *Reader) UsulanOf(p flow.PegawaiID) []flow.Usulan {
	list := lookUpAll(r, usulans, usulanPegawai, key(uint64(p)))
	slices.Reverse(list)
	return list
}

// Waiting lists the usulan of an OPD, or of all for 0, in a status, longest there first.
func (r *Reader) Waiting(opd flow.OPDID, status flow.Status) []flow.Waiting {
	prefix := key(status.Nomor())
	if opd != 0 {
		prefix = key(status.Nomor(), uint64(opd))
	}
	var list []flow.Waiting
	usulanStatus.Scan(r.tx, prefix, func(k, v []byte) bool {
		list = append(list, flow.Waiting{
			Usulan:  flow.UsulanID(table.Number(k)),
			Pegawai: flow.PegawaiID(table.Number(v)),
			OPD:     flow.OPDID(table.Number(k[1:9])),
			Sejak:   time.Unix(0, table.Signed(k[9:17])),
		})
		return true
	})
	if opd == 0 {
		slices.SortFunc(list, dialog.InQueue)
	}
	return list
}

// Viewers lists the chats that have a card of the usulan.
func (r *Reader) Viewers(id flow.UsulanID) []flow.AccountID {
	var list []flow.AccountID
	viewers.Scan(r.tx, key(string(dialog.SlotOf(id))), func(k, _ []byte) bool {
		list = append(list, flow.AccountID(table.Signed(k)))
		return true
	})
	return list
}

// Shown tells whether the slot was ever shown in the chat.
func (r *Reader) Shown(chat flow.AccountID, slot dialog.Slot) bool {
	return viewers.In(r.tx).Get(viewers.Key(viewer{Slot: slot, Chat: chat})) != nil
}

// Cards lists the usulan that have a card in the chat, by number.
func (r *Reader) Cards(chat flow.AccountID) []flow.UsulanID {
	var list []flow.UsulanID
	prefix := key(int64(chat), kindSlot)
	slots.Scan(r.tx, prefix, func(k, _ []byte) bool {
		if id, is := dialog.Slot(k[len(prefix) : len(k)-1]).Usulan(); is {
			list = append(list, id)
		}
		return true
	})
	slices.Sort(list)
	return list
}

// History lists the trail of an usulan, oldest first.
func (r *Reader) History(id flow.UsulanID) []flow.Entry {
	return lookUpAll(r, histories, historyUsulan, key(uint64(id)))
}

// Keterangan lists the n reasons used most.
func (r *Reader) Keterangan(scope flow.OPDID, aksi flow.Aksi, n int) []dialog.Used {
	var list []keterangan
	var keys [][]byte
	reasons.Scan(r.tx, key(uint64(scope), aksi.Nomor()), func(k, _ []byte) bool {
		keys = append(keys, slices.Clone(k))
		return true
	})
	for _, k := range keys {
		if v, found := lookUp(r, reasons, k); found {
			list = append(list, v)
		}
	}
	slices.SortStableFunc(list, func(a, b keterangan) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Text, b.Text))
	})
	var used []dialog.Used
	for _, v := range list[:min(n, len(list))] {
		used = append(used, dialog.Used{Text: v.Text, Count: v.Count})
	}
	return used
}

// Done is the instant for which a job was last done; zero when it never was, or when that is still to come: the clock had
// leapt ahead then.
func (r *Reader) Done(job string) time.Time {
	v := dones.In(r.tx).Get([]byte(job))
	if v == nil {
		return time.Time{}
	}
	at := time.Unix(0, table.Signed(v))
	if !r.now.IsZero() && at.After(r.now) {
		return time.Time{}
	}
	return at
}
