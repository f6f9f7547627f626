package campaign

import (
	"context"
	"fmt"
	"net/http/httptest"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"siip-asn/bot/simulator"
	"siip-asn/cmd/siip-asn/config"
	"siip-asn/cmd/siip-asn/office"
	"siip-asn/cmd/siip-asn/process"
	"siip-asn/flow"
	"siip-asn/flow/identitas"
	"siip-asn/flow/imports"
	"siip-asn/store"
)

// citizens are who lives in the town: three offices with admins of their own, one without, and the Admin SIIP-ASN. Nobody
// is real, all were born in 1901. Agus does everything in bulk.
var citizens = []imports.BarisPegawai{
	{Nama: "BUDI CONTOH", OPD: "Dinas Kesehatan"},
	{Nama: "SARI CONTOH", OPD: "Dinas Kesehatan", Nilai: "78,5"},
	{Nama: "TONO CONTOH", OPD: "Dinas Kesehatan", AdminOPD: true},
	{Nama: "TINI CONTOH", OPD: "Dinas Kesehatan", AdminOPD: true},
	{Nama: "RINA CONTOH", OPD: "Dinas Pendidikan", AdminOPD: true},
	{Nama: "JOKO CONTOH", OPD: "Dinas Pendidikan"},
	{Nama: "NINA CONTOH", OPD: "Dinas Pendidikan"},
	{Nama: "DODI CONTOH", OPD: "Satuan Polisi Pamong Praja"},
	{Nama: "LINA CONTOH", OPD: "BKPSDM"},
	{Nama: "HADI CONTOH", OPD: "BKPSDM", AdminOPD: true},
	{Nama: "WATI CONTOH", OPD: "BKPSDM", AdminSIIP: true},
	{Nama: bulkActor, OPD: "BKPSDM", AdminSIIP: true},
}

const (
	bulkActor = "AGUS CONTOH"
	clerks    = 150 // people of the archive, whom every import moves: nobody of them talks to the bot
)

// campaign is everything of a campaign: people, the simulator, the program, and the diary.
type campaign struct {
	*place
	*verdict
	t       *testing.T
	dir     string
	process *victim
	people  []*citizen
	diary   diary
	waves   atomic.Int64 // imports that were begun
	updates atomic.Int64 // things that people did
	work    workLog      // of the operator

	leisure int // how slow people are

	changesTold, noticesDue int
	mayRepeat               int             // how often a notice may have come twice
	lateAnswers             bool            // some taps were answered too late to be read
	deaf                    map[string]bool // by name: has blocked the bot, or deletes what it writes

	stopPeople context.CancelFunc
	living     sync.WaitGroup
}

// newCampaign builds a town whose program is a binary, see theProgram.
func newCampaign(t *testing.T, binary string, o simulator.Options) *campaign {
	w := &campaign{t: t, verdict: &verdict{}, leisure: 1, dir: t.TempDir()}
	o.Token, o.Username, o.Strict, o.Seen = botToken, "siip_asn_bot", true, w.diary.see
	o.ChatBurst = -1 // see settle: the town is in a hurry
	sim := simulator.New(o)
	p := &victim{Program: &process.Program{T: t, Binary: binary}}
	server := httptest.NewServer(p.gate(sim))
	t.Cleanup(func() { server.Close(); sim.Close() })
	c := config.Defaults()
	c.Token, c.APIURL, c.Instansi = botToken, server.URL, "Kota Contoh"
	if o.MessagesPerSecond < 0 {
		c.PerSecond = 300 // nobody counts
	}
	c.Database, c.DirBackup = filepath.Join(w.dir, "siip-asn.db"), filepath.Join(w.dir, "salinan")
	w.place = &place{sim: sim, config: c}
	w.process = p
	w.settle()
	return w
}

// settle writes the config and the master data.
func (w *campaign) settle() {
	w.process.Config = process.WriteFile(w.t, "config.yaml", fmt.Sprintf(
		"telegram:\n  token: %s\n  api_url: %s\n  messages_per_second: %d\n  chat_messages_per_second: %d\ndatabase:\n  path: %q\nbackup:\n  dir: %q\n",
		botToken, w.config.APIURL, w.config.PerSecond, 50, w.config.Database, w.config.DirBackup))
	s, err := store.Open(w.config.Database, office.StoreOptions(w.config))
	if err != nil {
		w.t.Fatal(err)
	}
	list := imports.PegawaiImport{Columns: imports.PegawaiColumns{HP: true, Peran: true, Nilai: true}}
	for i, row := range citizens {
		row.NIP, row.HP = identitas.NIP(fmt.Sprintf("190101%02d19250110%02d", i+1, i+1)), identitas.HP(phoneOf(i))
		row.Jabatan, row.Jenjang = "Analis", flow.FungsionalUmum
		list.Rows = append(list.Rows, row)
	}
	for i := range clerks {
		list.Rows = append(list.Rows, imports.BarisPegawai{
			NIP: identitas.NIP(clerkNIP(i)), Nama: clerkName(i), Jabatan: "Arsiparis", Jenjang: flow.FungsionalUmum, OPD: waveOPD(0),
		})
	}
	if _, err := s.ImportPegawai(list, imports.ImportCommand, time.Now(), false, nil); err != nil {
		w.t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		w.t.Fatal(err)
	}
	for i := range citizens {
		w.people = append(w.people, w.citizen(i))
	}
}

func phoneOf(i int) string { return fmt.Sprintf("+62811000%04d", i+1) }

// live lets everybody come in, and then talk to the bot until rest.
func (w *campaign) live() {
	var in sync.WaitGroup
	for _, c := range w.people {
		in.Go(c.comesIn)
	}
	in.Wait()
	ctx, stop := context.WithCancel(context.Background())
	w.stopPeople = stop
	for _, c := range w.people {
		w.living.Go(func() { c.lives(ctx) })
	}
}

// restTime without anything new means that nothing is to come: longer than any pause that the server asks for.
const restTime = 3500 * time.Millisecond

// rest lets everybody go home, and waits until all that was done is answered and all that was due is sent.
func (w *campaign) rest() {
	w.stopPeople()
	w.living.Wait()
	for _, c := range w.people {
		c.says("/start")
	}
	w.settles()
}

// settles waits until nothing new comes.
func (w *campaign) settles() {
	for deadline := time.Now().Add(time.Minute); ; time.Sleep(50 * time.Millisecond) {
		open := w.sim.Unanswered()
		if len(open) == 0 && w.sim.Pending() == 0 && w.diary.quietFor() > restTime {
			return
		}
		if time.Now().After(deadline) {
			for _, tap := range open {
				note(&w.lost, "the tap %q of %d is never answered", tap.Data, tap.From)
			}
			if len(open) == 0 {
				note(&w.wrong, "the town does not come to rest: %d updates wait", w.sim.Pending())
			}
			return
		}
	}
}
