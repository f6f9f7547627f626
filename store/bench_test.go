package store

import (
	"fmt"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/identitas"
	"siip-asn/flow/imports"
	"siip-asn/flow/jejak"
	"siip-asn/flow/kalender"
	"siip-asn/flow/post"
	"siip-asn/store/core"
)

// BenchmarkStep is the way of a tap through the store, as the bot goes it: an event comes in and changes a session, its
// answer and its screen are made ready, and both receipts are noted. One tap in five makes an usulan. So many people tap at
// once, each when he has his screen; what comes in while a commit is under way comes in together, as it does in a poll.
//
// It tells commits and bytes a step: bytes are those of the pages that bbolt writes.
func BenchmarkStep(b *testing.B) {
	for _, people := range []int{1, 32, 200} {
		b.Run(fmt.Sprint(people), func(b *testing.B) { benchmarkStep(b, people) })
	}
}

const benchCity = 5000

func benchmarkStep(b *testing.B, people int) {
	s := benchStore(b)
	w := &benchWatch{}
	s.Options.Watch = w
	p := &benchPoll{s: s, people: people, todo: make(chan flow.AccountID, people)}
	before, cpu := s.Db.Stats().TxStats, cpuTime()
	commits := w.commits.Load()
	b.ResetTimer()
	p.run(b)
	if err := s.Flush(); err != nil {
		b.Fatal(err)
	}
	b.StopTimer()
	after := s.Db.Stats().TxStats
	steps := float64(b.N)
	written := after.GetPageAlloc() - before.GetPageAlloc() + (w.commits.Load()-commits)*int64(s.Db.Info().PageSize)
	b.ReportMetric(float64(w.commits.Load()-commits)/steps, "commits/step")
	b.ReportMetric(float64(written)/steps/1024, "KiB/step")
	b.ReportMetric(float64(cpuTime()-cpu)/steps/1000, "CPU-µs/step")
}

type benchWatch struct {
	core.Blind
	commits atomic.Int64
}

func (w *benchWatch) Committed(time.Duration) { w.commits.Add(1) }

// benchStore is a city of bound people.
func benchStore(b *testing.B) *Store {
	b.Helper()
	s, err := Open(filepath.Join(b.TempDir(), "siip-asn.db"), Options{Aturan: flow.Aturan{Instansi: "Kota Contoh", Zona: wib}, Step: benchStep})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { s.Close() })
	var rows []imports.BarisPegawai
	for n := range benchCity {
		r := row(1, fmt.Sprintf("Dinas %d", n%40))
		r.NIP = identitas.NIP(fmt.Sprintf("19010101192501%d%03d", 1000+n/900, 1+n%900)[:18])
		r.NIP = identitas.NIP(fmt.Sprintf("1901%02d%02d%d%02d1%03d", 1+n%12, 1+n/12%28, 1925+n/(12*28), 1+n%12, 1+n%900))
		r.Nama, r.Jabatan = fmt.Sprintf("CONTOH NOMOR %d, S.Kom.", n), "Pranata Komputer Ahli Muda"
		rows = append(rows, r)
	}
	if _, err := s.ImportPegawai(imports.PegawaiImport{Rows: rows}, imports.ImportCommand, noon, false, nil); err != nil {
		b.Fatal(err)
	}
	for from := 1; from <= benchCity; from += 500 {
		var batch []post.Incoming
		for n := from; n < from+500; n++ {
			batch = append(batch, post.Incoming{Event: dialog.Event{At: noon, From: flow.AccountID(n), Input: dialog.Contact{}}})
		}
		tickets, err := s.Apply(batch)
		if err != nil {
			b.Fatal(err)
		}
		for _, t := range tickets {
			s.Note(post.Receipt{ID: t.ID, To: t.To, At: noon, Slot: ui.Dialog, Held: post.Held{Message: 1, Digest: "0123456789abcdef", At: noon}})
		}
	}
	if err := s.Flush(); err != nil {
		b.Fatal(err)
	}
	return s
}

type benchDraft struct {
	Pegawai flow.PegawaiID
	Judul   string
}

var benchState = engine.State[benchDraft]{Key: "form"}

