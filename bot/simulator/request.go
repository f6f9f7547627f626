package simulator

import "context"

// request is one call of a method.
type request struct {
	params
	ctx    context.Context
	method string // in lower case
	call   *Call
}

// messageID is 0 when there is none; a negative one counts as none.
func (q *request) messageID(name string) int64 {
	return q.integer(name, 0, 0, 1<<31-1)
}
