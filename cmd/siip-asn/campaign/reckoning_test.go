package campaign

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"siip-asn/cmd/siip-asn/office"
	"siip-asn/flow"
	"siip-asn/flow/giliran"
	"siip-asn/flow/jejak"
	"siip-asn/store"
)

// ledger counts changes by who made them and which aksi it was.
type ledger map[deed]int

type deed struct {
	by   flow.PegawaiID
	aksi flow.Aksi
}

// books are what a database says has happened.
type books struct {
	usulan map[flow.UsulanID]flow.Usulan
	trail  map[flow.UsulanID][]jejak.Entry   // of each usulan, oldest first
	waves  map[string]map[flow.PegawaiID]int // by the OPD to which an import has moved people: how often each
	queue  map[flow.PegawaiID]int            // how many usulan wait for each admin
	masuk  int                               // how many wait for an Admin OPD; an Admin SIIP-ASN may see those that wait long
}

// confirmations are what a person reads when the aksi is done. There is nothing else with these words.
var confirmations = map[string]flow.Aksi{
	"Data Berhasil Di Tambah": flow.Simpan, "Data Berhasil Di Ubah": flow.Edit, "Usulan telah diteruskan.": flow.Teruskan,
	"Usulan dikembalikan untuk direvisi.": flow.Revisi, "Usulan telah ditolak.": flow.Tolak,
	"Usulan telah disetujui.": flow.Setujui, "Usulan telah dihapus.": flow.Hapus,
}

// told counts what people were told that they have done.
func (w *campaign) told() ledger {
	l := ledger{}
	for _, c := range w.people {
		for _, s := range w.diary.of(c) {
			if aksi, is := confirmations[s.words]; is && s.toast {
				l[deed{c.pegawai, aksi}]++
			}
		}
	}
	return l
}

// done counts what the database says that they have done, one by one.
func (b *books) done() ledger {
	l := ledger{}
	for _, entries := range b.trail {
		for _, e := range entries {
			if e.OlehNama != bulkActor && e.Peran != flow.Sistem && e.Aksi != flow.Impor {
				l[deed{e.Oleh, e.Aksi}]++
			}
		}
	}
	return l
}

// read opens the books of a database, and says what is wrong with it.
func (w *campaign) read(path string) (b *books, problems []string) {
	s, err := store.Open(path, office.StoreOptions(w.config))
	if err != nil {
		return nil, []string{err.Error()}
	}
	defer s.Close()
	problems, err = s.Check()
	if letters, _ := s.DeadLetters(); len(letters) > 0 {
		problems = append(problems, fmt.Sprintf("%d dead letters, the first: %.600s", len(letters), letters[0].Problem))
	}
	rows, broken, errTrail := s.Jejak(jejak.Bagian{})
	for _, err := range []error{err, errTrail} {
		if err != nil {
			problems = append(problems, err.Error())
		}
	}
	b = newBooks(rows)
	_ = s.Read(func(r *store.Reader) error {
		for id := flow.UsulanID(1); ; id++ {
			u, found := r.Usulan(id)
			if !found {
				return nil
			}
			b.usulan[id] = u
			for _, admin := range giliran.WaitsFor(r, u).Orang {
				b.queue[admin.ID]++
			}
			if u.Status == flow.Masuk {
				b.masuk++
			}
		}
	})
	return b, append(problems, broken...)
}

func newBooks(rows []jejak.Baris) *books {
	b := &books{usulan: map[flow.UsulanID]flow.Usulan{}, trail: map[flow.UsulanID][]jejak.Entry{}, waves: map[string]map[flow.PegawaiID]int{}, queue: map[flow.PegawaiID]int{}}
	for _, row := range rows {
		switch e := row.Entry; {
		case e.Usulan != 0:
			b.trail[e.Usulan] = append(b.trail[e.Usulan], e)
		case e.Aksi == flow.Impor && len(e.Ubah) > 0 && strings.HasPrefix(e.Ubah[0].Sesudah, waveName):
			opd := e.Ubah[0].Sesudah
			if b.waves[opd] == nil {
				b.waves[opd] = map[flow.PegawaiID]int{}
			}
			b.waves[opd][e.Pegawai]++
		}
	}
	return b
}

// inspect looks at what a killed program has left: it is sound, and what people were told by then is in it.
func (w *campaign) inspect() {
	told := w.told()
	b, problems := w.read(w.config.Database)
	for _, p := range problems {
		note(&w.wrong, "after a kill: %s", p)
	}
	if b != nil {
		w.compare(told, b.done(), "after a kill")
		w.reckonTaps(b)
	}
}

// compare looks whether everything that was told is done.
func (w *campaign) compare(told, done ledger, when string) {
	for d, n := range told {
		if done[d] < n {
			note(&w.lost, "%s: %s was told of %d %s, %d are there", when, w.people[d.by-1].Nama, n, d.aksi, done[d])
		}
	}
}

