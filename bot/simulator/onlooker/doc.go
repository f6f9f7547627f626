// Package onlooker judges how a bot behaves, and says in which ways a server can fail.
//
// An Onlooker (onlooker.go, rates.go) remembers what a careful observer would reproach the bot with; a Limiter (limits.go)
// counts messages as Telegram does, in token buckets; a Fault (faults.go) is one way to fail. None of them answers anybody:
// what they find is carried out by the server. It imports the standard library only.
package onlooker
