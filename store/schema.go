package store

import (
	"slices"

	bolt "go.etcd.io/bbolt"

	"siip-asn/flow"
	"siip-asn/flow/cetakan"
	"siip-asn/flow/dialog"
	"siip-asn/flow/post"
	"siip-asn/flow/rencana"
	"siip-asn/store/table"
)

// The tables. What a key or a value is made of stands in about, and from there in the package comment.
var (
	pegawais = table.Of[flow.Pegawai]{
		Bucket:  table.Named("pegawai", "pegawai → Pegawai"),
		Key:     func(p flow.Pegawai) []byte { return key(uint64(p.ID)) },
		Cache:   &table.Cache[flow.Pegawai]{},
		Indexes: []table.Index[flow.Pegawai]{pegawaiNIP, pegawaiHP, pegawaiOPD, pegawaiPeran, pegawaiCari},
	}
	opds = table.Of[flow.OPD]{
		Bucket:  table.Named("opd", "opd → OPD"),
		Key:     func(o flow.OPD) []byte { return key(uint64(o.ID)) },
		Cache:   &table.Cache[flow.OPD]{},
		Indexes: []table.Index[flow.OPD]{opdNama},
	}
	panduans = table.Of[flow.Panduan]{
		Bucket:  table.Named("panduan", "panduan → Panduan, in the order of the list"),
		Key:     func(p flow.Panduan) []byte { return key(uint64(p.ID)) },
		Indexes: []table.Index[flow.Panduan]{panduanNama},
	}
	padanans = table.Of[padanan]{
		Bucket: table.Named("padanan", "key of a title typed by hand → the entry of the panduan as which it counts"),
		Key:    func(p padanan) []byte { return key(p.Judul) },
	}
	jendelas = table.Of[jendela]{
		Bucket: table.Named("jendela", "periode → when usulan can be proposed"),
		Key:    func(j jendela) []byte { return key(uint64(j.Periode)) },
	}
	usulans = table.Of[flow.Usulan]{
		Bucket:  table.Named("usulan", "usulan → Usulan, deleted ones too"),
		Key:     func(u flow.Usulan) []byte { return key(uint64(u.ID)) },
		Indexes: []table.Index[flow.Usulan]{usulanPegawai, usulanStatus, usulanCari, usulanJudul},
	}
	cetakans = table.Of[cetakan.Catatan]{
		Bucket: table.Named("cetakan", "code of something printed → Catatan, kept as long as the trail"),
		Key:    func(c cetakan.Catatan) []byte { return key(c.Kode) },
	}
	rencanas = table.Of[rencana.Baris]{
		Bucket: table.Named("rencana", "periode, key of the diklat → Baris of the plan"),
		Key:    func(b rencana.Baris) []byte { return key(uint64(b.Periode), b.Kunci) },
	}
	skenarios = table.Of[rencana.Skenario]{
		Bucket: table.Named("skenario", "periode, nama without case, spaces and punctuation → Skenario"),
		Key:    func(s rencana.Skenario) []byte { return key(uint64(s.Periode), flow.JudulKey(s.Nama)) },
	}
	histories = table.Of[flow.Entry]{
		Bucket:  table.Named("history", "number → Entry, append-only, each with the hash of the one before"),
		Key:     func(e flow.Entry) []byte { return key(e.Nomor) },
		Indexes: []table.Index[flow.Entry]{historyUsulan, historyPegawai},
	}
	accounts = table.Of[flow.Account]{
		Bucket:  table.Named("account", "Telegram account → Account"),
		Key:     func(a flow.Account) []byte { return key(int64(a.ID)) },
		Cache:   &table.Cache[flow.Account]{},
		Indexes: []table.Index[flow.Account]{accountPegawai},
	}
	aktivasis = table.Of[flow.Aktivasi]{
		Bucket:  table.Named("aktivasi", "hash of the code → Aktivasi"),
		Key:     func(a flow.Aktivasi) []byte { return key(a.Hash) },
		Indexes: []table.Index[flow.Aktivasi]{aktivasiPegawai},
	}
	handovers = table.Of[flow.Peralihan]{
		Bucket: table.Named("peralihan", "pegawai → Peralihan, until the people concerned are told"),
		Key:    func(h flow.Peralihan) []byte { return key(uint64(h.Pegawai)) },
	}
	riwayats = table.Of[flow.Riwayat]{
		Bucket: table.Named("riwayat", "pegawai, year, hash of the title → Riwayat"),
		Key: func(r flow.Riwayat) []byte {
			return key(uint64(r.Pegawai), uint64(r.Tahun), textHash(flow.JudulKey(r.Diklat)))
		},
	}
	sessions = table.Of[session]{
		Bucket: talks, Kind: kindSession,
		Key:    func(s session) []byte { return sessionKey(s.Chat) },
		Encode: encodeSession, Decode: decodeSession, Cache: &table.Cache[session]{},
	}
	reasons = table.Of[keterangan]{
		Bucket: table.Named("keterangan", "opd (0 for Admin SIIP-ASN), aksi, hash of the text → how often it was the reason"),
		Key:    func(k keterangan) []byte { return key(uint64(k.Scope), k.Aksi.Nomor(), textHash(k.Text)) },
	}
	outgoings = table.Of[post.Outgoing]{
		Bucket: table.Named("outbox", "number → Outgoing behind what its ticket needs, until it is sent"),
		Key:    func(o post.Outgoing) []byte { return key(o.ID) },
		Encode: encodeOutgoing, Decode: decodeOutgoing,
	}
	slots = table.Of[slot]{
		Bucket: talks, Kind: kindSlot,
		Key: func(s slot) []byte { return slotKeyOf(s.Chat, s.Slot) },
	}
	viewers = table.Of[viewer]{
		Bucket: table.Named("viewer", "slot, chat → whose chat shows the slot"),
		Key:    func(v viewer) []byte { return key(string(v.Slot), int64(v.Chat)) },
	}
	letters = table.Of[DeadLetter]{
		Bucket:  table.Named("dead", "number → what could not be read, done or sent, for the operator"),
		Key:     func(d DeadLetter) []byte { return key(d.Nomor) },
		Indexes: []table.Index[DeadLetter]{deadOrang},
	}
)

