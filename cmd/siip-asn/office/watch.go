package office

import (
	"errors"
	"fmt"
	"log/slog"
	"sync/atomic"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"

	"siip-asn/bot"
	"siip-asn/flow/jejak"
)

// watch counts what the bot and the store do, and writes one line of log for each event that matters. It is the store's
// and the bot's Watch; the page of metrics and the status command show what it has counted.
type watch struct {
	log      *slog.Logger
	now      func() time.Time
	since    time.Time
	lastPoll atomic.Int64           // unix nanoseconds of the last one that worked
	failing  atomic.Pointer[string] // why polls fail now; nil: they do not
	full     atomic.Bool            // the disk
	apart    func(error)            // called once, when the line to Telegram fails before anything has come through; may be nil
	told     atomic.Bool            // that was called
	clock    clockWatch
	leap     atomic.Int64 // how far the clock has gone from what the database believes, in nanoseconds; 0: it has not

	registry  *prometheus.Registry
	updates   prometheus.Counter
	polls     *prometheus.CounterVec
	calls     *prometheus.HistogramVec
	held      *prometheus.CounterVec
	commits   prometheus.Histogram
	aksi      *prometheus.CounterVec
	deadSince prometheus.Counter
	backups   *prometheus.CounterVec
}

func newWatch(now func() time.Time, log *slog.Logger) *watch {
	w := &watch{
		log: log, now: now, since: now(), registry: prometheus.NewRegistry(),
		updates:   counter("siip_updates_total", "Updates that are durable."),
		polls:     counters("siip_polls_total", "Polls, by what came of them.", "outcome"),
		held:      counters("siip_held_back_total", "Calls that had to wait: for the rate, or for retry_after.", "reason"),
		aksi:      counters("siip_trail_entries_total", "Entries of the audit trail, by aksi.", "aksi"),
		deadSince: counter("siip_dead_letters_total", "What could not be read, done or sent."),
		backups:   counters("siip_backups_total", "Nightly backups, by what came of them.", "outcome"),
		commits: prometheus.NewHistogram(prometheus.HistogramOpts{
			Name: "siip_commit_seconds", Help: "Transactions of the database, with their sync to disk.",
			Buckets: prometheus.ExponentialBuckets(0.00025, 2, 15),
		}),
		calls: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "siip_call_seconds", Help: "Calls of the Bot API, by method and by what the answer means.",
			Buckets: prometheus.ExponentialBuckets(0.002, 3, 10),
		}, []string{"method", "outcome"}),
	}
	w.registry.MustRegister(w.updates, w.polls, w.calls, w.held, w.commits, w.aksi, w.deadSince, w.backups,
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	w.registry.MustRegister(w.gauges()...)
	return w
}

func counter(name, help string) prometheus.Counter {
	return prometheus.NewCounter(prometheus.CounterOpts{Name: name, Help: help})
}

func counters(name, help string, labels ...string) *prometheus.CounterVec {
	return prometheus.NewCounterVec(prometheus.CounterOpts{Name: name, Help: help}, labels)
}

func gauge(name, help string, value func() float64) prometheus.Collector {
	return prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: name, Help: help}, value)
}

func (w *watch) gauges() []prometheus.Collector {
	return []prometheus.Collector{
		gauge("siip_last_poll_age_seconds", "Since the last poll that worked.", func() float64 { return w.pollAge().Seconds() }),
		gauge("siip_disk_full", "1 while writes find no room on the disk.", func() float64 {
			if w.full.Load() {
				return 1
			}
			return 0
		}),
	}
}

// pollAge is how long ago the last poll has worked; before the first one, how long the bot has been running.
func (w *watch) pollAge() time.Duration {
	if at := w.lastPoll.Load(); at != 0 {
		return w.now().Sub(time.Unix(0, at))
	}
	return w.now().Sub(w.since)
}

