package desk

import (
	"encoding/gob"
	"fmt"
	"net"
	"time"

	"siip-asn/cmd/siip-asn/words"
)

// frame is a piece of what a job gives back.
type frame struct {
	Say   string // for people
	Data  []byte // of the result
	Over  bool
	Error string // why it has not worked, when it is over
}

// frameWriter sends frames from one goroutine. A job never waits for whoever asked because of a line for people: those are
// queued, and dropped when the queue is full. It waits for a part of its result at most as long as a frame may take; then
// the connection is given up, and gone is called.
type frameWriter struct {
	conn  net.Conn
	stall time.Duration // for one frame to be taken
	gone  func()
	says  chan frame
	data  chan frame
	sent  chan error    // what came of each frame of data
	ended chan struct{} // the goroutine has ended
}

// saysQueued is how many lines for people may wait.
const saysQueued = 64

func newFrameWriter(conn net.Conn, stall time.Duration, gone func()) *frameWriter {
	w := &frameWriter{
		conn: conn, stall: stall, gone: gone,
		says: make(chan frame, saysQueued), data: make(chan frame), sent: make(chan error), ended: make(chan struct{}),
	}
	go w.pump()
	return w
}

// pump sends what comes, lines for people first, until the frame that says that it is over. An error stays: the other side
// has gone, or takes nothing.
func (w *frameWriter) pump() {
	defer close(w.ended)
	to, failed := gob.NewEncoder(w.conn), error(nil)
	send := func(f frame) {
		if failed != nil {
			return
		}
		_ = w.conn.SetWriteDeadline(time.Now().Add(w.stall))
		if failed = to.Encode(f); failed != nil {
			w.gone()
		}
	}
	for {
		select {
		case f := <-w.says:
			send(f)
		case f := <-w.data:
			for len(w.says) > 0 { // they were said before
				send(<-w.says)
			}
			send(f)
			w.sent <- failed
			if f.Over {
				return
			}
		}
	}
}

func (w *frameWriter) say(format string, args ...any) {
	select {
	case w.says <- frame{Say: fmt.Sprintf(format, args...)}:
	default: // nobody reads so fast, or at all
	}
}

// Write sends a part of the result; it does not keep data.
func (w *frameWriter) Write(data []byte) (int, error) {
	w.data <- frame{Data: data}
	if err := <-w.sent; err != nil {
		return 0, err
	}
	return len(data), nil
}

// over ends the answer.
func (w *frameWriter) over(err error) {
	f := frame{Over: true}
	if err != nil {
		f.Error = words.Of(err)
	}
	w.data <- f
	<-w.sent
	<-w.ended
}
