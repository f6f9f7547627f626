package schema

import (
	"bytes"
	"slices"

	bolt "go.etcd.io/bbolt"

	"siip-asn/flow"
	"siip-asn/flow/aktivasi"
	"siip-asn/flow/cetakan"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/giliran"
	"siip-asn/flow/imports"
	"siip-asn/flow/jejak"
	"siip-asn/flow/judul"
	"siip-asn/flow/kalender"
	"siip-asn/flow/post"
	"siip-asn/flow/rencana"
	"siip-asn/flow/spelling"
	"siip-asn/store/table"
)

// HasLeft tells that a pegawai is Nonaktif from his record as it is stored, without decoding it: all of them are counted often, and
// decoding would be most of that work. It cannot be fooled by a text with these words, in which JSON escapes the quotes.
func HasLeft(record []byte) bool { return bytes.Contains(record, []byte(`"nonaktif":{`)) }

// The tables. What a key or a value is made of stands in about, and from there in the package comment.
var (
	Pegawais = table.Of[flow.Pegawai]{
		Bucket:  table.Named("pegawai", "pegawai → Pegawai"),
		Key:     func(p flow.Pegawai) []byte { return Key(uint64(p.ID)) },
		Cache:   &table.Cache[flow.Pegawai]{},
		Indexes: []table.Index[flow.Pegawai]{PegawaiNIP, PegawaiHP, PegawaiOPD, PegawaiPeran, PegawaiSearch},
	}
	Opds = table.Of[flow.OPD]{
		Bucket:  table.Named("opd", "opd → OPD"),
		Key:     func(o flow.OPD) []byte { return Key(uint64(o.ID)) },
		Cache:   &table.Cache[flow.OPD]{},
		Indexes: []table.Index[flow.OPD]{OpdNama},
	}
	Panduans = table.Of[flow.Panduan]{
		Bucket:  table.Named("panduan", "panduan → Panduan, in the order of the list"),
		Key:     func(p flow.Panduan) []byte { return Key(uint64(p.ID)) },
		Cache:   &table.Cache[flow.Panduan]{},
		Indexes: []table.Index[flow.Panduan]{PanduanNama},
	}
	Padanans = table.Of[Padanan]{
		Bucket: table.Named("padanan", "key of a title typed by hand → the entry of the panduan as which it counts"),
		Key:    func(p Padanan) []byte { return Key(p.Judul) },
	}
	Jendelas = table.Of[Jendela]{
		Bucket: table.Named("jendela", "periode → when usulan can be proposed"),
		Key:    func(j Jendela) []byte { return Key(uint64(j.Periode)) },
	}
	Usulans = table.Of[flow.Usulan]{
		Bucket:  table.Named("usulan", "usulan → Usulan, deleted ones too"),
		Key:     func(u flow.Usulan) []byte { return Key(uint64(u.ID)) },
		Cache:   &table.Cache[flow.Usulan]{},
		Indexes: []table.Index[flow.Usulan]{UsulanPegawai, UsulanStatus, UsulanSearch, UsulanJudul},
	}
	Cetakans = table.Of[cetakan.Record]{
		Bucket: table.Named("cetakan", "code of something printed → Record, kept as long as the trail"),
		Key:    func(c cetakan.Record) []byte { return Key(c.Kode) },
	}
	Rencanas = table.Of[rencana.Baris]{
		Bucket: table.Named("rencana", "periode, key of the diklat → Baris of the plan"),
		Key:    func(b rencana.Baris) []byte { return Key(uint64(b.Periode), b.Kunci) },
	}
	Skenarios = table.Of[rencana.Skenario]{
		Bucket: table.Named("skenario", "periode, nama without case, spaces and punctuation → Skenario"),
		Key:    func(s rencana.Skenario) []byte { return Key(uint64(s.Periode), judul.Key(s.Nama)) },
	}
	Histories = table.Of[jejak.Entry]{
		Bucket:  table.Named("history", "number → Entry, append-only, each with the hash of the one before"),
		Key:     func(e jejak.Entry) []byte { return Key(e.Nomor) },
		Indexes: []table.Index[jejak.Entry]{HistoryUsulan, HistoryPegawai},
	}
	Accounts = table.Of[flow.Account]{
		Bucket:  table.Named("account", "Telegram account → Account"),
		Key:     func(a flow.Account) []byte { return Key(int64(a.ID)) },
		Cache:   &table.Cache[flow.Account]{},
		Indexes: []table.Index[flow.Account]{AccountPegawai},
	}
	Aktivasis = table.Of[aktivasi.Aktivasi]{
		Bucket:  table.Named("aktivasi", "hash of the code → Aktivasi"),
		Key:     func(a aktivasi.Aktivasi) []byte { return Key(a.Hash) },
		Indexes: []table.Index[aktivasi.Aktivasi]{AktivasiPegawai},
	}
	Handovers = table.Of[giliran.Peralihan]{
		Bucket: table.Named("peralihan", "pegawai → Peralihan, until the people concerned are told"),
		Key:    func(h giliran.Peralihan) []byte { return Key(uint64(h.Pegawai)) },
	}
	Riwayats = table.Of[imports.Riwayat]{
		Bucket: table.Named("riwayat", "pegawai, year, hash of the title → Riwayat"),
		Key: func(r imports.Riwayat) []byte {
			return Key(uint64(r.Pegawai), uint64(r.Tahun), TextHash(judul.Key(r.Diklat)))
		},
	}
	Sessions = table.Of[Session]{
		Bucket: Talks, Kind: kindSession,
		Key:    func(s Session) []byte { return SessionKey(s.Chat) },
		Encode: encodeSession, Decode: decodeSession, Cache: &table.Cache[Session]{},
	}
	Keterangans = table.Of[Keterangan]{
		Bucket: table.Named("keterangan", "opd (0 for Admin SIIP-ASN), aksi, hash of the text → how often it was the reason"),
		Key:    func(k Keterangan) []byte { return Key(uint64(k.Scope), k.Aksi.Nomor(), TextHash(k.Text)) },
	}
	Outgoings = table.Of[post.Outgoing]{
		Bucket: table.Named("outbox", "number → Outgoing behind what its ticket needs, until it is sent"),
		Key:    func(o post.Outgoing) []byte { return Key(o.ID) },
		Encode: encodeOutgoing, Decode: decodeOutgoing,
	}
	Slots = table.Of[Slot]{
		Bucket: Talks, Kind: KindSlot,
		Key:    func(s Slot) []byte { return SlotKeyOf(s.Chat, s.Slot) },
		Encode: encodeSlot, Decode: decodeSlot,
	}
	Viewers = table.Of[Viewer]{
		Bucket: table.Named("viewer", "slot, chat → whose chat shows the slot"),
		Key:    func(v Viewer) []byte { return Key(string(v.Slot), int64(v.Chat)) },
	}
	Letters = table.Of[DeadLetter]{
		Bucket:  table.Named("dead", "number → what could not be read, done or sent, for the operator"),
		Key:     func(d DeadLetter) []byte { return Key(d.Nomor) },
		Indexes: []table.Index[DeadLetter]{DeadOrang},
	}
)

