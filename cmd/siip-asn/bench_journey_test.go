package main

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/post"
	"siip-asn/store"
)

// BenchmarkJourney is what a step costs without the network: the journey of the bench (menu, list, form, summary, back)
// through the real conversations and the store, 32 people in a batch, with Ready and a receipt for everything that is sent. It
// tells the CPU a step, and the pages and commits.
func BenchmarkJourney(b *testing.B) {
	const people = 32
	tuneCollector()
	_, s := city(b, cityPeople, false)
	crowd := newCrowd(b, s, people)
	before, cpu := s.Db.Stats().TxStats, cpuTime()
	b.ReportAllocs()
	b.ResetTimer()
	for done := 0; done < b.N; done += people {
		crowd.step(journeyOfBench[done/people%len(journeyOfBench)])
	}
	b.StopTimer()
	after := s.Db.Stats().TxStats
	b.ReportMetric(float64(after.GetPageAlloc()-before.GetPageAlloc())/1024/float64(b.N), "KiB/step")
	b.ReportMetric(float64((cpuTime()-cpu).Microseconds())/float64(b.N), "CPU-µs/step")
}

// journeyOfBench are the steps that everybody repeats: words of buttons, a text, a command.
var journeyOfBench = []string{"Tambah", "Isi Manual", "=Pelatihan Rekaan Angkatan %d", "Kembali", "/start"}

// crowd are people who do the same at the same time.
type crowd struct {
	b       *testing.B
	s       *store.Store
	people  int
	n       int64
	screens map[flow.AccountID]ui.Screen
}

func newCrowd(b *testing.B, s *store.Store, people int) *crowd {
	b.Helper()
	c := &crowd{b: b, s: s, people: people, screens: map[flow.AccountID]ui.Screen{}}
	real := s.Options.Step
	s.Options.Step = func(_ dialog.Reader, was dialog.Session, e dialog.Event) (dialog.Session, []dialog.Effect, error) {
		return was, []dialog.Effect{dialog.SaveAccount{Account: flow.Account{ID: e.From, Pegawai: flow.PegawaiID(e.From)}}}, nil
	}
	c.take(func(flow.AccountID) dialog.Input { return dialog.Other{} })
	s.Options.Step = real
	c.step("/start")
	return c
}

// step lets everybody do one thing.
func (c *crowd) step(what string) {
	c.take(func(who flow.AccountID) dialog.Input {
		if name, is := strings.CutPrefix(what, "/"); is {
			return dialog.Command{Name: name}
		}
		if format, is := strings.CutPrefix(what, "="); is {
			return dialog.Text{Body: fmt.Sprintf(format, c.n)}
		}
		for _, row := range c.screens[who].Rows {
			for _, choice := range row {
				if trimEmoji(choice.Label) == what {
					return dialog.Tap{Button: choice.Button}
				}
			}
		}
		c.b.Fatalf("no button %s: %+v", what, c.screens[who])
		return nil
	})
}

// take brings a batch in, and delivers what comes of it.
func (c *crowd) take(what func(flow.AccountID) dialog.Input) {
	var batch []post.Incoming
	for n := range c.people {
		who := flow.AccountID(1 + n)
		c.n++
		in := post.Incoming{Update: c.n, Mark: fmt.Sprintf("%x", c.n), Message: int(c.n), Event: dialog.Event{At: time.Now(), From: who, Input: what(who)}}
		if _, tap := in.Event.Input.(dialog.Tap); tap {
			in.Tap = fmt.Sprintf("%019d", c.n)
		}
		batch = append(batch, in)
	}
	tickets, err := c.s.Apply(batch)
	if err != nil {
		c.b.Fatal(err)
	}
	for _, t := range tickets {
		c.deliver(t)
	}
}

func (c *crowd) deliver(t post.Ticket) {
	d, ready, err := c.s.Ready(t)
	if err != nil || !ready {
		c.b.Fatal("not ready", err)
	}
	r := post.Receipt{ID: t.ID, To: t.To, At: time.Now()}
	if d.Show != nil {
		c.screens[t.To] = d.Show.Screen
		r.Slot, r.Held = d.Slot(), post.Held{Message: int(c.n), Digest: "0123456789abcdef", At: r.At}
	}
	c.s.Note(r)
}
