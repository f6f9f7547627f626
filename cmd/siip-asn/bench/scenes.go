package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// scene is a part of the table.
type scene struct {
	name, title string
	play        func(context.Context, options) error
}

var scenes = []scene{
	{"closed", "Closed loop: everybody does the next step as soon as the one before is through (limits lifted)", playClosed},
	{"open", "Open arrival, default limits: from the tap to its answer, and to the screen", playOpen},
	{"notices", "5,000 notices wait, 10 people tap with 1 s of thought", func(ctx context.Context, o options) error { return playNotices(ctx, o, 0) }},
	{"held", "The same where the server holds each notice for 8 s and then says 429", func(ctx context.Context, o options) error { return playNotices(ctx, o, 8*time.Second) }},
	{"one", "One chat meets a 429 with retry_after 20: the others", playOne},
}

// kind is a kind of bot.
type kind struct {
	name  string
	start func(o options, address, dir string) (*process, error)
}

var (
	theProgram = kind{"this program", startProgram}
	kinds      = []kind{{"telebot that stores nothing", startPlain}, {"telebot + bbolt Batch 1 ms", startBatch}, theProgram}
)

func startPlain(_ options, address, _ string) (*process, error) {
	me, err := os.Executable()
	if err != nil {
		return nil, err
	}
	return start("", me, "-usual", address)
}

func startBatch(_ options, address, dir string) (*process, error) {
	me, err := os.Executable()
	if err != nil {
		return nil, err
	}
	return start("", me, "-usual", address, "-base", filepath.Join(dir, "usual.db"))
}

// startProgram lifts the limits.
func startProgram(o options, address, dir string) (*process, error) {
	return startWith(o, address, dir, 0, "  limits: false\n")
}

// limited is the program with the limits as they are by default, and so many notices waiting.
func limited(notices int) kind {
	return kind{theProgram.name, func(o options, address, dir string) (*process, error) { return startWith(o, address, dir, notices, "") }}
}

func startWith(o options, address, dir string, notices int, telegram string) (*process, error) {
	path := filepath.Join(dir, "siip-asn.db")
	if err := seed(path, notices); err != nil {
		return nil, fmt.Errorf("database: %w", err)
	}
	free, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	page := free.Addr().String()
	free.Close()
	text := fmt.Sprintf("telegram:\n  token: \"42:x\"\n  api_url: %s\n%sdatabase:\n  path: %q\nbackup:\n  jadwal: \"\"\nhttp:\n  addr: %s\nlog:\n  level: warn\n",
		address, telegram, path, page)
	config := filepath.Join(dir, "config.yaml")
	if err := os.WriteFile(config, []byte(text), 0o600); err != nil {
		return nil, err
	}
	return start("http://"+page+"/metrics", o.program, "serve", "--config", config)
}

// stage is a bot with people before it.
type stage struct {
	server *server
	bot    *process
	people []*person
}

// raise starts a bot and lets so many people open its menu. prepare is told of the server before the bot is.
func raise(ctx context.Context, o options, k kind, people int, prepare func(*server)) (*stage, error) {
	dir, err := os.MkdirTemp(o.dir, "stage")
	if err != nil {
		return nil, err
	}
	s := &stage{server: newServer()}
	if prepare != nil {
		prepare(s.server)
	}
	if s.bot, err = k.start(o, s.server.URL, dir); err != nil {
		return nil, err
	}
	for i := range people {
		s.people = append(s.people, s.server.newPerson(firstPerson+int64(i)))
	}
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	err = together(s.people, func(p *person) error { _, err := p.does(ctx, "/start"); return err })
	if err != nil {
		err = fmt.Errorf("%w\n%s", err, s.bot.said.String())
		return nil, errors.Join(err, s.fall())
	}
	return s, nil
}

func (s *stage) fall() error {
	err := s.bot.stop()
	s.server.CloseClientConnections()
	s.server.Close()
	return err
}

