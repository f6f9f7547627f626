package simulator

import (
	"testing"
)

func TestReactions(t *testing.T) {
	b, p := start(t, Options{})
	id := p.Send("terima kasih")
	react := func(message int64, reaction string) args {
		return args{"chat_id": p.ID(), "message_id": message, "reaction": reaction}
	}
	must[bool](b, "setMessageReaction", react(id, `[{"type":"emoji","emoji":"🙏"}]`))
	if m := p.Last(); m.ID != id || m.Reaction != "🙏" || m.Wire().Reaction != "" {
		t.Errorf("%+v", m)
	}
	must[bool](b, "setMessageReaction", react(id, `[]`))
	if m := p.Last(); m.Reaction != "" {
		t.Errorf("%+v", m)
	}
	b.refused("setMessageReaction", react(id, `[{"type":"emoji","emoji":"🚲"}]`), 400, "Bad Request: REACTION_INVALID")
	b.refused("setMessageReaction", react(id, `[{"type":"emoji","emoji":"👍"},{"type":"emoji","emoji":"🔥"}]`), 400, "Bad Request: REACTIONS_TOO_MANY")
	b.refused("setMessageReaction", react(id, `{`), 400, "Bad Request: can't parse reaction types JSON object")
	b.refused("setMessageReaction", react(9999, `[]`), 400, "Bad Request: message to react not found")
	p.Block()
	b.refused("setMessageReaction", react(id, `[]`), 403, "Forbidden: bot was blocked by the user")
}

func TestWhatTheBotSaysOfItself(t *testing.T) {
	b, _ := start(t, Options{})
	must[bool](b, "setMyDescription", args{"description": "Usulan diklat"})
	must[bool](b, "setMyShortDescription", args{"short_description": "SIIP-ASN"})
	if long, short := b.sim.About(); long != "Usulan diklat" || short != "SIIP-ASN" {
		t.Errorf("%q, %q", long, short)
	}
	if got := must[map[string]string](b, "getMyDescription", nil); got["description"] != "Usulan diklat" {
		t.Error(got)
	}
	if got := must[map[string]string](b, "getMyShortDescription", nil); got["short_description"] != "SIIP-ASN" {
		t.Error(got)
	}
	b.refused("setMyShortDescription", args{"short_description": string(make([]rune, 121))}, 400, "Bad Request: BOT_DESCRIPTION_TOO_LONG")
}

// TestAMessageWithoutASound is told apart from one that rings.
func TestAMessageWithoutASound(t *testing.T) {
	b, p := start(t, Options{})
	must[Message](b, "sendMessage", args{"chat_id": p.ID(), "text": "x", "disable_notification": true})
	if !p.Last().Silent {
		t.Error("it rings")
	}
	b.send(p.ID(), "y")
	if p.Last().Silent {
		t.Error("it does not ring")
	}
}
