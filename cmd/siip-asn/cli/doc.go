// Package cli is what every command of the program has in common: App is one run of it, with where it writes and what it was
// told; Say and Ask speak with the person, Config reads the config, Perform has a job done by the bot that has the database
// open, or here when no bot does; Guard keeps outputs away from what the program lives on. args.go and help.go let cobra
// speak Indonesian.
//
// It knows no command. It imports config, desk, jobs, office, output, words, the store and cobra.
package cli
