// Package telegram is the way to a Bot API server: calls, files up and down, and what an error of a call means.
//
// Every request of the program goes through Client.Call, Client.Upload or Client.Download. No request or error of theirs holds
// the token: they are made with a placeholder, and the transport (transport.go) puts the token into the path on the way out.
// An answer is read in envelope.go; Judge (verdict.go) is the one place that reads the texts of refusals.
//
// A public server is reached through net/http. For a server that is reached by plain HTTP, such as one on the same machine, the
// package keeps connections of its own (line.go), which cost less a call.
//
// The package holds no limits: who may call when is decided by bot/scheduler. It reads the wall clock for deadlines, to
// measure how long a call takes and a connection has been idle, and where a server names a time of day.
//
// It imports the standard library only. A newcomer begins with client.go.
package telegram
