package percakapan_test

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"siip-asn/bot/slot"
	"siip-asn/flow"
	"siip-asn/flow/aktivasi"
	"siip-asn/flow/daftar"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/identitas"
	"siip-asn/flow/imports"
	"siip-asn/flow/jejak"
	"siip-asn/flow/percakapan"
	"siip-asn/flow/post"
	"siip-asn/store"
)

// stage is a small office with real core and real store. Instead of Telegram it has for every person a chat in which
// slots are messages.
type stage struct {
	t       testing.TB
	store   *store.Store
	now     time.Time
	people  map[string]flow.AccountID
	names   map[flow.AccountID]string
	codes   map[string]string
	chats   map[flow.AccountID]*chat
	update  int64
	message int
	file    dialog.File                      // the workbook that was sent last
	pressed post.Incoming                    // the button that was pressed last
	kept    map[flow.AccountID]post.Incoming // the button that each remembers
	seen    strings.Builder
	quiet   bool                           // nobody reads seen
	down    bool                           // nothing is delivered
	calls   int                            // sends and edits besides notices
	rings   map[flow.AccountID][]time.Time // when a new message made a sound, but for answers
	heard   func(post.Draft)               // is told of each of these; may be nil
}

// chat is what one person has on the screen: messages in order.
type chat struct{ messages []message }

type message struct {
	id     int
	screen ui.Screen
}

var wib = time.FixedZone("WIB", 7*3600)

func newStage(t testing.TB) *stage {
	t.Helper()
	return stageOf(t, t.TempDir(), percakapan.Step)
}

// stageOf is a stage with its database in that folder, and with something around the core.
func stageOf(t testing.TB, dir string, step dialog.Step) *stage {
	t.Helper()
	return stageWith(t, dir, step, flow.Aturan{})
}

// stageWith is a stage in an office with other hours or rules of its own.
func stageWith(t testing.TB, dir string, step dialog.Step, a flow.Aturan) *stage {
	t.Helper()
	s := &stage{
		t: t, now: time.Date(2026, 8, 31, 9, 0, 0, 0, wib),
		people: map[string]flow.AccountID{}, names: map[flow.AccountID]string{}, codes: map[string]string{},
		chats: map[flow.AccountID]*chat{}, kept: map[flow.AccountID]post.Incoming{}, update: 700_000_000,
		rings: map[flow.AccountID][]time.Time{},
	}
	a.Instansi, a.Zona, a.AktivasiBerlaku, a.Pengingat, a.Bot = "Kota Contoh", wib, 14*24*time.Hour, true, "siip_asn_bot"
	a.PesanDisetujui = "Jadwal pelaksanaan akan diinformasikan oleh BKPSDM."
	s.open(dir, step, a)
	s.fill()
	return s
}

func (s *stage) open(dir string, step dialog.Step, a flow.Aturan) {
	db, err := store.Open(filepath.Join(dir, "siip-asn.db"), store.Options{
		Aturan: a, Step: step, Sorry: percakapan.Sorry,
	})
	if err != nil {
		s.t.Fatal(err)
	}
	s.store = db
}

type castMember struct {
	name string
	imports.BarisPegawai
}

