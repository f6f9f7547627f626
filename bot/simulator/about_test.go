package simulator

import (
	"testing"
)

func TestGetMe(t *testing.T) {
	b, _ := start(t, Options{Token: "123456:secret", Username: "siip_bot", Name: "SIIP-ASN"})
	me := must[botUser](b, "getMe", nil)
	if me.ID != 123456 || !me.IsBot || me.Username != "siip_bot" || me.FirstName != "SIIP-ASN" || me.User != b.sim.Bot() {
		t.Errorf("%+v", me)
	}
}

func TestGetChat(t *testing.T) {
	b, p := start(t, Options{})
	g := b.sim.Group(-5, "Grup", p)
	if c := must[fullChat](b, "getChat", args{"chat_id": p.ID()}); c.FirstName != "Sari" || c.Type != "private" || c.ActiveUsernames[0] != "sari_contoh" {
		t.Errorf("%+v", c)
	}
	if c := must[fullChat](b, "getChat", args{"chat_id": g.ID()}); c.Title != "Grup" || c.Type != "group" {
		t.Errorf("%+v", c)
	}
	b.refused("getChat", args{"chat_id": b.sim.Person(budi).ID()}, 400, "Bad Request: chat not found")
}

func TestWebhooks(t *testing.T) {
	b, p := start(t, Options{})
	p.Send("x")
	if info := must[webhookInfo](b, "getWebhookInfo", nil); info.URL != "" || info.Pending != 1 {
		t.Errorf("%+v", info)
	}
	if r := b.call("deleteWebhook", nil); r.Description != "Webhook is already deleted" || b.sim.Pending() != 1 {
		t.Error(r.body)
	}
	must[bool](b, "deleteWebhook", args{"drop_pending_updates": true})
	if b.sim.Pending() != 0 {
		t.Error("the updates are still there")
	}
}
