package desk

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestWhoStopsReadingHoldsNothing asks for a result without end and never reads: lines for people never wait, and the job is
// told to end.
func TestWhoStopsReadingHoldsNothing(t *testing.T) {
	here, there := net.Pipe() // it takes nothing that is not read
	defer there.Close()
	ctx, gone := context.WithCancel(t.Context())
	w := newFrameWriter(here, 50*time.Millisecond, gone)
	for range 10 * saysQueued {
		w.say("masih bekerja")
	}
	if _, err := w.Write(make([]byte, 1<<20)); err == nil {
		t.Error("somebody has read")
	}
	select {
	case <-ctx.Done():
	case <-time.After(10 * time.Second):
		t.Fatal("the job goes on for nobody")
	}
	w.over(errors.New("selesai"))
}

// TestEverythingComesInOrder of a job: lines, a long result, how it ended; and a panic is an error.
func TestEverythingComesInOrder(t *testing.T) {
	database := filepath.Join(t.TempDir(), "x.db")
	l, err := Listen(database)
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() {
		ended <- Serve(ctx, l, slog.New(slog.DiscardHandler), func(_ context.Context, job any, out Reply) error {
			if job == "panik" {
				panic("aduh")
			}
			for n := range 20_000 {
				out.Printf("baris %d\n", n)
			}
			out.Say("%s sudah", job)
			return errors.New("tetapi gagal")
		})
	}()
	var result bytes.Buffer
	var said []string
	out := Reply{Say: func(format string, args ...any) { said = append(said, fmt.Sprintf(format, args...)) }, Result: &result}
	if done, err := Ask(t.Context(), database, "hitung", out); !done || err == nil || err.Error() != "tetapi gagal" {
		t.Errorf("%v %v", done, err)
	}
	if lines := strings.Split(result.String(), "\n"); len(lines) != 20_001 || lines[19_999] != "baris 19999" {
		t.Errorf("%d lines", len(lines))
	}
	if len(said) != 1 || said[0] != "hitung sudah" {
		t.Errorf("%q", said)
	}
	if _, err := Ask(t.Context(), database, "panik", out); err == nil || !strings.Contains(err.Error(), "aduh") {
		t.Error(err)
	}
	stop()
	if err := <-ended; err != nil {
		t.Error(err)
	}
	if done, _ := Ask(t.Context(), database, "hitung", out); done {
		t.Error("nobody is there")
	}
}

// TestWhoOnlyLooksIsNoTrouble connects and hangs up, as a command does that asks whether the bot runs.
func TestWhoOnlyLooksIsNoTrouble(t *testing.T) {
	var said bytes.Buffer
	log := slog.New(slog.NewTextHandler(&said, nil))
	for text, trouble := range map[string]bool{"": false, "GET / HTTP/1.1\r\n\r\n": true} {
		said.Reset()
		here, there := net.Pipe()
		go func() {
			_, _ = there.Write([]byte(text))
			_ = there.Close()
		}()
		take(t.Context(), here, log, func(context.Context, any, Reply) error { return nil })
		if got := strings.Contains(said.String(), "WARN"); got != trouble {
			t.Errorf("%q: %q", text, said.String())
		}
	}
}
