package main

import (
	"context"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"siip-asn/bot"
	"siip-asn/bot/simulator"
	"siip-asn/cmd/siip-asn/office"
	"siip-asn/flow"
	"siip-asn/flow/aktivasi"
	"siip-asn/flow/dialog"
	"siip-asn/flow/imports"
	"siip-asn/store"
)

// TestAnActivationLinkIsShown: the QR stands in the chat as a picture, with the name of whose it is.
func TestAnActivationLinkIsShown(t *testing.T) {
	o := newOffice(t)
	o.run()
	wati := o.person(4, "Wati")
	wati.enters()
	wati.Send("/kelola")
	wati.taps("Pegawai")
	wati.sees("Silakan ketik sebagian nama atau NIP pegawai.")
	wati.Send("budi")
	wati.tapsRow("BUDI CONTOH, S.Kom.")
	wati.taps("Undang")
	wati.sees("https://t.me/siip_asn_bot?start=")
	if m := wati.sees("Kode QR aktivasi untuk BUDI CONTOH, S.Kom."); len(m.Photo) == 0 {
		t.Errorf("no picture: %+v", m)
	}
	o.stop()
	for _, sin := range o.sim.Complaints() {
		t.Error(sin)
	}
}

// TestASheetThatArrivedKeepsItsCodes cuts the connection when the sheet has arrived: it comes once more, with the same
// codes, and both are good.
func TestASheetThatArrivedKeepsItsCodes(t *testing.T) {
	o := newOffice(t)
	var seeds []string
	o.change = func(sys *office.Office) {
		render := sys.Bot.Render
		sys.Bot.Render = func(ctx context.Context, l dialog.Laporan) ([]bot.Part, error) {
			seeds = append(seeds, l.Text)
			return render(ctx, l)
		}
	}
	o.run()
	wati := o.person(4, "Wati")
	wati.enters()
	o.sim.Inject(simulator.Fault{Kind: simulator.CutAfter, Method: "sendDocument", Times: 1})
	wati.Send("/kelola")
	wati.taps("OPD")
	wati.taps("2")
	wati.taps("Lembar Aktivasi")
	wati.taps("Ya, Lanjutkan")
	wati.untilSheets(2)
	o.stop()
	o.left(func(s *store.Store) error {
		return s.Read(func(r *store.Reader) error {
			for _, seed := range seeds {
				for p := flow.PegawaiID(1); p <= 3; p++ {
					if a, ok := r.Aktivasi(aktivasi.HashKode(aktivasi.KodeOf(seed, p))); !ok || a.Pegawai != p {
						t.Errorf("the code of pegawai %d is dead", p)
					}
				}
			}
			return nil
		})
	})
	if len(seeds) != 2 {
		t.Errorf("made %d times", len(seeds))
	}
}

// TestASheetThatDoesNotArriveEndsNoCode: a code that was handed out stays good until the new sheet lies in the chat.
func TestASheetThatDoesNotArriveEndsNoCode(t *testing.T) {
	o := newOffice(t)
	seed := ""
	o.change = func(sys *office.Office) {
		render := sys.Bot.Render
		sys.Bot.Render = func(ctx context.Context, l dialog.Laporan) ([]bot.Part, error) {
			seed = l.Text
			parts, err := render(ctx, l)
			parts[0].Write = func(io.Writer) error { return errors.New("broken") }
			return parts, err
		}
	}
	o.run()
	old := aktivasi.Aktivasi{Hash: aktivasi.HashKode("K0DE-000A-0001"), Pegawai: 1, Sampai: time.Now().Add(time.Hour)}
	if err := o.store.SaveAktivasi([]aktivasi.Aktivasi{old}); err != nil {
		t.Fatal(err)
	}
	wati := o.person(4, "Wati")
	wati.enters()
	wati.Send("/kelola")
	wati.taps("OPD")
	wati.taps("2")
	wati.taps("Lembar Aktivasi")
	wati.taps("Ya, Lanjutkan")
	wati.sees("berkas tidak dapat disiapkan")
	o.stop()
	o.left(func(s *store.Store) error {
		return s.Read(func(r *store.Reader) error {
			if _, good := r.Aktivasi(old.Hash); !good {
				t.Error("the old code is dead")
			}
			if _, good := r.Aktivasi(aktivasi.HashKode(aktivasi.KodeOf(seed, 1))); good {
				t.Error("a code is good that nobody has")
			}
			return nil
		})
	})
}

