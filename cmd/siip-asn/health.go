package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"time"

	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// healthPage tells machines how the bot is: /healthz answers 200 or 503 with what is wrong, /metrics is Prometheus'.
func (sys *system) healthPage() http.Handler {
	pages := http.NewServeMux()
	pages.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) {
		if err := sys.watch.trouble(); err != nil {
			http.Error(w, err.Error(), http.StatusServiceUnavailable)
			return
		}
		fmt.Fprintln(w, "ok")
	})
	pages.Handle("GET /metrics", promhttp.HandlerFor(sys.watch.registry, promhttp.HandlerOpts{}))
	return pages
}

// serveHealth shows the page until the context ends, when the config asks for it.
func (sys *system) serveHealth(ctx context.Context) error {
	if sys.config.HTTPAddr == "" {
		return nil
	}
	l, err := net.Listen("tcp", sys.config.HTTPAddr)
	if err != nil {
		return fmt.Errorf("http.addr: %w", err)
	}
	server := &http.Server{
		Handler: sys.healthPage(), ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 10 * time.Second,
		WriteTimeout: 30 * time.Second, MaxHeaderBytes: 16 << 10,
	}
	context.AfterFunc(ctx, func() { server.Close() })
	sys.log.Info("health and metrics", "addr", l.Addr().String())
	go func() {
		if err := server.Serve(l); !errors.Is(err, http.ErrServerClosed) {
			sys.log.Error("health and metrics", "error", err)
		}
	}()
	return nil
}
