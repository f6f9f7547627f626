// Package store keeps everything of one office in one bbolt file.
//
// Apply (apply.go) is the door for events: it runs the core over a batch of them, applies the effects (effects.go), and puts
// what is to be sent into the outbox (outbox.go), all in one transaction. One goroutine (committer.go) writes batches and
// receipts that wait at the same time together; what it has not written yet stands in memory (mail.go, waiting.go). Ready
// judges what is to be sent anew (right.go) just before it goes. A long import is written in parts and comes true at one
// instant (stage.go). Reader (reader.go) is what the core looks things up through. A record and its index entries are written
// by table (store/table) and nowhere else; schema.go lists the tables. Older databases are brought over by store/migration,
// copies are made and restored by store/backup, and the file as a file is the business of store/boltfile.
//
// The buckets, key → value:
//
//	meta         name → the version of the schema, the name of the bot, the pause that the server asked for, when something was sent last, when it was restored and which codes count then, how the clock of the machine runs
//	update       update id of what has no mark → when it was taken (unix seconds), kept 30 days
//	talk         chat, kind → 1: its newest message known; 2: where the person is in the conversation; 3, slot: the message that holds it; 4: the marks of its newest messages and taps, kept 30 days
//	more         chat (0 for the clock) → (its work is not through)
//	done         job → for which instant it was last done (unix nanoseconds)
//	pegawai      pegawai → Pegawai
//	  .nip       nip → pegawai
//	  .hp        hp, pegawai → (Aktif)
//	  .opd       opd, pegawai → (Aktif)
//	  .peran     peran, opd (0 for Admin SIIP-ASN), pegawai →
//	  .cari      pegawai → nama in small letters, NIP
//	opd          opd → OPD
//	  .nama      nama without case and spaces → opd
//	panduan      panduan → Panduan, in the order of the list
//	  .nama      nama without case, spaces and punctuation → panduan
//	padanan      key of a title typed by hand → the entry of the panduan as which it counts
//	jendela      periode → when usulan can be proposed
//	usulan       usulan → Usulan, deleted ones too
//	  .pegawai   pegawai, usulan → (not deleted)
//	  .status    status, opd, since when, usulan → pegawai (not deleted)
//	  .cari      usulan → status, opd, periode, pegawai, panduan, rekomendasi, judul (not deleted)
//	  .judul     key of the title typed by hand, usulan → (not deleted)
//	history      number → Entry, append-only, each with the hash of the one before
//	  .usulan    usulan, number →
//	  .pegawai   pegawai, number → (whom it concerns, and who did it)
//	account      Telegram account → Account
//	  .pegawai   pegawai → Telegram account
//	aktivasi     hash of the code → Aktivasi
//	  .pegawai   pegawai → hash of the code
//	peralihan    pegawai → Peralihan, until the people concerned are told
//	riwayat      pegawai, year, hash of the title → Riwayat
//	cetakan      code of something printed → Catatan, kept as long as the trail
//	rencana      periode, key of the diklat → Baris of the plan
//	skenario     periode, nama without case, spaces and punctuation → Skenario
//	keterangan   opd (0 for Admin SIIP-ASN), aksi, hash of the text → how often it was the reason
//	outbox       number → Outgoing behind what its ticket needs, until it is sent
//	viewer       slot, chat → whose chat shows the slot
//	dead         number → what could not be read, done or sent, for the operator
//	  .orang     Telegram account of whose it is (0: nobody's), number →
//
// Numbers in keys are big-endian, texts end with a zero byte; records are JSON. No []byte of the file leaves the
// package, and no transaction waits for anything but the disk: there is no network, no rendering and no other
// transaction inside one; guard.go refuses one inside another, by the name of whoever began it.
//
// It imports flow and bbolt, never the conversations, Telegram or workbooks: the core comes in as a dialog.Step. A
// newcomer begins with apply.go.
package store
