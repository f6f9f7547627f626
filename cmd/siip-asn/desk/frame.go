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

// frameWriter sends frames from one goroutine, with backpressure for results only. Lines for people are queued, and dropped when
// the queue of saysQueued is full, so a job never waits for a terminal that does not read. For each part of its result a job waits
// until it is sent, stall at most; then the connection is given up, and gone is called, which cancels the job.
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

// pump is the goroutine: it sends the frames, lines for people before a part of the result that came after them, until the frame
// with Over. After the first error, when the other side has gone or does not read, nothing more is sent and every Write fails.
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
	default: // the queue is full: the line is dropped
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
