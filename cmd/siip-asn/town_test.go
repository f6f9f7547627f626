package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"siip-asn/bot"
	"siip-asn/cmd/siip-asn/office"
	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/identitas"
	"siip-asn/flow/imports"
	"siip-asn/flow/jejak"
	"siip-asn/flow/kalender"
	"siip-asn/flow/post"
	"siip-asn/store"
)

// town is an office with everybody whom the rights tell apart, usulan of several of them, and a spy who reads whatever goes
// out to anybody.
type town struct {
	*rig
	spy    *spy
	people map[string]*human
}

// townsfolk are beyond the four people of every office.
var townsfolk = []imports.BarisPegawai{
	{Nama: "SARI CONTOH", OPD: "Dinas Kesehatan"},
	{Nama: "RINA CONTOH", OPD: "Dinas Pendidikan", AdminOPD: true},
	{Nama: "JOKO CONTOH", OPD: "Dinas Pendidikan"},
	{Nama: "MANTAN CONTOH", OPD: "Dinas Kesehatan"},
	{Nama: "BEKAS CONTOH", OPD: "BKPSDM", AdminSIIP: true},
}

var townNames = []string{"Budi", "Tono", "Tini", "Wati", "Sari", "Rina", "Joko", "Mantan", "Bekas"}

func newTown(t *testing.T) *town {
	w := &town{rig: newOffice(t), people: map[string]*human{}}
	w.config.PerSecond, w.config.ChatPerSecond = 20_000, 20_000
	w.spy = &spy{read: map[flow.AccountID]*strings.Builder{}}
	w.change = func(sys *office.Office) { w.spy.Outbox, sys.Bot.Outbox = sys.Bot.Outbox, w.spy }
	w.runs()
	w.imports(townsfolk)
	for i, name := range append(townNames, "Tamu") {
		w.people[name] = w.person(i+1, name)
	}
	for _, name := range townNames {
		w.people[name].enters()
	}
	return w
}

// imports brings people into the master data, beyond the four of every office.
func (w *town) imports(rows []imports.BarisPegawai) {
	w.t.Helper()
	for i := range rows {
		rows[i].NIP = identitas.NIP(fmt.Sprintf("190101%02d192501100%d", i+5, i+5))
		rows[i].HP = identitas.HP(fmt.Sprintf("+62811000000%d", i+5))
		rows[i].Jabatan, rows[i].Jenjang = "Analis", flow.FungsionalUmum
	}
	_, err := w.store.ImportPegawai(imports.PegawaiImport{Rows: rows, Columns: imports.PegawaiColumns{HP: true, Peran: true}}, imports.ImportCommand, time.Now(), false, nil)
	if err != nil {
		w.t.Fatal(err)
	}
}

// proposes by hand, under a title that nobody else has.
func (w *town) proposes(name string) {
	h := w.people[name]
	h.Send("/start")
	h.taps("Tambah")
	h.taps("Isi Manual")
	h.Send(titleOf(name))
	h.taps("Simpan")
	h.sees("Data Berhasil Di Tambah")
}

func titleOf(name string) string { return "Zat Rahasia " + name }

// spy reads what goes out.
type spy struct {
	bot.Outbox
	mu    sync.Mutex
	read  map[flow.AccountID]*strings.Builder
	sent  []dialog.Send
	drawn []ui.Button
}

func (s *spy) Ready(t post.Ticket) (post.Draft, bool, error) {
	d, ready, err := s.Outbox.Ready(t)
	if !ready {
		return d, ready, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.read[d.To] == nil {
		s.read[d.To] = &strings.Builder{}
	}
	switch {
	case d.Send != nil:
		s.sent = append(s.sent, *d.Send)
	case d.Answer != nil:
		s.read[d.To].WriteString(d.Answer.Text + "\n")
	case d.Show != nil:
		text, _ := json.Marshal(d.Show.Screen)
		s.read[d.To].Write(text)
		for _, row := range d.Show.Screen.Rows {
			for _, c := range row {
				s.drawn = append(s.drawn, c.Button)
			}
		}
	}
	return d, ready, err
}

// forgets what it has read so far.
func (s *spy) forgets() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.read, s.sent = map[flow.AccountID]*strings.Builder{}, nil
}

func (s *spy) readBy(h *human) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	if b := s.read[flow.AccountID(h.ID())]; b != nil {
		return b.String()
	}
	return ""
}

func (s *spy) sentTo(h *human) (list []dialog.Laporan) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, send := range s.sent {
		if send.To == flow.AccountID(h.ID()) {
			list = append(list, send.Laporan)
		}
	}
	return list
}

// everyButton lists what was ever drawn for anybody, as it stands on the wire.
func (s *spy) everyButton() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	seen := map[string]bool{}
	var list []string
	for _, b := range s.drawn {
		data := wire(b.Word, b.ID, b.Versi)
		if b.Word != "" && !seen[data] {
			seen[data] = true
			list = append(list, data)
		}
	}
	return list
}

// wire writes a button as it goes to Telegram and back.
func wire(word string, id, versi uint64) string {
	return word + ":" + strconv.FormatUint(id, 36) + ":" + strconv.FormatUint(versi, 36)
}

// state is everything that only somebody with a right to may change.
type state struct {
	usulan  map[flow.UsulanID]flow.Usulan
	entries int
	rest    string // of the master data
}

func (w *town) state() state {
	w.t.Helper()
	s := state{usulan: map[flow.UsulanID]flow.Usulan{}}
	var rest bytes.Buffer
	err := w.store.Read(func(r *store.Reader) error {
		for id := flow.UsulanID(1); ; id++ {
			u, found := r.Usulan(id)
			if !found {
				break
			}
			s.usulan[id] = u
		}
		for _, p := range r.Pegawais() {
			account, bound := r.AccountOf(p.ID)
			fmt.Fprintf(&rest, "%+v %d %v\n", p, account.ID, bound)
		}
		fmt.Fprintf(&rest, "%+v\n%+v\n%+v\n", r.OPDs(), r.Katalog(), r.Jendela(kalender.Periode(time.Now().Year())))
		return nil
	})
	if err != nil {
		w.t.Fatal(err)
	}
	s.rest, s.entries = rest.String(), len(w.trail())
	return s
}

func (w *town) trail() []jejak.Baris {
	w.t.Helper()
	rows, problems, err := w.store.Jejak(jejak.Bagian{})
	if err != nil || len(problems) > 0 {
		w.t.Fatal(problems, err)
	}
	return rows
}
