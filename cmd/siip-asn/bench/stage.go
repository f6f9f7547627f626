package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"sync"
	"sync/atomic"
	"time"
)

// stage is a bot with people before it.
type stage struct {
	server *server
	bot    *process
	people []*person
}

// raise starts a bot and lets a number of people open its menu, so that all of them have a screen to tap on. prepare, which may be
// nil, sets up the server before the bot calls it.
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

// arrived is what open arrival gives.
type arrived struct {
	answers *times // from a tap to its answer
	screens *times // from an update to its screen
	late    *times // of the bench itself, with an update
}

// arrivals is an open loop: updates come at a steady rate, in updates a second, whether those before are answered or not. A closed
// loop would slow down together with the bot and hide how long people wait (coordinated omission). Each update is of the person
// who has been idle longest; when all of them still wait for the bot, the next one is late, which a.late shows.
func (s *stage) arrivals(ctx context.Context, rate float64, last time.Duration) (a arrived, err error) {
	a = arrived{&times{}, &times{}, &times{}}
	free := make(chan *person, len(s.people))
	for _, p := range s.people {
		free <- p
	}
	ctx, cancel := context.WithTimeout(ctx, last+2*time.Minute)
	defer cancel()
	errs := make(chan error, len(s.people))
	var under sync.WaitGroup
	for n, began := 0, time.Now(); ; n++ {
		due := began.Add(time.Duration(float64(n) / rate * float64(time.Second)))
		if due.Sub(began) >= last {
			break
		}
		time.Sleep(time.Until(due))
		var p *person
		select {
		case p = <-free:
		case err := <-errs:
			return a, err
		case <-ctx.Done():
			return a, ctx.Err()
		}
		a.late.add(time.Since(due))
		under.Go(func() {
			if err := a.step(ctx, p); err != nil {
				errs <- err
				return
			}
			free <- p
		})
	}
	under.Wait()
	select {
	case err = <-errs:
	default:
	}
	return a, err
}

// step does the next step of a person and notes how long it took.
func (a arrived) step(ctx context.Context, p *person) error {
	t, err := p.next(ctx)
	if err != nil {
		return err
	}
	if t.answer > 0 {
		a.answers.add(t.answer)
	}
	a.screens.add(t.screen)
	return nil
}

// thoughtful lets people tap with a second of thought between.
func (s *stage) thoughtful(ctx context.Context, people []*person, last time.Duration) (a arrived, err error) {
	a = arrived{&times{}, &times{}, &times{}}
	end := time.Now().Add(last)
	ctx, cancel := context.WithTimeout(ctx, last+time.Minute)
	defer cancel()
	err = together(people, func(p *person) error {
		for time.Now().Before(end) {
			if err := a.step(ctx, p); err != nil {
				return err
			}
			time.Sleep(time.Second)
		}
		return nil
	})
	return a, err
}
