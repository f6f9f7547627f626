// Package engine runs the conversations: a router takes an event to the one that it is for, and a state machine for each person
// keeps where he is (a Place), what each conversation remembers of him (State), and the effects as they gather. It knows no
// conversation by name: each is a value, and a Registry is made of them.
//
// One event is one Turn. It reads through a view in which the effects so far have happened, and returns the new session and
// the effects; it writes nothing itself. So a step is a pure function of the database, the session and the event, and can be
// run again.
//
// Buttons carry a version, which is how a stale one is found out (optimistic locking). Those of a place carry that of its screen
// (Session.Versi), which grows with each screen of a place, and Registry.tap compares it. A door may be opened from any message,
// however old; where it leads to an aksi on an usulan, the button carries the version of the usulan, and flow.Judge compares that.
//
// It imports flow/dialog, the view and the office only. A newcomer reads Conversation and Place, then Turn, which every
// function of a conversation is given, then Registry.Step.
package engine

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"siip-asn/flow"
	"siip-asn/flow/daftar"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/ui"
)

// Conversation is one subject about which the bot can talk: its places, the doors that lead into it, its commands, and
// hooks, by which it hears of what happens elsewhere. It is data: a Registry is made of it, and a test can read it.
//
// A hook may be nil. All conversations are asked in the order in which they were registered; where a hook tells whether
// something was for its conversation, the first that says so ends the asking.
type Conversation struct {
	Name     string
	Places   []Place
	Doors    []Door
	Commands []BotCommand
	Gate     *Gate // of the one conversation for those who are not bound

	// The person moves.
	Leave  func(*Turn, Going)                             // he goes to a place of another conversation: what was open here is put away
	Cancel func(*Turn) (busy bool, back dialog.PlaceName) // he sends /batal: what is being filled in is dropped. Whether there was anything, and where he goes then
	Lost   func(*Turn) bool                               // asked before each step: true when he has something open here that he may not go on with

	// A draft: of a new usulan, or of one that is being edited.
	Resume func(*Turn) bool                              // goes on with the draft; whether there is one
	Draft  func(*Turn) (about flow.UsulanID, there bool) // the usulan that it edits (0: a new one), and whether there is one

	// An usulan is shown or changes.
	Showing func(*Turn, flow.UsulanID) (dialog.PlaceName, bool) // the place that shows the usulan in the dialog now, instead of its card
	Forget  func(*Turn, flow.UsulanID)                          // it is shown anew: a question about it is over
	Changed func(*Turn, flow.Usulan)                            // it has changed: what others see of it here is drawn anew
	Handed  func(*Turn)                                         // the person of the turn may see more or less than before: what he sees here is drawn anew

	// Something comes in that is no tap and no command.
	Heard func(t *Turn, body string, here Awaited) bool // a typed text, before the place gets it, and what the place awaits. Whether it was for this conversation
	Take  func(*Turn, dialog.Input) bool                // a Contact, a File or an Examined; whether it was for this conversation
	Start func(t *Turn, payload string) bool            // somebody bound opens a link of the bot; whether it is one of this conversation
	Group func(*Turn)                                   // something was written in a group

	Returned func(*Turn)                    // the person can be reached again, after he had blocked the bot
	Continue func(*Turn)                    // the next part of a long work of the person (dialog.More)
	Tick     func(t *Turn, rekap time.Time) // the clock; rekap is when the weekly rekap was due last
	Work     func(*Turn)                    // the next part of a long work of the clock (dialog.More)
}

// Going says where a person goes who leaves a conversation, and why.
type Going struct {
	To    dialog.PlaceName
	Slot  ui.Slot // where the next screen stands
	Aside bool    // it is a detour, from which he comes back
	Lost  bool    // he may not go on with what was open (Conversation.Lost)
}

// Place is a step of a conversation: what it shows and what it understands.
type Place struct {
	Name     dialog.PlaceName
	Screen   func(*Turn) ui.Screen
	Typed    func(*Turn, string) // nil: nothing is to be typed here
	Awaits   func(*Turn) Awaited // what kind of text Typed takes; nil: Prose
	Taps     Taps
	Only     *Audience // for whom it is; nil: everybody. Who does not belong to it any more is led out
	Aside    bool      // it is a detour from where the person was, who comes back
	Stranger bool      // it is for those who are not bound, too
	owner    string    // name of the conversation
}

