package campaign

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/xuri/excelize/v2"
)

// The operator of a town works while the program is killed: he imports, and makes copies.

// workLog is what he has done.
type workLog struct {
	mu      sync.Mutex
	imports []int64  // waves of which he was told that they are in
	copies  []copied // that he was told are made
	tried   int
}

// copied is a copy of the database, and what people had been told before it was begun.
type copied struct {
	path string
	told ledger
}

func (l *workLog) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return fmt.Sprintf("%d imports and %d backups of %d begun", len(l.imports), len(l.copies), l.tried)
}

// operate lets him work until the function that it gives is called.
func (w *campaign) operate() (stop func()) {
	over, ended := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(ended)
		for {
			select {
			case <-over:
				return
			case <-time.After(time.Duration(rand.N(400)) * time.Millisecond):
			}
			if rand.N(2) == 0 {
				w.importsWave()
			} else {
				w.makesCopy()
			}
		}
	}()
	return func() {
		close(over)
		<-ended
	}
}

func (w *campaign) importsWave() {
	wave := w.waves.Add(1)
	path := filepath.Join(w.dir, fmt.Sprintf("gelombang-%d.xlsx", wave))
	if err := os.WriteFile(path, waveBook(wave), 0o600); err != nil {
		w.diary.complain(err.Error())
		return
	}
	err := w.process.Command("import", "pegawai", path).Run()
	w.work.mu.Lock()
	defer w.work.mu.Unlock()
	w.work.tried++
	if err == nil {
		w.work.imports = append(w.work.imports, wave)
	}
}

func (w *campaign) makesCopy() {
	w.work.mu.Lock()
	w.work.tried++
	path := filepath.Join(w.dir, fmt.Sprintf("salinan-%d.db", w.work.tried))
	w.work.mu.Unlock()
	before := w.told()
	err := w.process.Command("backup", path).Run()
	if _, there := os.Stat(path); err != nil && there == nil {
		w.diary.complain("a backup that has failed has left " + path)
	}
	w.work.mu.Lock()
	defer w.work.mu.Unlock()
	if err == nil {
		w.work.copies = append(w.work.copies, copied{path, before})
	}
}

// waveBook is a workbook that moves the whole archive to the OPD of this wave.
func waveBook(wave int64) []byte {
	f := excelize.NewFile()
	defer f.Close()
	_ = f.SetSheetName("Sheet1", "Pegawai") // nothing of this can fail in memory
	_ = f.SetSheetRow("Pegawai", "A1", &[]any{"NIP", "Nama", "Jabatan", "Jenjang", "OPD"})
	for i := range clerks {
		row := []any{clerkNIP(i), clerkName(i), "Arsiparis", "Fungsional Umum", waveOPD(wave)}
		_ = f.SetSheetRow("Pegawai", fmt.Sprintf("A%d", i+2), &row)
	}
	var b bytes.Buffer
	_ = f.Write(&b)
	return b.Bytes()
}

func clerkName(i int) string { return fmt.Sprintf("ARSIPARIS %03d", i) }

func clerkNIP(i int) string { return fmt.Sprintf("190102011925012%03d", i+1) }

const waveName = "Arsip Gelombang "

func waveOPD(wave int64) string { return fmt.Sprintf("%s%d", waveName, wave) }

// dropsWorkbook is the same in the chat, by an Admin SIIP-ASN.
func (c *citizen) dropsWorkbook() {
	c.campaign.updates.Add(1)
	wave := c.campaign.waves.Add(1)
	c.Upload(fmt.Sprintf("gelombang-%d.xlsx", wave), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", waveBook(wave), "")
}
