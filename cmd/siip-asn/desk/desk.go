// Package desk is where a bot that runs does work for other commands: a Unix socket beside the database, for its owner
// only. A job comes in as one gob value; frames go back until one says that it is over. What a job is and how it is done
// is not known here: the program registers its jobs with gob and hands in the function that does them.
//
// It must not import the rooms. A newcomer reads Serve, the side of the bot, then Ask, the side of the command.
package desk

import (
	"bufio"
	"context"
	"encoding/gob"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"sync"
	"time"
)

const (
	patience  = 10 * time.Second // for the job to come in
	stall     = 30 * time.Second // for a frame to be taken
	dataFrame = 64 << 10         // bytes of a result in one frame
)

// Path is the socket of a database: its name is as short as it can be, since a system bounds it to some hundred bytes.
func Path(database string) string {
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

// Listen opens the desk of a database. Only whoever has the database open may call it: it takes away a socket that an
// earlier process has left.
func Listen(database string) (net.Listener, error) {
	path := Path(database)
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

// Do does one job: any value that was registered with gob. Its context ends when whoever asked hangs up, or when the desk
// closes.
type Do func(ctx context.Context, job any, out Reply) error

// Serve does the jobs that come in, until the context ends; then it waits for those under way. Whoever stops reading is
// given up after half a minute: its job is told to end, as when it hangs up. It always returns nil: a
// desk that cannot be served any more leaves the bot running.
func Serve(ctx context.Context, l net.Listener, log *slog.Logger, do Do) error {
	var under sync.WaitGroup
	defer under.Wait()
	defer context.AfterFunc(ctx, func() { l.Close() })()
	for {
		conn, err := l.Accept()
		if err != nil {
			return nil
		}
		under.Go(func() { take(ctx, conn, log, do) })
	}
}

// take does the job of one connection.
func take(ctx context.Context, conn net.Conn, log *slog.Logger, do Do) {
	defer conn.Close()
	defer context.AfterFunc(ctx, func() { conn.Close() })()
	_ = conn.SetReadDeadline(time.Now().Add(patience))
	var j any
	switch err := gob.NewDecoder(conn).Decode(&j); {
	case errors.Is(err, io.EOF):
		return // somebody only looked whether the bot runs
	case err != nil:
		log.Warn("job", "error", err)
		return
	}
	ctx, hungUp := context.WithCancel(ctx)
	defer hungUp()
	_ = conn.SetReadDeadline(time.Time{})
	go func() {
		_, _ = conn.Read(make([]byte, 1)) // nothing comes any more: it ends when whoever asked hangs up
		hungUp()
	}()
	frames := newFrameWriter(conn, stall, hungUp)
	data := bufio.NewWriterSize(frames, dataFrame)
	err := guarded(ctx, do, j, Reply{frames.say, data})
	if err = errors.Join(err, data.Flush()); err != nil {
		log.Warn("job", "job", fmt.Sprintf("%T", j), "error", err)
	}
	frames.over(err)
}

// guarded keeps a panic of a job from ending the bot.
func guarded(ctx context.Context, do Do, j any, out Reply) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic: %v", p)
		}
	}()
	return do(ctx, j, out)
}
