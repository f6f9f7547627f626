// Package simulator is a strict local Telegram Bot API: it refuses what the real server refuses, with the same codes
// and texts, accepts what that accepts, keeps the chats, and lets tests and the demo page be the people in them.
//
// It imports the standard library only, and nothing of this project: the bot meets it over HTTP, as it meets Telegram.
//
// A newcomer starts with New, which is an http.Handler for the bot; then Server.Person, whose methods are what a person
// can do in a chat (Send, Tap, TapWord, Upload, Block …); then Seat.Wait, which waits for what the person should see.
// Server.Inject makes the server fail on purpose, and Server.Complaints lists what a careful onlooker would reproach
// the bot with. Server.PeopleHandler is the same for a web page.
//
// How it is laid out:
//
//	the bot's side     serve.go → params*.go → methods.go → one file for each method or two
//	chats              chat.go, access.go (may the bot?), post.go, message.go, markup*.go, buttons.go
//	updates            queue.go (what waits), poll.go and conflict.go (who waits for it), allowed.go, redeliver.go
//	text               html*.go, styled.go, clean.go, entities*.go, styles.go, links.go, preview.go: markup in, text and entities out
//	the people's side  person.go, seat.go, say.go, press.go, words.go, contact.go, upload.go, group.go
//	trouble            faults.go, fate.go, network.go, limits.go, complaints.go, hurry.go, sight.go; spare.go for a clock that jumps
//	the page           people*.go, events.go
//	between restarts   world.go, save.go, open.go, blobs.go
//
// All state hangs on Server and is guarded by its one mutex. Exported methods take it, and so does what handles an HTTP
// request around a method (serve.go, calls.go, fate.go, poll.go, people*.go); everything below expects it held.
// Messages and what they hold are never changed in place once they are handed out: a change makes a new value.
package simulator
