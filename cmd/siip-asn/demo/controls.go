package demo

import (
	"encoding/json"
	"errors"
	"net/http"
	"time"

	"siip-asn/flow"
)

// controls is the bar above the phones: what happens to the bot from outside.
func (w *World) controls() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /demo/state", w.state)
	mux.HandleFunc("POST /demo/kill", control(w.kill))
	mux.HandleFunc("POST /demo/start", control(w.bot.start))
	mux.HandleFunc("POST /demo/week", control(w.week))
	return mux
}

func control(act func() error) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		if err := act(); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		w.WriteHeader(http.StatusNoContent)
	}
}

// state tells whether the bot runs, what time it is in the sample world, and whose phones are shown first.
func (w *World) state(out http.ResponseWriter, _ *http.Request) {
	out.Header().Set("Content-Type", "application/json")
	out.Header().Set(folderHeader, folderName(w.dir))
	_ = json.NewEncoder(out).Encode(struct {
		Running bool             `json:"running"`
		Clock   time.Time        `json:"clock"`
		Phones  []flow.AccountID `json:"phones"`
		World   string           `json:"world"`
	}{w.bot.running(), w.clock.now(), w.phones, w.name})
}

func (w *World) kill() error {
	w.bot.kill()
	return nil
}

// week moves the clock of the world. A bot that runs is started again, which makes good what came due meanwhile; one that was
// killed stays so, and does it when somebody starts it.
func (w *World) week() error {
	const week = 7 * 24 * time.Hour
	running := w.bot.running()
	w.bot.stop()
	err := w.clock.forward(week)
	w.sim.Spare(week)
	if running {
		err = errors.Join(err, w.bot.start())
	}
	return err
}
