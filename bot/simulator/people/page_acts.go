package people

import (
	"errors"
	"net/http"

	"siip-asn/bot/simulator/wire"
	"siip-asn/bot/simulator/world"
)

// actBody is what the page posts; each act reads its own part of it.
type actBody struct {
	Person    int64   `json:"person"` // in a group: who acts
	MessageID int64   `json:"message_id"`
	ReplyTo   int64   `json:"reply_to"`
	Text      string  `json:"text"`
	Row       int     `json:"row"`
	Col       int     `json:"col"`
	Key       bool    `json:"key"`  // row and col are of the reply keyboard
	Word      string  `json:"word"` // the words of a button
	Data      *string `json:"data"` // a forged or old tap
	Of        int64   `json:"of"`   // whose contact
	Phone     string  `json:"phone"`
	Blocked   bool    `json:"blocked"`
}

// Sent is the answer to acts that send.
type Sent struct {
	MessageID int64 `json:"message_id"`
}

// TappedView is a tap that was made. QueryID is empty when the bot has nothing to answer; its answer comes as an event.
type TappedView struct {
	QueryID string `json:"query_id"`
}

var acts = map[string]func(*Seat, actBody) (any, error){
	"send": func(t *Seat, b actBody) (any, error) {
		return Sent{t.Reply(b.ReplyTo, b.Text)}, nil
	},
	"tap": func(t *Seat, b actBody) (any, error) {
		id, err := t.tapAsAsked(b)
		return TappedView{id}, err
	},
	"contact": func(t *Seat, b actBody) (any, error) {
		if b.Phone != "" {
			return Sent{t.ForgeContact(b.Phone, b.Of)}, nil
		}
		return shareContact(t, b.Of)
	},
	"edit": func(t *Seat, b actBody) (any, error) {
		return Sent{b.MessageID}, t.Edit(b.MessageID, b.Text)
	},
	"delete": func(t *Seat, b actBody) (any, error) {
		return Sent{b.MessageID}, t.Delete(b.MessageID)
	},
	"block": actBlock,
}

func act(s *world.World, do func(*Seat, actBody) (any, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		var body actBody
		if !readBody(w, r, &body) {
			return
		}
		seat := seat(s, r, body.Person)
		if seat == nil {
			refuse(w, http.StatusNotFound, "no such chat or person")
			return
		}
		out, err := do(seat, body)
		if err != nil {
			refuse(w, http.StatusNotFound, err.Error())
			return
		}
		wire.WriteJSON(w, http.StatusOK, out)
	}
}

func (t *Seat) tapAsAsked(b actBody) (string, error) {
	switch {
	case b.Key:
		return "", t.PressKey(b.Row, b.Col)
	case b.Word != "":
		return t.TapWord(b.Word)
	case b.Data != nil:
		return t.TapData(b.MessageID, *b.Data), nil
	}
	return t.Tap(b.MessageID, b.Row, b.Col)
}

func shareContact(t *Seat, of int64) (any, error) {
	t.s.Mu.Lock()
	known := t.s.State.People[of] != nil
	t.s.Mu.Unlock()
	switch {
	case of == 0:
		return Sent{t.ShareContact()}, nil
	case !known:
		return nil, errors.New("no such person")
	}
	return Sent{t.shareContact(of)}, nil
}

func actBlock(t *Seat, b actBody) (any, error) {
	t.s.Mu.Lock()
	defer t.s.Mu.Unlock()
	setBlocked(t.s, t.person, b.Blocked)
	return map[string]bool{"blocked": b.Blocked}, nil
}
