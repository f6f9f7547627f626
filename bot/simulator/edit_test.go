package simulator

import (
	"testing"
	"time"
)

const cannotEdit = "Bad Request: message can't be edited"

func TestEditing(t *testing.T) {
	c := newClock()
	b, p := start(t, Options{Now: c.now})
	m := b.sendWith(p.ID(), "satu", inline(row(data("a", "b"))))
	c.add(time.Minute)
	edited := must[Message](b, "editMessageText", args{"chat_id": p.ID(), "message_id": m.ID, "text": "<i>dua</i>", "parse_mode": "HTML"})
	if edited.Text != "dua" || edited.Entities[0].Type != "italic" || edited.EditDate != m.Date+60 || edited.Date != m.Date {
		t.Errorf("%+v", edited)
	}
	if edited.Inline != nil {
		t.Error("without reply_markup the buttons stay")
	}
	if seen := p.Last(); !seen.Edited || seen.Text != "dua" {
		t.Errorf("%+v", seen)
	}
}

func TestEditingWhereTheBotIsBlocked(t *testing.T) {
	b, p := start(t, Options{})
	m := b.send(p.ID(), "satu")
	p.Block()
	b.refused("editMessageText", args{"chat_id": p.ID(), "message_id": m.ID, "text": "dua"}, 403, "Forbidden: bot was blocked by the user")
}

func TestEditingButtonsOnly(t *testing.T) {
	b, p := start(t, Options{})
	m := b.sendWith(p.ID(), "satu", inline(row(data("a", "b"))))
	edited := must[Message](b, "editMessageReplyMarkup", args{"chat_id": p.ID(), "message_id": m.ID, "reply_markup": inline(row(data("c", "d")))})
	if _, ok := edited.Button("c"); !ok || edited.Text != "satu" {
		t.Errorf("%+v", edited)
	}
	if p.Last().Edited {
		t.Error("a change of buttons shows as an edit")
	}
	none := must[Message](b, "editMessageReplyMarkup", args{"chat_id": p.ID(), "message_id": m.ID})
	if none.Inline != nil {
		t.Error("the buttons stay")
	}
}

func TestEditsThatAreRefused(t *testing.T) {
	b, p := start(t, Options{})
	m := b.sendWith(p.ID(), "satu", inline(row(data("a", "b"))))
	keys := b.sendWith(p.ID(), "x", `{"keyboard":[["a"]]}`)
	forced := b.sendWith(p.ID(), "x", `{"force_reply":true}`)
	removed := b.sendWith(p.ID(), "x", `{"remove_keyboard":true}`)
	own := p.Send("punya saya")
	kind, body := multipartBody(map[string]string{"chat_id": "7000000001"}, "document", "a.txt", []byte("x"))
	if r, err := b.post(t.Context(), "sendDocument", kind, body); err != nil || !r.OK {
		t.Fatal(err, r.body)
	}
	document := p.Last()
	for _, c := range []struct {
		chat, id any
		text     string
		markup   any
		want     string
	}{
		{p.ID(), m.ID, "satu", inline(row(data("a", "b"))), "Bad Request: " + notModified},
		{p.ID(), 99999, "x", nil, "Bad Request: message to edit not found"},
		{p.ID(), 0, "x", nil, "Bad Request: message to edit not found"},
		{p.ID(), -5, "x", nil, "Bad Request: message to edit not found"},
		{p.ID(), own, "x", nil, cannotEdit},
		{p.ID(), keys.ID, "y", nil, cannotEdit},
		{p.ID(), forced.ID, "y", nil, cannotEdit},
		{p.ID(), removed.ID, "y", nil, cannotEdit},
		{p.ID(), document.ID, "x", nil, "Bad Request: there is no text in the message to edit"},
		{p.ID(), m.ID, "", nil, "Bad Request: message text is empty"},
		{p.ID(), m.ID, " ", nil, "Bad Request: text must be non-empty"},
		{p.ID(), m.ID, "x", `{"keyboard":[["a"]]}`, "Bad Request: inline keyboard expected"},
		{p.ID(), m.ID, "x", `{"inline_keyboard":null}`, `Bad Request: field "inline_keyboard" must be of type Array`},
		{1, m.ID, "x", nil, "Bad Request: chat not found"},
		{"", m.ID, "x", nil, "Bad Request: chat_id is empty"},
		{"", "", "x", nil, "Bad Request: inline message identifier is not specified"},
	} {
		a := args{"chat_id": c.chat, "message_id": c.id, "text": c.text}
		if c.markup != nil {
			a["reply_markup"] = c.markup
		}
		b.refused("editMessageText", a, 400, c.want)
	}
	b.refused("editMessageText", args{"inline_message_id": "x", "text": "y"}, 400, "Bad Request: MESSAGE_ID_INVALID")
	b.refused("editMessageReplyMarkup", args{"chat_id": p.ID(), "message_id": keys.ID}, 400, cannotEdit)
	b.refused("editMessageReplyMarkup", args{"chat_id": p.ID(), "message_id": document.ID}, 400, "Bad Request: "+notModified)
	must[Message](b, "editMessageReplyMarkup", args{"chat_id": p.ID(), "message_id": document.ID, "reply_markup": inline(row(data("a", "b")))})
}