// untilSheets waits until so many sheets are in the chat.
func (h *human) untilSheets(n int) {
	h.o.t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	err := h.Wait(ctx, func(list []simulator.Message) bool {
		sheets := 0
		for _, m := range list {
			if m.Document != nil && strings.HasPrefix(m.Document.FileName, "Aktivasi_") {
				sheets++
			}
		}
		return sheets == n
	})
	if err != nil {
		h.o.t.Fatalf("%v\n%s\n%s", err, h.chatText(), h.o.logged)
	}
}

// TestAnInvitationIsMadeWhenItArrives: while it waits, the code that was handed out before is good, and no code lies in the
// database; who has lost the role meanwhile gets none.
func TestAnInvitationIsMadeWhenItArrives(t *testing.T) {
	o := newOffice(t)
	o.run()
	old := aktivasi.Aktivasi{Hash: aktivasi.HashKode("K0DE-000A-0001"), Pegawai: 1, Sampai: time.Now().Add(time.Hour)}
	if err := o.store.SaveAktivasi([]aktivasi.Aktivasi{old}); err != nil {
		t.Fatal(err)
	}
	good := func(hash string) (is bool) {
		t.Helper()
		if err := o.store.Read(func(r *store.Reader) error { _, is = r.Aktivasi(hash); return nil }); err != nil {
			t.Fatal(err)
		}
		return is
	}
	wati := o.person(4, "Wati")
	wati.enters()
	asks := func() {
		wati.Send("/kelola")
		wati.taps("Pegawai")
		wati.sees("Silakan ketik sebagian nama atau NIP pegawai.")
		wati.Send("budi")
		wati.tapsRow("BUDI CONTOH, S.Kom.")
		wati.sees("belum terhubung")
		before := len(o.sim.Calls("sendMessage"))
		o.sim.Inject(simulator.Fault{Kind: simulator.CutBefore, Method: "sendMessage"})
		wati.taps("Undang")
		tried := func() bool { return len(o.sim.Calls("sendMessage")) > before }
		if err := o.sim.Wait(t.Context(), tried); err != nil {
			t.Fatal(err)
		}
	}
	asks()
	if !good(old.Hash) {
		t.Error("the earlier code has ended before the new one has arrived")
	}
	o.sim.Heal()
	wati.sees("Undangan untuk BUDI CONTOH, S.Kom.")
	o.quiet()
	kode := aktivasi.FindKode(wati.sees("sekali pakai").Text)
	if good(old.Hash) || len(kode) != 1 || !good(aktivasi.HashKode(kode[0])) {
		t.Errorf("%q does not count", kode)
	}
	asks()
	o.roles(t,
		imports.BarisPegawai{NIP: "190101041925011004", Nama: "WATI CONTOH", Jabatan: "Analis", Jenjang: flow.FungsionalUmum, OPD: "BKPSDM"},
		imports.BarisPegawai{NIP: "190101021925011002", Nama: "TONO CONTOH", Jabatan: "Analis", Jenjang: flow.FungsionalUmum, OPD: "Dinas Kesehatan", AdminSIIP: true})
	o.sim.Heal()
	o.quiet()
	if !good(aktivasi.HashKode(kode[0])) {
		t.Error("who may invite nobody has ended a code")
	}
	o.stop()
}

// TestNoSheetIsMadeOfNobody: where everybody is connected that is said, and no empty sheet comes.
func TestNoSheetIsMadeOfNobody(t *testing.T) {
	o := newOffice(t)
	o.run()
	wati := o.person(4, "Wati")
	wati.enters()
	wati.Send("/kelola")
	wati.taps("OPD")
	wati.taps("1")
	wati.taps("Lembar Aktivasi")
	wati.taps("Ya, Lanjutkan")
	if m := wati.sees("Semua pegawai BKPSDM sudah terhubung"); m.Document != nil {
		t.Errorf("%+v", m)
	}
	o.stop()
}
