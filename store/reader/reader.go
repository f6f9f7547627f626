package reader

import (
	"cmp"
	"slices"
	"time"

	bolt "go.etcd.io/bbolt"

	"siip-asn/flow"
	"siip-asn/flow/aktivasi"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/giliran"
	"siip-asn/flow/identitas"
	"siip-asn/flow/jejak"
	"siip-asn/flow/spelling"
	"siip-asn/store/schema"
	"siip-asn/store/table"
)

// Records are the look-ups of what is known of people, offices and the catalogue, over a transaction. The first damaged
// record that they meet is kept in err; whoever made the reader looks at it when the look-ups are done.
type Records struct {
	Tx    *bolt.Tx
	Rules flow.Aturan
	Now   time.Time // of the event in hand; zero outside of one
	Err   error
	Stage *Stage // notes what is changed while an import is prepared; nil: nobody prepares one
}

// records is for the look-ups that every table has in common.
func (r *Records) records() *Records { return r }

// holder has records: a Reader, or whatever embeds one.
type holder interface{ records() *Records }

// Reader implements dialog.Reader: Records, and what has been proposed, shown and written into the trail.
type Reader struct{ *Records }

var _ dialog.Reader = (*Reader)(nil)

// LookUp reads one record and keeps the error, if any, for the end.
func LookUp[T any](h holder, t table.Of[T], key []byte) (T, bool) {
	r := h.records()
	v, found, err := t.Get(r.Tx, key)
	if err != nil && r.Err == nil {
		r.Err = err
	}
	return v, found
}

// LookUpBy reads the record that an index entry names by its value.
func LookUpBy[T any](h holder, t table.Of[T], ix table.Index[T], key []byte) (T, bool) {
	r := h.records()
	id := ix.In(r.Tx).Get(key)
	if id == nil {
		var none T
		return none, false
	}
	return LookUp(r, t, id)
}

// lookUpAll reads the records whose ids stand at the ends of the index keys that begin with prefix.
func lookUpAll[T any](h holder, t table.Of[T], ix table.Index[T], prefix []byte) []T {
	r := h.records()
	var list []T
	for _, id := range ix.Numbers(r.Tx, prefix) {
		if v, found := LookUp(r, t, schema.Key(id)); found {
			list = append(list, v)
		}
	}
	return list
}

// Aturan are the rules of the office.
func (r *Records) Aturan() flow.Aturan { return r.Rules }

// Account is what is known of a Telegram account.
func (r *Records) Account(id flow.AccountID) flow.Account {
	a, _ := LookUp(r, schema.Accounts, schema.Key(int64(id)))
	a.ID = id
	a.ClosedUntil = r.untilByMachine(a.ClosedUntil)
	return a
}

// AccountOf is the account bound to a pegawai.
func (r *Records) AccountOf(p flow.PegawaiID) (flow.Account, bool) {
	a, bound := LookUpBy(r, schema.Accounts, schema.AccountPegawai, schema.Key(uint64(p)))
	a.ClosedUntil = r.untilByMachine(a.ClosedUntil)
	return a, bound
}

// Aktivasi is the activation code with this hash.
func (r *Records) Aktivasi(hash string) (aktivasi.Aktivasi, bool) {
	a, found := LookUp(r, schema.Aktivasis, schema.Key(hash))
	a.Sampai = r.untilByMachine(a.Sampai)
	return a, found
}

// AktivasiOf is the activation code that was given out to a pegawai, also when it has expired.
func (r *Records) AktivasiOf(p flow.PegawaiID) (aktivasi.Aktivasi, bool) {
	a, found := LookUpBy(r, schema.Aktivasis, schema.AktivasiPegawai, schema.Key(uint64(p)))
	a.Sampai = r.untilByMachine(a.Sampai)
	return a, found
}

// Session is where the person of a chat is in the conversation.
func (r *Records) Session(chat flow.AccountID) dialog.Session {
	s, _ := LookUp(r, schema.Sessions, schema.SessionKey(chat))
	return s.Session
}

// Pegawai is the pegawai with this id.
func (r *Records) Pegawai(id flow.PegawaiID) (flow.Pegawai, bool) {
	return LookUp(r, schema.Pegawais, schema.Key(uint64(id)))
}

// PegawaiByNIP is the pegawai with this NIP.
func (r *Records) PegawaiByNIP(nip identitas.NIP) (flow.Pegawai, bool) {
	return LookUpBy(r, schema.Pegawais, schema.PegawaiNIP, schema.Key(string(nip)))
}

// PegawaiByHP lists the pegawai in service with this number.
func (r *Records) PegawaiByHP(hp identitas.HP) []flow.Pegawai {
	if hp == "" {
		return nil
	}
	return lookUpAll(r, schema.Pegawais, schema.PegawaiHP, schema.Key(string(hp)))
}

// PegawaiOf lists the pegawai of an OPD who are in service.
func (r *Records) PegawaiOf(opd flow.OPDID) []flow.Pegawai {
	return lookUpAll(r, schema.Pegawais, schema.PegawaiOPD, schema.Key(uint64(opd)))
}

// AdminOPD lists the Admin OPD of an OPD.
func (r *Records) AdminOPD(opd flow.OPDID) []flow.Pegawai {
	return lookUpAll(r, schema.Pegawais, schema.PegawaiPeran, schema.Key(flow.AdminOPD.Nomor(), uint64(opd)))
}

// AdminSIIP lists the Admin SIIP-ASN.
func (r *Records) AdminSIIP() []flow.Pegawai {
	return lookUpAll(r, schema.Pegawais, schema.PegawaiPeran, schema.Key(flow.AdminSIIP.Nomor(), uint64(0)))
}

