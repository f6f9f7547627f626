package office

import (
	"fmt"
	"iter"
	"slices"
	"strings"
	"time"

	dto "github.com/prometheus/client_model/go"

	"siip-asn/bot"
)

// lines are what the watch of a running bot has counted.
func (w *watch) lines(version string) ([]Line, error) {
	families, err := w.registry.Gather()
	if err != nil {
		return nil, err
	}
	state := "berjalan"
	if err := w.trouble(); err != nil {
		state = "TERGANGGU (" + oneLine(err) + "), berjalan"
	}
	return []Line{
		line("Bot", "%s sejak %s, versi %s", state, ago(w.now().Sub(w.since)), version),
		line("Telegram", "%s; %.0f pembaruan diterima", w.pollWords(), total(families, "siip_updates_total")),
		line("Panggilan", "%s", outcomes(families)),
		line("Ditahan", "%.0f kali oleh batas laju, %.0f kali atas permintaan Telegram (429)",
			total(families, "siip_held_back_total", bot.HeldByRate), total(families, "siip_held_back_total", bot.HeldByServer)),
		line("Simpan", "%s", commitWords(families)),
	}, nil
}

// pollWords says whether the bot gets through to Telegram.
func (w *watch) pollWords() string {
	age, why := w.pollAge(), w.whyFailing()
	words := "poll terakhir berhasil " + ago(age)
	if w.lastPoll.Load() == 0 {
		words = "belum ada poll yang berhasil"
	}
	switch {
	case why != "":
		return "poll GAGAL (" + why + "), " + words
	case w.lastPoll.Load() == 0 && age < firstPoll:
		return "baru dimulai, poll pertama masih menunggu pembaruan"
	}
	return words
}

// firstPoll is how long a bot that has just begun may have no poll behind it: where nobody writes, the server keeps the first
// one waiting for half a minute.
const firstPoll = 40 * time.Second

// total adds up a metric, over the rows that have all these label values.
func total(families []*dto.MetricFamily, name string, labels ...string) (sum float64) {
	for m := range rows(families, name, labels...) {
		sum += m.GetCounter().GetValue() + float64(m.GetHistogram().GetSampleCount())
	}
	return sum
}

// rows are the rows of a metric that have all these label values.
func rows(families []*dto.MetricFamily, name string, labels ...string) iter.Seq[*dto.Metric] {
	has := func(m *dto.Metric, label string) bool {
		return slices.ContainsFunc(m.GetLabel(), func(p *dto.LabelPair) bool { return p.GetValue() == label })
	}
	return func(yield func(*dto.Metric) bool) {
		for _, f := range families {
			for _, m := range f.GetMetric() {
				wanted := f.GetName() == name && !slices.ContainsFunc(labels, func(l string) bool { return !has(m, l) })
				if wanted && !yield(m) {
					return
				}
			}
		}
	}
}

// outcomes counts the calls of the Bot API by what came of them.
func outcomes(families []*dto.MetricFamily) string {
	var parts []string
	for _, o := range []struct{ label, words string }{
		{"ok", "berhasil"}, {"try_again", "diulang"}, {"retry_after", "ditunda (429)"},
		{"gone", "orangnya memblokir bot"}, {"replaced", "pesannya sudah tidak ada"}, {"refused", "ditolak"},
	} {
		if n := total(families, "siip_call_seconds", o.label); n > 0 {
			parts = append(parts, fmt.Sprintf("%.0f %s", n, o.words))
		}
	}
	return strings.Join(parts, ", ")
}

// commitWords tells how long writing to the disk takes.
func commitWords(families []*dto.MetricFamily) string {
	for m := range rows(families, "siip_commit_seconds") {
		h := m.GetHistogram()
		return fmt.Sprintf("%d transaksi ke disk; separuhnya paling lama %s, 99%% paling lama %s",
			h.GetSampleCount(), quantile(h, 0.5), quantile(h, 0.99))
	}
	return ""
}

// quantile is the upper bound of the bucket in which so much of a histogram lies.
func quantile(h *dto.Histogram, q float64) string {
	for _, b := range h.GetBucket() {
		if float64(b.GetCumulativeCount()) >= q*float64(h.GetSampleCount()) {
			return time.Duration(b.GetUpperBound() * float64(time.Second)).String()
		}
	}
	return "lebih lama dari yang diukur"
}
