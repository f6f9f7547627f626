package main

import (
	"context"
	"time"
)

// scene is a part of the table.
type scene struct {
	name, title string
	play        func(context.Context, options, *results) error
}

var scenes = []scene{
	{"closed", "Closed loop: everybody does the next step as soon as the one before is through (limits lifted)", playClosed},
	{"open", "Open arrival, default limits: from the tap to its answer, and from the update to the screen", playOpen},
	{"notices", "5,000 notices wait, 10 people tap with 1 s of thought", func(ctx context.Context, o options, r *results) error {
		return playNotices(ctx, o, r, 0)
	}},
	{"held", "The same where the server holds each notice for 8 s and then says 429", func(ctx context.Context, o options, r *results) error {
		return playNotices(ctx, o, r, 8*time.Second)
	}},
	{"one", "One chat meets a 429 with retry_after 20: the others", playOne},
}
