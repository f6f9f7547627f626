package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"time"

	"github.com/robfig/cron/v3"
	"github.com/spf13/cobra"

	"siip-asn/bot"
)

func (a *app) serveCommand() *cobra.Command {
	return &cobra.Command{
		Use: "serve", Short: "Jalankan bot sampai dihentikan", Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return a.serve(cmd) },
	}
}

func (a *app) serve(cmd *cobra.Command) (err error) {
	c, err := a.config(cmd)
	if err != nil {
		return err
	}
	if c.Token == "" {
		return a.noToken()
	}
	sys, err := openSystem(c, a.now, a.logger(c))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, sys.close()) }()
	if !a.inDemo() {
		a.say("Bot berjalan. Hentikan dengan Ctrl+C.")
	}
	err = sys.run(cmd.Context())
	if errors.Is(err, bot.ErrToken) {
		return errors.New("telegram.token ditolak oleh server Bot API; salin lagi token dari @BotFather")
	}
	return err
}

// noToken says where the token belongs. Somebody who has just unpacked the program has no config yet.
func (a *app) noToken() error {
	place := "isi telegram.token di " + a.configPath
	if _, err := os.Stat(a.configPath); errors.Is(err, fs.ErrNotExist) {
		place = fmt.Sprintf("%s belum ada: salin config.example.yaml menjadi %[1]s, lalu isi telegram.token di dalamnya", a.configPath)
	}
	return fmt.Errorf("telegram.token belum diisi; mintalah token kepada @BotFather, lalu %s "+
		"(atau isi variabel lingkungan SIIP_TELEGRAM_TOKEN). Coba dahulu tanpa token: siip-asn demo", place)
}

func (a *app) logger(c config) *slog.Logger {
	var level slog.Level
	_ = level.UnmarshalText([]byte(c.LogLevel)) // the config has checked it
	o := &slog.HandlerOptions{Level: level}
	if c.LogFormat == "json" {
		return slog.New(slog.NewJSONHandler(a.stderr, o))
	}
	return slog.New(slog.NewTextHandler(a.stderr, o))
}

// stopTime bounds how long jobs of the schedule are waited for at the end.
const stopTime = 5 * time.Second

// run works until the context ends, or until something has failed for good.
func (sys *system) run(ctx context.Context) error {
	ctx, fail := context.WithCancelCause(ctx)
	defer fail(nil)
	defer context.AfterFunc(ctx, func() { close(sys.ending) })()
	if err := sys.serveHealth(ctx); err != nil {
		return err
	}
	defer sys.startDesk(ctx)()
	jobs, err := sys.schedule(fail)
	if err != nil {
		return err
	}
	jobs.Start()
	defer func() {
		select {
		case <-jobs.Stop().Done():
		case <-time.After(stopTime):
		}
	}()
	if err := sys.tick(); err != nil { // what came due while the program was down
		return err
	}
	worked := make(chan error, 1)
	go func() {
		err := sys.goOn(ctx)
		if err != nil {
			fail(err)
		}
		worked <- err
	}()
	err = sys.bot.Run(ctx)
	fail(err)
	err = errors.Join(err, <-worked)
	if cause := context.Cause(ctx); err == nil && cause != nil && !errors.Is(cause, context.Canceled) {
		return cause
	}
	return err
}

// startDesk takes jobs of other commands until the context ends; the function it gives waits for those under way.
func (sys *system) startDesk(ctx context.Context) (wait func()) {
	l, err := openDesk(sys.config.Database)
	if err != nil {
		sys.log.Warn("other commands have to wait until the bot is stopped", "error", err)
		return func() {}
	}
	ctx, stop := context.WithCancel(ctx)
	over := make(chan struct{})
	go func() {
		defer close(over)
		sys.takeJobs(ctx, l)
	}()
	return func() {
		stop()
		<-over
	}
}

// schedule sets up the clock. It only ticks: what is due, and whether it was done, is asked at each tick.
func (sys *system) schedule(fail context.CancelCauseFunc) (*cron.Cron, error) {
	quiet := cron.PrintfLogger(slog.NewLogLogger(sys.log.Handler(), slog.LevelError))
	jobs := cron.New(cron.WithLocation(sys.config.Zona),
		cron.WithChain(cron.SkipIfStillRunning(quiet), cron.Recover(quiet)))
	_, err := jobs.AddFunc("* * * * *", func() {
		if err := sys.tick(); err != nil {
			fail(err)
		}
	})
	_, errPrune := jobs.AddFunc("30 3 * * *", func() { sys.logged("prune", sys.store.Prune(sys.now())) })
	if sys.config.JadwalBackup.Schedule != nil {
		jobs.Schedule(sys.config.JadwalBackup, cron.NewChain(cron.SkipIfStillRunning(quiet), cron.Recover(quiet)).
			Then(cron.FuncJob(sys.backup)))
	}
	return jobs, errors.Join(err, errPrune)
}

func (sys *system) logged(what string, err error) {
	if err != nil {
		sys.log.Error(what, "error", err)
	}
}

// backup makes the nightly copy and drops the oldest ones.
func (sys *system) backup() {
	name := sys.now().In(sys.config.Zona).Format("siip-asn-20060102-150405.db")
	path := filepath.Join(sys.config.DirBackup, name)
	if err := sys.store.Backup(path); err != nil {
		sys.log.Error("backup", "error", err)
		return
	}
	sys.log.Info("backup", "file", path)
	sys.logged("drop old backups", dropOldBackups(sys.config.DirBackup, sys.config.SimpanBackup))
}
