package store

import (
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/identitas"
	"siip-asn/flow/imports"
	"siip-asn/flow/jejak"
	"siip-asn/flow/post"
	"siip-asn/store/impor"
	"siip-asn/store/schema"
	"siip-asn/store/table"
)

// nipOf is the NIP of the n-th of many invented people.
func nipOf(n int) identitas.NIP {
	return identitas.NIP(fmt.Sprintf("1901%02d%02d19%02d%02d1%03d", 1+n%12, 1+n/12%28, 25+n/336%50, 1+n/16800%12, 1+n%900))
}

// crowd are so many rows; what tells the round of the workbook that they are in.
func crowd(n int, jabatan string) []imports.BarisPegawai {
	var rows []imports.BarisPegawai
	for i := range n {
		r := row(1, fmt.Sprintf("Dinas %d", i%7))
		r.NIP, r.Nama, r.Jabatan = nipOf(i), fmt.Sprintf("CONTOH NOMOR %d", i), jabatan
		r.HP = identitas.HP(fmt.Sprintf("+62811%07d", i))
		rows = append(rows, r)
	}
	return rows
}

const crowdSize = impor.AtOnce + 700

// big is an import that moves everybody to another OPD and gives everybody another number and jabatan.
func big() imports.PegawaiImport {
	rows := crowd(crowdSize, "Jabatan Baru")
	rows[0].AdminSIIP = true
	for i := range rows {
		rows[i].OPD, rows[i].HP = fmt.Sprintf("Badan %d", i%5), identitas.HP(fmt.Sprintf("+62822%07d", i))
	}
	return imports.PegawaiImport{Rows: rows, Columns: imports.PegawaiColumns{HP: true, Peran: true}}
}

// crowded is a store with that many people, of whom the first is an Admin SIIP-ASN with the account 7, and the tenth of each
// ten has an usulan.
func crowded(t testing.TB, path string) *Store {
	t.Helper()
	s, err := Open(path, Options{Aturan: flow.Aturan{Instansi: "Kota Contoh", Zona: wib}, Step: doesOrEchoes})
	if err != nil {
		t.Fatal(err)
	}
	rows := crowd(crowdSize, "Jabatan Lama")
	rows[0].AdminSIIP = true
	_, err = s.ImportPegawai(imports.PegawaiImport{Rows: rows, Columns: imports.PegawaiColumns{HP: true, Peran: true}}, imports.ImportCommand, noon, false, nil)
	if err != nil {
		t.Fatal(err)
	}
	var effects []dialog.Effect
	effects = append(effects, bind(7, 1))
	for n := 10; n <= crowdSize; n += 10 {
		p := flow.PegawaiID(n)
		u := flow.Usulan{ID: flow.UsulanID(n / 10), Versi: 1, Pegawai: p, Pembuat: p, OPD: flow.OPDID(1 + (n-1)%7), Status: flow.Masuk, Sejak: noon, Panduan: 1}
		effects = append(effects, dialog.SaveUsulan{Usulan: u},
			dialog.AppendHistory{Entry: jejak.Entry{Usulan: u.ID, Pegawai: p, Oleh: p, Aksi: flow.Simpan, Ke: flow.Masuk}})
	}
	in := post.Incoming{Event: dialog.Event{At: noon, From: 7, Input: does{effects: func(dialog.Reader) []dialog.Effect { return effects }}}}
	if _, err := s.Apply([]post.Incoming{in}); err != nil {
		t.Fatal(err)
	}
	return s
}

func doesOrEchoes(r dialog.Reader, session dialog.Session, e dialog.Event) (dialog.Session, []dialog.Effect, error) {
	if do, is := e.Input.(does); is {
		return session, do.effects(r), nil
	}
	return echo(r, session, e)
}

