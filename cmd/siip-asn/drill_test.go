package main

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"siip-asn/cmd/siip-asn/cli"
	"siip-asn/flow"
	"siip-asn/store"
)

// TestTheDrill is what every office should do once a year: back up while the bot is at work, lose the machine, restore the
// copy on another one, check it, and go on. What was decided after the copy is lost; what people still have on their screens
// from then must not do anything else now.
func TestTheDrill(t *testing.T) {
	t.Parallel() // it waits most of the time
	o := newOffice(t)
	o.runs()
	budi, tono, tini, wati := o.person(1, "Budi"), o.person(2, "Tono"), o.person(3, "Tini"), o.person(4, "Wati")
	for _, h := range []*human{budi, tono, tini, wati} {
		h.enters()
	}
	budi.proposes("Pelatihan SPBE")
	copied := o.copiesUnderLoad(tini, wati)

	tono.taps("Teruskan")
	tono.taps("Ya, Lanjutkan")
	wati.sees("DITERUSKAN")
	tini.proposes("Pelatihan Tata Naskah Dinas")
	o.stop()

	o.moveTo(copied)
	o.runs()
	o.oldScreensDoNothing(tini, wati)
	tono.Send("/antrian")
	tono.sees("Antrean: 1 dari 1")
	tono.taps("Teruskan")
	tono.taps("Ya, Lanjutkan")
	wati.Send("/antrian")
	wati.sees("Antrean: 1 dari 1")
	wati.taps("Setujui")
	wati.taps("Ya, Setujui")
	budi.sees("telah DISETUJUI")
	tini.proposes("Pelatihan SPBE")
	tini.sees("Usulan Diklat No. 10002")
	o.stop()
}

// copiesUnderLoad has the operator back up again and again while people are busy, and gives the last copy.
func (o *rig) copiesUnderLoad(people ...*human) (copied string) {
	sh, dir := o.shell(), o.t.(*testing.T).TempDir()
	stop := make(chan struct{})
	var busy sync.WaitGroup
	for _, h := range people {
		busy.Go(func() {
			for {
				select {
				case <-stop:
					return
				case <-time.After(5 * time.Millisecond):
					h.Send("/bantuan")
				}
			}
		})
	}
	for i := range 4 {
		copied = filepath.Join(dir, fmt.Sprintf("salinan-%d.db", i))
		sh.types("backup", copied)
		if err := store.Verify(copied); err != nil {
			o.t.Error(err)
		}
	}
	close(stop)
	busy.Wait()
	o.quiet()
	return copied
}

// moveTo restores a copy on a machine that has nothing, as an operator types it.
func (o *rig) moveTo(copied string) {
	o.t.Helper()
	t := o.t.(*testing.T)
	o.config.Database = filepath.Join(t.TempDir(), "lain", "siip-asn.db")
	sh := o.shell()
	if out, say := sh.types("restore", copied); !strings.Contains(out, o.config.Database) ||
		say != "Basis data siap dipakai. Silakan jalankan lagi bot: siip-asn serve, atau sudo systemctl start siip-asn.\n" {
		t.Error(out, say)
	}
	if out, _ := sh.types("check"); !strings.Contains(out, "utuh: 4 pegawai, 1 usulan") {
		t.Error(out)
	}
}

// oldScreensDoNothing taps what stands on the screens from after the copy: an usulan that was forwarded then, and one that
// was made then.
func (o *rig) oldScreensDoNothing(tini, wati *human) {
	o.t.Helper()
	if toast := wati.taps("Setujui"); toast.Text == "" {
		o.t.Error("an old button is not answered with what is true now")
	}
	tini.taps("History")
	o.quiet()
	if strings.Contains(wati.chatText(), "Ya, Setujui") {
		o.t.Error("the question for a change that was lost")
	}
	err := o.store.Read(func(r *store.Reader) error {
		if u, _ := r.Usulan(1); u.Status != flow.Masuk {
			o.t.Errorf("%+v", u)
		}
		return nil
	})
	if err != nil {
		o.t.Error(err)
	}
}

// TestNothingIsRestoredUnderARunningBot types restore beside one.
func TestNothingIsRestoredUnderARunningBot(t *testing.T) {
	t.Parallel() // it waits most of the time
	o := newOffice(t)
	o.runs()
	defer o.stop()
	sh := o.shell()
	copied := filepath.Join(t.TempDir(), "salinan.db")
	sh.types("backup", copied)
	var say bytes.Buffer
	a := &cli.App{Stdout: &say, Stderr: &say, Now: time.Now}
	if status := a.Run(context.Background(), []string{"restore", copied, "--config", sh.config}, rootCommand); status != cli.Failed {
		t.Errorf("exit status %d", status)
	}
	if !strings.Contains(say.String(), "sedang dipakai oleh proses lain") {
		t.Error(say.String())
	}
	if out, _ := sh.types("status"); !strings.Contains(out, "berjalan sejak") {
		t.Error(out)
	}
}
