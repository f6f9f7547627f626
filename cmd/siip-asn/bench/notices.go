package main

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"
	"time"
)

func playNotices(ctx context.Context, o options, r *results, held time.Duration) error {
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
	a, err := s.thoughtful(ctx, s.people, o.lasts(20*time.Second))
	rate := float64(s.server.notices.Load()-before) / time.Since(began).Seconds()
	if err = errors.Join(err, s.fall()); err != nil {
		return err
	}
	fmt.Printf("answers p50 %.1f ms, p99 %.1f ms; screens p99 %.1f ms; %.1f notices a second\n", ms(a.answers.at(50)), ms(a.answers.at(99)), ms(a.screens.at(99)), rate)
	if held > 0 {
		r.atMost("notices are held for 8 s: p99 of the answers, ms", ms(a.answers.at(99)), 250)
		return nil
	}
	r.atMost("5,000 notices wait: p99 of the answers, ms", ms(a.answers.at(99)), 150)
	r.atLeast("5,000 notices wait: notices a second", rate, 20)
	return nil
}

func playOne(ctx context.Context, o options, r *results) error {
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
	calm, err := s.thoughtful(ctx, s.people[:10], o.lasts(5*time.Second))
	if err != nil {
		return errors.Join(err, s.fall())
	}
	met.Store(true)
	if err := s.people[10].presses("Tambah"); err != nil {
		return errors.Join(err, s.fall())
	}
	a, err := s.thoughtful(ctx, s.people[:10], o.lasts(20*time.Second))
	if err = errors.Join(err, s.fall()); err != nil {
		return err
	}
	fmt.Printf("answers p99 %.1f ms (before: %.1f ms), screens p99 %.1f ms, longest %.1f ms\n", ms(a.answers.at(99)), ms(calm.answers.at(99)), ms(a.screens.at(99)), ms(a.screens.at(100)))
	r.atMost("one chat has a 429 of 20 s: longest of the others, ms", ms(max(a.answers.at(100), a.screens.at(100))), 250)
	return nil
}
