// Package telegram is the way to a Bot API server: calls, files up and down, and what an error of a call means.
//
// Every request of the program goes through Client.Call, Client.Upload or Client.Download. No request or error of theirs holds
// the token: they are made with a placeholder, and the transport (transport.go) puts the token into the path on the way out.
// An answer is read in envelope.go; Judge (verdict.go) is the one place that reads the texts of refusals.
//
// The package holds no limits: who may call when is decided by the scheduler of package bot. It reads the wall clock to
// measure how long a call takes, and where a server names a time of day.
//
// It imports the standard library only. A newcomer begins with client.go.
package telegram