// The bot's own messages have no limit of age for edits.
func TestEditingOldMessages(t *testing.T) {
	c := newClock()
	b, p := start(t, Options{Now: c.now})
	m := b.send(p.ID(), "lama")
	c.add(90 * 24 * time.Hour)
	must[Message](b, "editMessageText", args{"chat_id": p.ID(), "message_id": m.ID, "text": "baru"})
}

// A message that was edited was not the one that others replied to.
func TestEditLeavesWhatWasSaidBefore(t *testing.T) {
	b, p := start(t, Options{})
	m := b.send(p.ID(), "satu")
	p.Reply(m.ID, "dua")
	must[Message](b, "editMessageText", args{"chat_id": p.ID(), "message_id": m.ID, "text": "tiga"})
	if u := b.one(); u.Message.ReplyTo.Text != "satu" {
		t.Errorf("%+v", u.Message.ReplyTo)
	}
}

func TestDeleting(t *testing.T) {
	c := newClock()
	b, p := start(t, Options{Now: c.now})
	own, other := b.send(p.ID(), "x"), p.Send("y")
	b.drain()
	must[bool](b, "deleteMessage", args{"chat_id": p.ID(), "message_id": own.ID})
	must[bool](b, "deleteMessage", args{"chat_id": p.ID(), "message_id": other})
	if left := p.Chat(); len(left) != 1 {
		t.Errorf("%+v", left)
	}
	const gone = "Bad Request: message to delete not found"
	b.refused("deleteMessage", args{"chat_id": p.ID(), "message_id": own.ID}, 400, gone)
	b.refused("deleteMessage", args{"chat_id": p.ID(), "message_id": -1}, 400, gone)
	b.refused("deleteMessage", args{"chat_id": p.ID()}, 400, "Bad Request: message identifier is not specified")
	b.refused("deleteMessage", args{"message_id": 1}, 400, "Bad Request: chat identifier is not specified")
	if waits := b.drain(); len(waits) > 0 {
		t.Errorf("the bot hears of a deletion: %+v", waits)
	}
}

func TestDeletingOldMessages(t *testing.T) {
	c := newClock()
	b, p := start(t, Options{Now: c.now})
	super, group := b.sim.Group(-1_001_000_000_001, "Super", p), b.sim.Group(-5, "Grup", p)
	one, two, three := b.send(p.ID(), "x"), b.send(super.ID(), "x"), b.send(group.ID(), "x")
	theirs := super.Send(p, "/halo")
	b.refused("deleteMessage", args{"chat_id": super.ID(), "message_id": theirs}, 400, "Bad Request: message can't be deleted")
	c.add(48*time.Hour + time.Second)
	const everyone = "Bad Request: message can't be deleted for everyone"
	b.refused("deleteMessage", args{"chat_id": p.ID(), "message_id": one.ID}, 400, everyone)
	b.refused("deleteMessage", args{"chat_id": super.ID(), "message_id": two.ID}, 400, "Bad Request: message can't be deleted")
	b.refused("deleteMessage", args{"chat_id": group.ID(), "message_id": three.ID}, 400, everyone)
}
