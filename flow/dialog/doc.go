// Package dialog is the form of a conversation: what comes in (Event), where a person is (Session), what must happen
// (Effect), what a person sees (Screen), and what may be looked up meanwhile (Reader).
//
// Step, in step.go, is the type that joins them, and the first thing to read: the core of the program is one function of
// this type. Everything in this package is a value. It reads no clock, no random source and no file: time, randomness
// and new ids come in with the Event.
//
// It imports flow and the standard library only.
package dialog
