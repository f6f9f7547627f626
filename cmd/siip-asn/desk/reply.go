package desk

import (
	"fmt"
	"io"

	"siip-asn/cmd/siip-asn/words"
)

// Reply is where the words for people and the result of a job go: Say writes a line for people, Result takes the result.
type Reply struct {
	Say    func(format string, args ...any)
	Result io.Writer
}

// Printf writes to the result what a person reads.
func (r Reply) Printf(format string, args ...any) {
	fmt.Fprint(r.Result, words.Harmless(fmt.Sprintf(format, args...)))
}