// benchStep is a core that looks up what the real one does, and shows screens of the usual size.
func benchStep(r dialog.Reader, s dialog.Session, e dialog.Event) (dialog.Session, []dialog.Effect, error) {
	if _, is := e.Input.(dialog.Contact); is {
		return s, []dialog.Effect{bind(e.From, flow.PegawaiID(e.From)), dialog.Show{To: e.From, Slot: ui.Dialog, Screen: benchScreen(0)}}, nil
	}
	a := r.Account(e.From)
	p, _ := r.Pegawai(a.Pegawai)
	_, _ = r.OPD(p.OPD)
	s.Place, s.Versi, s.Since = "form/manual", s.Versi+1, e.At
	draft := benchDraft{p.ID, "Pelatihan Penyusunan Anggaran Berbasis Kinerja"}
	s = benchState.Put(s, draft)
	effects := []dialog.Effect{dialog.Answer{}, dialog.Show{To: e.From, Slot: ui.Dialog, Screen: benchScreen(s.Versi)}}
	if s.Versi%5 == 0 {
		u := flow.Usulan{
			ID: e.Usulan, Versi: 1, Pegawai: p.ID, Pembuat: p.ID, OPD: p.OPD, Jenjang: p.Jenjang, Status: flow.Masuk,
			Sejak: e.At, TanggalUsul: kalender.TanggalOf(e.At), Judul: draft.Judul,
		}
		s = benchState.Put(s, benchDraft{})
		effects = append(effects, dialog.SaveUsulan{Usulan: u}, dialog.AppendHistory{Entry: jejak.Entry{
			At: e.At, Usulan: u.ID, Pegawai: p.ID, Oleh: p.ID, OlehNama: p.Nama, Aksi: flow.Simpan, Ke: flow.Masuk,
		}})
	}
	return s, effects, nil
}

func benchScreen(n uint64) ui.Screen {
	screen := ui.Screen{Text: ui.Spans{}.Plain("📄 ").Bold("Form SIIP ASN").Plain("\n\n").
		Field("Nama Pegawai", "[190101011925011001] CONTOH NOMOR SATU, S.Kom.").Field("NIP", "190101011925011001").
		Field("Jabatan", "Pranata Komputer Ahli Muda").Field("OPD", "Dinas Komunikasi, Informatika, Statistik dan Persandian").
		Field("Langkah", fmt.Sprint(n)).Plain("Silakan ketik nama diklat yang Anda usulkan, 5 sampai 150 huruf.")}
	for i := range 4 {
		screen.Rows = append(screen.Rows, []ui.Choice{{Label: fmt.Sprintf("Pilihan %d", i), Button: ui.Button{Word: "pilih", ID: uint64(i), Versi: n}}})
	}
	return screen
}

// benchPoll hands the store what people do, as one poller does: all that has come in since the last time.
type benchPoll struct {
	s      *Store
	people int
	todo   chan flow.AccountID
	at     int64
}

func (p *benchPoll) run(b *testing.B) {
	for n := range p.people {
		p.todo <- flow.AccountID(1 + n*23)
	}
	var sending sync.WaitGroup
	tickets := make(chan post.Ticket, 1000)
	for range 4 {
		sending.Go(func() {
			for t := range tickets {
				p.send(b, t)
			}
		})
	}
	for done := 0; done < b.N; {
		batch := p.poll(b.N - done)
		done += len(batch)
		got, err := p.s.Apply(batch)
		if err != nil {
			b.Fatal(err)
		}
		for _, t := range got {
			tickets <- t
		}
	}
	close(tickets)
	sending.Wait()
	for len(p.todo) > 0 {
		<-p.todo
	}
}

// poll waits for somebody, and takes along whoever else is there a moment later.
func (p *benchPoll) poll(most int) (batch []post.Incoming) {
	batch = append(batch, p.tap(<-p.todo))
	if p.people > 1 {
		time.Sleep(time.Millisecond)
	}
	for len(batch) < min(most, 100) {
		select {
		case who := <-p.todo:
			batch = append(batch, p.tap(who))
		default:
			return batch
		}
	}
	return batch
}

func (p *benchPoll) tap(who flow.AccountID) post.Incoming {
	p.at++
	mark := fmt.Sprintf("%032x", uint64(p.at)*0x9e3779b97f4a7c15)
	return post.Incoming{
		Update: p.at, Mark: mark, Message: int(1 + p.at%3), Tap: fmt.Sprint(p.at),
		Event: dialog.Event{At: noon.Add(time.Duration(p.at) * time.Second), From: who, Input: dialog.Tap{}},
	}
}

// send is what the courier does with a ticket; when it has shown the screen, the person taps again.
func (p *benchPoll) send(b *testing.B, t post.Ticket) {
	d, ready, err := p.s.Ready(t)
	if err != nil || !ready {
		b.Error("not ready", err)
	}
	r := post.Receipt{ID: t.ID, To: t.To, At: noon}
	if d.Show != nil {
		r.Slot, r.Held = d.Slot(), post.Held{Message: max(1, d.Held.Message), Digest: "0123456789abcdef", At: d.Held.At}
	}
	p.s.Note(r)
	if d.Show != nil {
		p.todo <- t.To
	}
}

