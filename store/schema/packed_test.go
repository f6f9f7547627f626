package schema

import (
	"bytes"
	"encoding/json"
	"reflect"
	"testing"
	"time"

	"siip-asn/flow/dialog"
	"siip-asn/flow/post"
)

// filled sets every field to something that is not its zero value, each to something else.
func filled(v reflect.Value, n *int) {
	*n++
	switch v.Kind() {
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[time.Time]() {
			v.Set(reflect.ValueOf(time.Unix(0, int64(*n)*1e12)))
			return
		}
		for i := range v.NumField() {
			filled(v.Field(i), n)
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		filled(v.Index(0), n)
		filled(v.Index(1), n)
	case reflect.String:
		v.SetString(string(rune('a'+*n%26)) + "é<&>\x00")
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int, reflect.Int64:
		v.SetInt(int64(*n) * 1000)
	case reflect.Uint64:
		v.SetUint(1<<63 + uint64(*n))
	case reflect.Uint8:
		v.SetUint(uint64(1 + *n%5))
	default:
		panic(v.Kind().String() + ": the test does not know how to fill it")
	}
}

// outgoings are a Show and an Answer in which every field is set: one that is added later and is not packed is found here.
func outgoings() []post.Outgoing {
	var n int
	var o post.Outgoing
	for i := range reflect.ValueOf(&o).Elem().NumField() {
		if f := reflect.ValueOf(&o).Elem().Field(i); f.Kind() != reflect.Pointer {
			filled(f, &n)
		}
	}
	o.Parts = 0 // of a Send
	show, answer := o, o
	show.Show, answer.Answer = &dialog.Show{}, &dialog.Answer{}
	filled(reflect.ValueOf(show.Show).Elem(), &n)
	filled(reflect.ValueOf(answer.Answer).Elem(), &n)
	show.Show.To, show.Show.Right = show.To, dialog.Right{} // the whole has them
	return []post.Outgoing{show, answer, {ID: 9, To: -5, Answer: &dialog.Answer{}, At: time.Unix(0, 1)}, {ID: 9, To: 5, Show: &dialog.Show{To: 5}, At: time.Unix(0, 1)}}
}

func TestWhatIsPackedIsReadAgain(t *testing.T) {
	for _, o := range outgoings() {
		b, err := encodeOutgoing(o)
		if err != nil || b[0] != outgoingPacked {
			t.Fatal(b[:1], err)
		}
		again, err := decodeOutgoing(Key(o.ID), b)
		if err != nil || !reflect.DeepEqual(o, again) {
			t.Errorf("%+v %+v\nwant %+v\n%v", again, again.Show, o, err)
		}
		for n := range len(b) {
			if _, err := decodeOutgoing(Key(o.ID), b[:n]); err == nil {
				t.Errorf("cut off after %d bytes it is read", n)
			}
		}
		if _, err := decodeOutgoing(Key(o.ID), append(bytes.Clone(b), 0)); err == nil {
			t.Error("with a byte too many it is read")
		}
	}
}

// TestWhatIsNotPackedIsJSON: nothing of what has more than a Show or an Answer gets lost.
func TestWhatIsNotPackedIsJSON(t *testing.T) {
	at := time.Unix(0, 5).UTC()
	for _, o := range []post.Outgoing{
		{ID: 1, To: 7, At: at, Send: &dialog.Send{To: 7, Laporan: dialog.Laporan{Periode: 2026}}, Parts: 2},
		{ID: 1, To: 7, At: at, Show: &dialog.Show{To: 8}},
		{ID: 1, To: 7, At: at, Show: &dialog.Show{To: 7, Right: dialog.Right{Who: dialog.Bound}}},
		{ID: 1, To: 7, At: at, React: &dialog.React{To: 7, Emoji: "x"}},
		{ID: 1, To: 7, At: at, SetCommands: &dialog.SetCommands{To: 7}},
	} {
		b, err := encodeOutgoing(o)
		again, err2 := decodeOutgoing(Key(o.ID), b)
		if err != nil || err2 != nil || !reflect.DeepEqual(o, again) {
			t.Errorf("%+v, want %+v; %v %v", again, o, err, err2)
		}
		h, err := ReadHead(b)
		if h.ID = o.ID; err != nil || h.Ticket != o.Ticket() {
			t.Errorf("the head says %+v, want %+v; %v", h.Ticket, o.Ticket(), err)
		}
	}
}

func TestASlotIsReadAgain(t *testing.T) {
	var n int
	var s Slot
	filled(reflect.ValueOf(&s).Elem(), &n)
	s.Chat, s.Slot = -7, "usulan/12"
	old, err := json.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range []Slot{s, {Chat: 7, Slot: "dialog", Held: post.Held{Message: 3}}} {
		k := SlotKeyOf(s.Chat, s.Slot)
		b, _ := encodeSlot(s)
		if again, err := decodeSlot(k, b); err != nil || !reflect.DeepEqual(s, again) {
			t.Errorf("%+v, want %+v; %v", again, s, err)
		}
	}
	if again, err := decodeSlot(SlotKeyOf(s.Chat, s.Slot), old); err != nil || again.Last != s.Last || !again.At.Equal(s.At) {
		t.Errorf("one of an earlier version: %+v %v", again, err)
	}
}

// FuzzUnpack reads anything as a record: it is refused, or read as what would be packed the same again.
func FuzzUnpack(f *testing.F) {
	for _, o := range outgoings() {
		b, _ := encodeOutgoing(o)
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, v []byte) {
		o, err := decodeOutgoing(Key(uint64(1)), v)
		if err != nil || len(v) == 0 || v[0] != outgoingPacked {
			return
		}
		b, err := encodeOutgoing(o)
		if err != nil {
			t.Fatal(err)
		}
		again, err := decodeOutgoing(Key(uint64(1)), b)
		if err != nil || !reflect.DeepEqual(o, again) {
			t.Errorf("%+v, want %+v; %v", again, o, err)
		}
	})
}

// TestAHeadSaysWhereItsRecordStands: a ticket that an earlier process has left stands where the one of this process stood.
func TestAHeadSaysWhereItsRecordStands(t *testing.T) {
	at := time.Unix(0, 5).UTC()
	for _, o := range append(outgoings(),
		post.Outgoing{ID: 1, To: 7, At: at, Lane: dialog.News, Send: &dialog.Send{To: 7}},
		post.Outgoing{ID: 1, To: 7, At: at, Check: &dialog.Check{To: 7}},
		post.Outgoing{ID: 1, To: 7, At: at, SetCommands: &dialog.SetCommands{To: 7}},
	) {
		b, err := encodeOutgoing(o)
		h, err2 := ReadHead(b)
		if h.ID = o.ID; err != nil || err2 != nil || !reflect.DeepEqual(h.Ticket, o.Ticket()) {
			t.Errorf("%+v, want %+v; %v %v", h.Ticket, o.Ticket(), err, err2)
		}
	}
}