// The indexes of the tables.
var (
	pegawaiNIP = table.By("pegawai.nip", "nip → pegawai", func(p flow.Pegawai) []table.Pair {
		return entry(key(string(p.NIP)), key(uint64(p.ID)))
	})
	pegawaiHP = table.By("pegawai.hp", "hp, pegawai → (Aktif)", func(p flow.Pegawai) []table.Pair {
		if p.HP == "" || !p.Aktif() {
			return nil
		}
		return entry(key(string(p.HP), uint64(p.ID)), nil)
	})
	pegawaiOPD = table.By("pegawai.opd", "opd, pegawai → (Aktif)", func(p flow.Pegawai) []table.Pair {
		if !p.Aktif() {
			return nil
		}
		return entry(key(uint64(p.OPD), uint64(p.ID)), nil)
	})
	pegawaiPeran = table.By("pegawai.peran", "peran, opd (0 for Admin SIIP-ASN), pegawai →", peranEntries)
	pegawaiCari  = table.By("pegawai.cari", "pegawai → nama in small letters, NIP", pegawaiCariEntries).Anew(3)
	opdNama      = table.By("opd.nama", "nama without case and spaces → opd", func(o flow.OPD) []table.Pair {
		return entry(key(flow.Key(o.Nama)), key(uint64(o.ID)))
	}).Anew(3)
	panduanNama = table.By("panduan.nama", "nama without case, spaces and punctuation → panduan", func(p flow.Panduan) []table.Pair {
		return entry(key(flow.JudulKey(p.Nama)), key(uint64(p.ID)))
	})
	usulanPegawai = table.By("usulan.pegawai", "pegawai, usulan → (not deleted)", func(u flow.Usulan) []table.Pair {
		return living(u, entry(key(uint64(u.Pegawai), uint64(u.ID)), nil))
	})
	usulanStatus = table.By("usulan.status", "status, opd, since when, usulan → pegawai (not deleted)", func(u flow.Usulan) []table.Pair {
		return living(u, entry(key(u.Status.Nomor(), uint64(u.OPD), u.Sejak, uint64(u.ID)), key(uint64(u.Pegawai))))
	})
	usulanCari  = table.By("usulan.cari", "usulan → status, opd, periode, pegawai, panduan, rekomendasi, judul (not deleted)", usulanCariEntries).Anew(3)
	usulanJudul = table.By("usulan.judul", "key of the title typed by hand, usulan → (not deleted)", func(u flow.Usulan) []table.Pair {
		if !u.Manual() {
			return nil
		}
		return living(u, entry(key(flow.JudulKey(u.Judul), uint64(u.ID)), nil))
	})
	historyUsulan = table.By("history.usulan", "usulan, number →", func(e flow.Entry) []table.Pair {
		if e.Usulan == 0 {
			return nil
		}
		return entry(key(uint64(e.Usulan), e.Nomor), nil)
	})
	historyPegawai = table.By("history.pegawai", "pegawai, number → (whom it concerns, and who did it)", whoEntries)
	accountPegawai = table.By("account.pegawai", "pegawai → Telegram account", func(a flow.Account) []table.Pair {
		if a.Pegawai == 0 {
			return nil
		}
		return entry(key(uint64(a.Pegawai)), key(int64(a.ID)))
	})
	aktivasiPegawai = table.By("aktivasi.pegawai", "pegawai → hash of the code", func(a flow.Aktivasi) []table.Pair {
		return entry(key(uint64(a.Pegawai)), key(a.Hash))
	})
)

// deadOrang finds the letters of one person, so that he cannot push out those of others.
var deadOrang = table.By("dead.orang", "Telegram account of whose it is (0: nobody's), number →", func(d DeadLetter) []table.Pair {
	return entry(key(int64(d.person()), d.Nomor), nil)
}).Anew(8)

