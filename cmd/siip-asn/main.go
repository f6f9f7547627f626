// Command siip-asn is the bot of SIIP-ASN: the office's proposals for training, in Telegram.
//
// Here stand the commands, one file each, that a person at a keyboard meets; root.go lists them. What a command asks of the
// database is a job: the bot that has it open does it, else it is done here (cli.App.Perform). The rest are rooms of their own:
//
//	cli      what every command has: where it writes, whom it asks, its config
//	setup    the steps of the command mulai
//	intake   a file of an office into the database
//	codes    activation codes, handed out
//	jobs     what commands ask of the database
//	config   config.yaml and its checks
//	office   the bot at work: reports, imports, codes, backups, figures
//	desk     the socket at which a bot that runs takes jobs
//	output   files that commands write, without harm to others
//	machine  what the machine offers: browser, service, files for this user only
//	demo     the sample world
//	words    what the system says of files and addresses, in Indonesian
//
// A newcomer reads serve.go, then package office.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	_ "time/tzdata" // the zone of the office is known on every machine

	"siip-asn/cmd/siip-asn/cli"
	"siip-asn/cmd/siip-asn/demo"
	"siip-asn/cmd/siip-asn/machine"
)

func main() {
	machine.BearLimits()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second signal ends the program at once
	a := &cli.App{Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Environ: os.Environ(), Now: demo.ClockOf(os.Getenv)}
	if demo.Inside(a.Environ) {
		go demo.EndWithDemo(stop)
	}
	os.Exit(a.Run(ctx, os.Args[1:], rootCommand))
}