// asks tells whether the place is a question: then it can be called off.
func (p Place) asks() bool { return p.Taps["batal"] != nil }

// Taps are what the buttons of a place do, by the word of the button; the number is the id on it.
type Taps map[string]func(*Turn, uint64)

// To is a button that leads to a place.
func To(p dialog.PlaceName) func(*Turn, uint64) { return func(t *Turn, _ uint64) { t.Go(p) } }

// Does is a button that does one thing, whatever it was drawn for.
func Does(act func(*Turn)) func(*Turn, uint64) { return func(t *Turn, _ uint64) { act(t) } }

// Door is a way into a conversation from wherever one is.
type Door struct {
	Word  string
	Inner bool // only other conversations open it; a button with this word does nothing
	Open  func(*Turn, Opening)
}

// Opening is what a door is opened with. A tapped button fills in the Button only; the rest is for conversations that
// lead to each other.
type Opening struct {
	ui.Button
	Usulan []flow.UsulanID // those that are meant, of many
	Filter daftar.Filter   // or those that it lets through
	Note   string          // stands above the screen that comes
}

// Leads is a door to a place.
func Leads(word string, p dialog.PlaceName) Door {
	return Door{Word: word, Open: func(t *Turn, _ Opening) { t.Go(p) }}
}

// Opens is a door to a conversation that looks first whether it can begin.
func Opens(word string, begin func(*Turn)) Door {
	return Door{Word: word, Open: func(t *Turn, _ Opening) { begin(t) }}
}

// BotCommand is a command of the bot, "/rekap".
type BotCommand struct {
	Name, About string   // About is what the menu of commands says of it; empty: it is not in the menu
	Rank        int      // its place in that menu
	For         Audience // who has it in the menu, and may type it
	Open        bool     // everybody may type it: what it does looks for itself
	Run         func(*Turn)
}

// Gate is where people stand who are not bound yet.
type Gate struct {
	Home    dialog.PlaceName            // where they are led
	Command func(*Turn, dialog.Command) // any command of theirs
	Text    func(*Turn, string)         // any text of theirs
	Again   func(*Turn)                 // a bound account comes with a code
}

// Registry is all conversations of the bot. Its Step is the core of the program.
type Registry struct {
	Conversations []Conversation
	places        map[dialog.PlaceName]Place
	doors         map[string]Door
	commands      []BotCommand
	gate          Gate
}

// NewRegistry joins the conversations. It panics when two of them use one name, for a place, a door or a command: that
// is a fault of the program, found at its start.
func NewRegistry(list ...Conversation) *Registry {
	g := &Registry{Conversations: list, places: map[dialog.PlaceName]Place{}, doors: map[string]Door{}}
	for _, c := range list {
		for _, p := range c.Places {
			p.owner = c.Name
			put(g.places, p.Name, p)
		}
		for _, d := range c.Doors {
			put(g.doors, d.Word, d)
		}
		g.commands = append(g.commands, c.Commands...)
		if c.Gate != nil {
			g.gate = *c.Gate
		}
	}
	slices.SortStableFunc(g.commands, func(a, b BotCommand) int { return cmp.Compare(a.Rank, b.Rank) })
	return g
}

func put[K comparable, V any](m map[K]V, key K, v V) {
	if _, taken := m[key]; taken {
		panic(fmt.Sprintf("%v is registered twice", key))
	}
	m[key] = v
}

// place finds a place by its name; the menu for one that is not known, which an older version of the program has stored.
func (g *Registry) place(name dialog.PlaceName) Place {
	if p, ok := g.places[name]; ok {
		return p
	}
	return g.places[""]
}

// Menu is the menu of commands in the chat of p; nobody bound has the one of everybody.
func (g *Registry) Menu(p flow.Pegawai) []dialog.Perintah {
	var list []dialog.Perintah
	for _, c := range g.commands {
		if c.About != "" && c.For.Has(p) {
			list = append(list, dialog.Perintah{Name: c.Name, About: c.About})
		}
	}
	return list
}

// Words lists every word that a button can carry, for tests that try them all.
func (g *Registry) Words() []string {
	var words []string
	for word := range g.doors {
		words = append(words, word)
	}
	for _, p := range g.places {
		for word := range p.Taps {
			words = append(words, word)
		}
	}
	slices.Sort(words)
	return slices.Compact(words)
}
