// Package post is what passes between the store and the bot: an event with the marks of its delivery (Incoming), what is
// to be sent (Outgoing) and its place in the queue (Ticket), and what became of it (Receipt).
//
// It imports flow and flow/dialog only.
package post