// The indexes of the tables.
var (
	PegawaiNIP = table.By("pegawai.nip", "nip → pegawai", func(p flow.Pegawai) []table.Pair {
		return entry(Key(string(p.NIP)), Key(uint64(p.ID)))
	})
	PegawaiHP = table.By("pegawai.hp", "hp, pegawai → (Aktif)", func(p flow.Pegawai) []table.Pair {
		if p.HP == "" || !p.Aktif() {
			return nil
		}
		return entry(Key(string(p.HP), uint64(p.ID)), nil)
	})
	PegawaiOPD = table.By("pegawai.opd", "opd, pegawai → (Aktif)", func(p flow.Pegawai) []table.Pair {
		if !p.Aktif() {
			return nil
		}
		return entry(Key(uint64(p.OPD), uint64(p.ID)), nil)
	})
	PegawaiPeran  = table.By("pegawai.peran", "peran, opd (0 for Admin SIIP-ASN), pegawai →", peranEntries)
	PegawaiSearch = table.By("pegawai.cari", "pegawai → nama in small letters, NIP", pegawaiSearchEntries).Anew(3)
	OpdNama       = table.By("opd.nama", "nama without case and spaces → opd", func(o flow.OPD) []table.Pair {
		return entry(Key(spelling.Key(o.Nama)), Key(uint64(o.ID)))
	}).Anew(3)
	PanduanNama = table.By("panduan.nama", "nama without case, spaces and punctuation → panduan", func(p flow.Panduan) []table.Pair {
		return entry(Key(judul.Key(p.Nama)), Key(uint64(p.ID)))
	})
	UsulanPegawai = table.By("usulan.pegawai", "pegawai, usulan → (not deleted)", func(u flow.Usulan) []table.Pair {
		return living(u, entry(Key(uint64(u.Pegawai), uint64(u.ID)), nil))
	})
	UsulanStatus = table.By("usulan.status", "status, opd, since when, usulan → pegawai (not deleted)", func(u flow.Usulan) []table.Pair {
		return living(u, entry(Key(u.Status.Nomor(), uint64(u.OPD), u.Sejak, uint64(u.ID)), Key(uint64(u.Pegawai))))
	})
	UsulanSearch = table.By("usulan.cari", "usulan → status, opd, periode, pegawai, panduan, rekomendasi, judul (not deleted)", usulanSearchEntries).Anew(3)
	UsulanJudul  = table.By("usulan.judul", "key of the title typed by hand, usulan → (not deleted)", func(u flow.Usulan) []table.Pair {
		if !u.Manual() {
			return nil
		}
		return living(u, entry(Key(judul.Key(u.Judul), uint64(u.ID)), nil))
	})
	HistoryUsulan = table.By("history.usulan", "usulan, number →", func(e jejak.Entry) []table.Pair {
		if e.Usulan == 0 {
			return nil
		}
		return entry(Key(uint64(e.Usulan), e.Nomor), nil)
	})
	HistoryPegawai = table.By("history.pegawai", "pegawai, number → (whom it concerns, and who did it)", whoEntries)
	AccountPegawai = table.By("account.pegawai", "pegawai → Telegram account", func(a flow.Account) []table.Pair {
		if a.Pegawai == 0 {
			return nil
		}
		return entry(Key(uint64(a.Pegawai)), Key(int64(a.ID)))
	})
	AktivasiPegawai = table.By("aktivasi.pegawai", "pegawai → hash of the code", func(a aktivasi.Aktivasi) []table.Pair {
		return entry(Key(uint64(a.Pegawai)), Key(a.Hash))
	})
)

