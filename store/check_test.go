package store

import (
	"context"
	"testing"
	"time"

	"siip-asn/flow"
)

// TestCheckWhileOthersWrite looks for false alarms: the pages are in motion.
func TestCheckWhileOthersWrite(t *testing.T) {
	s := fresh(t, echo)
	ctx, stop := context.WithCancel(context.Background())
	wrote := make(chan int)
	go func() {
		n := 0
		for ; ctx.Err() == nil; n++ {
			tickets, err := s.Apply([]flow.Incoming{typed(int64(n+1), "halo")})
			if err == nil && n%2 == 0 {
				err = s.SetBot(time.Now().String())
			}
			if err != nil || len(tickets) == 0 {
				t.Error(tickets, err)
				break
			}
		}
		wrote <- n
	}()
	for range 200 {
		if problems, err := s.Check(); err != nil || len(problems) > 0 {
			t.Errorf("%q %v", problems, err)
			break
		}
	}
	stop()
	if n := <-wrote; n < 10 {
		t.Errorf("only %d writes got in between", n)
	}
}
