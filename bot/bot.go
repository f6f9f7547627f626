package bot

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/url"
	"strings"
	"sync/atomic"
	"time"

	tele "gopkg.in/telebot.v3"

	"siip-asn/flow/dialog"
	"siip-asn/flow/post"
)

// Inbox makes events durable. When Apply returns without an error, everything that came of the batch is on disk.
type Inbox interface {
	Apply([]post.Incoming) ([]post.Ticket, error)
}

// Outbox keeps what is to be sent until it is.
type Outbox interface {
	Pending() ([]post.Ticket, error)
	Ready(post.Ticket) (post.Draft, bool, error) // judged anew: false when there is nothing to send
	Note(post.Receipt)                           // never waits
	Flush() error                                // waits until what was noted is durable
	Rest(post.Rest)                              // keeps for the next process that nothing may be called before; never waits
	Rests(now time.Time) ([]post.Rest, error)    // that are not over
	LastSent() (time.Time, error)                // when something was sent last
}

// Part is a piece of a report: a screen, or a file.
type Part struct {
	Screen  dialog.Screen // also the caption of a picture
	Name    string        // of the file; empty for a screen
	Picture bool          // the file is shown in the chat
	Write   func(io.Writer) error
}

// Examiner looks at a workbook, or applies it. problem is why it could not be fetched, if it could not. progress shows how
// far a long work is.
type Examiner func(ctx context.Context, c dialog.Check, data []byte, problem error, progress func(dialog.Screen)) dialog.Examined

// Options are what a Bot is made of.
type Options struct {
	Token    string
	APIURL   string // of the Bot API server
	Inbox    Inbox
	Outbox   Outbox
	Render   func(context.Context, dialog.Laporan) ([]Part, error) // makes a report when its turn comes
	Sorry    dialog.Screen                                         // what a person is told whose report cannot be made
	Examine  Examiner                                              // looks at a workbook that was dropped into a chat
	Commands []dialog.Perintah                                     // the menu of commands where nobody is known yet
	Known    func(username string)                                 // told the bot's name when the Bot API has said it
	Limits   Limits
	Now      func() time.Time
	Watch    Watch // may be nil
	Log      *slog.Logger
}

// Bot is one bot token at work. Telegram hands updates to one consumer only, so one process runs it.
type Bot struct {
	Options
	tele   *tele.Bot
	client *http.Client // for the calls that telebot cannot make; a context bounds each
	wire   *transport
	pace   *pace
	sender *sender
	name   atomic.Pointer[string]
}

const (
	callTime = 20 * time.Second // bounds a call: in its chat nothing else goes meanwhile
	fileTime = 60 * time.Second // bounds a file on its way; on a slow line it takes a while
	meTime   = 10 * time.Second // bounds the question for the bot's own name
)

// New makes a bot. Nothing is sent before Run.
func New(o Options) (*Bot, error) {
	api, err := url.Parse(o.APIURL)
	if err != nil || api.Host == "" {
		return nil, fmt.Errorf("no address of a Bot API server: %q", o.APIURL)
	}
	next := http.DefaultTransport.(*http.Transport).Clone()
	next.MaxIdleConnsPerHost = flyingMax + 1
	wire := &transport{token: o.Token, next: next}
	o.Token = "" // from here on only the transport has it
	client := http.Client{
		Transport:     wire,
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	bounded := client
	bounded.Timeout = callTime
	t, err := tele.NewBot(tele.Settings{URL: o.APIURL, Token: placeholder, Client: &bounded, Offline: true})
	if err != nil {
		return nil, err
	}
	if o.Watch == nil {
		o.Watch = blind{}
	}
	b := &Bot{Options: o, tele: t, client: &client, wire: wire, pace: newPace(o.Limits)}
	b.pace.paused = b.notePause
	b.sender = newSender(b)
	return b, nil
}

// Run fetches updates and sends messages until the context ends; then it lets what is under way finish. It returns an
// error when it cannot go on: the token is refused at the start, or the database has failed.
func (b *Bot) Run(ctx context.Context) error {
	if err := b.takeOver(); err != nil {
		return fmt.Errorf("outbox: %w", err)
	}
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	sent := make(chan error, 1)
	go func() {
		err := b.sender.run(ctx)
		if err != nil {
			cancel(err)
		}
		sent <- err
	}()
	go b.introduce(ctx, cancel)
	err := b.poll(ctx)
	cancel(err)
	sendErr := <-sent
	if cause := context.Cause(ctx); err == nil && !errors.Is(cause, context.Canceled) {
		err = cause
	}
	return errors.Join(err, sendErr)
}

// takeOver keeps to the limits that the process before this one has come up to.
func (b *Bot) takeOver() error {
	last, err := b.Outbox.LastSent()
	if err != nil {
		return err
	}
	rests, err := b.Outbox.Rests(time.Now())
	var paused time.Duration
	for _, r := range rests {
		paused = max(paused, r.For)
	}
	b.pace.takeOver(paused, b.Now().Sub(last))
	return err
}

// notePause keeps what the server has told, for a process that is started in the meantime.
func (b *Bot) notePause(d time.Duration) {
	b.Watch.HeldBack(HeldByServer)
	b.Log.Warn("the Bot API asks for a pause", "retry_after", d.Round(time.Millisecond).String())
	b.Outbox.Rest(post.Rest{For: d, Until: time.Now().Add(d)})
}

// Deliver hands over what something else than an update has caused: it is in the outbox already.
func (b *Bot) Deliver(tickets []post.Ticket) { b.sender.add(tickets) }

// ErrToken says that the Bot API does not know the token.
var ErrToken = errors.New("the Bot API refuses the token")

// Me asks the Bot API for the username of the bot.
func (b *Bot) Me(ctx context.Context) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, meTime)
	defer cancel()
	result, err := b.post(ctx, "getMe", "application/json", strings.NewReader("{}"))
	var refusal *APIError
	if errors.As(err, &refusal) && (refusal.Code == http.StatusUnauthorized || refusal.Code == http.StatusNotFound) {
		return "", ErrToken
	}
	if err != nil {
		return "", err
	}
	var me tele.User
	if err := json.Unmarshal(result, &me); err != nil {
		return "", fmt.Errorf("getMe: %w", err)
	}
	return me.Username, nil
}

// introduce learns the bot's own name and sets the menu of commands, while the poll is already going.
func (b *Bot) introduce(ctx context.Context, fail context.CancelCauseFunc) {
	bad := trouble{what: "getMe", log: b.Log}
	for retry := newBackoff(); ; retry.wait(ctx) {
		if b.pace.global(ctx) != nil {
			return
		}
		username, err := b.Me(ctx)
		if errors.Is(err, ErrToken) {
			fail(err)
			return
		}
		if err == nil {
			b.known(username)
			err = b.setCommands(0, b.Commands)
		}
		if ctx.Err() != nil {
			return
		}
		bad.note(err, time.Now())
		if err == nil {
			return
		}
	}
}

func (b *Bot) known(username string) {
	b.name.Store(&username)
	b.Log.Info("bot is known", "username", username)
	if b.Known != nil {
		b.Known(username)
	}
}

// username is empty until the Bot API has told it.
func (b *Bot) username() string {
	if name := b.name.Load(); name != nil {
		return *name
	}
	return ""
}