// together lets everybody do something, and gives the first error.
func together(people []*person, do func(*person) error) error {
	errs := make(chan error, len(people))
	for _, p := range people {
		go func() { errs <- do(p) }()
	}
	var first error
	for range people {
		if err := <-errs; first == nil {
			first = err
		}
	}
	return first
}

// rush lets everybody do one step after the other for a while, and counts the steps.
func (s *stage) rush(ctx context.Context, last time.Duration) (steps int64, err error) {
	var n atomic.Int64
	end := time.Now().Add(last)
	ctx, cancel := context.WithTimeout(ctx, last+time.Minute)
	defer cancel()
	err = together(s.people, func(p *person) error {
		for time.Now().Before(end) {
			if _, err := p.next(ctx); err != nil {
				return err
			}
			n.Add(1)
		}
		return nil
	})
	return n.Load(), err
}

// closed is what one measurement of the closed loop gives.
type closed struct {
	rate, cpu, written, commits float64 // steps/s, µs, KB and commits a step
}

func playClosed(ctx context.Context, o options) error {
	crowds, kinds := o.crowds, kinds
	if o.alone {
		kinds = []kind{theProgram}
	}
	got := map[string][]closed{}
	for _, crowd := range crowds {
		for _, k := range kinds {
			c, err := measure(ctx, o, k, crowd)
			if err != nil {
				return fmt.Errorf("%s, %d people: %w", k.name, crowd, err)
			}
			got[k.name] = append(got[k.name], c)
		}
	}
	const format = "| %-28s | %18s | %17s | %18s | %18s |\n"
	fmt.Printf(format, "at 1 / 32 / 200 people", "steps/s", "CPU µs a step", "KB written a step", "commits a step")
	for _, k := range kinds {
		print := func(verb string, of func(closed) float64) string {
			var cells []string
			for _, c := range got[k.name] {
				cells = append(cells, fmt.Sprintf(verb, of(c)))
			}
			return strings.Join(cells, " / ")
		}
		fmt.Printf(format, k.name, print("%.0f", func(c closed) float64 { return c.rate }), print("%.0f", func(c closed) float64 { return c.cpu }),
			print("%.1f", func(c closed) float64 { return c.written }), print("%.2f", func(c closed) float64 { return c.commits }))
	}
	for _, other := range kinds[:len(kinds)-1] {
		for i, crowd := range crowds {
			us, them := got[theProgram.name][i], got[other.name][i]
			fmt.Printf("ratio to %s at %d: steps/s %.2f, CPU a step %.2f\n", other.name, crowd, us.rate/them.rate, us.cpu/them.cpu)
		}
	}
	return nil
}

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
	steps, err := s.rush(ctx, o.last)
	if err != nil {
		return c, err
	}
	used, n := s.bot.usage(ctx).minus(before), float64(steps)
	return closed{n / time.Since(began).Seconds(), float64(used.cpu.Microseconds()) / n, used.written / n / 1024, used.commits / n}, nil
}

// arrivals lets people tap at a steady rate, whether the taps before are answered or not; the next who taps is the one who has
// waited longest since his last.
func (s *stage) arrivals(ctx context.Context, rate float64, last time.Duration) (answers, screens *times, err error) {
	answers, screens = &times{}, &times{}
	free := make(chan *person, len(s.people))
	for _, p := range s.people {
		free <- p
	}
	ctx, cancel := context.WithTimeout(ctx, last+2*time.Minute)
	defer cancel()
	var under sync.WaitGroup
	errs := make(chan error, 1)
	tick := time.NewTicker(time.Duration(float64(time.Second) / rate))
	defer tick.Stop()
	for end := time.Now().Add(last); time.Now().Before(end); {
		<-tick.C
		var p *person
		select {
		case p = <-free:
		case err := <-errs:
			return answers, screens, err
		case <-ctx.Done():
			return answers, screens, ctx.Err()
		}
		under.Go(func() {
			t, err := p.next(ctx)
			if err != nil {
				select {
				case errs <- err:
				default:
				}
				return
			}
			if t.answer > 0 {
				answers.add(t.answer)
			}
			screens.add(t.screen)
			free <- p
		})
	}
	under.Wait()
	select {
	case err = <-errs:
	default:
	}
	return answers, screens, err
}

