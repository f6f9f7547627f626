package store

import (
	"errors"
	"testing"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/imports"
	"siip-asn/flow/jejak"
	"siip-asn/flow/post"
)

// office is a store in which three people are bound: 7 is an Admin SIIP-ASN, 8 an Admin OPD, and 9 a pegawai with usulan 1.
func office(t *testing.T, step dialog.Step) *Store {
	t.Helper()
	s := fresh(t, func(r dialog.Reader, session dialog.Session, e dialog.Event) (dialog.Session, []dialog.Effect, error) {
		if do, is := e.Input.(does); is {
			return session, do.effects(r), nil
		}
		return step(r, session, e)
	})
	siip, opd, pegawai := row(1, "Dinas A"), row(2, "Dinas A"), row(3, "Dinas A")
	siip.AdminSIIP, opd.AdminOPD = true, true
	imported(t, s, imports.PegawaiColumns{Peran: true}, siip, opd, pegawai)
	happens(t, s, func(dialog.Reader) []dialog.Effect {
		return []dialog.Effect{
			bind(7, 1), bind(8, 2), bind(9, 3),
			dialog.SaveUsulan{Usulan: flow.Usulan{ID: 1, Versi: 1, Pegawai: 3, OPD: 1, Status: flow.Masuk, Sejak: noon}},
			dialog.AppendHistory{Entry: jejak.Entry{Usulan: 1, Pegawai: 3, Aksi: flow.Simpan, Ke: flow.Masuk}},
		}
	})
	return s
}

func bind(a flow.AccountID, p flow.PegawaiID) dialog.Effect {
	return dialog.SaveAccount{Account: flow.Account{ID: a, Pegawai: p}}
}

// does is an input that has these effects.
type does struct {
	dialog.Other
	effects func(dialog.Reader) []dialog.Effect
}

func happens(t *testing.T, s *Store, effects func(dialog.Reader) []dialog.Effect) []post.Ticket {
	t.Helper()
	return apply(t, s, post.Incoming{Event: dialog.Event{At: noon, From: 7, Input: does{effects: effects}}})
}

func sends(t *testing.T, s *Store, effect dialog.Effect) post.Ticket {
	t.Helper()
	tickets := happens(t, s, func(dialog.Reader) []dialog.Effect { return []dialog.Effect{effect} })
	if len(tickets) != 1 {
		t.Fatalf("%d tickets", len(tickets))
	}
	return tickets[0]
}

// what may happen while something waits.
var (
	nothing  = func(dialog.Reader) []dialog.Effect { return nil }
	released = func(dialog.Reader) []dialog.Effect { return []dialog.Effect{bind(7, 0), bind(8, 0), bind(9, 0)} }
	swapped  = func(dialog.Reader) []dialog.Effect { // every account belongs to somebody else, in the same roles
		return []dialog.Effect{bind(7, 0), bind(8, 0), bind(9, 0), bind(7, 2), bind(8, 1), bind(9, 3)}
	}
	demoted = func(r dialog.Reader) []dialog.Effect {
		var list []dialog.Effect
		for id := flow.PegawaiID(1); id <= 2; id++ {
			p, _ := r.Pegawai(id)
			p.AdminOPD, p.AdminSIIP = false, false
			list = append(list, dialog.SavePegawai{Pegawai: p})
		}
		return list
	}
	moved = func(r dialog.Reader) []dialog.Effect {
		u, _ := r.Usulan(1)
		u.OPD, u.Versi = 99, u.Versi+1
		return []dialog.Effect{dialog.SaveUsulan{Usulan: u}}
	}
)

