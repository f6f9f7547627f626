package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// openPeople is how many people share the rate: at 150 updates a second each acts once in 7 s, so the limit of a chat (one message
// a second) never holds up an answer, and what is measured is the program.
const openPeople = 1000

// playOpen lets updates arrive at each rate, and shows how long people wait. "commit" is how long the disk took, by the bot's own
// histogram; "bench late" is how long after its time an update was sent. When one of these is long, the machine was busy with
// something else, and the other times of the line say little.
func playOpen(ctx context.Context, o options, r *results) error {
	const format = "| %9s | %17s | %17s | %21s | %7s | %18s | %15s |\n"
	fmt.Printf(format, "updates/s", "answer p50/p99 ms", "screen p50/p99 ms", "screen p99, by thirds", "longest", "commit p50/p99 <ms", "bench late p99")
	for _, rate := range o.rates {
		a, took, err := openAt(ctx, o, rate)
		if err != nil {
			return err
		}
		thirds := a.screens.parts(3)
		fmt.Printf(format, fmt.Sprint(rate), a.answers.summary(), a.screens.summary(),
			fmt.Sprintf("%.0f %.0f %.0f", ms(thirds[0].at(99)), ms(thirds[1].at(99)), ms(thirds[2].at(99))), fmt.Sprintf("%.0f", ms(a.screens.at(100))),
			fmt.Sprintf("%.1f / %.1f", 1000*took.below(50), 1000*took.below(99)), fmt.Sprintf("%.1f", ms(a.late.at(99))))
		r.atMost(fmt.Sprintf("%v updates/s arrive: p50 of the answers, ms", rate), ms(a.answers.at(50)), 20)
		r.atMost(fmt.Sprintf("%v updates/s arrive: p99 of the answers, ms", rate), ms(a.answers.at(99)), 150)
	}
	return nil
}

func openAt(ctx context.Context, o options, rate float64) (a arrived, took buckets, err error) {
	s, err := raise(ctx, o, limited(0), openPeople, nil)
	if err != nil {
		return a, nil, err
	}
	time.Sleep(3 * time.Second) // for what the first screens of so many have cost
	before := s.bot.commitTimes(ctx)
	a, err = s.arrivals(ctx, rate, o.lasts(20*time.Second))
	took = s.bot.commitTimes(ctx).minus(before)
	return a, took, errors.Join(err, s.fall())
}
