package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"siip-asn/bot/simulator"
	"siip-asn/cmd/siip-asn/config"
	"siip-asn/cmd/siip-asn/jobs"
	"siip-asn/cmd/siip-asn/office"
	"siip-asn/cmd/siip-asn/process"
	"siip-asn/flow"
	"siip-asn/flow/identitas"
	"siip-asn/flow/imports"
	"siip-asn/flow/percakapan/paging"
	"siip-asn/store"
)

// rig is the whole system against the simulator: the same rooms as in serve, in this process.
type rig struct {
	t      testing.TB
	sim    *simulator.Server
	config config.Config
	system *office.Office
	store  *store.Store
	logged *strings.Builder
	change func(*office.Office) // what is different from serve; may be nil
	stop   func()
}

const testToken = "424242:RAHASIA-SEKALI"

func newOffice(t testing.TB) *rig {
	t.Helper()
	return newOfficeWithin(t, nil)
}

// newOfficeWithin is for a server with limits of its own.
func newOfficeWithin(t testing.TB, limits *simulator.Limits) *rig {
	t.Helper()
	sim := simulator.New(simulator.Options{Token: testToken, Username: "siip_asn_bot", Strict: true, Limits: limits})
	server := httptest.NewServer(sim)
	t.Cleanup(func() { server.Close(); sim.Close() })
	c := config.Defaults()
	c.Token, c.APIURL, c.Instansi = testToken, server.URL, "Kota Contoh"
	c.Database, c.DirBackup = filepath.Join(t.TempDir(), "siip-asn.db"), t.TempDir()
	o := &rig{t: t, sim: sim, config: c, logged: &strings.Builder{}}
	o.fill()
	return o
}

// fill imports four invented people.
func (o *rig) fill() {
	s, err := store.Open(o.config.Database, office.StoreOptions(o.config))
	if err != nil {
		o.t.Fatal(err)
	}
	rows := []imports.BarisPegawai{
		{Nama: "BUDI CONTOH, S.Kom.", OPD: "Dinas Kesehatan"},
		{Nama: "TONO CONTOH", OPD: "Dinas Kesehatan", AdminOPD: true},
		{Nama: "TINI CONTOH", OPD: "Dinas Kesehatan", AdminOPD: true},
		{Nama: "WATI CONTOH", OPD: "BKPSDM", AdminSIIP: true},
	}
	for i := range rows {
		rows[i].NIP = identitas.NIP(fmt.Sprintf("190101%02d192501100%d", i+1, i+1))
		rows[i].HP = identitas.HP(fmt.Sprintf("+62811000000%d", i+1))
		rows[i].Jabatan, rows[i].Jenjang = "Analis", flow.FungsionalUmum
	}
	_, err = s.ImportPegawai(imports.PegawaiImport{Rows: rows, Columns: imports.PegawaiColumns{HP: true, Peran: true}}, imports.ImportCommand, time.Now(), false, nil)
	if err != nil {
		o.t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		o.t.Fatal(err)
	}
}

// run starts the bot; stop ends it and waits.
func (o *rig) run() {
	o.t.Helper()
	log := slog.New(slog.NewTextHandler(&lockedWriter{b: o.logged}, nil))
	sys, err := office.Open(o.config, office.Options{Now: time.Now, Log: log, Version: "uji"})
	if err != nil {
		o.t.Fatal(err)
	}
	if o.change != nil {
		o.change(sys)
	}
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- sys.Run(ctx, jobs.Listen(sys, log)...) }()
	o.system, o.store = sys, sys.Store
	o.stop = func() {
		cancel()
		if err := <-ended; err != nil {
			o.t.Errorf("run: %v", err)
		}
		if problems, err := sys.Store.Check(); err != nil || len(problems) > 0 {
			o.t.Errorf("check: %q %v", problems, err)
		}
		sys.Close()
	}
}

// left looks at the database that the system has left behind.
func (o *rig) left(look func(*store.Store) error) {
	o.t.Helper()
	s, err := store.Open(o.config.Database, office.StoreOptions(o.config))
	if err == nil {
		err = errors.Join(look(s), s.Close())
	}
	if err != nil {
		o.t.Error(err)
	}
}

// person is the n-th of the imported people, with a phone that is in the master data.
func (o *rig) person(n int, name string) *human {
	return &human{o, o.sim.Person(simulator.Profile{
		ID: 7_000_000_000 + int64(n), FirstName: name, Phone: fmt.Sprintf("+62811000000%d", n),
	})}
}

// human is a person with patience.
type human struct {
	o *rig
	*simulator.Person
}

