package store

import (
	"time"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/post"
)

// The tables. What a key or a value is made of stands in about, and from there in the package comment.
var (
	pegawais = table[flow.Pegawai]{
		name: "pegawai", about: "pegawai → Pegawai",
		key: func(p flow.Pegawai) []byte { return key(uint64(p.ID)) },
		indexes: []index[flow.Pegawai]{
			{"pegawai.nip", "nip → pegawai", func(p flow.Pegawai) []pair {
				return []pair{{key(string(p.NIP)), key(uint64(p.ID))}}
			}},
			{"pegawai.hp", "hp, pegawai →", func(p flow.Pegawai) []pair {
				if p.HP == "" {
					return nil
				}
				return []pair{{key(string(p.HP), uint64(p.ID)), nil}}
			}},
			{"pegawai.opd", "opd, pegawai →", func(p flow.Pegawai) []pair {
				return []pair{{key(uint64(p.OPD), uint64(p.ID)), nil}}
			}},
			{"pegawai.peran", "peran, opd (0 for Admin SIIP-ASN), pegawai →", pegawaiPeran},
			{"pegawai.cari", "pegawai → nama in small letters, NIP", pegawaiCari},
		},
	}
	opds = table[flow.OPD]{
		name: "opd", about: "opd → OPD",
		key: func(o flow.OPD) []byte { return key(uint64(o.ID)) },
		indexes: []index[flow.OPD]{
			{"opd.nama", "nama without case and spaces → opd", func(o flow.OPD) []pair {
				return []pair{{key(flow.Key(o.Nama)), key(uint64(o.ID))}}
			}},
		},
	}
	panduans = table[flow.Panduan]{
		name: "panduan", about: "panduan → Panduan, in the order of the list",
		key: func(p flow.Panduan) []byte { return key(uint64(p.ID)) },
		indexes: []index[flow.Panduan]{
			{"panduan.nama", "nama without case, spaces and punctuation → panduan", func(p flow.Panduan) []pair {
				return []pair{{key(flow.JudulKey(p.Nama)), key(uint64(p.ID))}}
			}},
		},
	}
	padanans = table[padanan]{
		name: "padanan", about: "key of a title typed by hand → the entry of the panduan as which it counts",
		key: func(p padanan) []byte { return key(p.Judul) },
	}
	jendelas = table[jendela]{
		name: "jendela", about: "periode → when usulan can be proposed",
		key: func(j jendela) []byte { return key(uint64(j.Periode)) },
	}
	usulans = table[flow.Usulan]{
		name: "usulan", about: "usulan → Usulan, deleted ones too",
		key: func(u flow.Usulan) []byte { return key(uint64(u.ID)) },
		indexes: []index[flow.Usulan]{
			{"usulan.pegawai", "pegawai, usulan → (not deleted)", func(u flow.Usulan) []pair {
				return living(u, pair{key(uint64(u.Pegawai), uint64(u.ID)), nil})
			}},
			{"usulan.status", "status, opd, since when, usulan → pegawai (not deleted)", func(u flow.Usulan) []pair {
				return living(u, pair{key(uint8(u.Status), uint64(u.OPD), u.Sejak, uint64(u.ID)), key(uint64(u.Pegawai))})
			}},
			{"usulan.cari", "usulan → status, opd, periode, pegawai, panduan, rekomendasi, judul (not deleted)", usulanCari},
			{"usulan.judul", "key of the title typed by hand, usulan → (not deleted)", func(u flow.Usulan) []pair {
				if !u.Manual() {
					return nil
				}
				return living(u, pair{key(flow.JudulKey(u.Judul), uint64(u.ID)), nil})
			}},
		},
	}
	histories = table[flow.Entry]{
		name: "history", about: "number → Entry, append-only, each with the hash of the one before",
		key: func(e flow.Entry) []byte { return key(e.Nomor) },
		indexes: []index[flow.Entry]{
			{"history.usulan", "usulan, number →", func(e flow.Entry) []pair {
				if e.Usulan == 0 {
					return nil
				}
				return []pair{{key(uint64(e.Usulan), e.Nomor), nil}}
			}},
			{"history.pegawai", "pegawai, number → (whom it concerns, and who did it)", historyPegawai},
		},
	}
	accounts = table[flow.Account]{
		name: "account", about: "Telegram account → Account",
		key: func(a flow.Account) []byte { return key(int64(a.ID)) },
		indexes: []index[flow.Account]{
			{"account.pegawai", "pegawai → Telegram account", func(a flow.Account) []pair {
				if a.Pegawai == 0 {
					return nil
				}
				return []pair{{key(uint64(a.Pegawai)), key(int64(a.ID))}}
			}},
		},
	}
	aktivasis = table[flow.Aktivasi]{
		name: "aktivasi", about: "hash of the code → Aktivasi",
		key: func(a flow.Aktivasi) []byte { return key(a.Hash) },
		indexes: []index[flow.Aktivasi]{
			{"aktivasi.pegawai", "pegawai → hash of the code", func(a flow.Aktivasi) []pair {
				return []pair{{key(uint64(a.Pegawai)), key(a.Hash)}}
			}},
		},
	}
	sessions = table[session]{
		name: "session", about: "chat → where the person is in the conversation",
		key: func(s session) []byte { return key(int64(s.Chat)) },
	}
	reasons = table[keterangan]{
		name: "keterangan", about: "opd (0 for Admin SIIP-ASN), aksi, hash of the text → how often it was the reason",
		key: func(k keterangan) []byte { return key(uint64(k.Scope), uint8(k.Aksi), textHash(k.Text)) },
	}
	outgoings = table[post.Outgoing]{
		name: "outbox", about: "number → Outgoing, until it is sent",
		key: func(o post.Outgoing) []byte { return key(o.ID) },
		indexes: []index[post.Outgoing]{
			{"outbox.slot", "chat, slot → number of what waits for the slot", func(o post.Outgoing) []pair {
				if o.Show == nil || o.Show.Slot == "" {
					return nil
				}
				return []pair{{key(int64(o.To), string(o.Show.Slot)), key(o.ID)}}
			}},
		},
	}
	slots = table[slot]{
		name: "slot", about: "chat, slot → the message that holds it",
		key: func(s slot) []byte { return key(int64(s.Chat), string(s.Slot)) },
	}
	viewers = table[viewer]{
		name: "viewer", about: "slot, chat → whose chat shows the slot",
		key: func(v viewer) []byte { return key(string(v.Slot), int64(v.Chat)) },
	}
	letters = table[DeadLetter]{
		name: "dead", about: "number → what could not be read, done or sent, for the operator",
		key: func(d DeadLetter) []byte { return key(d.Nomor) },
	}
)

