package office

import (
	"bytes"
	"io"
	"runtime/debug"
	"slices"
	"sync"

	"siip-asn/bot"
	"siip-asn/flow/dialog"
)

// largeKinds are the reports that read every usulan there may be.
var largeKinds = []dialog.JenisLaporan{
	dialog.LaporanRekap, dialog.LaporanRingkas, dialog.LaporanRencana, dialog.LaporanSimulasi, dialog.LaporanData, dialog.LaporanCetak, dialog.LaporanJejak,
}

// leanAt is GOGC while a large report is made, in percent above the live heap: what is read of 100,000 usulan is live, and the
// usual 400 % would take four times as much again.
const leanAt = 30

// large is a lock for large reports: one is made at a time. So the other processors are left to those who tap, and when six admins
// get the rekap on Monday at eight, the memory is needed once and not six times.
type large struct{ sync.Mutex }

func (l *large) do(work func() error) error {
	l.Lock()
	defer l.Unlock()
	before := debug.SetGCPercent(leanAt)
	defer debug.SetGCPercent(before)
	return work()
}

// render makes a report of that kind in its turn.
func (l *large) render(jenis dialog.JenisLaporan, make func() ([]bot.Part, error)) (parts []bot.Part, err error) {
	if !slices.Contains(largeKinds, jenis) {
		return make()
	}
	err = l.do(func() (err error) {
		parts, err = make()
		return err
	})
	for i := range parts {
		if write := parts[i].Write; write != nil {
			parts[i].Write = func(w io.Writer) error { return l.write(w, write) }
		}
	}
	return parts, err
}

// write makes a file in memory while it holds the lock, and writes it to w after that: w is the network, which may be slow.
func (l *large) write(w io.Writer, write func(io.Writer) error) error {
	var file bytes.Buffer
	if err := l.do(func() error { return write(&file) }); err != nil {
		return err
	}
	_, err := file.WriteTo(w)
	return err
}