// cast are the people of every story: nobody is real, all were born in 1901.
var cast = []castMember{
	{"Budi", imports.BarisPegawai{Nama: "BUDI CONTOH, S.Kom.", Jabatan: "Pranata Komputer", Jenjang: flow.FungsionalTertentu, OPD: "Dinas Kesehatan", HP: "+628110000001"}},
	{"Sari", imports.BarisPegawai{Nama: "SARI CONTOH, S.E.", Jabatan: "Analis Anggaran", Jenjang: flow.FungsionalUmum, OPD: "Dinas Kesehatan", Nilai: "78,5", Rekomendasi: "VISIONARY LEADERSHIP"}},
	{"Tono", imports.BarisPegawai{Nama: "TONO CONTOH, S.Sos.", Jabatan: "Kasubbag Umum dan Kepegawaian", Jenjang: flow.Pengawas, OPD: "Dinas Kesehatan", AdminOPD: true}},
	{"Tini", imports.BarisPegawai{Nama: "TINI CONTOH, S.H.", Jabatan: "Analis Kepegawaian", Jenjang: flow.FungsionalTertentu, OPD: "Dinas Kesehatan", AdminOPD: true}},
	{"Rina", imports.BarisPegawai{Nama: "RINA CONTOH, M.Pd.", Jabatan: "Kasubbag Umum dan Kepegawaian", Jenjang: flow.Pengawas, OPD: "Dinas Pendidikan", AdminOPD: true}},
	{"Joko", imports.BarisPegawai{Nama: "JOKO CONTOH", Jabatan: "Arsiparis", Jenjang: flow.FungsionalUmum, OPD: "Satuan Polisi Pamong Praja"}},
	{"Wati", imports.BarisPegawai{Nama: "WATI CONTOH, M.Si.", Jabatan: "Kepala Bidang Pengembangan Kompetensi", Jenjang: flow.Administrator, OPD: "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia", AdminSIIP: true}},
	{"Agus", imports.BarisPegawai{Nama: "AGUS CONTOH, S.STP.", Jabatan: "Analis SDM Aparatur", Jenjang: flow.FungsionalTertentu, OPD: "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia", AdminSIIP: true}},
}

// fill imports the cast and gives everybody an activation code, KODE-0000-000n.
func (s *stage) fill() {
	rows := imports.PegawaiImport{Columns: imports.PegawaiColumns{HP: true, Nilai: true, Rekomendasi: true, Peran: true}}
	for i, c := range cast {
		row := c.BarisPegawai
		row.NIP = nipOf(i)
		rows.Rows = append(rows.Rows, row)
		s.know(c.name, flow.AccountID(7_000_000_001+i))
	}
	s.know("Tamu", 7_000_000_099)
	if _, err := s.store.ImportPegawai(rows, imports.ImportCommand, s.now, false, nil); err != nil {
		s.t.Fatal(err)
	}
	s.giveCodes()
}

func (s *stage) know(name string, id flow.AccountID) {
	s.people[name], s.names[id] = id, name
	s.chats[id] = &chat{}
}

func (s *stage) giveCodes() {
	var list []aktivasi.Aktivasi
	for i, c := range cast {
		s.codes[c.name] = fmt.Sprintf("K0DE-0000-000%d", i+1)
		list = append(list, aktivasi.Aktivasi{
			Hash: aktivasi.HashKode(s.codes[c.name]), Pegawai: flow.PegawaiID(i + 1), Sampai: s.now.Add(14 * 24 * time.Hour),
		})
	}
	if err := s.store.SaveAktivasi(list); err != nil {
		s.t.Fatal(err)
	}
}

// close looks whether the database is sound after the story.
func (s *stage) close() {
	problems, err := s.store.Check()
	if err != nil || len(problems) > 0 {
		s.t.Errorf("check: %v %q", err, problems)
	}
	if letters, _ := s.store.DeadLetters(); len(letters) > 0 {
		s.t.Errorf("dead letters: %+v", letters)
	}
	if err := s.store.Close(); err != nil {
		s.t.Error(err)
	}
}

// apply hands an event to the store and lets everybody see what comes of it.
func (s *stage) apply(in post.Incoming) {
	s.update++
	s.now = s.now.Add(time.Minute)
	in.Update, in.Event.At = s.update, s.now
	if in.Tap == "" && in.Event.From != 0 {
		s.message++
		in.Message = s.message
	}
	if in.Tap != "" {
		in.Tap = fmt.Sprint(s.update)
	}
	if _, err := s.store.Apply([]post.Incoming{in}); err != nil {
		s.t.Fatal(err)
	}
	s.deliver()
	s.clockGoesOn()
}

