//go:build unix

package telegram

import (
	"net"
	"syscall"
)

const canSeeClosed = true

// closed tells whether a connection at rest is of no use any more: the server has closed it, or has sent something that nobody has
// asked for. It peeks at the socket without waiting.
func closed(conn net.Conn) bool {
	raw, err := conn.(syscall.Conn).SyscallConn()
	if err != nil {
		return true
	}
	quiet := false
	err = raw.Read(func(fd uintptr) bool {
		var one [1]byte
		_, _, err := syscall.Recvfrom(int(fd), one[:], syscall.MSG_PEEK|syscall.MSG_DONTWAIT)
		quiet = err == syscall.EAGAIN || err == syscall.EWOULDBLOCK
		return true
	})
	return err != nil || !quiet
}
