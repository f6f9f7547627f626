package office

import (
	"bytes"
	"errors"
	"io"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"testing"

	"siip-asn/bot"
	"siip-asn/flow/dialog"
)

// Of large reports one is made at a time, both when it is counted and when its file is written; the collector is then as the
// program has set it. Small ones wait for nothing.
func TestLargeReportsAreMadeOneAtATime(t *testing.T) {
	before := debug.SetGCPercent(123)
	defer debug.SetGCPercent(before)
	var l large
	var at, most atomic.Int32
	work := func() {
		most.Store(max(most.Load(), at.Add(1)))
		for range 100 {
			_ = make([]byte, 1<<16)
		}
		at.Add(-1)
	}
	var all sync.WaitGroup
	for range 6 {
		all.Go(func() {
			parts, err := l.render(dialog.LaporanRekap, func() ([]bot.Part, error) {
				work()
				return []bot.Part{{Name: "x", Write: func(w io.Writer) error { work(); _, err := io.WriteString(w, "whole"); return err }}}, nil
			})
			var b bytes.Buffer
			if err := errors.Join(err, parts[0].Write(&b)); err != nil || b.String() != "whole" {
				t.Errorf("%q %v", b.String(), err)
			}
		})
	}
	all.Wait()
	if most.Load() != 1 {
		t.Errorf("%d at once", most.Load())
	}
	if now := debug.SetGCPercent(123); now != 123 {
		t.Errorf("the collector is left at %d", now)
	}
	l.Lock()
	defer l.Unlock()
	if _, err := l.render(dialog.LaporanQR, func() ([]bot.Part, error) { return nil, nil }); err != nil {
		t.Error(err)
	}
}

// A file that cannot be made says so, and nothing of it is sent.
func TestALargeFileThatFailsIsNotSentInPart(t *testing.T) {
	var l large
	broken := errors.New("broken")
	var b bytes.Buffer
	err := l.write(&b, func(w io.Writer) error { _, _ = io.WriteString(w, "half"); return broken })
	if !errors.Is(err, broken) || b.Len() != 0 {
		t.Errorf("%q %v", b.String(), err)
	}
}
