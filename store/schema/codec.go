package schema

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"time"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/post"
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
	text, err := json.Marshal(s.Session)
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

// An Outgoing is stored behind a head, so that whoever looks for what waits, or forgets what was sent, decodes no screen:
//
//	1 byte    outgoingHead; a record that begins with "{" has no head
//	1 byte    lane, and the bits below
//	8 bytes   chat
//	8 bytes   when it was caused (unix nanoseconds)
//	2 bytes   length of the slot, and the slot
//	the rest  JSON
const (
	outgoingHead = 1
	headTap      = 1 << 4
	headLong     = 1 << 5
	headLane     = headTap - 1
	headSize     = 20
)

func encodeOutgoing(o post.Outgoing) ([]byte, error) {
	text, err := json.Marshal(o)
	if err != nil {
		return nil, err
	}
	t, slot := o.Ticket(), string(o.Slot())
	flags := byte(t.Lane) & headLane
	if t.IsTap {
		flags |= headTap
	}
	if t.Long {
		flags |= headLong
	}
	b := make([]byte, 0, headSize+len(slot)+len(text))
	b = append(b, outgoingHead, flags)
	b = append(b, Key(int64(o.To), o.At)...)
	b = binary.BigEndian.AppendUint16(b, uint16(len(slot)))
	return append(append(b, slot...), text...), nil
}

func decodeOutgoing(_, v []byte) (o post.Outgoing, err error) {
	if len(v) > 0 && v[0] == outgoingHead {
		h, err := ReadHead(v)
		if err != nil {
			return o, err
		}
		v = v[headSize+len(h.Slot):]
	}
	return o, json.Unmarshal(v, &o)
}

// Head is what the head of an Outgoing says.
type Head struct {
	post.Ticket
	At   time.Time
	Slot ui.Slot
}

// ReadHead reads it, or the whole of a record that has none.
func ReadHead(v []byte) (h Head, err error) {
	if len(v) == 0 || v[0] != outgoingHead {
		var o post.Outgoing
		err := json.Unmarshal(v, &o)
		return Head{Ticket: o.Ticket(), At: o.At, Slot: o.Slot()}, err
	}
	if len(v) < headSize {
		return h, errCut
	}
	n := int(binary.BigEndian.Uint16(v[headSize-2:]))
	if len(v) < headSize+n {
		return h, errCut
	}
	h.To, h.Lane = flow.AccountID(table.Signed(v[2:10])), dialog.Lane(v[1]&headLane)
	h.IsTap, h.Long = v[1]&headTap != 0, v[1]&headLong != 0
	h.At, h.Slot = time.Unix(0, table.Signed(v[10:18])), ui.Slot(v[headSize:headSize+n])
	return h, nil
}
