package percakapan_test

import (
	"slices"
	"strings"
	"time"

	"siip-asn/flow"
	"siip-asn/flow/aktivasi"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/imports"
	"siip-asn/flow/post"
)

// wants lets somebody who wants something take the next step: a button of the last screen, or an answer to it.
func (m *mob) wants(id flow.AccountID, n int) {
	last := m.lastScreen(id)
	switch {
	case n < 215 && len(last) > 0:
		m.gather(last[(n+m.message)%len(last)])
	case n < 250:
		m.says(id, m.words(n))
	default:
		m.do(id, n+m.message%100)
	}
}

// deep are the buttons that lead further in; who wants something prefers them.
var deep = []string{"ya", "simpan", "memilih", "semua", "borong", "gabung", "pilih", "satu", "terapkan", "panduan", "judul", "periode", "ubah", "lain", "mulai", "dari", "halaman", "manual",
	"antrian", "tambah", "edit", "teruskan", "revisi", "tolak", "setujui", "ya-teruskan", "ya-revisi", "ya-tolak", "ya-setujui", "ya-hapus",
	"kelola", "pegawai", "orang", "nilai", "lepas", "opd", "siip", "undang", "nonaktif", "aktif", "hari", "baru", "nip", "nama", "hp", "teruskan-semua", "setujui-semua", "umumkan"}

// lastScreen lists the buttons of the newest screen, those that lead further in three times, most of those that lead out not
// at all.
func (m *mob) lastScreen(id flow.AccountID) []post.Incoming {
	var list []post.Incoming
	for _, in := range m.visible(id) {
		word := in.Event.Input.(dialog.Tap).Button.Word
		list = append(list, in)
		if slices.Contains(deep, word) {
			list = append(list, in, in)
		}
	}
	return list
}

// do lets somebody do one thing, sensible or not.
func (m *mob) do(id flow.AccountID, n int) {
	visible, old := m.visible(id), m.buttons[id]
	switch {
	case n < 152 && len(visible) > 0: // mostly what stands on the screen, as people do
		m.gather(visible[(n+m.message)%len(visible)])
	case n < 168 && len(old) > 0:
		m.gather(old[n*31%len(old)])
	case n < 176 && len(visible) > 0:
		m.gather(m.bent(visible[n%len(visible)]))
	case n < 205:
		m.says(id, m.words(n))
	case n < 222:
		m.says(id, "/"+mobCommands[n%len(mobCommands)])
	case n < 228:
		m.returns(id)
	case n < 233:
		m.gather(post.Incoming{Event: dialog.Event{From: id, Input: m.sent(id, mobThings[n%len(mobThings)])}})
	case n < 235:
		m.gather(post.Incoming{Event: dialog.Event{From: id, Input: dialog.Blocked{Yes: n%2 == 0}}})
	case n < 236:
		m.now = m.now.Add(time.Duration(m.message%400) * time.Hour)
	case n < 238:
		m.gather(post.Incoming{Event: dialog.Event{Input: dialog.Tick{Rekap: m.now}}})
	case n < 241:
		m.goesOn()
	case n < 242:
		m.gather(post.Incoming{Event: dialog.Event{From: id, Group: -4242, Input: dialog.Command{Name: "start"}}})
	case n < 244:
		m.imports(m.message)
	default:
		m.gather(m.forged(id, n))
	}
}

var mobTexts = []string{
	"Pelatihan Jaringan", "Pelatihan Gizi", "diklat gizi", "pka", "contoh", "budi", "sari", "01-09-2026", "30-09-2026", "31-12-2027", "81,5", "x", "", "   ",
	"spbe", strings.Repeat("ab ", 500), strings.Repeat("Pelatihan & <b>", 10), "<b>&", "=1+1", "-", "0811", "\x00\u202e", "Mohon dilengkapi.", "Pelatihan Coaching dan Mentoring",
	"Dinas Kesehatan dan Keluarga", "+852 9123 4567", strings.Repeat("ß", 1000), strings.Repeat("𝔘", 150), strings.Repeat("👨‍👩‍👧 ", 40), "VISIONARY LEADERSHIP", "contoh", "contoh",
}

// words are what somebody types: often a day near today.
func (m *mob) words(n int) string {
	if n += m.message; n%5 == 0 {
		return m.now.AddDate(0, 0, n%12-2).Format("02-01-2006")
	}
	return mobTexts[n%len(mobTexts)]
}

var mobCommands = []string{
	"start", "usulan", "antrian", "daftar", "rekap", "bantuan", "batal", "tambah", "kelola", "start SALAH", "start", "keluar", "antrian", strings.Repeat("z", 32),
}

var mobThings = []string{"nomor sendiri", "nomor orang lain", "nomor asing", "stiker", "berkas", "berkas pegawai.xlsx", "suntingan"}

