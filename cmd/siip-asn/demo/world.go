// Package demo is the sample world: an invented city in which people propose and admins decide, a simulator of Telegram
// with their phones, the page that shows them, and the bot beside it as a process of its own.
//
//	the city   city.go is the master data, story.go and play.go what its people have done so far, people.go their phones
//	the stage  world.go opens it, run.go shows it, controls.go is the bar above the phones, bot.go and clock.go the bot and its time
//
// It must not import bot, only its simulator: the bot is the program itself, started anew. A newcomer reads Open, then
// World.Run.
package demo

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"

	"siip-asn/bot/simulator"
	"siip-asn/cmd/siip-asn/config"
	"siip-asn/cmd/siip-asn/office"
	"siip-asn/flow"
	"siip-asn/store"
)

// World is the sample world of the demo: the simulator with its people and chats, and the bot as a process of its own, so that it
// can be killed (SIGKILL) while the page goes on.
type World struct {
	dir    string
	people int // how many pegawai there are
	clock  *clock
	sim    *simulator.Server
	bot    *botProcess
	phones []flow.AccountID // whose chats are shown first
	name   string           // of this world, which no other has
}

const (
	demoToken = "100000:demo-tanpa-rahasia"
	demoBot   = "siip_asn_demo_bot"
)

// Open opens the world of a folder, or makes it there; made hears how many pegawai have been. names are those
// under which the page may be opened besides its address. The database comes first: a demo that runs has it, and then its chats
// are left alone.
func Open(ctx context.Context, dir string, people int, names []string, made func(int)) (w *World, err error) {
	w = &World{dir: dir, people: people, clock: openClock(filepath.Join(dir, worldTime))}
	s, err := w.database(ctx, made)
	if inUse := (*store.InUseError)(nil); errors.As(err, &inUse) {
		return nil, &RunningError{}
	} else if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	sim, err := simulator.Open(filepath.Join(dir, worldSim), simulator.Options{
		Token: demoToken, Username: demoBot, Name: "SIIP-ASN (demo)", MessagesPerSecond: -1, ChatBurst: -1, Now: w.clock.now, Hosts: names,
	})
	if err != nil {
		return nil, fmt.Errorf("percakapan contoh di %s tidak dapat dibuka (mulai lagi dengan --reset): %w", dir, err)
	}
	w.sim = sim
	if w.name, err = nameOf(dir); err != nil {
		return nil, errors.Join(err, sim.Close())
	}
	err = s.Read(func(r *store.Reader) error {
		w.populate(r)
		w.phones = firstPhones(r, w.people)
		return nil
	})
	if err != nil {
		return nil, errors.Join(err, sim.Close())
	}
	return w, nil
}

// nameOf is the name of the world in a folder; a new one gets one that no other has.
func nameOf(dir string) (string, error) {
	path := filepath.Join(dir, worldName)
	if text, err := os.ReadFile(path); err == nil && len(text) > 0 {
		return string(text), nil
	}
	name := rand.Text()
	return name, os.WriteFile(path, []byte(name), 0o600)
}

// configure writes the config with which the bot of this world is started; it finds the Bot API at that address.
func (w *World) configure(address string) error {
	text := yamlHead + fmt.Sprintf(`telegram:
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

// database opens the database of the world, which is filled with the sample data the first time.
func (w *World) database(ctx context.Context, made func(int)) (*store.Store, error) {
	path := filepath.Join(w.dir, worldDB)
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		if err := w.fill(ctx, path, made); err != nil {
			return nil, err
		}
	}
	return store.Open(path, office.StoreOptions(config.Defaults()))
}

// fill makes the database beside its place first, so that one that was broken off is never taken for whole.
func (w *World) fill(ctx context.Context, path string, made func(int)) error {
	c, beside := config.Defaults(), filepath.Join(w.dir, worldNew)
	if err := os.RemoveAll(beside); err != nil {
		return err
	}
	o := office.StoreOptions(c)
	o.Scratch = true
	s, err := store.Open(beside, o)
	if err != nil {
		return err
	}
	err = fillCity(ctx, s, w.people, w.clock.now().In(c.Zona), made)
	if err := errors.Join(err, s.Close()); err != nil {
		return errors.Join(err, os.Remove(beside))
	}
	return os.Rename(beside, path)
}

// Close keeps the chats for the next time.
func (w *World) Close() error { return w.sim.Close() }

// handler serves everything on one address: the Bot API for the bot, the page and its API for people.
func (w *World) handler() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/bot"+demoToken+"/", w.sim)
	mux.Handle("/file/", w.sim)
	mux.Handle("/sim/", w.sim.PeopleHandler())
	mux.Handle("/demo/", w.sim.Guard(w.controls()))
	mux.Handle("/", simulator.PageHandler())
	return mux
}
