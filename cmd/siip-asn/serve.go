package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net"
	"os"
	"time"

	"github.com/spf13/cobra"

	"siip-asn/bot"
	"siip-asn/cmd/siip-asn/cli"
	"siip-asn/cmd/siip-asn/config"
	"siip-asn/cmd/siip-asn/demo"
	"siip-asn/cmd/siip-asn/jobs"
	"siip-asn/cmd/siip-asn/office"
	"siip-asn/cmd/siip-asn/words"
)

func serveCommand(a *cli.App) *cobra.Command {
	cmd := &cobra.Command{
		Use: "serve", Short: "Jalankan bot sampai dihentikan", Args: cli.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return runServe(a, cmd) },
	}
	cli.NewFlag(cmd)
	restFlag(cmd)
	return cmd
}

func runServe(a *cli.App, cmd *cobra.Command) (err error) {
	c, err := a.Config(cmd)
	if err != nil {
		return err
	}
	if c.Token == "" {
		return noToken(a)
	}
	if err := cli.MayBegin(cmd, c); err != nil {
		return err
	}
	warnOfOpenFiles(a, c)
	log := office.Logger(a.Stderr, c)
	proven := greetBot(a, c)
	if err := beforeFirst(cmd.Context(), c); err != nil {
		return err
	}
	o, err := office.Open(c, office.Options{Now: a.Now, Log: log, Version: versionText(), Proven: proven, Apart: sayApart(a, c)})
	if err != nil {
		return err
	}
	defer boundStop(cmd.Context(), log)()
	defer func() { err = errors.Join(err, o.Close()) }()
	tuneCollector()
	warnOfNoLimits(c, log)
	if err := endRests(cmd, o.Store, log); err != nil {
		return err
	}
	log.Info("start", "version", versionText(), "config", a.ConfigPath, "database", c.Database, "api", c.APIURL, "trail", o.Anchor())
	err = o.Run(cmd.Context(), jobs.Listen(o, log)...)
	log.Info("stop", "ran", a.Now().Sub(o.Since()).Round(time.Second).String(), "cause", cmp.Or(err, context.Cause(cmd.Context())), "trail", o.Anchor())
	if errors.Is(err, bot.ErrToken) {
		return errTokenRefused
	}
	return err
}

// errTokenRefused is what a person is told whose token Telegram does not know.
var errTokenRefused = errors.New("telegram.token ditolak oleh server Bot API; salin lagi token dari @BotFather")

// beforeFirst checks, before a new database is made, what would stop the bot right after: the address of the page of figures, and
// the token. So a mistake in the config leaves no empty database behind. A Bot API that cannot be reached is no mistake: the bot
// goes on trying. With a database that is there, the bot meets the same by itself.
func beforeFirst(ctx context.Context, c config.Config) error {
	if _, err := os.Stat(c.Database); !errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if c.HTTPAddr != "" {
		page, err := net.Listen("tcp", c.HTTPAddr)
		if err != nil {
			return fmt.Errorf("http.addr: %w", err)
		}
		page.Close()
	}
	if _, err := office.AskName(ctx, c.Token, c.APIURL); errors.Is(err, bot.ErrToken) {
		return errTokenRefused
	}
	return nil
}

// greetBot says that the token is being tried, and gives what is said once Telegram knows it: only then does a bot run. The
// bot of a demo says nothing, its page shows it.
func greetBot(a *cli.App, c config.Config) func(username string) {
	if demo.Inside(a.Environ) {
		return func(string) {}
	}
	a.Say("Memeriksa token pada %s ...", c.APIURL)
	return func(username string) { a.Say("Bot berjalan sebagai @%s. Hentikan dengan Ctrl+C.", username) }
}

// sayApart gives what is said on the terminal when Telegram cannot be reached from the start; the log says so too, but whoever has
// just typed the command may not be looking there.
func sayApart(a *cli.App, c config.Config) func(error) {
	if demo.Inside(a.Environ) {
		return nil
	}
	return func(err error) {
		a.Say("Belum tersambung ke Telegram: %s. Dicoba terus, bot tidak perlu dijalankan ulang.", words.Of(office.Unreached(c.APIURL, err)))
	}
}

// noToken says where the token belongs. Somebody who has just unpacked the program has no config yet.
func noToken(a *cli.App) error {
	place := "isi telegram.token di " + a.ConfigPath
	if _, err := os.Stat(a.ConfigPath); errors.Is(err, fs.ErrNotExist) {
		place = fmt.Sprintf("salin config.example.yaml menjadi %s dan isi telegram.token di dalamnya", a.ConfigPath)
	}
	return fmt.Errorf("telegram.token belum diisi; mintalah token kepada @BotFather, lalu %s "+
		"(atau isi variabel lingkungan SIIP_TELEGRAM_TOKEN). Dituntun langkah demi langkah: siip-asn mulai. Coba dahulu tanpa token: siip-asn demo", place)
}

// stopTime bounds the end of the program, from the signal on.
const stopTime = 9500 * time.Millisecond

// boundStop ends the program when it does not end by itself in time: a long import may be under way. What is not durable
// by then is as if it had not been begun. The function it gives calls that off.
func boundStop(ctx context.Context, log *slog.Logger) (ended func()) {
	over, end := context.WithCancel(context.Background())
	context.AfterFunc(ctx, func() {
		select {
		case <-over.Done():
		case <-time.After(stopTime):
			log.Warn("stopped in the middle of a long work; nothing of it is kept")
			os.Exit(cli.Failed)
		}
	})
	return end
}