func (m *mob) says(id flow.AccountID, text string) {
	var input dialog.Input = dialog.Text{Body: text}
	if command, is := strings.CutPrefix(text, "/"); is {
		name, argument, _ := strings.Cut(command, " ")
		input = dialog.Command{Name: name, Argument: argument}
	}
	m.gather(post.Incoming{Event: dialog.Event{From: id, Input: input}})
}

// returns lets somebody who has left in again.
func (m *mob) returns(id flow.AccountID) {
	at := slices.IndexFunc(cast, func(c castMember) bool { return m.people[c.name] == id })
	if at < 0 {
		return
	}
	m.takeIn()
	err := m.store.SaveAktivasi([]aktivasi.Aktivasi{{
		Hash: aktivasi.HashKode(m.codes[m.names[id]]), Pegawai: flow.PegawaiID(at + 1), Sampai: m.now.Add(time.Hour),
	}})
	if err != nil {
		return // he has left: nobody gives him a code
	}
	m.says(id, "/start "+m.codes[m.names[id]])
}

// forged is a button that was never drawn: any word, any usulan, any version.
func (m *mob) forged(id flow.AccountID, n int) post.Incoming {
	words := []string{
		"kelola", "tambahkan", "mengapa", "hasil", "borong", "centang", "semua", "cetak", "export", "terapkan", "undang", "lepas", "siip", "opd",
		"teruskan", "ya-teruskan", "ya-setujui", "ya-hapus", "ya-tolak", "ya-revisi", "edit", "history", "buka", "kartu", "simpan", "pakai", "ya", "riwayat", "daftar", "antrian", "pilih", "rekap", "data", "",
	}
	b := ui.Button{Word: words[(n+m.message)%len(words)], ID: uint64(m.message % 7), Versi: uint64(n % 5)}
	return tapOn(id, 1, b)
}

// bent is a button that stands on the screen, for something else than it was drawn for.
func (m *mob) bent(in post.Incoming) post.Incoming {
	b := in.Event.Input.(dialog.Tap).Button
	switch m.message % 4 {
	case 0:
		b.ID = uint64(m.message % 50)
	case 1:
		b.ID = ^uint64(0)
	case 2:
		b.Word = []string{"centang", "dari", "mulai", "orang", "satu", "pilih", "halaman"}[m.message%7]
		b.ID = uint64(m.message % 50)
	case 3:
		b.Versi++
	}
	return tapOn(in.Event.From, in.Message, b)
}

// goesOn lets the next part of all work that is not through come in.
func (m *mob) goesOn() {
	m.takeIn()
	if m.message%5 == 0 {
		m.gather(post.Incoming{Event: dialog.Event{Input: dialog.Tick{Rekap: m.now.Truncate(24 * time.Hour)}}})
	}
	chats, err := m.store.Unfinished()
	if err != nil {
		m.t.Fatal(err)
	}
	for _, chat := range chats {
		m.gather(post.Incoming{Event: dialog.Event{From: chat, Input: dialog.Continue{}}})
	}
}

// imports moves somebody to another OPD, gives him other roles, another number.
func (m *mob) imports(n int) {
	m.takeIn()
	i := n % len(cast)
	row := cast[i].BarisPegawai
	row.NIP = nipOf(i)
	row.OPD = cast[n/3%len(cast)].OPD
	row.AdminOPD, row.AdminSIIP = n%5 < 3, n%7 < 2
	row.Nilai = []string{"", "81", "78,5"}[n%3]
	if now := m.now; n%13 == 0 && now.Hour()%2 == 0 { // somebody leaves
		row.Status = imports.StatusPegawai{Nonaktif: true, Sebab: flow.Sebabs[n%len(flow.Sebabs)]}
	} else {
		row.Status = imports.StatusPegawai{Aktif: true}
	}
	list := imports.PegawaiImport{
		Rows:    []imports.BarisPegawai{row},
		Columns: imports.PegawaiColumns{HP: true, Nilai: n%2 == 0, Rekomendasi: true, Peran: true, Status: true},
	}
	_, _ = m.store.ImportPegawai(list, imports.ImportCommand, m.now, n%11 == 0, nil) // the last Admin SIIP-ASN may not go: then nothing changes
}

// examine is what the program does with a workbook that was dropped into a chat.
func (m *mob) examine(c dialog.Check) {
	if c.Apply {
		m.imports(m.message)
	}
	bad := m.message % 3
	m.gather(post.Incoming{Event: dialog.Event{From: c.To, Input: dialog.Examined{
		File: c.File, Jenis: imports.KindPegawai, Applied: c.Apply && bad == 0, Wrong: bad * 40, Faults: make([]imports.Fault, bad*20),
		Result: imports.ImportResult{Changed: 1}, Problem: []string{"", "", "Berkas bukan Excel."}[bad],
	}}})
}
