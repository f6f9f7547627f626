// Package people is the people's side: what a person can do in a chat, for tests as methods of Seat, and for the page over HTTP.
//
// Introduce (person.go) makes somebody, Seat (seat.go, say.go, press.go, contact.go, upload.go) is one person in one chat, Group
// (group.go) a chat of several. Handler (handler.go) is the same for a page: page_*.go. Methods of Seat, Person and Group take
// the lock of the world; functions that begin in lower case expect it held, unless they say otherwise.
package people
