// Package jobs is what commands of the program ask of the database, each a value with a method Do. One is done where the
// database is open: by the bot that has it, which takes it at its desk, else in the process of the command. So every
// command works while the bot runs.
//
// It knows no flags and no files of the person at the keyboard. A newcomer reads Job, then Check.
package jobs

import (
	"context"
	"encoding/gob"
	"fmt"

	"siip-asn/cmd/siip-asn/desk"
	"siip-asn/cmd/siip-asn/office"
)

// Job is one thing that is asked of the database. What it gives goes to out; its errors are sentences for a person.
type Job interface {
	Do(ctx context.Context, o *office.Office, out desk.Reply) error
}

// known can be sent from one process to the other.
var known = map[string]Job{
	"import": Import{}, "new codes": NewCodes{}, "keep codes": KeepCodes{}, "rekap": Rekap{}, "backup": Backup{}, "check": Check{}, "status": Status{},
	"dead": Dead{}, "setup": Setup{}, "admin": Admin{},
}

func init() {
	for name, j := range known {
		gob.RegisterName(name, j)
	}
}

// At does at the desk of an office what other processes ask for.
func At(o *office.Office) desk.Do {
	return func(ctx context.Context, j any, out desk.Reply) error {
		job, ok := j.(Job)
		if !ok {
			return fmt.Errorf("%T is no job", j)
		}
		return job.Do(ctx, o, out)
	}
}

// ReadsOnly tells whether a job changes nothing: then the database is not brought to the schema of this program either.
func ReadsOnly(j Job) bool {
	switch j := j.(type) {
	case Check, Status, Rekap, Backup:
		return true
	case Dead:
		return j.Act == ListLetters
	default:
		return false
	}
}