// sees waits until the chat shows a message from the bot with these words.
func (h *human) sees(words string) simulator.Message {
	h.o.t.Helper()
	return h.awaits(fmt.Sprintf("%q", words), func(m simulator.Message) bool { return strings.Contains(m.Words(), words) })
}

// awaits waits for a message from the bot that is the one; what names it when it never comes.
func (h *human) awaits(what string, theOne func(simulator.Message) bool) simulator.Message {
	h.o.t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	var found simulator.Message
	err := h.Wait(ctx, func(list []simulator.Message) bool {
		for _, m := range list {
			if m.FromBot() && theOne(m) {
				found = m
				return true
			}
		}
		return false
	})
	if err != nil {
		h.o.t.Fatalf("%s never sees %s; the chat:\n%s\nlog:\n%s", h.Profile().FirstName, what, h.chatText(), h.o.logged)
	}
	return found
}

func (h *human) chatText() string {
	var b strings.Builder
	for _, m := range h.Chat() {
		fmt.Fprintf(&b, "[%d] %s\n", m.ID, m.Words())
	}
	return b.String()
}

// taps presses a button by its word, as soon as it is there, and waits for the answer to the tap.
func (h *human) taps(words string) simulator.Toast {
	h.o.t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	err := h.Wait(ctx, func(list []simulator.Message) bool {
		for _, m := range list {
			if _, there := m.Button(words); there {
				return true
			}
		}
		return false
	})
	if err != nil {
		h.o.t.Fatalf("%s never sees the button %q; the chat:\n%s\nlog:\n%s", h.Profile().FirstName, words, h.chatText(), h.o.logged)
	}
	query, err := h.TapWord(words)
	if err != nil {
		h.o.t.Fatal(err)
	}
	toast, err := h.Answer(ctx, query)
	if err != nil {
		h.o.t.Fatalf("the tap on %q is never answered: %v", words, err)
	}
	return toast
}

// tapsRow presses the number of the row of a list that begins with these words.
func (h *human) tapsRow(words string) simulator.Toast {
	h.o.t.Helper()
	m := h.awaits(fmt.Sprintf("a row %q", words), func(m simulator.Message) bool { return paging.Numbered(m.Words(), words) != "" })
	return h.taps(paging.Numbered(m.Words(), words))
}

func (h *human) enters() {
	h.o.t.Helper()
	h.Send("/start")
	h.sees("Kirim Nomor HP")
	h.ShareContact()
	h.taps("Ya, ini saya")
	h.sees("sekarang terhubung")
}

func (h *human) proposes(diklat string) {
	h.o.t.Helper()
	h.Send("/start")
	h.taps("Tambah")
	h.tapsRow(diklat)
	h.taps("Simpan")
	h.sees("Data Berhasil Di Tambah")
}

// seesDocument waits for a file with this ending.
func (h *human) seesDocument(ending string) simulator.Message {
	h.o.t.Helper()
	return h.awaits("a file "+ending, func(m simulator.Message) bool {
		return m.Document != nil && strings.HasSuffix(m.Document.FileName, ending)
	})
}

// quiet waits until everything that was done is answered, and everything has gone out.
func (o *rig) quiet() {
	o.t.Helper()
	for deadline := time.Now().Add(60 * time.Second); !o.rests(); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(deadline) {
			o.t.Fatalf("the office does not come to rest: %d taps unanswered, %d updates waiting\n%s", len(o.sim.Unanswered()), o.sim.Pending(), o.logged)
		}
	}
}

func (o *rig) rests() bool {
	waiting, err := o.store.Pending()
	return err == nil && len(o.sim.Unanswered()) == 0 && o.sim.Pending() == 0 && len(waiting) == 0
}

// lockedWriter lets several goroutines log into one text.
type lockedWriter struct {
	mu sync.Mutex
	b  *strings.Builder
}

func (w *lockedWriter) Write(p []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.b.Write(p)
}

// sound looks through the database after the program has ended.
func (o *rig) sound() {
	o.t.Helper()
	process.Sound(o.t, o.config, nil)
}

// program is the real program on the database of an office.
func (o *rig) program(t *testing.T) *process.Program {
	text := fmt.Sprintf("telegram:\n  token: %s\n  api_url: %s\n  chat_messages_per_second: 50\ndatabase:\n  path: %q\nbackup:\n  dir: %q\n",
		testToken, o.config.APIURL, o.config.Database, o.config.DirBackup)
	p := &process.Program{T: t, Binary: os.Args[0], Config: process.WriteFile(t, "config.yaml", text)}
	t.Cleanup(p.Kill)
	return p
}
