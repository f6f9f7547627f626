// Package dialog is the form of a conversation: what comes in (Event), where a person is (Session), what must happen
// (Effect), and what may be looked up meanwhile (Reader). What a person sees is in dialog/ui.
//
// Step, in step.go, is the type that joins them, and the first thing to read: the core of the program is one function of
// this type. Everything in this package is a value. It reads no clock, no random source and no file: time, randomness
// and new ids come in with the Event.
//
// Store and bot need this package and no more; dialog/engine implements Step by conversations, over a dialog/view.
//
// It imports the rooms of the office, dialog/ui and the standard library only.
package dialog