// BenchmarkImport brings in a workbook of 100,000 pegawai, first all new, then all changed, while somebody taps; it tells how
// long the worst tap has waited.
func BenchmarkImport(b *testing.B) {
	s := benchStore(b)
	rows := benchRows()
	for round := 0; b.Loop(); round++ {
		for i := range rows {
			rows[i].HP = identitas.HP(fmt.Sprintf("+6281%d%07d", round%10, i))
			rows[i].Jabatan = fmt.Sprintf("Pranata Komputer %d", round)
		}
		benchImport(b, s, rows)
	}
}

// BenchmarkImportMoves lets the workbook move 100,000 pegawai to another OPD, each with an usulan that nobody has decided.
func BenchmarkImportMoves(b *testing.B) {
	s := benchStore(b)
	rows := benchRows()
	if _, err := s.ImportPegawai(imports.PegawaiImport{Rows: rows}, imports.ImportCommand, noon, false, nil); err != nil {
		b.Fatal(err)
	}
	usual := s.Options.Step
	s.Options.Step = benchPropose
	for from := benchCity + 1; from <= benchCity+len(rows); from += 1000 {
		var batch []post.Incoming
		for n := from; n < from+1000; n++ {
			batch = append(batch, post.Incoming{Event: dialog.Event{At: noon, From: flow.AccountID(n), Input: dialog.Other{}}})
		}
		if _, err := s.Apply(batch); err != nil {
			b.Fatal(err)
		}
	}
	s.Options.Step = usual
	for round := 0; b.Loop(); round++ {
		for i := range rows {
			rows[i].OPD = fmt.Sprintf("Dinas Baru %d", (i+round)%40)
		}
		benchImport(b, s, rows)
	}
}

// benchPropose is a core in which whatever somebody does is an usulan of the pegawai of his number.
func benchPropose(_ dialog.Reader, was dialog.Session, e dialog.Event) (dialog.Session, []dialog.Effect, error) {
	p := flow.PegawaiID(e.From)
	u := flow.Usulan{ID: e.Usulan, Versi: 1, Pegawai: p, Pembuat: p, OPD: 1, Status: flow.Masuk, Sejak: noon, TanggalUsul: kalender.TanggalOf(noon), Panduan: 1}
	return was, []dialog.Effect{dialog.SaveUsulan{Usulan: u}, dialog.AppendHistory{Entry: jejak.Entry{
		At: noon, Usulan: u.ID, Pegawai: p, Oleh: p, Aksi: flow.Simpan, Ke: flow.Masuk,
	}}}, nil
}

func benchRows() (rows []imports.BarisPegawai) {
	for n := range 100_000 {
		r := row(1, fmt.Sprintf("Badan %d", n%40))
		r.NIP = identitas.NIP(fmt.Sprintf("1902%02d%02d19%02d%02d1%03d", 1+n%12, 1+n/12%28, 25+n/336%50, 1+n/16800%12, 1+n%900))
		r.Nama, r.Jabatan = fmt.Sprintf("CONTOH NOMOR %d, S.Kom.", n), "Pranata Komputer Ahli Muda"
		rows = append(rows, r)
	}
	return rows
}

func benchImport(b *testing.B, s *Store, rows []imports.BarisPegawai) {
	stop, over := make(chan bool), make(chan time.Duration)
	go func() { over <- tapUntil(b, s, stop) }()
	_, err := s.ImportPegawai(imports.PegawaiImport{Rows: rows, Columns: imports.PegawaiColumns{HP: true}}, imports.ImportCommand, noon, false, nil)
	if err != nil {
		b.Fatal(err)
	}
	close(stop)
	b.ReportMetric(float64((<-over).Milliseconds()), "ms-worst-tap")
}

// tapUntil taps again and again, and gives how long the slowest one took.
func tapUntil(b *testing.B, s *Store, stop chan bool) (worst time.Duration) {
	p := &benchPoll{s: s, at: 1 << 40}
	for {
		select {
		case <-stop:
			return worst
		case <-time.After(5 * time.Millisecond):
		}
		began := time.Now()
		tickets, err := s.Apply([]post.Incoming{p.tap(flow.AccountID(1 + p.at%benchCity))})
		if err != nil {
			b.Error(err)
			return worst
		}
		for _, t := range tickets {
			if _, _, err := s.Ready(t); err != nil {
				b.Error(err)
			}
			s.Note(post.Receipt{ID: t.ID, To: t.To, At: noon})
		}
		worst = max(worst, time.Since(began))
	}
}
