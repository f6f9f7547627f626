package bot

import (
	"context"
	"time"

	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/post"
)

// progress is a message that shows how far a long work is, at most once in progressEvery. It appears when the work has taken that
// long, and is deleted when it ends; nothing depends on it. The work never waits for a call: it leaves its newest screen in a
// channel with room for one, from which a goroutine shows it. The calls of that goroutine are cancelled when the work ends.
type progress struct {
	c      *courier
	shows  courier // a copy of c whose context ends with the work
	stop   context.CancelFunc
	newest chan ui.Screen // room for one
	over   chan struct{}
}

const progressEvery = 2 * time.Second

func newProgress(c *courier) *progress {
	p := &progress{c: c, shows: *c, newest: make(chan ui.Screen, 1), over: make(chan struct{})}
	p.shows.ctx, p.stop = context.WithCancel(c.ctx)
	go p.run()
	return p
}

// show takes the place of what was not shown yet. It never waits. Only one goroutine calls it, and not after end.
func (p *progress) show(s ui.Screen) {
	select {
	case <-p.newest:
	default:
	}
	p.newest <- s
}

// end removes the message.
func (p *progress) end() {
	p.stop()
	close(p.newest)
	<-p.over
}

func (p *progress) run() {
	defer close(p.over)
	held := post.Held{At: p.c.bot.Now()}
	last := time.Now()
	for screen := range p.newest {
		if time.Since(last) < progressEvery {
			continue
		}
		last = time.Now()
		body := write(p.c.draft.To, screen)
		if held.Message == 0 {
			held.Message, _ = p.shows.send(body, true)
		} else {
			_ = p.shows.edit(body, held.Message)
		}
	}
	p.c.remove(held)
}
