// Package engine runs the conversations: it takes an event to the one that it is for, and keeps where the person is, what
// each conversation remembers, and the effects as they gather. It knows no conversation by name: each is a value, and a
// Registry is made of them.
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
// what it does when something happens around it. It is data: a Registry is made of it, and a test can read it. All hooks
// may be nil.
type Conversation struct {
	Name     string
	Places   []Place
	Doors    []Door
	Commands []BotCommand
	Gate     *Gate // of the one conversation for those who are not bound

	Leave    func(*Turn, Going)                                  // the person goes to a place of another conversation
	Cancel   func(*Turn) (busy bool, back dialog.PlaceName)      // /batal: drops what is being filled in; whether there was anything, and where to go then
	Lost     func(*Turn) bool                                    // whether what is in hand is no longer the person's to go on with
	Resume   func(*Turn) bool                                    // goes on with a draft, if there is one
	Draft    func(*Turn) (about flow.UsulanID, there bool)       // the draft to go on with: of a new usulan (0), or of one that is edited
	Showing  func(*Turn, flow.UsulanID) (dialog.PlaceName, bool) // the place that shows the usulan in the dialog now, instead of its card
	Forget   func(*Turn, flow.UsulanID)                          // the usulan is shown anew: a question about it is over
	Changed  func(*Turn, flow.Usulan)                            // the usulan has changed: what others see of it in this conversation
	Handed   func(*Turn)                                         // the person may see more or less than before: what he sees of this conversation. The turn is his
	Heard    func(t *Turn, body string, waits bool) bool         // a typed text, before the place; waits: the place takes one. Whether it was for this conversation
	Returned func(*Turn)                                         // the person can be reached again
	Take     func(*Turn, dialog.Input) bool                      // a Contact, a File or an Examined; whether it was for this conversation
	Group    func(*Turn)                                         // something was written in a group
	Start    func(t *Turn, payload string) bool                  // somebody bound opens a link of the bot; whether it is one of this conversation
	Continue func(*Turn)                                         // the next part of a long work of the person
	Tick     func(t *Turn, rekap time.Time)                      // the clock; rekap is when the weekly rekap was due last
	Work     func(*Turn)                                         // the next part of a long work of the clock
}

// Going says where a person goes who leaves a conversation.
type Going struct {
	To    dialog.PlaceName
	Slot  ui.Slot // where the next screen stands
	Aside bool    // it is a detour, from which he comes back
	Lost  bool    // what was in hand is not his any more
}

// Place is a step of a conversation: what it shows and what it understands.
type Place struct {
	Name     dialog.PlaceName
	Screen   func(*Turn) ui.Screen
	Typed    func(*Turn, string) // nil: nothing is to be typed here
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
	Usulan []flow.UsulanID
	Filter daftar.Filter
	Note   string
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
	Home    dialog.PlaceName
	Command func(*Turn, dialog.Command)
	Text    func(*Turn, string)
	Again   func(*Turn) // a bound account comes with a code
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

// place finds a place. One that only an older version of the program knew is the menu.
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
