package main

import (
	"errors"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"time"

	"siip-asn/bot/simulator"
	"siip-asn/flow"
	"siip-asn/store"
)

// world is the sample world of the demo: the simulator with its people and chats, and the bot as a process of its own,
// so that it can be killed in earnest.
type world struct {
	dir    string
	sim    *simulator.Server
	bot    *botProcess
	phones []flow.AccountID // whose chats are shown first
}

const (
	demoToken  = "100000:demo-tanpa-rahasia"
	demoBot    = "siip_asn_demo_bot"
	worldDB    = "siip-asn.db"
	worldSim   = "simulator.json"
	worldYAML  = "config.yaml"
	worldClock = "clock"
)

// openWorld opens the world of a folder, or makes it there.
func openWorld(dir string, people int, address string, now func() time.Time) (*world, error) {
	sim, err := simulator.Open(filepath.Join(dir, worldSim), simulator.Options{
		Token: demoToken, Username: demoBot, Name: "SIIP-ASN (demo)", MessagesPerSecond: -1,
	})
	if err != nil {
		return nil, fmt.Errorf("percakapan contoh di %s tidak dapat dibuka (mulai lagi dengan --reset): %w", dir, err)
	}
	w := &world{dir: dir, sim: sim}
	if err := w.configure(address); err != nil {
		return nil, errors.Join(err, sim.Close())
	}
	if err := w.settle(people, now); err != nil {
		return nil, errors.Join(err, sim.Close())
	}
	return w, nil
}

// configure writes the config with which the bot of this world is started.
func (w *world) configure(address string) error {
	text := fmt.Sprintf(`# Ditulis oleh siip-asn demo.
telegram:
  token: %s
  api_url: %s
  messages_per_second: 600
  chat_messages_per_second: 50
database:
  path: %q
instansi:
  nama: Pemerintah Kota Contoh
backup:
  jadwal: ""
log:
  level: warn
`, demoToken, address, filepath.Join(w.dir, worldDB))
	return os.WriteFile(filepath.Join(w.dir, worldYAML), []byte(text), 0o600)
}

// settle lets the people of the sample data move in, the first time.
func (w *world) settle(people int, now func() time.Time) (err error) {
	c, err := loadConfig(filepath.Join(w.dir, worldYAML), true, nil)
	if err != nil {
		return err
	}
	_, statErr := os.Stat(c.Database)
	s, err := store.Open(c.Database, storeOptions(c))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	if errors.Is(statErr, os.ErrNotExist) {
		if err := fillSample(s, people, now().In(c.Zona)); err != nil {
			return errors.Join(err, removeWorld(w.dir))
		}
	}
	return s.Read(func(r *store.Reader) error {
		w.populate(r, people)
		w.phones = firstPhones(r, people)
		return nil
	})
}

// populate makes the people of the simulator. Those who have come already have opened the chat.
func (w *world) populate(r *store.Reader, people int) {
	for n, row := range sampleRows(people).Baris {
		p := w.sim.Person(profile(n+1, row))
		if bound(r, n+1) && len(p.Chat()) == 0 && n < samplePeople {
			p.Send("/start")
		}
	}
}

func bound(r *store.Reader, n int) bool { return r.Account(sampleAccount(n)).Pegawai != 0 }

// firstPhones picks whose chats are shown first: somebody who can propose, the admin of his OPD, and an Admin SIIP-ASN.
func firstPhones(r *store.Reader, people int) []flow.AccountID {
	for n := 1; n <= people; n++ {
		p, _ := r.Pegawai(r.Account(sampleAccount(n)).Pegawai)
		admins, pusat := r.AdminOPD(p.OPD), r.AdminSIIP()
		if p.ID == 0 || p.Admin() || len(r.UsulanOf(p.ID)) > 0 || len(admins) == 0 || len(pusat) == 0 {
			continue
		}
		return []flow.AccountID{sampleAccount(n), sampleAccount(int(admins[0].ID)), sampleAccount(int(pusat[0].ID))}
	}
	return nil
}

// profile is a person of the sample data as a Telegram account.
func profile(n int, row flow.BarisPegawai) simulator.Profile {
	nama, _, _ := strings.Cut(row.Nama, ",")
	first, last, _ := strings.Cut(title(nama), " ")
	role := flow.Pemilik
	switch {
	case row.AdminSIIP:
		role = flow.AdminSIIP
	case row.AdminOPD:
		role = flow.AdminOPD
	}
	return simulator.Profile{
		ID: int64(sampleAccount(n)), FirstName: first, LastName: last, Language: "id", Phone: string(row.HP),
		About: row.Nama + " · " + row.Jabatan, Tags: []string{role.String(), row.OPD},
	}
}

// title writes a name as people do: Amiruddin Contohna.
func title(name string) string {
	words := strings.Fields(strings.ToLower(name))
	for i, w := range words {
		words[i] = strings.ToUpper(w[:1]) + w[1:]
	}
	return strings.Join(words, " ")
}

func (w *world) close() error { return w.sim.Close() }

// removeWorld takes away the files of a world, and nothing else of the folder.
func removeWorld(dir string) error {
	var errs []error
	for _, name := range []string{worldDB, worldSim, worldSim + ".files", worldYAML, worldClock} {
		errs = append(errs, os.RemoveAll(filepath.Join(dir, name)))
	}
	return errors.Join(errs...)
}

// handler serves everything on one address: the Bot API for the bot, the page and its API for people.
func (w *world) handler() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/bot"+demoToken+"/", w.sim)
	mux.Handle("/file/", w.sim)
	mux.Handle("/sim/", w.sim.PeopleHandler())
	mux.HandleFunc("GET /demo/state", w.state)
	mux.HandleFunc("POST /demo/kill", guarded(w.kill))
	mux.HandleFunc("POST /demo/start", guarded(w.start))
	mux.HandleFunc("POST /demo/week", guarded(w.week))
	mux.Handle("/", simulator.PageHandler())
	return mux
}