// Polled is told of every poll.
func (w *watch) Polled(_ int, err error) {
	if by := w.clock.moved(w.now(), time.Now()); by != 0 {
		w.log.Warn("the clock was moved, or the machine has slept", "by", by.Round(time.Second).String())
	}
	if err != nil {
		w.polls.WithLabelValues("failed").Inc()
		why := oneLine(err)
		w.failing.Store(&why)
		if w.apart != nil && w.lastPoll.Load() == 0 && !bot.Answered(err) && !w.told.Swap(true) {
			w.apart(err)
		}
		return
	}
	w.failing.Store(nil)
	w.polls.WithLabelValues("ok").Inc()
	w.lastPoll.Store(w.now().UnixNano())
}

// Called is told of every call of the Bot API.
func (w *watch) Called(method, outcome string, took time.Duration) {
	w.calls.WithLabelValues(method, outcome).Observe(took.Seconds())
}

// HeldBack is told of every call that has to wait.
func (w *watch) HeldBack(why string) { w.held.WithLabelValues(why).Inc() }

// Committed is told of every transaction.
func (w *watch) Committed(took time.Duration) {
	w.commits.Observe(took.Seconds())
	if w.full.CompareAndSwap(true, false) {
		w.log.Info("there is room on the disk again")
	}
}

// Taken is told of every batch of events. The log names nobody: who is meant stands in the database. Number and hash of an
// entry anchor the trail: siip-asn check --anchor compares.
func (w *watch) Taken(updates int, entries []jejak.Entry, dead int) {
	w.updates.Add(float64(updates))
	w.deadSince.Add(float64(dead))
	for _, e := range entries {
		w.aksi.WithLabelValues(e.Aksi.String()).Inc()
		w.log.Info("trail", "entry", e.Nomor, "aksi", e.Aksi.String(), "usulan", e.Usulan, "pegawai", e.Pegawai,
			"from", e.Dari.String(), "to", e.Ke.String(), "by", e.Oleh, "role", e.Peran.String(), "hash", e.Hash)
	}
	if dead > 0 {
		w.log.Error("dead letters", "count", dead, "see", "siip-asn dead list")
	}
}

// DiskFull is told when a write finds no room.
func (w *watch) DiskFull(err error) {
	if !w.full.Swap(true) {
		w.log.Error("the disk is full: nothing is lost, the bot waits for room", "error", err)
	}
}

// Migrated is told when the schema of the database is a newer one now.
func (w *watch) Migrated(from, to int, kept string) {
	w.log.Info("the database has a newer schema now", "from", from, "to", to, "copy_before", kept)
}

// Restored is told when the database is one that was restored.
func (w *watch) Restored(at time.Time) {
	w.log.Info("the database was restored from a copy; its numbers go on beyond all that were given out", "restored_at", at)
}

// leapt is told at each tick how far the clock has leapt from what the database believes; 0 when it has not.
func (w *watch) leapt(by time.Duration, believed time.Time) {
	was := w.leap.Swap(int64(by))
	switch {
	case was == 0 && by != 0:
		w.log.Error("the clock of the machine has leapt: nothing is erased by it until it has run on", "by", by.Round(time.Second).String(), "believed", believed)
	case was != 0 && by == 0:
		w.log.Info("the clock of the machine is believed again")
	}
}

// whyFailing says why polls fail now; empty when they do not.
func (w *watch) whyFailing() string {
	if why := w.failing.Load(); why != nil {
		return *why
	}
	return ""
}

// trouble says what is wrong with a bot that should be working; nothing when it is well.
func (w *watch) trouble() error {
	var wrong []error
	if age := w.pollAge(); age > pollPatience {
		wrong = append(wrong, fmt.Errorf("no poll has worked for %s: %s", age.Round(time.Second), w.whyFailing()))
	}
	if w.full.Load() {
		wrong = append(wrong, errors.New("the disk is full"))
	}
	if by := time.Duration(w.leap.Load()); by != 0 {
		wrong = append(wrong, fmt.Errorf("the clock has leapt by %s", by.Round(time.Second)))
	}
	return errors.Join(wrong...)
}

// pollPatience is how long a bot is healthy without a poll that works: a poll that brings nothing takes nearly a minute.
const pollPatience = 3 * time.Minute
