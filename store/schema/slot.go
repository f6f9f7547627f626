package schema

import (
	"encoding/json"
	"time"

	"siip-asn/flow"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/post"
	"siip-asn/store/table"
)

// Slot is the message that holds a slot of a chat. It is stored packed behind the byte slotPacked, without the chat and the
// slot, which its key says; a record that begins with "{" is JSON.
type Slot struct {
	Chat flow.AccountID `json:"chat"`
	Slot ui.Slot        `json:"slot"`
	Last uint64         `json:"last,omitempty"` // of the outbox, that was shown in it
	post.Held
}

const slotPacked = 1

func encodeSlot(s Slot) ([]byte, error) {
	b := append(make([]byte, 0, 48), slotPacked)
	b = packFlag(packNumber(packNumber(b, s.Last), s.Message), s.Fixed)
	b = packText(b, s.Digest)
	if s.At.IsZero() {
		return packNumber(b, 0), nil
	}
	return packNumber(b, s.At.UnixNano()), nil
}

func decodeSlot(k, v []byte) (s Slot, err error) {
	if len(v) > 0 && v[0] == '{' {
		return s, json.Unmarshal(v, &s)
	}
	if len(v) == 0 || v[0] != slotPacked || len(k) <= table.KindAt+1 {
		return s, errCut
	}
	s.Chat, _ = ChatOf(k)
	s.Slot = ui.Slot(k[table.KindAt+1 : len(k)-1])
	u := &unpacker{b: v[1:]}
	s.Last, s.Message, s.Fixed, s.Digest = u.number(), int(u.number()), u.flag(), u.text()
	if at := u.number(); at != 0 {
		s.At = time.Unix(0, int64(at))
	}
	return s, u.end()
}