// clockGoesOn does what the clock has to go on with, as the program does right after the commit.
func (s *stage) clockGoesOn() {
	for range 100 {
		chats, err := s.store.Unfinished()
		if err != nil {
			s.t.Fatal(err)
		}
		if !slices.Contains(chats, 0) {
			return
		}
		s.update++
		in := post.Incoming{Update: s.update, Event: dialog.Event{At: s.now, Input: dialog.Continue{}}}
		if _, err := s.store.Apply([]post.Incoming{in}); err != nil {
			s.t.Fatal(err)
		}
		s.deliver()
	}
	s.t.Fatal("the clock never ends")
}

// deliver does what the sender would: every waiting thing into its chat.
func (s *stage) deliver() {
	if s.down {
		return
	}
	for _, ticket := range s.pending() {
		d, ready, err := s.store.Ready(ticket)
		if err != nil {
			s.t.Fatal(err)
		}
		if !ready {
			continue
		}
		receipt := post.Receipt{ID: d.ID, To: d.To, At: s.now}
		switch {
		case d.Show != nil:
			receipt.Slot = d.Show.Slot
			receipt.Held = s.put(d)
		case d.Send != nil && d.Send.Laporan.Jenis == dialog.LaporanUndangan:
			receipt.Held = s.invites(d)
		default:
			s.describe(d)
		}
		s.store.Note(receipt)
	}
	if err := s.store.Flush(); err != nil {
		s.t.Fatal(err)
	}
}

// invites does what the program does with an invitation whose turn has come: the code is shown, and is valid from then on.
func (s *stage) invites(d post.Draft) post.Held {
	l := d.Send.Laporan
	var who flow.Pegawai
	until, kode := s.now.Add(time.Hour), aktivasi.KodeOf(l.Text, l.Pegawai)
	err := s.store.Read(func(r *store.Reader) error {
		who, _ = r.Pegawai(l.Pegawai)
		return nil
	})
	if err == nil {
		_, err = s.store.HandOut([]aktivasi.Aktivasi{{Hash: aktivasi.HashKode(kode), Pegawai: who.ID, Sampai: until}}, imports.Actor{ID: l.Oleh, Peran: flow.AdminSIIP}, s.now)
	}
	if err != nil {
		s.t.Fatal(err)
	}
	d.Show = &dialog.Show{To: d.To, Screen: percakapan.InvitationScreen(who, kode, "https://t.me/siip_asn_bot?start="+kode, "01-01-2030")}
	return s.put(d)
}

