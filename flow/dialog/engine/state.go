package engine

import (
	"encoding/json"
	"fmt"
	"reflect"

	"siip-asn/flow/dialog"
)

// State is what one conversation keeps of a person between two steps. It is declared once, in the package of the
// conversation, and not exported: so only that conversation can read or write it.
//
//	var draft = engine.State[Draft]{Key: "form"}
//
// T is a plain struct (or number) that encoding/json reads and writes; its zero value is not stored.
type State[T any] struct {
	Key string // in the stored session; never that of another State
	Old string // where an older version of the program kept it: read while there is nothing under Key
}

// held is the state of one key during a step.
type held struct {
	value   any // *T
	old     string
	touched bool
}

// Get is the state as it is now. What it points to must not be changed.
func (k State[T]) Get(t *Turn) T { return *k.open(t).value.(*T) }

// Edit is the state, to be changed in place: it is written back when the step is over. Slices and maps in it are shared with what
// Get gave, so a conversation clones them before it changes them.
func (k State[T]) Edit(t *Turn) *T {
	h := k.open(t)
	h.touched = true
	return h.value.(*T)
}

// Set replaces the state.
func (k State[T]) Set(t *Turn, v T) { *k.Edit(t) = v }

// Clear takes the state away.
func (k State[T]) Clear(t *Turn) {
	var zero T
	k.Set(t, zero)
}

// Fresh is a door for other conversations: it leads to the place, with nothing in the state.
func (k State[T]) Fresh(word string, p dialog.PlaceName) Door {
	return Door{Word: word, Inner: true, Open: func(t *Turn, _ Opening) {
		k.Clear(t)
		t.Go(p)
	}}
}

// In reads the state out of a stored session, such as that of somebody else (View.Session). One that cannot be read counts as
// empty.
func (k State[T]) In(s dialog.Session) T {
	var v T
	raw := s.StateOf(k.Key)
	if raw == nil && k.Old != "" {
		raw = s.StateOf(k.Old)
	}
	if raw == nil {
		return v
	}
	if err := json.Unmarshal(raw, &v); err != nil {
		var zero T
		return zero
	}
	return v
}

// Put is the session with this state in it: for tests that begin in the middle of a conversation.
func (k State[T]) Put(s dialog.Session, v T) dialog.Session {
	raw, err := encode(&v)
	if err != nil {
		panic(fmt.Sprintf("state %s: %v", k.Key, err))
	}
	return s.WithState(k.Key, raw)
}

// open gives the state of the step, decoded from the session at the first use and kept for the rest of the step.
func (k State[T]) open(t *Turn) *held {
	if h := t.states[k.Key]; h != nil {
		return h
	}
	v := k.In(t.s)
	h := &held{value: &v, old: k.Old}
	t.states[k.Key] = h
	return h
}

// encode writes a state; nil for the zero value, which is not stored.
func encode(pointer any) (json.RawMessage, error) {
	if reflect.ValueOf(pointer).Elem().IsZero() {
		return nil, nil
	}
	return json.Marshal(pointer)
}
