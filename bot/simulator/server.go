package simulator

import (
	"net/http"

	"siip-asn/bot/simulator/onlooker"
	"siip-asn/bot/simulator/people"
	"siip-asn/bot/simulator/wire"
	"siip-asn/bot/simulator/world"
)

// Server is the simulated Bot API: an http.Handler for the bot, and the world of people and chats behind it.
type Server struct{ *world.World }

// New makes an empty server that forgets everything at its end. See Open for one that does not.
func New(o Options) *Server { return &Server{world.New(o)} }

// Open makes a server that keeps its state in a file, and the bytes of files in the folder <path>.files. A missing file is an
// empty server. Close must be called, and gives the first error of writing.
func Open(path string, o Options) (*Server, error) {
	w, err := world.Open(path, o)
	if err != nil {
		return nil, err
	}
	return &Server{w}, nil
}

// ServeHTTP answers as api.telegram.org does: /bot<token>/<method> and /file/bot<token>/<path>.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { serveHTTP(s.World, w, r) }

// PeopleHandler is the people's side as an HTTP API for a page, see people.Handler.
func (s *Server) PeopleHandler() http.Handler { return people.Handler(s.World) }

// Guard lets only this machine and the page itself in, see people.Guard.
func (s *Server) Guard(next http.Handler) http.Handler { return people.Guard(s.World, next) }

// Person introduces somebody, see people.Introduce.
func (s *Server) Person(p Profile) *Person { return people.Introduce(s.World, p) }

// People lists everybody in the order in which they were introduced.
func (s *Server) People() []*Person { return people.All(s.World) }

// Group makes a group, or finds the one that there is, see people.Gather.
func (s *Server) Group(id int64, title string, members ...*Person) *Group {
	return people.Gather(s.World, id, title, members...)
}

// About is what the bot has said of itself: the description of an empty chat, and the short one of its profile.
func (s *Server) About() (description, short string) { return about(s.World) }

// The names of the rooms below that whoever uses a server needs.
type (
	Options = world.Options
	Profile = world.Profile
	Sight   = world.Sight
	Tap     = world.Tap
	Toast   = world.Toast

	Person = people.Person
	Group  = people.Group
	Seat   = people.Seat

	Call      = onlooker.Call
	Fault     = onlooker.Fault
	FaultKind = onlooker.FaultKind
	Limits    = onlooker.Limits

	Message        = wire.Message
	User           = wire.User
	Chat           = wire.Chat
	Entity         = wire.Entity
	Document       = wire.Document
	PhotoSize      = wire.PhotoSize
	Sticker        = wire.Sticker
	Contact        = wire.Contact
	Command        = wire.Command
	LinkPreview    = wire.LinkPreview
	InlineKeyboard = wire.InlineKeyboard
	Button         = wire.Button
	CopyText       = wire.CopyText
	WebApp         = wire.WebApp
	Keyboard       = wire.Keyboard
	Key            = wire.Key
)

// The ways to fail, see onlooker.Fault.
const (
	TooManyRequests = onlooker.TooManyRequests
	ServerError     = onlooker.ServerError
	BadGateway      = onlooker.BadGateway
	Hang            = onlooker.Hang
	CutBefore       = onlooker.CutBefore
	CutAfter        = onlooker.CutAfter
	Slow            = onlooker.Slow
)

// What acts and waiting end with.
var (
	ErrClosed    = world.ErrClosed
	ErrNoMessage = people.ErrNoMessage
	ErrNoButton  = people.ErrNoButton
)

// TelegramLimits are near to what users of the real server report, see onlooker.TelegramLimits.
func TelegramLimits() *Limits { return onlooker.TelegramLimits() }

// ThrottlingLimits are the same where the server holds calls before it refuses them.
func ThrottlingLimits() *Limits { return onlooker.ThrottlingLimits() }
