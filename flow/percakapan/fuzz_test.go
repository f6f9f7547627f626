package percakapan_test

import (
	"math/rand/v2"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"siip-asn/flow"
	"siip-asn/store"
)

// FuzzConversations lets everybody do anything, in any order: taps on every button that was ever shown, forged ones,
// texts, commands, contacts, days that pass. Whatever happens, the rules hold: nothing panics, every change stands in
// the life cycle, one usulan a periode, nobody sees what is not his, and every screen fits into a message.
func FuzzConversations(f *testing.F) {
	f.Add([]byte("\x00\x00\x01\x00\x00\x10\x00\x11\x00\x12\x00\x13\x00\x14\x00\x15"))
	f.Add([]byte(strings.Repeat("\x00\x10\x02\x11\x06\x12\x01\x20\x03\x30", 40)))
	f.Fuzz(func(t *testing.T, script []byte) {
		if len(script) > 2000 {
			return
		}
		newMob(t).run(script)
	})
}

// TestALongRiot is the same with a fixed, long script, for every run of the tests.
func TestALongRiot(t *testing.T) {
	script := make([]byte, 20000)
	random := rand.NewChaCha8([32]byte{})
	_, _ = random.Read(script)
	newMob(t).run(script)
}

// mob is a stage on which everybody does anything.
type mob struct {
	*stage
	order   []flow.AccountID
	buttons map[flow.AccountID][]flow.Incoming // every button that was ever shown to somebody
}

func newMob(t *testing.T) *mob {
	if _, err := os.Stat("/dev/shm"); err == nil {
		t.Setenv("TMPDIR", "/dev/shm") // a disk that need not be waited for
	}
	m := &mob{stage: newStage(t), buttons: map[flow.AccountID][]flow.Incoming{}}
	for id := range m.names {
		m.order = append(m.order, id)
	}
	slices.Sort(m.order)
	m.watch = m.spy
	for _, c := range cast[:len(cast)-1] { // the last one comes later, or never
		m.enter(m.people[c.name])
	}
	return m
}

func (m *mob) run(script []byte) {
	who := m.order[0]
	for i := 0; i+1 < len(script); i += 2 {
		m.seen.Reset()
		if script[i]%8 == 0 { // people do a few things one after the other
			who = m.order[int(script[i]/8)%len(m.order)]
		}
		m.do(who, int(script[i+1]))
		m.look()
	}
	m.judge()
	m.close()
}

var mobTexts = []string{
	"Pelatihan Jaringan", "Pelatihan Gizi", "diklat gizi", "pka", "contoh", "budi", "sari", "01-09-2026", "30-09-2026", "81,5", "x", "", "   ", "spbe", strings.Repeat("ab ", 500), "<b>&", "=1+1", "-", "0811", "\x00\u202e", "Mohon dilengkapi.",
	strings.Repeat("ß", 1000),
}

func (m *mob) do(id flow.AccountID, n int) {
	visible, old := m.visible(id), m.buttons[id]
	switch {
	case n < 160 && len(visible) > 0: // mostly what stands on the screen, as people do
		m.apply(visible[n%len(visible)])
	case n < 175 && len(old) > 0:
		m.apply(old[n*31%len(old)])
	case n < 205:
		m.types(id, 0, mobTexts[n%len(mobTexts)])
	case n < 222:
		m.types(id, 0, "/"+mobCommands[n%len(mobCommands)])
	case n < 228:
		m.returns(id)
	case n < 233:
		m.apply(flow.Incoming{Event: flow.Event{From: id, Input: m.sent(id, []string{"nomor sendiri", "nomor orang lain", "nomor asing", "stiker", "berkas"}[n%5])}})
	case n < 235:
		m.apply(flow.Incoming{Event: flow.Event{From: id, Input: flow.Blocked{Yes: n%2 == 0}}})
	case n < 237:
		m.now = m.now.Add(time.Duration(n) * time.Hour)
	case n < 239:
		m.apply(flow.Incoming{Event: flow.Event{Input: flow.Tick{Rekap: m.now}}})
	case n < 242:
		m.finish()
	case n < 243:
		m.apply(flow.Incoming{Event: flow.Event{From: id, Input: flow.Examined{File: m.file, Salah: n % 2, Faults: make([]flow.Fault, n%2)}}})
	default:
		m.apply(m.forged(id, n))
	}
}

var mobCommands = []string{"start", "usulan", "antrian", "daftar", "rekap", "bantuan", "batal", "tambah", "kelola", "start SALAH", "start"}

// returns lets somebody who has left in again.
func (m *mob) returns(id flow.AccountID) {
	at := slices.IndexFunc(cast, func(c castMember) bool { return m.people[c.name] == id })
	if at < 0 {
		return
	}
	err := m.store.SaveAktivasi([]flow.Aktivasi{{
		Hash: flow.HashKode(m.codes[m.names[id]]), Pegawai: flow.PegawaiID(at + 1), Sampai: m.now.Add(time.Hour),
	}})
	if err != nil {
		m.t.Fatal(err)
	}
	m.types(id, 0, "/start "+m.codes[m.names[id]])
}