// applied tells how much of the big import is to be seen: by the records, and by every index.
func applied(t testing.TB, s *Store) (n int) {
	t.Helper()
	err := s.Read(func(r *Reader) error {
		for i := range crowdSize {
			p, _ := r.PegawaiByNIP(nipOf(i))
			is := p.Jabatan == "Jabatan Baru"
			opd, _ := r.OPD(p.OPD)
			if is != strings.HasPrefix(opd.Nama, "Badan") || is != strings.HasPrefix(string(p.HP), "+62822") || len(r.PegawaiByHP(p.HP)) != 1 {
				t.Errorf("pegawai %d is half of it: %+v in %s", p.ID, p, opd.Nama)
			}
			if is {
				n++
			}
		}
		in := 0
		for _, opd := range r.OPDs() {
			if strings.HasPrefix(opd.Nama, "Badan") {
				in += len(r.PegawaiOf(opd.ID))
			}
		}
		moved := 0
		for _, w := range append(r.Waiting(0, flow.Masuk), r.Waiting(0, flow.Diteruskan)...) {
			if u, _ := r.Usulan(w.Usulan); u.OPD != w.OPD {
				t.Errorf("usulan %d waits elsewhere than it is", u.ID)
			}
			if opd, _ := r.OPD(w.OPD); strings.HasPrefix(opd.Nama, "Badan") {
				moved++
			}
		}
		if in != n || moved != n/10 {
			t.Errorf("%d are new, %d stand in the new OPD, %d usulan moved", n, in, moved)
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
	return n
}

// allOrNothing looks whether an import was done as a whole or not at all, with its trail.
func allOrNothing(t *testing.T, s *Store) (all bool) {
	t.Helper()
	n := applied(t, s)
	if n != 0 && n != crowdSize {
		t.Fatalf("%d of %d", n, crowdSize)
	}
	if problems, err := s.Check(); err != nil || len(problems) > 0 {
		t.Fatal(problems, err)
	}
	came, moves := 0, 0
	_ = s.Read(func(r *Reader) error {
		for _, e := range r.Jejak(jejak.Bagian{}, 0, 1_000_000) {
			switch {
			case e.Aksi == flow.Impor && e.Usulan != 0:
				moves++
			case e.Aksi == flow.Impor && e.Pegawai != 0 && len(e.Ubah) > 1:
				came++
			}
		}
		return nil
	})
	if came != n || moves != n/10 {
		t.Fatalf("%d pegawai, but %d and %d entries of the trail", n, came, moves)
	}
	return n > 0
}

// TestAnImportIsSeenAllOrNotAtAll reads again and again while a large one is written.
func TestAnImportIsSeenAllOrNotAtAll(t *testing.T) {
	s := crowded(t, t.TempDir()+"/x.db")
	defer s.Close()
	stop := make(chan bool)
	var readers sync.WaitGroup
	seen := map[int]int{}
	readers.Go(func() {
		for {
			select {
			case <-stop:
				return
			default:
				seen[applied(t, s)]++
			}
		}
	})
	waits := 0
	_, err := s.ImportPegawai(big(), imports.ImportCommand, noon, false, func(done, all int) error {
		if done < all {
			waits++
		}
		if _, err := s.Apply([]post.Incoming{typed(int64(done), "halo")}); err != nil { // others go on, and nobody is in a transaction
			return err
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	waitFor(t, func() bool { return allOrNothing(t, s) })
	close(stop)
	readers.Wait()
	if len(seen) > 2 || seen[0] == 0 || waits == 0 {
		t.Errorf("seen so many: %v; told %d times on the way", seen, waits)
	}
}

// errKill ends a process of a test.
var errKill = errors.New("killed")

// TestAnImportKilledAnywhereIsAllOrNothing takes the file as it is after each commit of a large import, as a kill would leave
// it, and opens that.
func TestAnImportKilledAnywhereIsAllOrNothing(t *testing.T) {
	dir := t.TempDir()
	s := crowded(t, dir+"/x.db")
	defer s.Close()
	var copies []string
	s.Options.Watch = &afterCommit{func() {
		path := fmt.Sprintf("%s/%d.db", dir, len(copies))
		err := s.Db.View(func(tx *bolt.Tx) error { return tx.CopyFile(path, 0o600) })
		if err != nil {
			t.Error(err)
		}
		copies = append(copies, path)
	}}
	if _, err := s.ImportPegawai(big(), imports.ImportCommand, noon, false, nil); err != nil {
		t.Fatal(err)
	}
	outcomes := map[bool]int{}
	last := false
	for _, path := range copies {
		after, err := Open(path, Options{Aturan: flow.Aturan{Zona: wib}, Step: echo})
		if err != nil {
			t.Fatal(err)
		}
		all := allOrNothing(t, after)
		if outcomes[all]++; last && !all {
			t.Error("it was done, and is undone by a later kill")
		}
		last = all
		if err := after.View(func(tx *bolt.Tx) error {
			if any, _ := table.LayerOf(tx); any {
				t.Error("a layer is left")
			}
			return nil
		}); err != nil {
			t.Error(err)
		}
		after.Close()
	}
	if outcomes[false] == 0 || outcomes[true] == 0 { // how many commits it takes depends on the speed of the machine
		t.Errorf("outcomes %v", outcomes)
	}
}

type afterCommit struct{ do func() }

func (w *afterCommit) Committed(time.Duration) { w.do() }

func (w *afterCommit) Taken(int, []jejak.Entry, int) {}
func (w *afterCommit) Migrated(int, int, string)     {}
func (w *afterCommit) Restored(time.Time)            {}

// TestAnImportThatIsGivenUpLeavesNothing: its progress may end it as long as nobody has seen it.
func TestAnImportThatIsGivenUpLeavesNothing(t *testing.T) {
	s := crowded(t, t.TempDir()+"/x.db")
	defer s.Close()
	_, err := s.ImportPegawai(big(), imports.ImportCommand, noon, false, func(int, int) error { return errKill })
	if !errors.Is(err, errKill) || allOrNothing(t, s) {
		t.Error(err)
	}
	if _, err := s.ImportPegawai(big(), imports.ImportCommand, noon, false, nil); err != nil || !allOrNothing(t, s) {
		t.Error("the next one", err)
	}
}

// TestWhatOthersDoWhileAnImportIsPreparedIsNotLost lets somebody change an usulan, bind an account, or change a pegawai in
// the middle of it.
func TestWhatOthersDoWhileAnImportIsPreparedIsNotLost(t *testing.T) {
	admin := imports.Actor{ID: 1, Nama: "A", Peran: flow.AdminSIIP}
	for name, c := range map[string]struct {
		meanwhile func(r dialog.Reader) []dialog.Effect
		by        imports.Actor
		want      error
		judge     func(t *testing.T, r *Reader)
	}{
		"an usulan is forwarded": {func(r dialog.Reader) []dialog.Effect {
			u, _ := r.Usulan(3)
			u.Status, u.Versi = flow.Diteruskan, u.Versi+1
			return []dialog.Effect{dialog.SaveUsulan{Usulan: u}, dialog.AppendHistory{Entry: jejak.Entry{
				Usulan: 3, Pegawai: 30, Aksi: flow.Teruskan, Dari: flow.Masuk, Ke: flow.Diteruskan,
			}}}
		}, imports.ImportCommand, nil, func(t *testing.T, r *Reader) {
			if u, _ := r.Usulan(3); u.Status != flow.Diteruskan || u.Versi != 3 {
				t.Errorf("%+v", u)
			}
		}},
		"an account is bound": {func(dialog.Reader) []dialog.Effect { return []dialog.Effect{bind(8, 40)} }, imports.ImportCommand, nil, func(t *testing.T, r *Reader) {
			if a, bound := r.AccountOf(40); !bound || a.ID != 8 {
				t.Errorf("%+v", a)
			}
		}},
		"a pegawai has another rekomendasi": {func(r dialog.Reader) []dialog.Effect {
			p, _ := r.Pegawai(50)
			p.Rekomendasi = "VISIONARY LEADERSHIP"
			return []dialog.Effect{dialog.SavePegawai{Pegawai: p}}
		}, imports.ImportCommand, nil, func(t *testing.T, r *Reader) {
			if p, _ := r.Pegawai(50); p.Rekomendasi != "VISIONARY LEADERSHIP" || p.Jabatan != "Jabatan Baru" {
				t.Errorf("%+v", p)
			}
		}},
		"the admin is released": {func(dialog.Reader) []dialog.Effect { return []dialog.Effect{bind(7, 0)} }, admin, ErrNotAdmin, nil},
		"the admin loses the role": {func(r dialog.Reader) []dialog.Effect {
			p, _ := r.Pegawai(1)
			p.AdminSIIP = false
			return []dialog.Effect{dialog.SavePegawai{Pegawai: p}}
		}, admin, ErrNotAdmin, nil},
	} {
		t.Run(name, func(t *testing.T) {
			s := crowded(t, t.TempDir()+"/x.db")
			defer s.Close()
			once := sync.Once{}
			_, err := s.ImportPegawai(big(), c.by, noon, false, func(done, all int) error {
				once.Do(func() { happens(t, s, c.meanwhile) })
				return nil
			})
			if !errors.Is(err, c.want) || allOrNothing(t, s) != (c.want == nil) {
				t.Fatal(err)
			}
			if c.judge != nil {
				read(t, s, func(r *Reader) { c.judge(t, r) })
			}
		})
	}
}

// TestManyOldUsulanComeAtOnce, and one whose pegawai has proposed meanwhile is planned anew: it is refused then.
func TestManyOldUsulanComeAtOnce(t *testing.T) {
	for name, meanwhile := range map[string]func(dialog.Reader) []dialog.Effect{
		"nothing": nothing,
		"somebody has proposed": func(r dialog.Reader) []dialog.Effect {
			u := flow.Usulan{ID: 1_000_000, Versi: 1, Pegawai: 3, Pembuat: 3, OPD: 3, Status: flow.Masuk, Sejak: noon, Panduan: 1, TanggalUsul: "2025-03-01"}
			return []dialog.Effect{dialog.SaveUsulan{Usulan: u}, dialog.AppendHistory{Entry: jejak.Entry{Usulan: u.ID, Pegawai: 3, Oleh: 3, Aksi: flow.Simpan, Ke: flow.Masuk}}}
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := crowded(t, t.TempDir()+"/x.db")
			defer s.Close()
			var rows []imports.BarisUsulan
			for i := range crowdSize {
				rows = append(rows, imports.BarisUsulan{Cell: fmt.Sprintf("Usulan!A%d", i+2), NIP: nipOf(i), Judul: "Pelatihan Lama", Tanggal: "2025-02-01", Status: flow.Masuk})
			}
			once, inside := sync.Once{}, 0
			result, err := s.ImportUsulan(rows, imports.ImportCommand, noon, false, func(done, all int) error {
				once.Do(func() {
					happens(t, s, func(r dialog.Reader) []dialog.Effect {
						effects := meanwhile(r)
						for i, e := range effects { // the next new number, whatever was staged by then
							if save, is := e.(dialog.SaveUsulan); is {
								save.Usulan.ID = nextUsulan(r)
								effects[i] = save
							}
							if add, is := e.(dialog.AppendHistory); is {
								add.Entry.Usulan = nextUsulan(r)
								effects[i] = add
							}
						}
						return effects
					})
				})
				inside = countUsulan(s)
				return nil
			})
			if err != nil {
				t.Fatal(err)
			}
			refused, want := len(result.Impact.Refused), crowdSize
			if name != "nothing" {
				want = 1 // of the one who has proposed; nothing was written then
			}
			if got := countUsulan(s); got != want || inside > 1 || (refused > 0) != (name != "nothing") {
				t.Errorf("%d usulan of 2025, %d refused; in the middle %d", got, refused, inside)
			}
			if problems, err := s.Check(); err != nil || len(problems) > 0 {
				t.Errorf("%q %v", problems, err)
			}
		})
	}
}

func nextUsulan(r dialog.Reader) flow.UsulanID {
	return flow.UsulanID(schema.Usulans.In(r.(*Reader).Tx).Sequence() + 1)
}

func countUsulan(s *Store) (n int) {
	_ = s.View(func(tx *bolt.Tx) error {
		return schema.Usulans.Each(tx, func(u flow.Usulan) error {
			if u.Periode() == 2025 {
				n++
			}
			return nil
		})
	})
	return n
}
