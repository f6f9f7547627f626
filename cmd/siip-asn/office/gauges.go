package office

import (
	"github.com/prometheus/client_golang/prometheus"
)

// officeGauges read the database when the page of metrics is asked for.
type officeGauges struct{ office *Office }

var (
	waitingDesc   = prometheus.NewDesc("siip_outbox_messages", "Messages that wait to be sent.", nil, nil)
	oldestDesc    = prometheus.NewDesc("siip_outbox_oldest_seconds", "Age of the oldest message that waits.", nil, nil)
	deadDesc      = prometheus.NewDesc("siip_dead_letters", "Dead letters that are kept.", nil, nil)
	bytesDesc     = prometheus.NewDesc("siip_database_bytes", "Size of the database file.", nil, nil)
	pegawaiDesc   = prometheus.NewDesc("siip_pegawai", "Pegawai in the master data who are Aktif.", nil, nil)
	boundDesc     = prometheus.NewDesc("siip_pegawai_bound", "Pegawai with a Telegram account.", nil, nil)
	usulanDesc    = prometheus.NewDesc("siip_usulan", "Usulan, by status.", []string{"status"}, nil)
	backupBadDesc = prometheus.NewDesc("siip_backup_failed", "1 when the last nightly backup could not be made.", nil, nil)
	backupAgeDesc = prometheus.NewDesc("siip_backup_age_seconds", "Age of the newest nightly backup; absent without one.", nil, nil)
)

// Describe names the gauges.
func (officeGauges) Describe(to chan<- *prometheus.Desc) {
	for _, d := range []*prometheus.Desc{waitingDesc, oldestDesc, deadDesc, bytesDesc, pegawaiDesc, boundDesc, usulanDesc, backupAgeDesc, backupBadDesc} {
		to <- d
	}
}

// Collect reads the gauges, all from one state of the database.
func (g officeGauges) Collect(to chan<- prometheus.Metric) {
	send := func(d *prometheus.Desc, v float64, labels ...string) {
		to <- prometheus.MustNewConstMetric(d, prometheus.GaugeValue, v, labels...)
	}
	f, err := g.office.Store.Figures()
	if err != nil {
		to <- prometheus.NewInvalidMetric(bytesDesc, err)
		return
	}
	send(waitingDesc, float64(f.Waiting))
	oldest := 0.0
	if !f.Oldest.IsZero() {
		oldest = g.office.now().Sub(f.Oldest).Seconds()
	}
	send(oldestDesc, oldest)
	send(deadDesc, float64(f.DeadLetters))
	send(bytesDesc, float64(f.Bytes))
	send(pegawaiDesc, float64(f.Pegawai))
	send(boundDesc, float64(f.Bound))
	for status, n := range f.Usulan {
		send(usulanDesc, float64(n), status.String())
	}
	failed := 0.0
	if _, problem := g.office.nightly.failed(); problem != nil {
		failed = 1
	}
	send(backupBadDesc, failed)
	if last := lastBackup(g.office.Config, g.office.now()); !last.IsZero() {
		send(backupAgeDesc, g.office.now().Sub(last).Seconds())
	}
}
