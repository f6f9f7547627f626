// Package flow is the office: its nouns and its rules. Here are pegawai, OPD, panduan, usulan and accounts; the statuses,
// aksi and roles; and who may do what to an usulan and when (Siklus, the one table of the life cycle and of the rights).
//
// Beside it, a room each, below what it needs or above it:
//
//	spelling     what is typed or pasted, in one form
//	judul        titles of diklat typed by hand, compared
//	identitas    NIP and mobile number
//	kalender     days, years, when one can propose, when the office is open
//	giliran      whose turn it is, and what changes hands
//	aktivasi     the code that binds an account
//	jejak        the trail and its anchor
//	daftar       the list of usulan: filters, pages, rows
//	cetakan      what was printed, and how it is checked later
//	hitung       the rekap, counted
//	rencana      the yearly plan and what a budget pays of it
//	imports      what a workbook brings in
//	dialog       the form of a conversation; its screens (ui), its engine, and the view of what a step has changed
//	post         what passes between store and bot
//	percakapan   the conversations
//
// It imports flow/spelling, flow/identitas, flow/kalender and the standard library only. It reads no clock, no random
// source and no file. The words that a person reads stand in flow/percakapan; here are only the words that belong to the
// nouns themselves (the records of statuses, aksi and roles).
//
// A newcomer reads usulan.go, then records.go with status.go, then siklus.go, then flow/dialog.
//
// # Glossary
//
// Nouns of the office are Indonesian, as the office says them. One word for one thing, in code and comments:
//
//	usulan       a proposal of one diklat for one pegawai
//	diklat       a training; the panduan lists those that are offered
//	panduan      the catalogue of diklat; also one entry of it
//	judul        the title of a diklat that was typed by hand; padanan: the entry as which it counts
//	pegawai      a civil servant; ASN in the words of the law
//	OPD          an organisation of the city: dinas, badan, kecamatan
//	jabatan      position; jenjang: its level, one of five
//	NIP          number of a civil servant; it can change, PegawaiID cannot
//	HP           mobile number
//	nilai        score of the Uji Kompetensi; rekomendasi: what the talentpool recommends
//	peran        role: a relation of a person to an usulan
//	Pemilik      owner: the pegawai for whom the usulan is
//	Admin OPD    who verifies the usulan of one OPD
//	Admin SIIP   who decides on those of all OPD
//	status       where an usulan stands: Masuk (came in), Diteruskan (forwarded), Direvisi (to be revised), Ditolak
//	             (refused), Disetujui (approved), Dihapus (deleted)
//	aksi         what is done: Simpan (save), Teruskan (forward), Revisi (send back), Tolak (refuse), Setujui (approve),
//	             Hapus (delete); Hubungkan (bind an account), Keluar (unbind one's own), Lepas (unbind another's)
//	siklus       life cycle; baris: one row of it, or of a table that people see
//	giliran      whose turn it is
//	peralihan    handover: who can act is not who it was
//	keterangan   the reason that an admin gives for a Revisi, Tolak or Hapus
//	Reason       why the program refuses an aksi
//	periode      the year for which an usulan counts; jendela: from when to when it can be proposed
//	kabar        news: what people are told without having asked
//	antrean      queue: what waits for an admin ("antrian" in names of code and in the command)
//	borongan     one aksi over many usulan; butir: one of them
//	jejak        the trail; Entry: one entry of it; Bagian: a part of it. History is the trail of one usulan, as its button says
//	tanda        the code on something printed
//	ciri         what filters ask of an usulan, without reading the whole of it
//	jam kantor   office hours: when news may ring
//	aktivasi     an activation code that was given out, of which the hash is kept; undangan: the code itself, as it is handed
//	             out; slip: an undangan on paper, with its QR
//	riwayat      the diklat that a pegawai has taken before (not the trail)
//	impor        bringing the master data up to a workbook
//	cetakan      something that was printed and bears a code; keaslian: whether the data are still as they were then
//	rekap        the counts of a periode
//	aturan       the rules that an office sets itself in its config
//	aktif        in service; nonaktif: has left
//
// Everything that is software is English with the terms of the field: event, session, step, screen, effect, outbox,
// slot, store, migration, table, index, ticket, receipt, lane, view, turn, place (a step of a conversation), door (a way
// into a conversation from anywhere).
package flow
