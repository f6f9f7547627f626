// Package store keeps everything of one office in one bbolt file.
//
// It is the door to its rooms, and has in store.go the names that their users need:
//
//	core/      takes events: a batch of them, what they change and what is to be sent are one transaction, written by one
//	           goroutine together with the receipts that wait (group commit)
//	reader/    what the core of the conversation looks things up through, over a transaction; the clock that is believed
//	schema/    the tables: buckets, indexes, keys; a record and its index entries are written by table/ and nowhere else
//	pending/   what is known of the outbox in memory, before the disk says it
//	impor/     workbooks that come in: planned on reads, written in parts, true at one instant
//	laporan/   what reports and prints are made of, read part by part
//	upkeep/    restore, prune, figures, codes, dead letters, anchors of the trail
//	txn/       begins every transaction
//	check/     what is wrong with a database; migration/ brings older databases over and is frozen; backup/ copies files;
//	           boltfile/ is the file as a file
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
//	cetakan      code of something printed → Record, kept as long as the trail
//	rencana      periode, key of the diklat → Baris of the plan
//	skenario     periode, nama without case, spaces and punctuation → Skenario
//	keterangan   opd (0 for Admin SIIP-ASN), aksi, hash of the text → how often it was the reason
//	outbox       number → Outgoing behind what its ticket needs, until it is sent
//	viewer       slot, chat → whose chat shows the slot
//	dead         number → what could not be read, done or sent, for the operator
//	  .orang     Telegram account of whose it is (0: nobody's), number →
//
// Numbers in keys are big-endian, texts end with a zero byte. Records are JSON, but for what every step writes: an Outgoing
// stands behind a fixed head and is mostly packed (schema/outgoing.go), a slot is packed (schema/slot.go), a session is its time
// and JSON (schema/codec.go). No []byte of the file leaves the package, and no transaction waits for anything but the disk:
// there is no network, no rendering and no other transaction inside one; txn/ refuses one inside another, by the name of
// whoever began it.
//
// Which promise rests on which commit (package post says it from the side of the bot):
//
//   - Nothing happens twice and nothing is forgotten: the commit of Apply holds the mark of the delivery, what the event has
//     changed, the session and the outbox records, all or none (core/apply.go). The update is confirmed to Telegram after it.
//   - What was sent is not sent again: the commit of its receipt, which deletes the outbox record. It begins 200 ms after the call
//     at the latest (core/committer.go), and a kill in between sends that message once more. Until then pending/ knows of it.
//   - Who may have a message is judged when it is caused, and again by Ready when a commit since then may have changed an
//     account or a pegawai; the count of such commits is in memory (core/right.go, post.Ticket.Judged).
//   - An import is true for everybody from one small commit on, which shows the layer it was written in. The records are moved
//     and the trail gets its entries in the commits after that, and a start after a kill goes on with them (reader/stage.go).
//   - A pause that the server asked for, and when something was sent last, are durable as receipts are: a little later.
//
// It imports flow and bbolt, never the conversations, Telegram or workbooks: the core comes in as a dialog.Step. A
// newcomer begins with core/apply.go.
package store
