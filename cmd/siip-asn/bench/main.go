// Command bench measures the real program from outside, beside two bots of the usual making, and prints a table of ratios
// that anybody can reproduce:
//
//	go run ./cmd/siip-asn/bench                                   everything, in ten minutes
//	go run ./cmd/siip-asn/bench -only closed -rounds 5            the ratios alone
//	go run ./cmd/siip-asn/bench -only open -rates 45,150 -for 10m  whether it stays flat
//	go run ./cmd/siip-asn/bench -only closed -alone -crowds 32    the program alone, for a profile
//
// It is a Bot API server that answers at once (server.go) and the people who use the bots (person.go); the bots are processes
// of their own (process.go): the program on a database of 5,000 pegawai (seed.go), a bot of telebot that stores nothing, and
// one that keeps each step in bbolt with Batch (usual.go). All of them do the same journey of five updates. The scenes of the
// table stand in scenes.go.
//
// Load, server and bots share the processors of one machine, so only the ratios within one run mean something. The folder of
// the database is made in TMPDIR: let it be on the disk that is to be measured. At the end stands a table of what must hold,
// and whether it does: on a machine that has other work some of it does not.
package main

import (
	"cmp"
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
)

// options say what is measured.
type options struct {
	only    map[string]bool // scenes; empty: all
	last    time.Duration   // one measurement; 0: as long as its scene thinks
	rounds  int             // of the closed loop: medians are shown
	program string          // the binary of the program; empty: it is built
	crowds  []int           // of the closed loop
	rates   []float64       // of open arrival, updates a second
	alone   bool            // the program without the others
	dir     string
}

// lasts is how long one measurement lasts, which takes so long by default.
func (o options) lasts(usually time.Duration) time.Duration { return cmp.Or(o.last, usually) }

func main() {
	only := flag.String("only", "", "scenes, with commas: closed, open, notices, held, one")
	last := flag.Duration("for", 0, "how long one measurement lasts; by default 5s in the closed loop, else 20s")
	rounds := flag.Int("rounds", 3, "rounds of the closed loop")
	program := flag.String("program", "", "the program's binary; by default it is built")
	crowds := flag.String("crowds", "1,32,200", "people in the closed loop, one crowd after the other")
	rates := flag.String("rates", "12,30,45,150", "updates a second of open arrival, one rate after the other")
	alone := flag.Bool("alone", false, "measure the program only, without the bots beside it")
	usual := flag.String("usual", "", "be a bot of the usual making at this address")
	base := flag.String("base", "", "the database of that bot; none: it stores nothing")
	flag.Parse()
	if *usual != "" {
		fail(beUsual(*usual, *base))
		return
	}
	o := options{only: map[string]bool{}, last: *last, program: *program, alone: *alone, rounds: max(1, *rounds)}
	var err1, err2 error
	o.crowds, err1 = numbers(*crowds, strconv.Atoi)
	o.rates, err2 = numbers(*rates, func(s string) (float64, error) { return strconv.ParseFloat(s, 64) })
	fail(errors.Join(err1, err2))
	for name := range strings.SplitSeq(*only, ",") {
		if name == "" {
			continue
		}
		if !slices.ContainsFunc(scenes, func(s scene) bool { return s.name == name }) {
			fail(fmt.Errorf("no scene %q", name))
		}
		o.only[name] = true
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	fail(run(ctx, o))
}

// numbers reads numbers with commas between them.
func numbers[N int | float64](text string, read func(string) (N, error)) (list []N, err error) {
	for part := range strings.SplitSeq(text, ",") {
		n, err := read(part)
		if err != nil || n <= 0 {
			return nil, fmt.Errorf("%q is no list of numbers above 0", text)
		}
		list = append(list, n)
	}
	return list, nil
}

func fail(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, o options) (err error) {
	if o.dir, err = os.MkdirTemp("", "siip-bench"); err != nil {
		return err
	}
	defer os.RemoveAll(o.dir)
	if o.program == "" {
		o.program = filepath.Join(o.dir, "siip-asn")
		build := exec.CommandContext(ctx, "go", "build", "-o", o.program, "siip-asn/cmd/siip-asn")
		build.Stderr = os.Stderr
		if err := build.Run(); err != nil {
			return fmt.Errorf("build the program: %w", err)
		}
	}
	var r results
	defer func() { r.print() }()
	for _, s := range scenes {
		if len(o.only) > 0 && !o.only[s.name] {
			continue
		}
		fmt.Printf("\n%s\n", s.title)
		if err := s.play(ctx, o, &r); err != nil {
			return fmt.Errorf("%s: %w", s.name, err)
		}
	}
	return nil
}