// The buckets that hold numbers and need no record.
var (
	metas   = table.Named("meta", "name → the version of the schema, the name of the bot, the pause that the server asked for, when something was sent last, when it was restored and which codes count then, how the clock of the machine runs")
	updates = table.Named("update", "update id of what has no mark → when it was taken (unix seconds), kept 30 days")
	talks   = table.Named("talk", "chat, kind → 1: its newest message known; 2: where the person is in the conversation; 3, slot: the message that holds it; 4: the marks of its newest messages and taps, kept 30 days")
	mores   = table.Named("more", "chat (0 for the clock) → (its work is not through)")
	dones   = table.Named("done", "job → for which instant it was last done (unix nanoseconds)")
)

// The kinds of what is kept of a chat. It stands together in one bucket, because a step writes all of it: so it makes one
// page dirty, not four.
const (
	kindNewest byte = 1 + iota
	kindSession
	kindSlot
	kindMark
)

func newestKey(chat flow.AccountID) []byte  { return key(int64(chat), kindNewest) }
func sessionKey(chat flow.AccountID) []byte { return key(int64(chat), kindSession) }

func slotKeyOf(chat flow.AccountID, s dialog.Slot) []byte {
	return key(int64(chat), kindSlot, string(s))
}

func marksKey(chat flow.AccountID) []byte { return key(int64(chat), kindMark) }

// oldMarkKey is where a mark stands that was taken before marks were kept by their chat.
func oldMarkKey(mark string) []byte { return key(int64(0), kindMark, mark) }

// chatOf is the chat to which a key of talks belongs, and the kind of what it finds.
func chatOf(k []byte) (chat flow.AccountID, kind byte) {
	return flow.AccountID(table.Signed(k[:table.KindAt])), k[table.KindAt]
}

// padanan is a title typed by hand that counts as an entry of the panduan.
type padanan struct {
	Judul   string         `json:"judul"`
	Panduan flow.PanduanID `json:"panduan"`
}

// jendela is a flow.Jendela with its periode.
type jendela struct {
	Periode flow.Periode `json:"periode"`
	flow.Jendela
}

// keterangan is a reason for a Revisi or Tolak and how often it was used.
type keterangan struct {
	Scope flow.OPDID `json:"scope"`
	Aksi  flow.Aksi  `json:"aksi"`
	Text  string     `json:"text"`
	Count int        `json:"count"`
}

type slot struct {
	Chat flow.AccountID `json:"chat"`
	Slot dialog.Slot    `json:"slot"`
	Last uint64         `json:"last,omitempty"` // of the outbox, that was shown in it
	post.Held
}

type viewer struct {
	Slot dialog.Slot    `json:"slot"`
	Chat flow.AccountID `json:"chat"`
}

func peranEntries(p flow.Pegawai) []table.Pair {
	var list []table.Pair
	if p.AdminOPD {
		list = append(list, entry(key(flow.AdminOPD.Nomor(), uint64(p.OPD), uint64(p.ID)), nil)...)
	}
	if p.AdminSIIP {
		list = append(list, entry(key(flow.AdminSIIP.Nomor(), uint64(0), uint64(p.ID)), nil)...)
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

// allBuckets lists every bucket of the database, in the order of the picture.
func allBuckets() []table.Bucket {
	return slices.Concat(
		[]table.Bucket{metas, updates, talks, mores, dones},
		pegawais.Buckets(), opds.Buckets(), panduans.Buckets(), padanans.Buckets(), jendelas.Buckets(),
		usulans.Buckets(), histories.Buckets(),
		accounts.Buckets(), aktivasis.Buckets(), handovers.Buckets(), riwayats.Buckets(), cetakans.Buckets(), rencanas.Buckets(), skenarios.Buckets(), reasons.Buckets(), outgoings.Buckets(),
		viewers.Buckets(), letters.Buckets(),
	)
}

// remakeIndexes makes anew what the tables find records by, as far as that was otherwise in this version.
func remakeIndexes(tx *bolt.Tx, version int) error {
	for _, remake := range []func(*bolt.Tx, int) error{
		pegawais.Remake, opds.Remake, panduans.Remake, padanans.Remake, jendelas.Remake, usulans.Remake, histories.Remake,
		accounts.Remake, aktivasis.Remake, handovers.Remake, riwayats.Remake, cetakans.Remake, rencanas.Remake, skenarios.Remake, sessions.Remake, reasons.Remake, outgoings.Remake, slots.Remake, viewers.Remake, letters.Remake,
	} {
		if err := remake(tx, version); err != nil {
			return err
		}
	}
	return nil
}

func whoEntries(e flow.Entry) []table.Pair {
	var list []table.Pair
	if e.Pegawai != 0 {
		list = append(list, entry(key(uint64(e.Pegawai), e.Nomor), nil)...)
	}
	if e.Oleh != 0 && e.Oleh != e.Pegawai {
		list = append(list, entry(key(uint64(e.Oleh), e.Nomor), nil)...)
	}
	return list
}
