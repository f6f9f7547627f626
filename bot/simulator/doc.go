// Package simulator is a strict local Telegram Bot API: it refuses what the real server refuses, with the same codes
// and texts, accepts what that accepts, keeps the chats, and lets tests and the demo page be the people in them.
//
// It imports the standard library and its own rooms only, and nothing else of this project: the bot meets it over HTTP, as it
// meets Telegram.
//
// A newcomer starts with New, which is an http.Handler for the bot; then Server.Person, whose methods are what a person
// can do in a chat (Send, Tap, TapWord, Upload, Block …); then Seat.Wait, which waits for what the person should see.
// Server.Inject makes the server fail on purpose, and Server.Complaints lists what a careful onlooker would reproach
// the bot with. Server.PeopleHandler is the same for a web page.
//
// How it is laid out:
//
//	wire/       what travels: nouns, keyboards, answers and refusals, the parameters of a call
//	text/       markup in, text and entities out
//	onlooker/   judges the bot, counts messages, says which faults there are
//	world/      the state, and how it is kept between restarts
//	people/     the people's side, for tests and for the page
//	server.go   Server, and the names of the rooms that its users need
//	            serve.go → request.go, faults.go (faults, network), limits.go → methods.go → one file for each method or two
//	            access.go (may the bot?), content.go (texts and markups of a call), poll.go, observe.go; page.go and page/
//
// All state hangs on world.World and is guarded by its one mutex. What handles an HTTP request around a method (serve.go,
// request.go, faults.go, poll.go) takes it; the methods expect it held.
package simulator
