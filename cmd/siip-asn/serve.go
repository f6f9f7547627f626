package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
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
	a.warnOfOpenFiles(c)
	sys, err := openSystem(c, a.now, a.logger(c))
	if err != nil {
		return err
	}
	defer sys.boundStop(cmd.Context())()
	defer func() { err = errors.Join(err, sys.close()) }()
	if !a.inDemo() {
		a.say("Bot berjalan. Hentikan dengan Ctrl+C.")
	}
	sys.log.Info("start", "version", versionText(), "config", a.configPath, "database", c.Database, "api", c.APIURL)
	err = sys.run(cmd.Context())
	sys.log.Info("stop", "ran", sys.now().Sub(sys.watch.since).Round(time.Second).String(), "cause", cmp.Or(err, context.Cause(cmd.Context())))
	if errors.Is(err, bot.ErrToken) {
		return errors.New("telegram.token ditolak oleh server Bot API; salin lagi token dari @BotFather")
	}
	return err
}

// noToken says where the token belongs. Somebody who has just unpacked the program has no config yet.
func (a *app) noToken() error {
	place := "isi telegram.token di " + a.configPath
	if _, err := os.Stat(a.configPath); errors.Is(err, fs.ErrNotExist) {
		place = fmt.Sprintf("salin config.example.yaml menjadi %s dan isi telegram.token di dalamnya", a.configPath)
	}
	return fmt.Errorf("telegram.token belum diisi; mintalah token kepada @BotFather, lalu %s "+
		"(atau isi variabel lingkungan SIIP_TELEGRAM_TOKEN). Coba dahulu tanpa token: siip-asn demo", place)
}

// stopTime bounds the end of the program, from the signal on.
const stopTime = 9500 * time.Millisecond

// boundStop ends the program when it does not end by itself in time: a long import may be under way. What is not durable
// by then is as if it had not been begun. The function it gives calls that off.
func (sys *system) boundStop(ctx context.Context) (ended func()) {
	over, end := context.WithCancel(context.Background())
	context.AfterFunc(ctx, func() {
		select {
		case <-over.Done():
		case <-time.After(stopTime):
			sys.log.Warn("stopped in the middle of a long work; nothing of it is kept")
			os.Exit(failed)
		}
	})
	return end
}

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
	defer func() { <-jobs.Stop().Done() }()
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
	_, errBackup := jobs.AddFunc("* * * * *", sys.backupIfDue)
	return jobs, errors.Join(err, errPrune, errBackup)
}

func (sys *system) logged(what string, err error) {
	if err != nil {
		sys.log.Error(what, "error", err)
	}
}
