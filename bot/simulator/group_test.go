package simulator

import (
	"testing"
)

func TestGroupHearsOfTheBot(t *testing.T) {
	b, p := start(t, Options{})
	g := b.sim.Group(-5, "Bagian Umum", p, b.sim.Person(budi))
	all := b.drain()
	if len(all) != 2 || all[0].Member.New.Status != "member" || all[1].Message.NewMembers[0].ID != b.sim.Bot().ID {
		t.Errorf("%+v", all)
	}
	if again := b.sim.Group(-5, "Lain"); again.ID() != g.ID() || len(b.drain()) != 0 {
		t.Error("another group")
	}
}

// A bot in privacy mode hears commands and replies to itself, nothing else.
func TestPrivacyOfGroups(t *testing.T) {
	for _, reads := range []bool{false, true} {
		b, p := start(t, Options{Username: "siip_bot", ReadsGroups: reads})
		other := b.sim.Person(budi)
		g := b.sim.Group(-5, "Grup", p, other)
		m := b.send(-5, "halo")
		b.drain()
		for text, hears := range map[string]bool{
			"halo semua": false, "/start": true, "/start@siip_bot": true, "/START@SIIP_BOT x": true, "/start@lain_bot": false, "lihat /start": false,
		} {
			g.Send(other, text)
			if got := len(b.drain()) == 1; got != (hears || reads) {
				t.Errorf("%q is heard: %v", text, got)
			}
		}
		g.As(p).Reply(m.ID, "ya")
		if u := b.one().Message; u.ReplyTo.ID != m.ID || u.Chat.Title != "Grup" || u.From.ID != p.ID() {
			t.Errorf("%+v", u)
		}
	}
}

func TestButtonsInGroups(t *testing.T) {
	b, p := start(t, Options{})
	other := b.sim.Person(budi)
	g := b.sim.Group(-5, "Grup", p, other)
	b.drain()
	b.sendWith(-5, "x", inline(row(data("Ya", "ya"))))
	id, err := g.As(other).TapWord("Ya")
	if err != nil {
		t.Fatal(err)
	}
	if u := b.one().Callback; u.From.ID != other.ID() || u.Message.Chat.ID != -5 {
		t.Errorf("%+v", u)
	}
	must[bool](b, "answerCallbackQuery", args{"callback_query_id": id, "text": "terima kasih"})
	if len(g.As(other).Toasts()) != 1 || len(g.As(p).Toasts()) != 0 {
		t.Error("a toast is for who tapped")
	}
}

func TestGroupsThatCannotBeWrittenTo(t *testing.T) {
	b, p := start(t, Options{})
	group, super := b.sim.Group(-5, "Grup", p), b.sim.Group(-1_001_000_000_001, "Super", p)
	without := b.sim.Group(-1_001_000_000_002, "Tanpa bot")
	group.Kick(p)
	super.Kick(p)
	for chat, want := range map[int64]string{
		group.ID():   "Forbidden: bot was kicked from the group chat",
		super.ID():   "Forbidden: bot was kicked from the supergroup chat",
		without.ID(): "Forbidden: bot is not a member of the supergroup chat",
	} {
		b.refused("sendMessage", args{"chat_id": chat, "text": "x"}, 403, want)
	}
	must[fullChat](b, "getChat", args{"chat_id": group.ID()})
	b.drain()
	group.Send(p, "/start")
	if len(b.drain()) != 0 {
		t.Error("a kicked bot hears")
	}
	group.Add(p)
	b.send(group.ID(), "x")
}

func TestGroupBecomesSupergroup(t *testing.T) {
	b, p := start(t, Options{})
	old := b.sim.Group(-5, "Grup", p)
	b.drain()
	g := old.Upgrade(-1_001_000_000_001)
	if all := b.drain(); len(all) != 2 || all[0].Message.MigrateTo != g.ID() || all[1].Message.MigrateFrom != old.ID() {
		t.Errorf("%+v", all)
	}
	r := b.refused("sendMessage", args{"chat_id": old.ID(), "text": "x"}, 400, "Bad Request: group chat was upgraded to a supergroup chat")
	if r.Parameters.MigrateTo != g.ID() {
		t.Errorf("%s", r.body)
	}
	b.send(g.ID(), "x")
}
