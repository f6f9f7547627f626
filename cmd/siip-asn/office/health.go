package office

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"time"

	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// HealthPage tells machines how the bot is: /healthz answers 200 or 503 with what is wrong, /metrics is Prometheus'.
func (o *Office) HealthPage() http.Handler {
	pages := http.NewServeMux()
	pages.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) {
		if err := o.watch.trouble(); err != nil {
			http.Error(w, err.Error(), http.StatusServiceUnavailable)
			return
		}
		fmt.Fprintln(w, "ok")
	})
	pages.Handle("GET /metrics", promhttp.HandlerFor(o.watch.registry, promhttp.HandlerOpts{}))
	return pages
}

// listenHealth opens the address of the page when the config asks for it; else it is nil.
func (o *Office) listenHealth() (net.Listener, error) {
	if o.Config.HTTPAddr == "" {
		return nil, nil
	}
	l, err := net.Listen("tcp", o.Config.HTTPAddr)
	if err != nil {
		return nil, fmt.Errorf("http.addr: %w", err)
	}
	o.log.Info("health and metrics", "addr", l.Addr().String())
	return l, nil
}

// serveHealth shows the page until the context ends. A page that cannot be shown does not stop the bot.
func (o *Office) serveHealth(ctx context.Context, l net.Listener) error {
	server := &http.Server{
		Handler: o.HealthPage(), ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 10 * time.Second,
		WriteTimeout: 30 * time.Second, MaxHeaderBytes: 16 << 10,
	}
	defer context.AfterFunc(ctx, func() { server.Close() })()
	if err := server.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		o.log.Error("health and metrics", "error", err)
	}
	return nil
}
