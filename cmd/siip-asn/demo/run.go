package demo

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"time"

	"golang.org/x/sync/errgroup"
)

// Run shows the world on a listener and lets its bot, whose log goes to stderr, run, until the context ends. ready is
// called when the bot has been started.
func (w *World) Run(ctx context.Context, listener net.Listener, stderr io.Writer, ready func()) error {
	if err := w.configure(Address(listener.Addr())); err != nil {
		return err
	}
	marker := filepath.Join(w.dir, worldAddress)
	if err := os.WriteFile(marker, []byte(Address(listener.Addr())+"/\n"), 0o600); err != nil {
		return err
	}
	defer os.Remove(marker)
	w.bot = &botProcess{config: filepath.Join(w.dir, worldYAML), clock: w.clock, stderr: stderr}
	server := &http.Server{Handler: w.handler(), ReadHeaderTimeout: 10 * time.Second}
	all, ctx := errgroup.WithContext(ctx)
	all.Go(func() error {
		if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
			return err
		}
		return nil
	})
	all.Go(func() error {
		defer server.Close() // last: the bot finishes its calls before
		if err := w.bot.start(); err != nil {
			return err
		}
		ready()
		<-ctx.Done()
		w.bot.stop()
		return nil
	})
	return all.Wait()
}

// Address is where a browser on this machine, and the bot, find what listens there; without a slash at its end.
func Address(addr net.Addr) string {
	tcp := addr.(*net.TCPAddr)
	if tcp.IP.IsUnspecified() {
		return "http://" + (&net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: tcp.Port}).String()
	}
	return "http://" + tcp.String()
}
