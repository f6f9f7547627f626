package main

import (
	"encoding/json"
	"net/http"
	"time"

	"siip-asn/flow"
)

// The bar above the phones: what happens to the bot from outside. The page of another site cannot press it: it cannot
// set the header.

func guarded(act func() error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("X-Simulator") == "" {
			http.Error(w, "header X-Simulator is missing", http.StatusForbidden)
			return
		}
		if err := act(); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		w.WriteHeader(http.StatusNoContent)
	}
}

// state tells whether the bot runs, what time it is in the sample world, and whose phones are shown first.
func (w *world) state(out http.ResponseWriter, _ *http.Request) {
	out.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(out).Encode(struct {
		Running bool             `json:"running"`
		Clock   time.Time        `json:"clock"`
		Phones  []flow.AccountID `json:"phones"`
	}{w.bot.running(), w.bot.clock(), w.phones})
}

func (w *world) kill() error {
	w.bot.kill()
	return nil
}

func (w *world) start() error { return w.bot.start() }

func (w *world) week() error { return w.bot.forward(7 * 24 * time.Hour) }
