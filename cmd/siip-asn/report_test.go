package main

import (
	"context"
	"errors"
	"io"
	"strings"
	"testing"

	"siip-asn/bot"
	"siip-asn/bot/simulator"
	"siip-asn/cmd/siip-asn/office"
	"siip-asn/flow/dialog"
	"siip-asn/store"
)

// failsTo makes every report fail: at once, or in the middle of its file.
func failsTo(render func() ([]bot.Part, error)) func(*office.Office) {
	return func(sys *office.Office) {
		sys.Bot.Render = func(context.Context, dialog.Laporan) ([]bot.Part, error) { return render() }
	}
}

// TestAReportThatCannotBeMadeIsSaid tells the person, buries the report for the operator, and goes on.
func TestAReportThatCannotBeMadeIsSaid(t *testing.T) {
	t.Parallel() // it waits most of the time
	broken := errors.New("broken")
	for name, render := range map[string]func() ([]bot.Part, error){
		"at once": func() ([]bot.Part, error) { return nil, broken },
		"in the middle": func() ([]bot.Part, error) {
			return []bot.Part{{Name: "x.xlsx", Write: func(w io.Writer) error {
				_, err := w.Write(make([]byte, 200_000))
				return errors.Join(err, broken)
			}}}, nil
		},
		"in a panic": func() ([]bot.Part, error) { panic(broken) },
		"in a panic in the middle": func() ([]bot.Part, error) {
			return []bot.Part{{Name: "x.xlsx", Write: func(io.Writer) error { panic(broken) }}}, nil
		},
	} {
		t.Run(name, func(t *testing.T) {
			o := newOffice(t)
			o.change = failsTo(render)
			o.run()
			wati := o.person(4, "Wati")
			wati.enters()
			wati.Send("/rekap")
			wati.sees("berkas tidak dapat disiapkan")
			wati.Send("/start")
			wati.sees("Silakan pilih")
			o.stop()
			o.left(func(s *store.Store) error {
				letters, err := s.DeadLetters()
				if len(letters) != 1 || !strings.Contains(letters[0].Problem, "broken") {
					t.Errorf("%+v", letters)
				}
				return err
			})
		})
	}
}

// TestAReportWaitsForTheNetwork cuts the connection while a file goes out: it comes once, later.
func TestAReportWaitsForTheNetwork(t *testing.T) {
	t.Parallel() // it waits most of the time
	for _, kind := range []simulator.FaultKind{simulator.CutBefore, simulator.BadGateway, simulator.TooManyRequests} {
		o := newOffice(t)
		o.run()
		wati := o.person(4, "Wati")
		wati.enters()
		o.sim.Inject(simulator.Fault{Kind: kind, Method: "sendDocument", Times: 2})
		wati.Send("/rekap")
		wati.seesDocument(".xlsx")
		o.stop()
		files, pictures := 0, 0
		for _, m := range wati.Chat() {
			if m.Document != nil {
				files++
			}
			if m.Photo != nil {
				pictures++
			}
		}
		if files != 1 || pictures != 1 || strings.Contains(wati.chatText(), "tidak dapat disiapkan") {
			t.Errorf("%s: %d files, %d pictures\n%s", kind, files, pictures, wati.chatText())
		}
	}
}

// TestAFileSaysWhatItIs: what is in it, how many rows, and by which filter they were chosen.
func TestAFileSaysWhatItIs(t *testing.T) {
	w := newTown(t)
	defer w.stop()
	w.proposes("Budi")
	wati := w.people["Wati"]
	wati.Send("/daftar")
	wati.Send("budi")
	wati.sees("Pencarian: budi")
	wati.taps("Cetak")
	file := wati.seesDocument(".pdf")
	if words := file.Words(); !strings.Contains(words, "Daftar usulan diklat: 1 usulan") || !strings.Contains(words, "Pencarian: budi") {
		t.Errorf("%q", words)
	}
	wati.Send("/kelola")
	wati.taps("Jejak Audit")
	wati.taps("Export ke Excel")
	if words := wati.seesDocument(".xlsx").Words(); !strings.Contains(words, "catatan perubahan") {
		t.Errorf("the trail: %q", words)
	}
}
