package main

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"siip-asn/store"
)

func (a *app) statusCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use: "status", Short: "Tampilkan keadaan bot dan basis data", Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			c, err := a.config(cmd)
			if err != nil {
				return err
			}
			healthy, _ := cmd.Flags().GetBool("healthy")
			return a.perform(cmd, status{c.Database, healthy}, a.stdout)
		},
	}
	cmd.Flags().Bool("healthy", false, "gagal (status keluar 1) bila bot tidak berjalan atau terganggu")
	return cmd
}

// status is the job of the command: what the page of metrics has, for a person.
type status struct {
	Database string
	Healthy  bool // a bot that does not run, or is in trouble, is an error
}

func (j status) do(_ context.Context, sys *system, out reply) error {
	f, err := sys.store.Figures()
	if err != nil {
		return err
	}
	if sys.watch == nil {
		out.line("Bot", "tidak berjalan (siip-asn serve)")
	} else if err := sys.watch.report(out); err != nil {
		return err
	}
	out.line("Basis data", "%s, %.1f MiB, skema %d", j.Database, float64(f.Bytes)/(1<<20), f.Schema)
	out.line("Pegawai", "%d, %d di antaranya terhubung", f.Pegawai, f.Bound)
	out.line("Usulan", "%s", perStatus(f))
	out.line("Menunggu kirim", "%s", waiting(f, sys.now()))
	out.line("Surat mati", "%d", f.DeadLetters)
	out.line("Salinan", "%s", sys.backupWords())
	if j.Healthy {
		return sys.healthy()
	}
	return nil
}

// healthy is an error when there is no bot that works.
func (sys *system) healthy() error {
	if sys.watch == nil {
		return errors.New("bot tidak berjalan")
	}
	if err := sys.watch.trouble(); err != nil {
		return fmt.Errorf("bot terganggu: %s", oneLine(err))
	}
	return nil
}

// line writes one figure.
func (r reply) line(what, format string, args ...any) {
	r.printf("%-15s: %s\n", what, fmt.Sprintf(format, args...))
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
func (sys *system) backupWords() string {
	dir, now := sys.config.DirBackup, sys.now()
	words, last := "belum ada di "+dir, lastBackup(sys.config)
	if !last.IsZero() {
		words = fmt.Sprintf("terakhir %s, %d berkas di %s", ago(now.Sub(last)), len(backups(dir)), dir)
	}
	if tried, problem := sys.nightly.failed(); problem != nil {
		return fmt.Sprintf("GAGAL %s (%s), %s", ago(now.Sub(tried)), oneLine(problem), words)
	}
	if sys.config.JadwalBackup.Schedule == nil {
		return "tidak dijadwalkan (backup.jadwal kosong), " + words
	}
	return words
}

func oneLine(err error) string { return strings.ReplaceAll(err.Error(), "\n", "; ") }

// ago says a time in the past, coarsely.
func ago(d time.Duration) string {
	switch {
	case d < time.Minute:
		return fmt.Sprintf("%d detik lalu", int(max(0, d.Seconds())))
	case d < time.Hour:
		return fmt.Sprintf("%d menit lalu", int(d.Minutes()))
	case d < 48*time.Hour:
		return fmt.Sprintf("%d jam lalu", int(d.Hours()))
	default:
		return fmt.Sprintf("%d hari lalu", int(d.Hours()/24))
	}
}
