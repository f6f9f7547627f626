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

// leanAt is from how many percent above the live heap the collector runs while a large report is made: what is read of
// 100,000 usulan is live, and the usual distance would be a multiple of it.
const leanAt = 30

// large lets one large report be made at a time, with little memory: the other processor is left to those who tap, and six
// admins who get the rekap on Monday at eight do not need six times the memory at once.
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

// write makes a file in its turn, and hands it on when it is made: the network may be slow.
func (l *large) write(w io.Writer, write func(io.Writer) error) error {
	var file bytes.Buffer
	if err := l.do(func() error { return write(&file) }); err != nil {
		return err
	}
	_, err := file.WriteTo(w)
	return err
}
