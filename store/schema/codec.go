package schema

import (
	"errors"
	"time"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/store/table"
)

// Session is a dialog.Session with the chat it belongs to. It is stored as the time (unix nanoseconds, 8 bytes) and the
// session as JSON behind it.
type Session struct {
	Chat flow.AccountID
	At   time.Time
	dialog.Session
}

func encodeSession(s Session) ([]byte, error) {
	text, err := s.Session.MarshalJSON()
	return SessionValue(s.At, text), err
}

// SessionValue is a session as it is stored: when it was written, and its JSON.
func SessionValue(at time.Time, text []byte) []byte { return append(Key(at), text...) }

func decodeSession(k, v []byte) (s Session, err error) {
	if len(v) < 8 {
		return s, errCut
	}
	s.Chat, _ = ChatOf(k)
	s.At = time.Unix(0, table.Signed(v[:8]))
	return s, s.Session.Decode(v[8:])
}

var errCut = errors.New("the record is cut off")
