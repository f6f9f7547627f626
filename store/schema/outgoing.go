package schema

import (
	"encoding/binary"
	"encoding/json"
	"time"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/post"
	"siip-asn/store/table"
)

// An Outgoing is stored behind a head, so that whoever looks for what waits, or forgets what was sent, decodes no screen:
//
//	1 byte    outgoingJSON or outgoingPacked; a record that begins with "{" has no head
//	1 byte    lane, and the bits below
//	8 bytes   chat
//	8 bytes   when it was caused (unix nanoseconds)
//	2 bytes   length of the slot, and the slot
//	the rest  JSON; or packed what the head and the key do not say
const (
	outgoingJSON   = 1
	outgoingPacked = 2 // a Show or an Answer: what almost every step causes
	headTap        = 1 << 4
	headLong       = 1 << 5
	headMenu       = 1 << 6 // not set in records from before version 9 of the schema
	headLane       = headTap - 1
	headSize       = 20
)

func encodeOutgoing(o post.Outgoing) ([]byte, error) {
	if packable(o) {
		return packOutgoing(appendHead(make([]byte, 0, packedSize(o)), outgoingPacked, o), o), nil
	}
	text, err := json.Marshal(o)
	if err != nil {
		return nil, err
	}
	return append(appendHead(make([]byte, 0, headSize+len(text)), outgoingJSON, o), text...), nil
}

func appendHead(b []byte, kind byte, o post.Outgoing) []byte {
	t, slot := o.Ticket(), o.Slot()
	flags := byte(t.Lane) & headLane
	if t.IsTap {
		flags |= headTap
	}
	if t.Long {
		flags |= headLong
	}
	if t.Menu {
		flags |= headMenu
	}
	b = append(b, kind, flags)
	b = append(b, Key(int64(o.To), o.At)...)
	b = binary.BigEndian.AppendUint16(b, uint16(len(slot)))
	return append(b, slot...)
}

// packable tells whether packOutgoing writes all that is in it.
func packable(o post.Outgoing) bool {
	if o.Send != nil || o.Check != nil || o.React != nil || o.SetCommands != nil || o.Parts != 0 || o.Lane > headLane {
		return false
	}
	if o.Show != nil {
		return o.Answer == nil && o.Show.To == o.To && o.Show.Right == dialog.Right{}
	}
	return o.Answer != nil
}

// packedSize is about how long it becomes.
func packedSize(o post.Outgoing) int {
	n := 2*headSize + len(o.Tap)
	if o.Answer != nil {
		return n + len(o.Answer.Text)
	}
	for _, span := range o.Show.Screen.Text {
		n += len(span.Text) + 3
	}
	for _, row := range o.Show.Screen.Rows {
		for _, c := range row {
			n += len(c.Label) + len(c.Button.Word) + len(c.Link) + len(c.Copy) + 12
		}
	}
	return n
}

func packOutgoing(b []byte, o post.Outgoing) []byte {
	b = packNumber(b, uint64(o.For))
	b = packNumber(packNumber(packNumber(b, o.Right.Who), uint64(o.Right.Usulan)), uint64(o.Right.OPD))
	b = packText(packNumber(b, o.Tapped), o.Tap)
	b = packFlag(packNumber(packNumber(b, o.Owed), o.Own), o.Over)
	if o.Answer != nil {
		return packFlag(packText(b, o.Answer.Text), o.Answer.Alert)
	}
	b = packNumber(packNumber(packFlag(b, o.Show.Silent), o.Show.Manner), o.Show.Lane)
	return packScreen(b, o.Show.Screen)
}

func packScreen(b []byte, s ui.Screen) []byte {
	b = packNumber(b, len(s.Text))
	for _, span := range s.Text {
		b = packText(packNumber(b, span.Style), span.Text)
	}
	b = packNumber(b, len(s.Rows))
	for _, row := range s.Rows {
		b = packNumber(b, len(row))
		for _, c := range row {
			b = packText(packText(b, c.Label), c.Button.Word)
			b = packNumber(packNumber(b, c.Button.ID), c.Button.Versi)
			b = packNumber(packText(packText(b, c.Link), c.Copy), c.Tone)
		}
	}
	return packFlag(packText(b, s.Keyboard.Contact), s.Keyboard.Drop)
}

func decodeOutgoing(k, v []byte) (o post.Outgoing, err error) {
	if len(v) == 0 || v[0] == '{' {
		return o, json.Unmarshal(v, &o)
	}
	h, err := ReadHead(v)
	if err != nil {
		return o, err
	}
	rest := v[headSize+len(h.Slot):]
	if v[0] == outgoingJSON {
		return o, json.Unmarshal(rest, &o)
	}
	o = post.Outgoing{ID: table.Number(k), To: h.To, Lane: h.Lane, At: h.At}
	u := &unpacker{b: rest}
	unpackOutgoing(u, &o, h)
	return o, u.end()
}

func unpackOutgoing(u *unpacker, o *post.Outgoing, h Head) {
	o.For = flow.PegawaiID(u.number())
	o.Right = dialog.Right{Who: dialog.Circle(u.number()), Usulan: flow.UsulanID(u.number()), OPD: flow.OPDID(u.number())}
	o.Tapped, o.Tap = int(u.number()), u.text()
	o.Owed, o.Own, o.Over = u.number(), dialog.Manner(u.number()), u.flag()
	if h.IsTap {
		o.Answer = &dialog.Answer{Text: u.text(), Alert: u.flag()}
		return
	}
	o.Show = &dialog.Show{To: h.To, Slot: h.Slot, Silent: u.flag(), Manner: dialog.Manner(u.number()), Lane: dialog.Lane(u.number())}
	o.Show.Screen = unpackScreen(u)
}

func unpackScreen(u *unpacker) (s ui.Screen) {
	for range u.count() {
		s.Text = append(s.Text, ui.Span{Style: ui.Style(u.number()), Text: u.text()})
	}
	for range u.count() {
		var row []ui.Choice
		for range u.count() {
			row = append(row, ui.Choice{
				Label: u.text(), Button: ui.Button{Word: u.text(), ID: u.number(), Versi: u.number()},
				Link: u.text(), Copy: u.text(), Tone: ui.Tone(u.number()),
			})
		}
		s.Rows = append(s.Rows, row)
	}
	s.Keyboard = ui.Keyboard{Contact: u.text(), Drop: u.flag()}
	return s
}

// Head is what the head of an Outgoing says.
type Head struct {
	post.Ticket
	At   time.Time
	Slot ui.Slot
}

// ReadHead reads it, or the whole of a record that has none.
func ReadHead(v []byte) (h Head, err error) {
	if len(v) == 0 || v[0] == '{' {
		var o post.Outgoing
		err := json.Unmarshal(v, &o)
		return Head{Ticket: o.Ticket(), At: o.At, Slot: o.Slot()}, err
	}
	if len(v) < headSize || v[0] != outgoingJSON && v[0] != outgoingPacked {
		return h, errCut
	}
	n := int(binary.BigEndian.Uint16(v[headSize-2:]))
	if len(v) < headSize+n {
		return h, errCut
	}
	h.To, h.Lane = flow.AccountID(table.Signed(v[2:10])), dialog.Lane(v[1]&headLane)
	h.IsTap, h.Long, h.Menu = v[1]&headTap != 0, v[1]&headLong != 0, v[1]&headMenu != 0
	h.At, h.Slot = time.Unix(0, table.Signed(v[10:18])), ui.Slot(v[headSize:headSize+n])
	return h, nil
}