// DeadOrang finds the letters of one person, so that he cannot push out those of others.
var DeadOrang = table.By("dead.orang", "Telegram account of whose it is (0: nobody's), number →", func(d DeadLetter) []table.Pair {
	return entry(Key(int64(d.Person()), d.Nomor), nil)
}).Anew(8)

// The buckets that hold numbers and need no record.
var (
	Metas   = table.Named("meta", "name → the version of the schema, the name of the bot, the pause that the server asked for, when something was sent last, when it was restored and which codes count then, how the clock of the machine runs")
	Updates = table.Named("update", "update id of what has no mark → when it was taken (unix seconds), kept 30 days")
	Talks   = table.Named("talk", "chat, kind → 1: its newest message known; 2: where the person is in the conversation; 3, slot: the message that holds it; 4: the marks of its newest messages and taps, kept 30 days")
	Mores   = table.Named("more", "chat (0 for the clock) → (its work is not through)")
	Dones   = table.Named("done", "job → for which instant it was last done (unix nanoseconds)")
)

// The kinds of what is kept of a chat. All of them are in one bucket with the chat first in the key, because a step writes all of
// them: so they lie on one page of the file, and a commit writes that page instead of four.
const (
	KindNewest byte = 1 + iota
	kindSession
	KindSlot
	KindMark
)

// NewestKey, and those below, are the keys of what is kept of one chat: here its newest message known.
func NewestKey(chat flow.AccountID) []byte { return Key(int64(chat), KindNewest) }

// SessionKey is where the session of a chat is.
func SessionKey(chat flow.AccountID) []byte { return Key(int64(chat), kindSession) }

// SlotKeyOf is where the message of a slot is.
func SlotKeyOf(chat flow.AccountID, s ui.Slot) []byte {
	return Key(int64(chat), KindSlot, string(s))
}