// openPeople are so many that nobody taps oftener than his chat may be written to.
const openPeople = 1000

func playOpen(ctx context.Context, o options) error {
	const format = "| %9s | %17s | %17s | %21s |\n"
	fmt.Printf(format, "updates/s", "answer p50/p99 ms", "screen p50/p99 ms", "screen p99, 1st / 2nd half")
	for _, rate := range o.rates {
		s, err := raise(ctx, o, limited(0), openPeople, nil)
		if err != nil {
			return err
		}
		time.Sleep(3 * time.Second) // for what the first screens of so many have cost
		answers, screens, err := s.arrivals(ctx, rate, 4*o.last)
		if err = errors.Join(err, s.fall()); err != nil {
			return err
		}
		first, second := screens.halves()
		fmt.Printf(format, fmt.Sprint(rate), fmt.Sprintf("%.1f / %.1f", ms(answers.at(50)), ms(answers.at(99))),
			fmt.Sprintf("%.1f / %.1f", ms(screens.at(50)), ms(screens.at(99))), fmt.Sprintf("%.1f / %.1f", ms(first.at(99)), ms(second.at(99))))
	}
	return nil
}

// thoughtful lets people tap with a second of thought between.
func (s *stage) thoughtful(ctx context.Context, people []*person, last time.Duration) (answers, screens *times, err error) {
	answers, screens = &times{}, &times{}
	end := time.Now().Add(last)
	ctx, cancel := context.WithTimeout(ctx, last+time.Minute)
	defer cancel()
	err = together(people, func(p *person) error {
		for time.Now().Before(end) {
			t, err := p.next(ctx)
			if err != nil {
				return err
			}
			if t.answer > 0 {
				answers.add(t.answer)
			}
			screens.add(t.screen)
			time.Sleep(time.Second)
		}
		return nil
	})
	return answers, screens, err
}

func playNotices(ctx context.Context, o options, held time.Duration) error {
	const people = 10
	s, err := raise(ctx, o, limited(cityPeople), people, func(s *server) {
		s.trouble = func(_ string, chat int64) int {
			if chat < firstPerson+people || held == 0 {
				return 0
			}
			time.Sleep(held)
			return 5
		}
	})
	if err != nil {
		return err
	}
	began, before := time.Now(), s.server.notices.Load()
	answers, screens, err := s.thoughtful(ctx, s.people, 4*o.last)
	rate := float64(s.server.notices.Load()-before) / time.Since(began).Seconds()
	if err = errors.Join(err, s.fall()); err != nil {
		return err
	}
	fmt.Printf("answers p50 %.1f ms, p99 %.1f ms; screens p99 %.1f ms; %.1f notices a second\n", ms(answers.at(50)), ms(answers.at(99)), ms(screens.at(99)), rate)
	return nil
}

func playOne(ctx context.Context, o options) error {
	var met atomic.Bool
	s, err := raise(ctx, o, limited(0), 11, func(on *server) {
		on.trouble = func(_ string, chat int64) int {
			if chat == firstPerson+10 && met.Load() {
				return 20
			}
			return 0
		}
	})
	if err != nil {
		return err
	}
	calm, _, err := s.thoughtful(ctx, s.people[:10], o.last)
	if err != nil {
		return errors.Join(err, s.fall())
	}
	met.Store(true)
	if err := s.people[10].presses("Tambah"); err != nil {
		return errors.Join(err, s.fall())
	}
	answers, screens, err := s.thoughtful(ctx, s.people[:10], 4*o.last)
	if err = errors.Join(err, s.fall()); err != nil {
		return err
	}
	fmt.Printf("answers p99 %.1f ms (before: %.1f ms), screens p99 %.1f ms, longest %.1f ms\n", ms(answers.at(99)), ms(calm.at(99)), ms(screens.at(99)), ms(screens.at(100)))
	return nil
}