// OPD is the OPD with this id.
func (r *Records) OPD(id flow.OPDID) (flow.OPD, bool) {
	return LookUp(r, schema.Opds, schema.Key(uint64(id)))
}

// OPDByName is the OPD with this name, whatever its case and spacing.
func (r *Records) OPDByName(nama string) (flow.OPD, bool) {
	return LookUpBy(r, schema.Opds, schema.OpdNama, schema.Key(spelling.Key(nama)))
}

// Panduan is the entry of the panduan with this id.
func (r *Records) Panduan(id flow.PanduanID) (flow.Panduan, bool) {
	return LookUp(r, schema.Panduans, schema.Key(uint64(id)))
}

// Katalog lists the whole panduan, in order.
func (r *Records) Katalog() []flow.Panduan { return all(r, schema.Panduans) }

// OPDs lists all OPD, by name.
func (r *Records) OPDs() []flow.OPD {
	list := all(r, schema.Opds)
	slices.SortFunc(list, func(a, b flow.OPD) int { return cmp.Compare(a.Nama, b.Nama) })
	return list
}

// Pegawais lists all pegawai, in the order in which they came in.
func (r *Records) Pegawais() []flow.Pegawai { return all(r, schema.Pegawais) }

func all[T any](h holder, t table.Of[T]) []T {
	r := h.records()
	list := make([]T, 0, 64) // of its own: whoever asked may sort it or take out of it
	err := t.Each(r.Tx, func(v T) error {
		list = append(list, v)
		return nil
	})
	if err != nil && r.Err == nil {
		r.Err = err
	}
	return list
}

// Usulan is the usulan with this id, also a deleted one.
func (r *Reader) Usulan(id flow.UsulanID) (flow.Usulan, bool) {
	return LookUp(r, schema.Usulans, schema.Key(uint64(id)))
}

// UsulanOf lists the usulan of a pegawai, newest first.
func (r *Reader) UsulanOf(p flow.PegawaiID) []flow.Usulan {
	list := lookUpAll(r, schema.Usulans, schema.UsulanPegawai, schema.Key(uint64(p)))
	slices.Reverse(list)
	return list
}

// Waiting lists the usulan of an OPD, or of all for 0, in a status, longest there first.
func (r *Reader) Waiting(opd flow.OPDID, status flow.Status) []giliran.Waiting {
	prefix := schema.Key(status.Nomor())
	if opd != 0 {
		prefix = schema.Key(status.Nomor(), uint64(opd))
	}
	var list []giliran.Waiting
	schema.UsulanStatus.Scan(r.Tx, prefix, func(k, v []byte) bool {
		list = append(list, giliran.Waiting{
			Usulan:  flow.UsulanID(table.Number(k)),
			Pegawai: flow.PegawaiID(table.Number(v)),
			OPD:     flow.OPDID(table.Number(k[1:9])),
			Sejak:   time.Unix(0, table.Signed(k[9:17])),
		})
		return true
	})
	if opd == 0 {
		slices.SortFunc(list, giliran.InQueue)
	}
	return list
}

// Viewers lists the chats that have a card of the usulan.
func (r *Reader) Viewers(id flow.UsulanID) []flow.AccountID {
	var list []flow.AccountID
	schema.Viewers.Scan(r.Tx, schema.Key(string(ui.SlotOf(id))), func(k, _ []byte) bool {
		list = append(list, flow.AccountID(table.Signed(k)))
		return true
	})
	return list
}

// Shown tells whether the slot was ever shown in the chat.
func (r *Reader) Shown(chat flow.AccountID, slot ui.Slot) bool {
	return schema.Viewers.In(r.Tx).Get(schema.Viewers.Key(schema.Viewer{Slot: slot, Chat: chat})) != nil
}

// Cards lists the usulan that have a card in the chat, by number.
func (r *Reader) Cards(chat flow.AccountID) []flow.UsulanID {
	var list []flow.UsulanID
	prefix := schema.Key(int64(chat), schema.KindSlot)
	schema.Slots.Scan(r.Tx, prefix, func(k, _ []byte) bool {
		if id, is := ui.Slot(k[len(prefix) : len(k)-1]).Usulan(); is {
			list = append(list, id)
		}
		return true
	})
	slices.Sort(list)
	return list
}

// History lists the trail of an usulan, oldest first. What an import has yet to add to it stands at its end, without a number.
func (r *Reader) History(id flow.UsulanID) []jejak.Entry {
	list := lookUpAll(r, schema.Histories, schema.HistoryUsulan, schema.Key(uint64(id)))
	if table.ShownJournal(r.Tx) == nil {
		return list
	}
	u, _ := r.Usulan(id)
	err := schema.ToCome(r.Tx, u.Pegawai, func(e jejak.Entry) {
		if e.Usulan == id {
			list = append(list, e)
		}
	})
	if err != nil && r.Err == nil {
		r.Err = err
	}
	return list
}

// Keterangan lists the n reasons used most.
func (r *Reader) Keterangan(scope flow.OPDID, aksi flow.Aksi, n int) []dialog.Used {
	var list []schema.Keterangan
	var keys [][]byte
	schema.Keterangans.Scan(r.Tx, schema.Key(uint64(scope), aksi.Nomor()), func(k, _ []byte) bool {
		keys = append(keys, slices.Clone(k))
		return true
	})
	for _, k := range keys {
		if v, found := LookUp(r, schema.Keterangans, k); found {
			list = append(list, v)
		}
	}
	slices.SortStableFunc(list, func(a, b schema.Keterangan) int {
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
func (r *Records) Done(job string) time.Time {
	v := schema.Dones.In(r.Tx).Get([]byte(job))
	if v == nil {
		return time.Time{}
	}
	at := time.Unix(0, table.Signed(v))
	if !r.Now.IsZero() && at.After(r.Now) {
		return time.Time{}
	}
	return at
}
