package simulator

import (
	"errors"
	"net/http"
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

// sent is the answer to acts that send.
type sent struct {
	MessageID int64 `json:"message_id"`
}

// tappedView is a tap that was made. QueryID is empty when the bot has nothing to answer; its answer comes as an event.
type tappedView struct {
	QueryID string `json:"query_id"`
}

var acts = map[string]func(*Seat, actBody) (any, error){
	"send": func(t *Seat, b actBody) (any, error) {
		return sent{t.Reply(b.ReplyTo, b.Text)}, nil
	},
	"tap": func(t *Seat, b actBody) (any, error) {
		id, err := t.tapAsAsked(b)
		return tappedView{id}, err
	},
	"contact": func(t *Seat, b actBody) (any, error) {
		if b.Phone != "" {
			return sent{t.ForgeContact(b.Phone, b.Of)}, nil
		}
		return shareContact(t, b.Of)
	},
	"edit": func(t *Seat, b actBody) (any, error) {
		return sent{b.MessageID}, t.Edit(b.MessageID, b.Text)
	},
	"delete": func(t *Seat, b actBody) (any, error) {
		return sent{b.MessageID}, t.Delete(b.MessageID)
	},
	"block": actBlock,
}

func (s *Server) act(do func(*Seat, actBody) (any, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		var body actBody
		if !readBody(w, r, &body) {
			return
		}
		seat := s.seat(r, body.Person)
		if seat == nil {
			refuse(w, http.StatusNotFound, "no such chat or person")
			return
		}
		out, err := do(seat, body)
		if err != nil {
			refuse(w, http.StatusNotFound, err.Error())
			return
		}
		writeJSON(w, http.StatusOK, out)
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
	t.s.mu.Lock()
	known := t.s.w.People[of] != nil
	t.s.mu.Unlock()
	switch {
	case of == 0:
		return sent{t.ShareContact()}, nil
	case !known:
		return nil, errors.New("no such person")
	}
	return sent{t.shareContact(of)}, nil
}

func actBlock(t *Seat, b actBody) (any, error) {
	t.s.mu.Lock()
	defer t.s.mu.Unlock()
	t.s.setBlocked(t.person, b.Blocked)
	return map[string]bool{"blocked": b.Blocked}, nil
}