// TestTheRightIsJudgedAtDelivery: what was caused by right is not delivered to somebody who has it no longer.
func TestTheRightIsJudgedAtDelivery(t *testing.T) {
	text := says("x")
	cases := []struct {
		name      string
		what      dialog.Effect
		meanwhile func(dialog.Reader) []dialog.Effect
		delivered bool
	}{
		{"a list, nothing happens", dialog.Show{To: 7, Screen: text}, nothing, true},
		{"a list, released", dialog.Show{To: 7, Screen: text}, released, false},
		{"a list, another pegawai", dialog.Show{To: 7, Screen: text}, swapped, false},
		{"a list, the role is gone", dialog.Show{To: 7, Screen: text}, demoted, false},
		{"a list of an OPD, the role is gone", dialog.Show{To: 8, Slot: ui.Dialog, Screen: text}, demoted, false},
		{"a text of a pegawai", dialog.Show{To: 9, Screen: text}, demoted, true},
		{"a text of a pegawai, released", dialog.Show{To: 9, Screen: text}, released, false},
		{"a card of the owner", dialog.Show{To: 9, Slot: "usulan/1", Screen: text}, moved, true},
		{"a card of the owner, released", dialog.Show{To: 9, Slot: "usulan/1", Screen: text}, released, false},
		{"a card of the Admin OPD", dialog.Show{To: 8, Slot: "usulan/1", Screen: text}, nothing, true},
		{"a card of the Admin OPD, moved", dialog.Show{To: 8, Slot: "usulan/1", Screen: text}, moved, false},
		{"a card of the Admin OPD, the role is gone", dialog.Show{To: 8, Slot: "usulan/1", Screen: text}, demoted, false},
		{"a farewell", dialog.Show{To: 7, Screen: text, Right: dialog.Right{Who: dialog.Anybody}}, released, true},
		{"a report", dialog.Send{To: 7, Laporan: dialog.Laporan{Jenis: dialog.LaporanData}}, nothing, true},
		{"a report, the role is gone", dialog.Send{To: 7, Laporan: dialog.Laporan{Jenis: dialog.LaporanData}}, demoted, false},
		{"a report, released", dialog.Send{To: 7, Laporan: dialog.Laporan{Jenis: dialog.LaporanData}}, released, false},
		{"a report for nobody", dialog.Send{To: 70, Laporan: dialog.Laporan{Jenis: dialog.LaporanRekap}}, nothing, false},
		{"a workbook", dialog.Check{To: 7, Apply: true}, nothing, true},
		{"a workbook, the role is gone", dialog.Check{To: 7, Apply: true}, demoted, false},
		{"a workbook, released", dialog.Check{To: 7, Apply: true}, released, false},
		{"a workbook of a pegawai", dialog.Check{To: 9, Apply: true}, nothing, false},
		{"a menu of commands, the role is gone", dialog.SetCommands{To: 7}, demoted, false},
		{"a stranger's screen", dialog.Show{To: 70, Screen: text}, demoted, true},
		{"a group's screen", dialog.Show{To: -70, Screen: text}, demoted, true},
	}
	for _, c := range cases {
		for _, restarted := range []bool{false, true} {
			t.Run(c.name, func(t *testing.T) {
				s := office(t, echo)
				ticket := sends(t, s, c.what)
				if restarted {
					ticket.Item = nil
				}
				happens(t, s, c.meanwhile)
				if d, ready, err := s.Ready(ticket); ready != c.delivered || err != nil || ready && d.ID != ticket.ID {
					t.Fatalf("ready %v %v", ready, err)
				}
				if err := s.Flush(); err != nil {
					t.Fatal(err)
				}
				if left, _ := s.Pending(); len(left) > 0 != c.delivered {
					t.Errorf("its record: %v", left)
				}
			})
		}
	}
}

// TestATapIsAnsweredWithoutItsTextWhenTheAccountIsReleased: nobody waits for ever, and nobody reads what is not his.
func TestATapIsAnsweredWithoutItsTextWhenTheAccountIsReleased(t *testing.T) {
	s := office(t, func(_ dialog.Reader, session dialog.Session, e dialog.Event) (dialog.Session, []dialog.Effect, error) {
		return session, []dialog.Effect{dialog.Answer{Text: "rahasia"}}, nil
	})
	ticket := apply(t, s, post.Incoming{Update: 1, Tap: "q", Event: dialog.Event{At: noon, From: 8, Input: dialog.Tap{}}})[0]
	happens(t, s, released)
	if d, ready, err := s.Ready(ticket); !ready || err != nil || *d.Answer != (dialog.Answer{}) || d.Tap != "q" {
		t.Errorf("%+v %v %v", d.Answer, ready, err)
	}
}

func TestADeadLetterIsJudgedWhenItIsSentAgain(t *testing.T) {
	for name, c := range map[string]struct {
		meanwhile func(dialog.Reader) []dialog.Effect
		sent      int
	}{"still his": {nothing, 1}, "released": {released, 0}, "the role is gone": {demoted, 0}} {
		s := office(t, echo)
		ticket := sends(t, s, dialog.Show{To: 7, Screen: says("daftar")})
		settle(t, s, post.Receipt{ID: ticket.ID, To: 7, Problem: "Bad Request"})
		happens(t, s, c.meanwhile)
		tickets, err := s.Resend(numbers(t, s), noon)
		if err != nil || len(tickets) != c.sent || len(numbers(t, s)) != 0 {
			t.Errorf("%s: %v %v", name, tickets, err)
		}
		for _, again := range tickets {
			happens(t, s, released)
			if _, ready, _ := s.Ready(again); ready {
				t.Errorf("%s: it has lost for whom it is", name)
			}
		}
	}
}

// TestAWorkbookIsJudgedInItsOwnTransaction: whoever confirmed it may be nobody by the time it is written.
func TestAWorkbookIsJudgedInItsOwnTransaction(t *testing.T) {
	admin := imports.Actor{ID: 1, Nama: "A", Peran: flow.AdminSIIP}
	book := imports.PegawaiImport{Rows: []imports.BarisPegawai{row(9, "Dinas A")}}
	for name, c := range map[string]struct {
		by        imports.Actor
		meanwhile func(dialog.Reader) []dialog.Effect
		applied   bool
	}{
		"an admin":         {admin, nothing, true},
		"released":         {admin, released, false},
		"the role is gone": {admin, demoted, false},
		"nobody":           {imports.Actor{Peran: flow.AdminSIIP}, nothing, false},
		"another pegawai":  {imports.Actor{ID: 3, Peran: flow.AdminSIIP}, nothing, false},
		"the command":      {imports.ImportCommand, demoted, true},
	} {
		s := office(t, echo)
		happens(t, s, c.meanwhile)
		_, err := s.ImportPegawai(book, c.by, noon, false, nil)
		_, err2 := s.ImportPanduan([]imports.BarisPanduan{{Nama: "Pelatihan Baru", Kompetensi: flow.Teknis}}, c.by, noon, false)
		if (err == nil) != c.applied || !c.applied && !errors.Is(err, ErrNotAdmin) || (err2 == nil) != c.applied {
			t.Errorf("%s: %v %v", name, err, err2)
		}
	}
}
