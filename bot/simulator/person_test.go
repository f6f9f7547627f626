package simulator

import (
	"context"
	"errors"
	"strings"
	"testing"

	"siip-asn/bot/simulator/world"
)

func TestSamePersonTwice(t *testing.T) {
	b, p := start(t, Options{})
	if b.sim.Person(Profile{ID: p.ID()}) != p || p.Profile().FirstName != "Sari" {
		t.Error("somebody else")
	}
	renamed := sari
	renamed.About = "pegawai"
	if b.sim.Person(renamed) != p || p.Profile().About != "pegawai" || len(b.sim.People()) != 1 {
		t.Errorf("%+v", p.Profile())
	}
}

func TestSendingAsAPerson(t *testing.T) {
	b, p := start(t, Options{})
	id := p.Send("  /start abc \n")
	m := b.one().Message
	if m.ID != id || m.Text != "/start abc" || m.Chat.ID != p.ID() || m.From.ID != p.ID() || m.From.IsBot || m.From.LanguageCode != "id" {
		t.Errorf("%+v", m)
	}
	if e := m.Entities; len(e) != 1 || e[0] != (Entity{Type: "bot_command", Length: 6}) {
		t.Errorf("%+v", e)
	}
	if p.Send(" \n ") != 0 || len(b.drain()) != 0 {
		t.Error("nothing was sent")
	}
	p.Send(strings.Repeat("é", 5000))
	if all := b.drain(); len(all) != 2 || len([]rune(all[0].Message.Text)) != 4096 {
		t.Errorf("%d messages", len(all))
	}
}

func TestIdsBeyond32Bits(t *testing.T) {
	b, _ := start(t, Options{})
	far := b.sim.Person(Profile{ID: 1<<52 - 1, FirstName: "Jauh"})
	far.Send("x")
	if u := b.one(); u.Message.Chat.ID != 1<<52-1 {
		t.Error(u.Message.Chat.ID)
	}
	b.send(far.ID(), "y")
}

// Private chats share one box of message ids, with gaps; each group counts from 1.
func TestMessageIds(t *testing.T) {
	b, p := start(t, Options{})
	other := b.sim.Person(budi)
	var all []int64
	for range 10 {
		all = append(all, p.Send("a"), other.Send("b"))
	}
	gaps := false
	for i := 1; i < len(all); i++ {
		if all[i] <= all[i-1] {
			t.Fatal(all)
		}
		gaps = gaps || all[i] > all[i-1]+1
	}
	if !gaps {
		t.Error("no gaps")
	}
	for _, id := range []int64{-5, -1_001_234_567_890} {
		g := b.sim.Group(id, "Grup", p)
		if got := ids(g.Chat()); len(got) != 1 || got[0] != 1 {
			t.Error(got)
		}
		if m := b.send(id, "x"); m.ID != 2 {
			t.Error(m.ID)
		}
	}
}

func TestEditingAsAPerson(t *testing.T) {
	b, p := start(t, Options{})
	id := p.Send("satu")
	b.drain()
	if err := p.Edit(id, "/dua"); err != nil {
		t.Fatal(err)
	}
	u := b.one()
	if u.Edited == nil || u.Edited.Text != "/dua" || u.Edited.ID != id || u.Edited.EditDate == 0 || u.Edited.Entities[0].Type != "bot_command" {
		t.Errorf("%+v", u.Edited)
	}
	if err := p.Edit(id, "/dua"); err != nil || len(b.drain()) != 0 {
		t.Error("an edit that changes nothing", err)
	}
	if err := p.Edit(b.send(p.ID(), "x").ID, "y"); !errors.Is(err, ErrNoMessage) {
		t.Error(err)
	}
	if err := p.Delete(99999); !errors.Is(err, ErrNoMessage) {
		t.Error(err)
	}
}

func TestBlocking(t *testing.T) {
	b, p := start(t, Options{})
	p.Block()
	p.Block()
	u := b.one().Member
	if u.Old.Status != "member" || u.New.Status != "kicked" || u.New.Until == nil || *u.New.Until != 0 || u.New.User.ID != b.sim.Bot().ID ||
		u.From.ID != p.ID() || u.Chat.ID != p.ID() {
		t.Errorf("%+v", u)
	}
	p.Unblock()
	if u := b.one().Member; u.Old.Status != "kicked" || u.New.Status != "member" {
		t.Errorf("%+v", u)
	}
	p.Block()
	p.Send("saya kembali")
	if all := b.drain(); len(all) != 3 || all[1].Member == nil || all[2].Message == nil {
		t.Errorf("%+v", all)
	}
	b.send(p.ID(), "x")
}

func TestContacts(t *testing.T) {
	b, p := start(t, Options{})
	other := b.sim.Person(budi)
	for name, c := range map[string]struct {
		share func() int64
		phone string
		owner int64
	}{
		"own":                  {p.ShareContact, "+62812000001", p.ID()},
		"of another":           {func() int64 { return p.ShareContactOf(other) }, "62812000002", other.ID()},
		"forged, nobody's":     {func() int64 { return p.ForgeContact("+62899", p.ID()) }, "+62899", 0},
		"forged, another's":    {func() int64 { return p.ForgeContact("+62 812 000002", p.ID()) }, "+62 812 000002", other.ID()},
		"typed by hand, own":   {func() int64 { return p.ForgeContact("62812000001", 0) }, "62812000001", p.ID()},
		"typed without number": {func() int64 { return p.ForgeContact("abc", p.ID()) }, "abc", 0},
	} {
		c.share()
		got := b.one().Message.Contact
		if got.PhoneNumber != c.phone || got.UserID != c.owner || got.FirstName == "" {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

func TestWaiting(t *testing.T) {
	b, p := start(t, Options{})
	seen := make(chan error, 1)
	go func() {
		seen <- p.Wait(soon(t), func(all []Message) bool { return all[len(all)-1].Text == "sudah" })
	}()
	b.send(p.ID(), "belum")
	b.send(p.ID(), "sudah")
	if err := <-seen; err != nil {
		t.Error(err)
	}
	if err := b.sim.Wait(soon(t), func() bool { return len(b.sim.Calls("sendmessage")) == 2 }); err != nil {
		t.Error(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := p.Wait(ctx, func([]Message) bool { return false }); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

func TestChatIsBounded(t *testing.T) {
	b, p := start(t, Options{})
	b.sim.Mu.Lock()
	for range world.MaxMessages + 10 {
		b.sim.Post(p.Room(), Message{Text: "x"})
	}
	b.sim.Mu.Unlock()
	if n := len(p.Chat()); n > world.MaxMessages || n < world.MaxMessages/2 {
		t.Error(n)
	}
}
