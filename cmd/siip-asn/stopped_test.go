package main

import (
	"context"
	"encoding/gob"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"siip-asn/cmd/siip-asn/cli"
	"siip-asn/cmd/siip-asn/desk"
	"siip-asn/cmd/siip-asn/office"
)

// TestAnImportThatIsStoppedWritesNothing presses Ctrl+C before the import has ended.
func TestAnImportThatIsStoppedWritesNothing(t *testing.T) {
	o := newOffice(t)
	sh := o.shell()
	path := filepath.Join(t.TempDir(), "pegawai.xlsx")
	book := bookOf(t, "Pegawai", "NIP\tNama\tJabatan\tJenjang\tOPD", "190109011925011009\tBARU CONTOH\tAnalis\tPengawas\tBKPSDM")
	if err := os.WriteFile(path, book, 0o600); err != nil {
		t.Fatal(err)
	}
	var out, say strings.Builder
	a := &cli.App{Stdout: &out, Stderr: &say, Now: time.Now}
	ctx, stop := context.WithCancel(context.Background())
	stop()
	status := a.Run(ctx, []string{"import", "pegawai", path, "--config", sh.config}, rootCommand)
	if status != cli.Failed || !strings.Contains(say.String(), "dihentikan; tidak ada yang disimpan") {
		t.Errorf("exit status %d: %s", status, say.String())
	}
	if out, _ := sh.types("check"); !strings.Contains(out, "utuh: 4 pegawai") {
		t.Error(out)
	}
}

// endless is a job that takes as long as somebody waits for it.
type endless struct{}

var endlessBegan, endlessEnded = make(chan struct{}), make(chan struct{})

func (endless) Do(ctx context.Context, _ *office.Office, _ desk.Reply) error {
	close(endlessBegan)
	<-ctx.Done()
	close(endlessEnded)
	return ctx.Err()
}

// TestAJobEndsWhenNobodyWaitsForIt presses Ctrl+C while the bot works for somebody: the work ends, and the bot goes on.
func TestAJobEndsWhenNobodyWaitsForIt(t *testing.T) {
	gob.RegisterName("endless", endless{})
	o := newOffice(t)
	o.runs()
	defer o.stop()
	ctx, stop := context.WithCancel(context.Background())
	answer := make(chan error, 1)
	go func() {
		_, err := desk.Ask(ctx, o.config.Database, endless{}, desk.Reply{Say: func(string, ...any) {}, Result: io.Discard})
		answer <- err
	}()
	<-endlessBegan
	stop()
	if err := <-answer; !errors.Is(err, desk.ErrHungUp) {
		t.Error(err)
	}
	<-endlessEnded
	if out, _ := o.shell().types("status"); !strings.Contains(out, "berjalan sejak") {
		t.Error(out)
	}
}