// plainBuckets hold numbers that need no record.
var plainBuckets = []bucketInfo{
	{"meta", "name → the version of the schema, the name of the bot, the pause that the server asked for, when something was sent last, when it was restored"},
	{"update", "update id of what has no mark → when it was taken (unix seconds), kept 30 days"},
	{"mark", "mark of a message or tap → when it was taken (unix seconds), kept 30 days"},
	{"chat", "chat → its newest message known"},
	{"more", "chat (0 for the clock) → (its work is not through)"},
	{"done", "job → for which instant it was last done (unix nanoseconds)"},
}

// session is a flow.Session with the chat it belongs to.
type session struct {
	Chat flow.AccountID `json:"chat"`
	At   time.Time      `json:"at"`
	dialog.Session
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

func pegawaiPeran(p flow.Pegawai) []pair {
	var list []pair
	if p.AdminOPD {
		list = append(list, pair{key(uint8(flow.AdminOPD), uint64(p.OPD), uint64(p.ID)), nil})
	}
	if p.AdminSIIP {
		list = append(list, pair{key(uint8(flow.AdminSIIP), uint64(0), uint64(p.ID)), nil})
	}
	return list
}

// living keeps a deleted usulan out of an index.
func living(u flow.Usulan, entry pair) []pair {
	if u.Status == flow.Dihapus {
		return nil
	}
	return []pair{entry}
}

// allBuckets lists every bucket of the database, in the order of the picture.
func allBuckets() []bucketInfo {
	var list []bucketInfo
	for _, buckets := range [][]bucketInfo{
		plainBuckets, pegawais.buckets(), opds.buckets(), panduans.buckets(), padanans.buckets(), jendelas.buckets(),
		usulans.buckets(), histories.buckets(),
		accounts.buckets(), aktivasis.buckets(), sessions.buckets(), reasons.buckets(), outgoings.buckets(),
		slots.buckets(), viewers.buckets(), letters.buckets(),
	} {
		list = append(list, buckets...)
	}
	return list
}

func historyPegawai(e flow.Entry) []pair {
	var list []pair
	if e.Pegawai != 0 {
		list = append(list, pair{key(uint64(e.Pegawai), e.Nomor), nil})
	}
	if e.Oleh != 0 && e.Oleh != e.Pegawai {
		list = append(list, pair{key(uint64(e.Oleh), e.Nomor), nil})
	}
	return list
}