// MarksKey is where the newest marks of a chat are.
func MarksKey(chat flow.AccountID) []byte { return Key(int64(chat), KindMark) }

// OldMarkKey is where a mark stands that was taken before marks were kept by their chat.
func OldMarkKey(mark string) []byte { return Key(int64(0), KindMark, mark) }

// ChatOf is the chat to which a key of talks belongs, and the kind of what it finds.
func ChatOf(k []byte) (chat flow.AccountID, kind byte) {
	return flow.AccountID(table.Signed(k[:table.KindAt])), k[table.KindAt]
}

// Padanan is a title typed by hand that counts as an entry of the panduan.
type Padanan struct {
	Judul   string         `json:"judul"`
	Panduan flow.PanduanID `json:"panduan"`
}

// Jendela is a kalender.Jendela with its periode.
type Jendela struct {
	Periode kalender.Periode `json:"periode"`
	kalender.Jendela
}

// Keterangan is a reason for a Revisi or Tolak and how often it was used.
type Keterangan struct {
	Scope flow.OPDID `json:"scope"`
	Aksi  flow.Aksi  `json:"aksi"`
	Text  string     `json:"text"`
	Count int        `json:"count"`
}

// Viewer is a chat that shows a slot.
type Viewer struct {
	Slot ui.Slot        `json:"slot"`
	Chat flow.AccountID `json:"chat"`
}

func peranEntries(p flow.Pegawai) []table.Pair {
	var list []table.Pair
	if p.AdminOPD {
		list = append(list, entry(Key(flow.AdminOPD.Nomor(), uint64(p.OPD), uint64(p.ID)), nil)...)
	}
	if p.AdminSIIP {
		list = append(list, entry(Key(flow.AdminSIIP.Nomor(), uint64(0), uint64(p.ID)), nil)...)
	}
	return list
}

// living keeps a deleted usulan out of an index.
func living(u flow.Usulan, entries []table.Pair) []table.Pair {
	if u.Status == flow.Dihapus {
		return nil
	}
	return entries
}

// entry is the one entry that a record has in an index.
func entry(key, value []byte) []table.Pair { return []table.Pair{{Key: key, Value: value}} }

// AllBuckets lists every bucket of the database, in the order of the picture.
func AllBuckets() []table.Bucket {
	return slices.Concat(
		[]table.Bucket{Metas, Updates, Talks, Mores, Dones},
		Pegawais.Buckets(), Opds.Buckets(), Panduans.Buckets(), Padanans.Buckets(), Jendelas.Buckets(),
		Usulans.Buckets(), Histories.Buckets(),
		Accounts.Buckets(), Aktivasis.Buckets(), Handovers.Buckets(), Riwayats.Buckets(), Cetakans.Buckets(), Rencanas.Buckets(), Skenarios.Buckets(), Keterangans.Buckets(), Outgoings.Buckets(),
		Viewers.Buckets(), Letters.Buckets(),
	)
}

// RemakeIndexes makes anew what the tables find records by, as far as that was otherwise in this version.
func RemakeIndexes(tx *bolt.Tx, version int) error {
	for _, remake := range []func(*bolt.Tx, int) error{
		Pegawais.Remake, Opds.Remake, Panduans.Remake, Padanans.Remake, Jendelas.Remake, Usulans.Remake, Histories.Remake,
		Accounts.Remake, Aktivasis.Remake, Handovers.Remake, Riwayats.Remake, Cetakans.Remake, Rencanas.Remake, Skenarios.Remake, Sessions.Remake, Keterangans.Remake, Outgoings.Remake, Slots.Remake, Viewers.Remake, Letters.Remake,
	} {
		if err := remake(tx, version); err != nil {
			return err
		}
	}
	return nil
}

func whoEntries(e jejak.Entry) []table.Pair {
	var list []table.Pair
	if e.Pegawai != 0 {
		list = append(list, entry(Key(uint64(e.Pegawai), e.Nomor), nil)...)
	}
	if e.Oleh != 0 && e.Oleh != e.Pegawai {
		list = append(list, entry(Key(uint64(e.Oleh), e.Nomor), nil)...)
	}
	return list
}
