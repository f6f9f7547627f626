package process

import (
	"golang.org/x/sys/unix"
)

// Room lets the files of the program grow so far, in bytes: to no more than that.
func (p *Program) Room(bytes uint64) {
	p.T.Helper()
	p.mu.Lock()
	defer p.mu.Unlock()
	var old unix.Rlimit
	err := unix.Prlimit(p.Cmd.Process.Pid, unix.RLIMIT_FSIZE, nil, &old)
	if err == nil {
		err = unix.Prlimit(p.Cmd.Process.Pid, unix.RLIMIT_FSIZE, &unix.Rlimit{Cur: min(bytes, old.Max), Max: old.Max}, nil)
	}
	if err != nil {
		p.T.Fatal(err)
	}
}
