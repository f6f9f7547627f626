package main

import (
	"bufio"
	"context"
	"encoding/gob"
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"sync"
	"time"
)

// The desk is where the serve process takes jobs of other commands: a Unix socket beside the database, for its owner
// only. A job comes in as one gob value; frames go back until one says that it is over.

// frame is a piece of what a job gives back.
type frame struct {
	Say   string // for people
	Data  []byte // of the result
	Over  bool
	Error string // why it has not worked, when it is over
}

const (
	deskPatience = 10 * time.Second // for the job to come in
	dataFrame    = 64 << 10         // bytes of a result in one frame
)

// deskPath is the socket of a database: its name is as short as it can be, since a system bounds it to some hundred bytes.
func deskPath(database string) string {
	path := database + ".sock"
	here, err := os.Getwd()
	if err != nil {
		return path
	}
	abs, err := filepath.Abs(path)
	if err != nil {
		return path
	}
	if rel, err := filepath.Rel(here, abs); err == nil && len(rel) < len(abs) {
		return rel
	}
	return abs
}

// openDesk listens for jobs. Whoever has the database open may take away a socket that an earlier process has left.
func openDesk(database string) (net.Listener, error) {
	path := deskPath(database)
	_ = os.Remove(path) // usually it is not there
	l, err := net.Listen("unix", path)
	if err != nil {
		return nil, err
	}
	if err := os.Chmod(path, 0o600); err != nil {
		return nil, errors.Join(err, l.Close())
	}
	return l, nil
}

// takeJobs does the jobs that come in, until the context ends; then it waits for those under way.
func (sys *system) takeJobs(ctx context.Context, l net.Listener) {
	var under sync.WaitGroup
	defer under.Wait()
	defer context.AfterFunc(ctx, func() { l.Close() })()
	for {
		conn, err := l.Accept()
		if err != nil {
			return
		}
		under.Go(func() { sys.takeJob(ctx, conn) })
	}
}

func (sys *system) takeJob(ctx context.Context, conn net.Conn) {
	defer conn.Close()
	defer context.AfterFunc(ctx, func() { conn.Close() })()
	_ = conn.SetReadDeadline(time.Now().Add(deskPatience))
	var j job
	if err := gob.NewDecoder(conn).Decode(&j); err != nil {
		sys.log.Warn("job", "error", err)
		return
	}
	ctx, hungUp := context.WithCancel(ctx)
	defer hungUp()
	_ = conn.SetReadDeadline(time.Time{})
	go func() {
		_, _ = conn.Read(make([]byte, 1)) // nothing comes any more: it ends when whoever asked hangs up
		hungUp()
	}()
	frames := &frameWriter{to: gob.NewEncoder(conn)}
	data := bufio.NewWriterSize(frames, dataFrame)
	err := guardedJob(ctx, sys, j, reply{frames.say, data})
	if err = errors.Join(err, data.Flush()); err != nil {
		sys.log.Warn("job", "job", fmt.Sprintf("%T", j), "error", err)
	}
	frames.over(err)
}

// guardedJob keeps a panic of a job from ending the bot.
func guardedJob(ctx context.Context, sys *system, j job, out reply) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic: %v", p)
		}
	}()
	return j.do(ctx, sys, out)
}

// frameWriter sends frames. An error stays: the other side has gone.
type frameWriter struct {
	mu  sync.Mutex
	to  *gob.Encoder
	err error
}

func (w *frameWriter) send(f frame) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.err == nil {
		w.err = w.to.Encode(f)
	}
	return w.err
}

func (w *frameWriter) say(format string, args ...any) {
	_ = w.send(frame{Say: fmt.Sprintf(format, args...)})
}

func (w *frameWriter) Write(data []byte) (int, error) {
	if err := w.send(frame{Data: data}); err != nil {
		return 0, err
	}
	return len(data), nil
}

func (w *frameWriter) over(err error) {
	f := frame{Over: true}
	if err != nil {
		f.Error = inWords(err)
	}
	_ = w.send(f)
}
