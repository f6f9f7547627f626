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
	"siip-asn/cmd/siip-asn/config"
	"siip-asn/cmd/siip-asn/demo"
	"siip-asn/cmd/siip-asn/desk"
	"siip-asn/cmd/siip-asn/jobs"
	"siip-asn/cmd/siip-asn/office"
	"siip-asn/cmd/siip-asn/words"
)

func serveCommand(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use: "serve", Short: "Jalankan bot sampai dihentikan", Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return a.serve(cmd) },
	}
	newFlag(cmd)
	restFlag(cmd)
	return cmd
}

func (a *app) serve(cmd *cobra.Command) (err error) {
	c, err := a.config(cmd)
	if err != nil {
		return err
	}
	if c.Token == "" {
		return a.noToken()
	}
	if err := mayBegin(cmd, c); err != nil {
		return err
	}
	a.warnOfOpenFiles(c)
	log := office.Logger(a.stderr, c)
	proven := a.greetBot(c)
	if err := beforeFirst(cmd.Context(), c); err != nil {
		return err
	}
	o, err := office.Open(c, office.Options{Now: a.now, Log: log, Version: versionText(), Proven: proven, Apart: a.sayApart(c)})
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
	log.Info("start", "version", versionText(), "config", a.configPath, "database", c.Database, "api", c.APIURL, "trail", o.Anchor())
	err = o.Run(cmd.Context(), deskOf(o, log)...)
	log.Info("stop", "ran", a.now().Sub(o.Since()).Round(time.Second).String(), "cause", cmp.Or(err, context.Cause(cmd.Context())), "trail", o.Anchor())
	if errors.Is(err, bot.ErrToken) {
		return errTokenRefused
	}
	return err
}

// errTokenRefused is what a person is told whose token Telegram does not know.
var errTokenRefused = errors.New("telegram.token ditolak oleh server Bot API; salin lagi token dari @BotFather")

// beforeFirst tries what would refuse the bot anyway before a database is begun for it: the address of the page of figures,
// and the token. A server that cannot be reached is no refusal: the bot goes on trying. Where there is a database already,
// nothing is tried twice.
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
	if _, err := askName(ctx, c.Token, c.APIURL); errors.Is(err, bot.ErrToken) {
		return errTokenRefused
	}
	return nil
}

// askName asks the server of the Bot API whose token it is.
func askName(ctx context.Context, token, address string) (username string, err error) {
	b, err := bot.New(bot.Options{Token: token, APIURL: address, Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		return "", err
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	return b.Me(ctx)
}

// greetBot says that the token is being tried, and gives what is said once Telegram knows it: only then does a bot run. The
// bot of a demo says nothing, its page shows it.
func (a *app) greetBot(c config.Config) func(username string) {
	if demo.Inside(a.environ) {
		return func(string) {}
	}
	a.say("Memeriksa token pada %s ...", c.APIURL)
	return func(username string) { a.say("Bot berjalan sebagai @%s. Hentikan dengan Ctrl+C.", username) }
}

// sayApart gives what is said when Telegram cannot be reached from the start: the log says it to who reads logs, this to who
// has just typed the command.
func (a *app) sayApart(c config.Config) func(error) {
	if demo.Inside(a.environ) {
		return nil
	}
	return func(err error) {
		a.say("Belum tersambung ke Telegram: %s. Dicoba terus, bot tidak perlu dijalankan ulang.", words.Of(unreached(c.APIURL, err)))
	}
}

// deskOf takes jobs of other commands; none where no socket can be opened.
func deskOf(o *office.Office, log *slog.Logger) []func(context.Context) error {
	l, err := desk.Listen(o.Config.Database)
	if err != nil {
		log.Warn("other commands have to wait until the bot is stopped", "error", err)
		return nil
	}
	return []func(context.Context) error{
		func(ctx context.Context) error { return desk.Serve(ctx, l, log, jobs.At(o)) },
	}
}

// noToken says where the token belongs. Somebody who has just unpacked the program has no config yet.
func (a *app) noToken() error {
	place := "isi telegram.token di " + a.configPath
	if _, err := os.Stat(a.configPath); errors.Is(err, fs.ErrNotExist) {
		place = fmt.Sprintf("salin config.example.yaml menjadi %s dan isi telegram.token di dalamnya", a.configPath)
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
			os.Exit(failed)
		}
	})
	return end
}
