package office

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"siip-asn/store"
)

// Line is one figure of the status, in Indonesian: what it is, and how much.
type Line struct{ What, Text string }

func line(what, format string, args ...any) Line { return Line{what, fmt.Sprintf(format, args...)} }

// Status is how the bot and its database are: what the page of metrics has, for a person.
func (o *Office) Status() ([]Line, error) {
	f, err := o.Store.Figures()
	if err != nil {
		return nil, err
	}
	lines := []Line{line("Bot", "tidak berjalan (siip-asn serve)")}
	if o.watch != nil {
		if lines, err = o.watch.lines(o.version); err != nil {
			return nil, err
		}
	}
	if words := o.leapWords(); words != "" {
		lines = append(lines, line("Jam", "%s", words))
	}
	return append(lines,
		line("Basis data", "%s, %s, skema %d", o.Config.Database, sizeWords(f.Bytes), f.Schema),
		line("Pegawai", "%s", pegawaiWords(f)),
		line("Usulan", "%s", perStatus(f)),
		line("Menunggu kirim", "%s", waiting(f, o.now())),
		line("Pesan gagal", "%d", f.DeadLetters),
		line("Salinan", "%s", o.backupWords())), nil
}

// Healthy is an error when there is no bot that works.
func (o *Office) Healthy() error {
	if o.watch == nil {
		return errors.New("bot tidak berjalan")
	}
	if err := o.watch.trouble(); err != nil {
		return fmt.Errorf("bot terganggu: %s", oneLine(err))
	}
	return nil
}

func pegawaiWords(f store.Figures) string {
	words := fmt.Sprintf("%d orang, %d di antaranya terhubung", f.Pegawai, f.Bound)
	if f.Nonaktif > 0 {
		words += fmt.Sprintf("; %d lagi Nonaktif", f.Nonaktif)
	}
	return words
}

func perStatus(f store.Figures) string {
	var parts []string
	for _, s := range slices.Sorted(maps.Keys(f.Usulan)) {
		parts = append(parts, fmt.Sprintf("%d %s", f.Usulan[s], s))
	}
	if len(parts) == 0 {
		return "belum ada"
	}
	return strings.Join(parts, ", ")
}

func waiting(f store.Figures, now time.Time) string {
	if f.Waiting == 0 {
		return "tidak ada"
	}
	return fmt.Sprintf("%d pesan, yang terlama sejak %s", f.Waiting, ago(now.Sub(f.Oldest)))
}

// backupWords says how old the newest copy is, and whether one is missing.
func (o *Office) backupWords() string {
	dir, now := o.Config.DirBackup, o.now()
	words, last := "belum ada di "+dir, lastBackup(o.Config, now)
	if !last.IsZero() {
		words = fmt.Sprintf("terakhir %s, %d berkas di %s", ago(now.Sub(last)), len(Backups(dir)), dir)
	}
	if tried, problem := o.nightly.failed(); problem != nil {
		return fmt.Sprintf("GAGAL %s (%s), %s", ago(now.Sub(tried)), oneLine(problem), words)
	}
	if o.Config.JadwalBackup.Schedule == nil {
		return "tidak dijadwalkan (backup.jadwal kosong), " + words
	}
	return words
}

// sizeWords writes a size so that a small one is not 0.
func sizeWords(bytes int64) string {
	if bytes < 1<<20 {
		return fmt.Sprintf("%d KiB", (bytes+1023)/1024)
	}
	return strings.Replace(fmt.Sprintf("%.1f MiB", float64(bytes)/(1<<20)), ".", ",", 1)
}

func oneLine(err error) string { return strings.ReplaceAll(err.Error(), "\n", "; ") }

// ago says a time in the past, coarsely.
func ago(d time.Duration) string { return span(max(0, d)) + " lalu" }

// span says how long something is, coarsely.
func span(d time.Duration) string {
	switch {
	case d < time.Minute:
		return fmt.Sprintf("%d detik", int(d.Seconds()))
	case d < time.Hour:
		return fmt.Sprintf("%d menit", int(d.Minutes()))
	case d < 48*time.Hour:
		return fmt.Sprintf("%d jam", int(d.Hours()))
	default:
		return fmt.Sprintf("%d hari", int(d.Hours()/24))
	}
}

// leapWords says that the clock of the machine has leapt; empty when it has not.
func (o *Office) leapWords() string {
	by, believed, err := o.Store.Leap()
	switch {
	case err != nil:
		return oneLine(err)
	case by == 0:
		return ""
	case by > 0:
		return fmt.Sprintf("MELOMPAT %s ke depan dari %s; periksa jam mesin ini", span(by), o.believedWords(believed))
	default:
		return fmt.Sprintf("MUNDUR %s dari %s; periksa jam mesin ini", span(-by), o.believedWords(believed))
	}
}

func (o *Office) believedWords(at time.Time) string {
	return at.In(o.Config.Zona).Format("02-01-2006 15.04")
}
