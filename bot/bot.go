package bot

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	tele "gopkg.in/telebot.v3"

	"siip-asn/bot/scheduler"
	"siip-asn/bot/telegram"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/post"
)

// Inbox makes events durable. When Apply returns without an error, everything that came of the batch is on disk.
type Inbox interface {
	Apply([]post.Incoming) ([]post.Ticket, error)
}

// Outbox keeps what is to be sent until it is. See the package post for what is durable when.
type Outbox interface {
	Bot(id int64) error // says which bot it is that sends, before anything is sent: message ids are a bot's own
	Pending() ([]post.Ticket, error)
	Ready(post.Ticket) (post.Draft, bool, error) // asked just before it is sent: false when it is not to be sent any more
	Note(post.Receipt)                           // never waits for the disk
	Flush() error
	Rest(post.Rest) // keeps a pause that the server has asked for, for the next process; never waits for the disk
	Rests(now time.Time) ([]post.Rest, error)
	LastSent() (time.Time, error) // when something was sent last
}

// Examiner looks at a workbook, or applies it. problem is why it could not be fetched, if it could not. progress shows how
// far a long work is.
type Examiner func(ctx context.Context, c dialog.Check, data []byte, problem error, progress func(ui.Screen)) dialog.Examined

// Options are what a Bot is made of.
type Options struct {
	Token    string
	APIURL   string // of the Bot API server, with http or https
	Inbox    Inbox
	Outbox   Outbox
	Render   func(context.Context, dialog.Laporan) ([]Part, error) // makes a report when its turn comes
	Sorry    ui.Screen                                             // what a person is told whose report cannot be made
	Unshown  ui.Screen                                             // what a person is told who waits for a screen that is not taken
	Examine  Examiner                                              // looks at a workbook that was dropped into a chat
	Commands []dialog.Perintah                                     // the menu of commands where nobody is known yet
	Profile  Profile                                               // what the bot says of itself
	Known    func(username string)                                 // called when the Bot API has told the bot's name
	Limits   Limits
	Now      func() time.Time
	Watch    Watch // may be nil
	Log      *slog.Logger
}

// Bot is one bot token at work. Telegram hands updates to one consumer only, so one process runs it.
type Bot struct {
	Options
	id      int64 // the bot's, as its token says
	api     *telegram.Client
	sender  *sender
	name    atomic.Pointer[string]
	texts   *texts    // for the poll only
	webhook time.Time // when one was removed; for the poll only
}

// meTime bounds the question for the bot's own name.
const meTime = 10 * time.Second

// New makes a bot. Nothing is sent before Run.
func New(o Options) (*Bot, error) {
	if o.Watch == nil {
		o.Watch = blind{}
	}
	b := &Bot{}
	api, err := telegram.New(telegram.Options{URL: o.APIURL, Token: o.Token, Connections: scheduler.Places() + 1, Called: b.called})
	if err != nil {
		return nil, err
	}
	b.id = idOf(o.Token)
	o.Token = "" // from here on only the client has it
	b.Options, b.api, b.texts = o, api, newTexts()
	b.sender = newSender(b)
	return b, nil
}

// idOf is the number of the bot, which its token begins with.
func idOf(token string) int64 {
	number, _, _ := strings.Cut(token, ":")
	id, _ := strconv.ParseInt(number, 10, 64) // a token without one is refused by the server
	return id
}

// called is the hook of the client: it counts every call, however it has ended.
func (b *Bot) called(method string, err error, took time.Duration) {
	b.Watch.Called(method, telegram.Judge(err).String(), took)
}

// Run fetches updates and sends messages until the context ends; then it lets what is under way finish. It returns an
// error when it cannot go on: the token is refused at the start, or the database has failed.
func (b *Bot) Run(ctx context.Context) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	sent := make(chan error, 1)
	go func() {
		err := b.sender.run(ctx, cancel)
		if err != nil {
			cancel(err)
		}
		sent <- err
	}()
	go b.introduce(ctx, cancel)
	err := b.poll(ctx)
	cancel(err)
	sendErr := errors.Join(<-sent, b.Outbox.Flush())
	if cause := context.Cause(ctx); err == nil && !errors.Is(cause, context.Canceled) {
		err = cause
	}
	return errors.Join(err, sendErr)
}

// Deliver hands tickets to the sender that something else than an update has caused, such as the clock or a job of the desk.
// Their records are durable in the outbox already.
func (b *Bot) Deliver(tickets []post.Ticket) { b.sender.add(tickets) }

// ErrToken says that the Bot API does not know the token.
var ErrToken = errors.New("the Bot API refuses the token")

// UpstreamError is an answer of something else than a Bot API, such as a proxy or the login page of a network.
type UpstreamError = telegram.UpstreamError

// Answered tells whether an error is what the Bot API itself has answered; else it was not reached.
func Answered(err error) bool {
	var refusal *telegram.APIError
	return errors.As(err, &refusal)
}

// Me asks the Bot API for the username of the bot.
func (b *Bot) Me(ctx context.Context) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, meTime)
	defer cancel()
	var me tele.User
	err := b.api.Ask(ctx, "getMe", struct{}{}, &me)
	b.sender.calledMethod("getMe", err)
	var refusal *telegram.APIError
	if errors.As(err, &refusal) && (refusal.Code == http.StatusUnauthorized || refusal.Code == http.StatusNotFound) {
		return "", ErrToken
	}
	return me.Username, err
}

// introduce asks for the bot's own name and sets its menu of commands and profile. It runs beside the poll, so that a server that
// is slow or away at the start does not keep people waiting.
func (b *Bot) introduce(ctx context.Context, fail context.CancelCauseFunc) {
	bad := trouble{what: "getMe", log: b.Log}
	for retry := newBackoff(); ; retry.wait(ctx) {
		sleep(ctx, b.sender.methodWait("getMe"))
		username, err := b.Me(ctx)
		if errors.Is(err, ErrToken) {
			fail(err)
			return
		}
		if err == nil {
			b.known(username)
			err = b.setCommands(ctx, 0, b.Commands)
		}
		if ctx.Err() != nil {
			return
		}
		bad.note(err, time.Now())
		if err == nil {
			b.present(ctx)
			b.portray(ctx)
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