// reckon compares all books in the end.
func (w *campaign) reckon() {
	told := w.told()
	b, problems := w.read(w.config.Database)
	for _, p := range problems {
		note(&w.wrong, "%s", p)
	}
	if b == nil {
		return
	}
	done := b.done()
	w.compare(told, done, "in the end")
	for d, n := range done {
		if w.changesTold += told[d]; told[d] < n && !w.lateAnswers {
			note(&w.doubled, "%s was told of %d %s, %d are there", w.people[d.by-1].Nama, told[d], d.aksi, n)
		}
	}
	w.reckonTaps(b)
	w.reckonNotices(b)
	w.reckonCards(b)
	w.reckonQueues(b)
	w.reckonWork(b)
	w.reckonRest()
}

// reckonTaps: a tap that was told to have worked has changed the usulan that it was drawn for, as it was then. So no two taps
// have done the same, and none something else.
func (w *campaign) reckonTaps(b *books) {
	claimed := map[string]string{}
	for _, c := range w.people {
		for _, s := range w.diary.of(c) {
			data := w.diary.data(s)
			aksi, is := confirmations[s.words]
			if !is || !s.toast || !strings.HasPrefix(data, "ya-") {
				continue
			}
			_, numbers, _ := strings.Cut(data, ":")
			id, versi := number36(numbers, 0), number36(numbers, 1)
			entries := b.trail[flow.UsulanID(id)]
			if versi >= uint64(len(entries)) || entries[versi].Aksi != aksi || entries[versi].Oleh != c.pegawai {
				note(&w.doubled, "%s was told %q of the tap %s, which was drawn for another state: %v", c.Nama, s.words, data, aksiOf(entries))
			}
			if other := claimed[numbers]; other != "" {
				note(&w.doubled, "%s was told %q of the tap %s, and %s as well", c.Nama, s.words, data, other)
			}
			claimed[numbers] = c.Nama
		}
	}
}

// number36 is a number of a button, as it is written there.
func number36(numbers string, i int) uint64 {
	parts := strings.Split(numbers, ":")
	if i >= len(parts) {
		return 0
	}
	n, _ := strconv.ParseUint(parts[i], 36, 64)
	return n
}

func aksiOf(entries []jejak.Entry) []string {
	var list []string
	for _, e := range entries {
		list = append(list, e.Aksi.String()+" by "+e.OlehNama)
	}
	return list
}

// reckonWork: an import is in as a whole or not at all, once, and if the operator was told so it is; a copy is sound, can be
// restored, and holds what people had been told before.
func (w *campaign) reckonWork(b *books) {
	for opd, people := range b.waves {
		for p, n := range people {
			if n > 1 {
				note(&w.doubled, "%s has come to %d %d times", opd, p, n)
			}
		}
		if len(people) != clerks {
			note(&w.wrong, "%s is half in: %d of %d", opd, len(people), clerks)
		}
	}
	for _, wave := range w.work.imports {
		if opd := waveOPD(wave); b.waves[opd] == nil {
			note(&w.lost, "the operator was told of %s", opd)
		}
	}
	for i, c := range w.work.copies {
		if err := store.Verify(c.path); err != nil {
			note(&w.wrong, "%s: %v", c.path, err)
		} else if i%5 == 0 {
			w.restore(c)
		}
	}
}

// restore brings a copy back elsewhere with the program, and reads it.
func (w *campaign) restore(c copied) {
	to := filepath.Join(w.dir, "kembali", filepath.Base(c.path))
	cmd := w.process.Command("restore", c.path)
	cmd.Env = append(cmd.Env, "SIIP_DATABASE_PATH="+to)
	if out, err := cmd.CombinedOutput(); err != nil {
		note(&w.wrong, "restore %s: %v\n%s", c.path, err, out)
		return
	}
	b, problems := w.read(to)
	for _, p := range problems {
		note(&w.wrong, "%s: %s", c.path, p)
	}
	if b != nil {
		w.compare(c.told, b.done(), "in the copy "+filepath.Base(c.path))
	}
}

// reckonRest: nothing waits, nobody outside would complain, and the token is nowhere.
func (w *campaign) reckonRest() {
	for _, sin := range w.sim.Complaints() {
		note(w.bookOf(sin), "the onlooker: %s", sin)
	}
	for _, words := range w.diary.complaints {
		note(&w.wrong, "%s", words)
	}
	if strings.Contains(w.process.Output.String(), "RAHASIA") {
		note(&w.leaked, "the token is in the log")
	}
	s, err := store.Open(w.config.Database, office.StoreOptions(w.config))
	if err != nil {
		note(&w.wrong, "%v", err)
		return
	}
	defer s.Close()
	if f, err := s.Figures(); err != nil || f.Waiting > 0 {
		note(&w.lost, "%d messages still wait, since %s (%v)", f.Waiting, time.Since(f.Oldest).Round(time.Second), err)
	}
	_ = os.Remove(w.config.Database + ".sock") // a test that was killed leaves it
}

// bookOf is where a complaint of the onlooker belongs.
func (w *campaign) bookOf(sin string) *[]string {
	if strings.Contains(sin, "answered twice") {
		return &w.doubled
	}
	return &w.wrong
}

// tail is the end of a log.
func tail(s string, lines int) string {
	all := strings.Split(strings.TrimSpace(s), "\n")
	return strings.Join(all[max(0, len(all)-lines):], "\n")
}
