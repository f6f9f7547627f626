package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"
)

// closed is one measurement of a closed loop: each person does the next step as soon as the one before is through, so the rate
// says how fast the bot can be, and nothing of how long people wait at a given rate (see arrivals for that).
type closed struct {
	rate, cpu, written, commits float64 // steps/s, µs, KB and commits a step
}

// bouts are the measurements of one kind of bot before one crowd, a round each.
type bouts []closed

func (b bouts) median(of func(closed) float64) float64 {
	list := make([]float64, len(b))
	for i, c := range b {
		list[i] = of(c)
	}
	return median(list)
}

// ratio is the median, over the rounds, of this bot's figure divided by the other's of the same round: the two are measured right
// after each other, so what slows the machine for a while mostly cancels out.
func (b bouts) ratio(other bouts, of func(closed) float64) float64 {
	list := make([]float64, len(b))
	for i := range b {
		list[i] = of(b[i]) / of(other[i])
	}
	return median(list)
}

func rateOf(c closed) float64    { return c.rate }
func cpuOf(c closed) float64     { return c.cpu }
func writtenOf(c closed) float64 { return c.written }
func commitsOf(c closed) float64 { return c.commits }

// playClosed measures all bots before one crowd, round by round, and then before the next crowd.
func playClosed(ctx context.Context, o options, r *results) error {
	kinds := kinds
	if o.alone {
		kinds = []kind{theProgram}
	}
	got := map[string][]bouts{} // of a kind, by crowd
	for n, crowd := range o.crowds {
		for range o.rounds {
			for _, k := range kinds {
				c, err := measure(ctx, o, k, crowd)
				if err != nil {
					return fmt.Errorf("%s, %d people: %w", k.name, crowd, err)
				}
				if len(got[k.name]) == n {
					got[k.name] = append(got[k.name], nil)
				}
				got[k.name][n] = append(got[k.name][n], c)
			}
		}
	}
	printClosed(o.crowds, kinds, got)
	if !o.alone {
		judgeClosed(o.crowds, got, r)
	}
	return nil
}

func printClosed(crowds []int, kinds []kind, got map[string][]bouts) {
	const format = "| %-28s | %18s | %17s | %18s | %18s |\n"
	fmt.Printf(format, "at "+joined(crowds)+" people", "steps/s", "CPU µs a step", "KB written a step", "commits a step")
	for _, k := range kinds {
		cells := func(verb string, of func(closed) float64) string {
			var list []string
			for _, b := range got[k.name] {
				list = append(list, fmt.Sprintf(verb, b.median(of)))
			}
			return strings.Join(list, " / ")
		}
		fmt.Printf(format, k.name, cells("%.0f", rateOf), cells("%.0f", cpuOf), cells("%.1f", writtenOf), cells("%.2f", commitsOf))
	}
}

// judgeClosed puts the ratios into the table, with a bound for the crowds for which one is required: 1, 32 and 200 people.
func judgeClosed(crowds []int, got map[string][]bouts, r *results) {
	us, plain, batch := got[theProgram.name], got[plainBot.name], got[batchBot.name]
	for i, n := range crowds {
		least := map[int]float64{1: 2.2, 32: 1, 200: 1}[n]
		r.atLeast(fmt.Sprintf("steps/s at %d, ratio to %s", n, batchBot.name), us[i].ratio(batch[i], rateOf), least)
		r.atLeast(fmt.Sprintf("steps/s at %d, ratio to %s (wanted)", n, plainBot.name), us[i].ratio(plain[i], rateOf), 1)
		if n == 32 {
			r.atMost("CPU a step at 32, ratio to "+batchBot.name, us[i].ratio(batch[i], cpuOf), 1)
		}
		if bound := map[int][2]float64{1: {45, 1.1}, 32: {8, 0.1}}[n]; bound[0] > 0 {
			r.atMost(fmt.Sprintf("KB written a step at %d", n), us[i].median(writtenOf), bound[0])
			r.atMost(fmt.Sprintf("commits a step at %d", n), us[i].median(commitsOf), bound[1])
		}
	}
}

func joined(list []int) string {
	return strings.ReplaceAll(strings.Trim(fmt.Sprint(list), "[]"), " ", " / ")
}

// measure starts a bot, warms it up for a second (caches, connections, the heap), and measures for 5 s unless told otherwise.
func measure(ctx context.Context, o options, k kind, crowd int) (c closed, err error) {
	s, err := raise(ctx, o, k, crowd, nil)
	if err != nil {
		return c, err
	}
	defer func() { err = errors.Join(err, s.fall()) }()
	if _, err := s.rush(ctx, time.Second); err != nil {
		return c, err
	}
	before, began := s.bot.usage(ctx), time.Now()
	steps, err := s.rush(ctx, o.lasts(5*time.Second))
	if err != nil {
		return c, err
	}
	used, n := s.bot.usage(ctx).minus(before), float64(steps)
	return closed{n / time.Since(began).Seconds(), float64(used.cpu.Microseconds()) / n, used.written / n / 1024, used.commits / n}, nil
}
