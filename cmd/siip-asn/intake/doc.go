// Package intake brings a file of an office into the database, for the commands import and mulai: Read reads it and says its
// faults, Agreed asks before what probably was not meant, Perform applies it and says what came of it. It knows no command. A
// newcomer reads Read, then Result.
package intake