// forged is a button that was never drawn: any word, any usulan, any version.
func (m *mob) forged(id flow.AccountID, n int) flow.Incoming {
	words := []string{
		"kelola", "tambahkan", "mengapa", "hasil", "borong", "centang", "semua", "cetak", "export", "terapkan", "undang", "lepas", "siip", "opd",
		"teruskan", "ya-teruskan", "ya-setujui", "ya-hapus", "ya-tolak", "ya-revisi", "edit", "history", "buka", "kartu", "simpan", "pakai", "ya", "riwayat", "daftar", "antrian", "pilih", "rekap", "",
	}
	b := flow.Button{Word: words[n%len(words)], ID: uint64(n % 4), Versi: uint64(n % 5)}
	return flow.Incoming{Message: 1, Tap: "q", Event: flow.Event{From: id, Input: flow.Tap{Button: b}}}
}

// visible lists the buttons on the last screens of a chat.
func (m *mob) visible(id flow.AccountID) []flow.Incoming {
	var list []flow.Incoming
	messages := m.chats[id].messages
	for _, msg := range messages[max(0, len(messages)-1-m.message%2):] {
		for _, row := range msg.screen.Rows {
			for _, c := range row {
				if way := c.Button.Word; slices.Contains([]string{"keluar", "menu", "batal", "kembali"}, way) && (msg.id+len(list))%4 > 0 {
					continue // not all of them turn back all the time
				}
				list = append(list, flow.Incoming{Message: msg.id, Tap: "q", Event: flow.Event{From: id, Input: flow.Tap{Button: c.Button}}})
			}
		}
	}
	return list
}

// look keeps some buttons for later.
func (m *mob) look() {
	for _, id := range m.order {
		m.buttons[id] = append(m.buttons[id], m.visible(id)...)
		if list := m.buttons[id]; len(list) > 400 {
			m.buttons[id] = slices.Clone(list[len(list)-200:])
		}
	}
}

var nipPattern = regexp.MustCompile(`1901\d{14}`)

// inspect looks whether a screen can be sent.
func (m *mob) inspect(screen flow.Screen) {
	text := screen.Text.String()
	if n := screen.Text.Len(); n == 0 || n > flow.ScreenMax || strings.TrimSpace(text) == "" {
		m.t.Errorf("a text of %d characters", n)
	}
	count := 0
	for _, row := range screen.Rows {
		for _, c := range row {
			count++
			if len(c.Button.Word) > 30 || c.Label == "" || utf8.RuneCountInString(c.Label) > 64 || len(row) > 8 {
				m.t.Errorf("a button that cannot be sent: %+v", c)
			}
		}
	}
	if count > 100 {
		m.t.Errorf("%d buttons", count)
	}
}

// judge reads the trail and the rows of the life cycle beside it.
func (m *mob) judge() {
	err := m.store.Read(func(r *store.Reader) error {
		for id := flow.UsulanID(1); ; id++ {
			u, found := r.Usulan(id)
			if !found {
				return nil
			}
			m.judgeUsulan(r, u)
		}
	})
	if err != nil {
		m.t.Error(err)
	}
}

func (m *mob) judgeUsulan(r *store.Reader, u flow.Usulan) {
	status := flow.Belum
	for _, e := range r.History(u.ID) {
		i := slices.IndexFunc(flow.Siklus, func(b flow.Baris) bool {
			return b.Aksi == e.Aksi && b.Peran == e.Peran && slices.Contains(b.Dari, e.Dari) &&
				(b.Ke == e.Ke || b.Ke == flow.Belum && e.Ke == e.Dari)
		})
		if i < 0 || e.Dari != status {
			m.t.Errorf("not in the life cycle: %+v", e)
		}
		if e.Aksi.Verifies() && e.Oleh == u.Pegawai && e.Oleh != 0 {
			m.t.Errorf("a verdict on the own usulan: %+v", e)
		}
		if (e.Aksi == flow.Revisi || e.Aksi == flow.Tolak) && len([]rune(e.Keterangan)) < flow.KeteranganMin {
			m.t.Errorf("no keterangan: %+v", e)
		}
		status = e.Ke
	}
	if status != u.Status {
		m.t.Errorf("usulan %d is %s, the trail says %s", u.ID, u.Status, status)
	}
}

// spy looks for NIPs where they do not belong: whoever is no admin is shown only his own.
func (m *mob) spy(to flow.AccountID, screen flow.Screen) {
	m.inspect(screen)
	err := m.store.Read(func(r *store.Reader) error {
		viewer, _ := r.Pegawai(r.Account(to).Pegawai)
		for _, nip := range nipPattern.FindAllString(screen.Text.String(), -1) {
			if p, _ := r.PegawaiByNIP(flow.NIP(nip)); !mayKnow(viewer, p) {
				m.t.Errorf("%s sees the NIP of %s: %s", viewer.Nama, p.Nama, screen.Text)
			}
		}
		return nil
	})
	if err != nil {
		m.t.Error(err)
	}
}

func mayKnow(viewer, p flow.Pegawai) bool {
	return viewer.ID == p.ID || viewer.AdminSIIP || viewer.AdminOPD && viewer.OPD == p.OPD
}