// pending is what waits, in the order in which a sender takes it.
func (s *stage) pending() []post.Ticket {
	tickets, err := s.store.Pending()
	if err != nil {
		s.t.Fatal(err)
	}
	slices.SortStableFunc(tickets, func(a, b post.Ticket) int {
		return cmp.Or(cmp.Compare(boolInt(b.IsTap), boolInt(a.IsTap)), cmp.Compare(a.Lane, b.Lane))
	})
	return tickets
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// put shows a screen in the chat, in place or at the end, and says what holds its slot then.
func (s *stage) put(d post.Draft) post.Held {
	c := s.chatOf(d.To)
	held := post.Held{Message: d.Held.Message, Digest: fmt.Sprint(d.Show.Screen), Fixed: d.Show.Screen.Fixed()}
	how := "melihat pesan berubah"
	switch slot.PlanOf(d, held.Digest) {
	case slot.Leave:
		return post.Held{}
	case slot.Change:
		at := slices.IndexFunc(c.messages, func(m message) bool { return m.id == held.Message })
		c.messages[at].screen = d.Show.Screen
	case slot.Append:
		s.message++
		how, held.Message = "melihat pesan baru", s.message
		c.messages = slices.DeleteFunc(c.messages, func(m message) bool { return m.id == d.Held.Message })
		c.messages = append(c.messages, message{id: s.message, screen: d.Show.Screen})
		if d.Lane == dialog.News && !d.Show.Silent {
			s.rings[d.To] = append(s.rings[d.To], s.now)
			if s.heard != nil {
				s.heard(d)
			}
		}
	}
	if d.Lane != dialog.News {
		s.calls++
	}
	for _, wrong := range slices.Concat(tooMuch(d.Show.Screen), misplaced(d.Show.Screen), odd(d.Show.Screen)) {
		s.t.Errorf("%s:\n%s", wrong, drawing(d.Show.Screen))
	}
	if !s.quiet {
		fmt.Fprintf(&s.seen, "  %s %s:\n%s", s.name(d.To), how, drawing(d.Show.Screen))
	}
	return held
}

func (s *stage) chatOf(id flow.AccountID) *chat {
	if s.chats[id] == nil {
		s.chats[id] = &chat{}
	}
	return s.chats[id]
}

func (s *stage) name(id flow.AccountID) string {
	if name := s.names[id]; name != "" {
		return name
	}
	return fmt.Sprintf("Grup %d", id)
}

// describe writes down what is no screen.
func (s *stage) describe(d post.Draft) {
	switch {
	case d.Answer != nil && d.Answer.Text != "":
		kind := "sekilas"
		if d.Answer.Alert {
			kind = "jendela"
		}
		fmt.Fprintf(&s.seen, "  %s melihat %s: %s\n", s.name(d.To), kind, d.Answer.Text)
	case d.Send != nil:
		fmt.Fprintf(&s.seen, "  %s menerima berkas: %s\n", s.name(d.To), laporanWords(d.Send.Laporan))
	case d.Check != nil:
		fmt.Fprintf(&s.seen, "  (program memeriksa %s, terapkan: %v)\n", d.Check.File.Name, d.Check.Apply)
	case d.React != nil:
		fmt.Fprintf(&s.seen, "  %s melihat reaksi %s\n", s.name(d.To), d.React.Emoji)
	case d.SetCommands != nil:
		var names []string
		for _, c := range d.SetCommands.Commands {
			names = append(names, "/"+c.Name)
		}
		fmt.Fprintf(&s.seen, "  %s punya perintah: %s\n", s.name(d.To), strings.Join(names, " "))
	}
}

func laporanWords(l dialog.Laporan) string {
	words := []string{string(l.Jenis)}
	if l.Jenis == dialog.LaporanRekap {
		words = append(words, l.Periode.String())
	}
	if l.Filter != (daftar.Filter{}) {
		words = append(words, fmt.Sprintf("saringan %+v", l.Filter))
	}
	if len(l.Usulan) > 0 {
		words = append(words, fmt.Sprint("usulan ", l.Usulan))
	}
	if l.Jejak != (jejak.Bagian{}) {
		words = append(words, fmt.Sprintf("jejak %+v", l.Jejak))
	}
	if l.OPD != 0 {
		words = append(words, fmt.Sprint("OPD ", l.OPD))
	}
	return strings.Join(words, ", ")
}

// drawing is a screen as it is read: text with its marks, and the buttons in their rows.
func drawing(screen ui.Screen) string {
	var text strings.Builder
	for _, span := range screen.Text {
		text.WriteString(marked(span))
	}
	var b strings.Builder
	for line := range strings.Lines(strings.TrimRight(text.String(), "\n") + "\n") {
		b.WriteString(strings.TrimRight("    | "+line, " \n") + "\n")
	}
	for _, row := range screen.Rows {
		b.WriteString("   ")
		for _, c := range row {
			b.WriteString(" [" + c.Label + "]")
		}
		b.WriteString("\n")
	}
	if word := screen.Keyboard.Contact; word != "" {
		b.WriteString("    [[" + word + "]]\n")
	}
	return b.String()
}

func marked(s ui.Span) string {
	switch s.Style {
	case ui.Bold:
		return "*" + strings.TrimSuffix(s.Text, "\n") + "*"
	case ui.Italic:
		return "_" + s.Text + "_"
	case ui.Quote:
		return "> " + strings.ReplaceAll(s.Text, "\n", "\n> ") + "\n"
	default:
		return s.Text
	}
}

// nipOf is the NIP of a member of the cast.
func nipOf(i int) identitas.NIP { return identitas.NIP(fmt.Sprintf("190101%02d192501100%d", i+1, i+1)) }
