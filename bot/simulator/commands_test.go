package simulator

import (
	"fmt"
	"strings"
	"testing"
)

func TestCommandsByScopeAndLanguage(t *testing.T) {
	b, p := start(t, Options{})
	set := func(name, scope, language string) {
		t.Helper()
		must[bool](b, "setMyCommands", args{"commands": []Command{{Command: "/" + name, Description: " apa "}}, "scope": scope, "language_code": language})
	}
	expect := func(want string) {
		t.Helper()
		if got := fmt.Sprint(p.Commands()); got != want {
			t.Errorf("%s, not %s", got, want)
		}
	}
	expect("[]")
	set("a", "", "")
	expect("[{a apa}]")
	set("b", `{"type":"all_private_chats"}`, "")
	expect("[{b apa}]")
	set("c", `{"type":"all_private_chats"}`, "id")
	expect("[{c apa}]")
	set("d", fmt.Sprintf(`{"type":"chat","chat_id":%d}`, p.ID()), "")
	expect("[{d apa}]")
	if list := must[[]Command](b, "getMyCommands", args{"scope": `{"type":"all_private_chats"}`, "language_code": "id"}); fmt.Sprint(list) != "[{c apa}]" {
		t.Error(list)
	}
	must[bool](b, "deleteMyCommands", args{"scope": fmt.Sprintf(`{"type":"chat","chat_id":"%d"}`, p.ID())})
	expect("[{c apa}]")
	must[bool](b, "setMyCommands", args{"commands": "[]", "scope": `{"type":"all_private_chats"}`, "language_code": "id"})
	expect("[{b apa}]")
	if list := must[[]Command](b, "getMyCommands", args{"language_code": "id"}); len(list) != 0 {
		t.Error(list)
	}
}

func TestCommandsThatAreRefused(t *testing.T) {
	b, p := start(t, Options{})
	never := b.sim.Person(budi)
	for _, c := range []struct{ commands, scope, language, want string }{
		{"{", "", "", "can't parse commands JSON object"},
		{"{}", "", "", "expected an Array of BotCommand"},
		{"[1]", "", "", "can't parse BotCommand: expected an Object"},
		{`[{"command":"a"}]`, "", "", `can't parse BotCommand: Can't find field "description"`},
		{`[{"command":"/","description":"x"}]`, "", "", "command must be non-empty"},
		{`[{"command":"` + strings.Repeat("a", 33) + `","description":"x"}]`, "", "", "command length must not exceed 32"},
		{`[{"command":"a","description":" "}]`, "", "", "command description must be non-empty"},
		{`[{"command":"a","description":"` + strings.Repeat("é", 257) + `"}]`, "", "", "command description length must not exceed 256"},
		{`[{"command":"Besar","description":"x"}]`, "", "", "BOT_COMMAND_INVALID"},
		{"[" + strings.TrimSuffix(strings.Repeat(`{"command":"a","description":"x"},`, 101), ",") + "]", "", "", "BOT_COMMANDS_TOO_MUCH"},
		{"[]", "{", "", "can't parse BotCommandScope JSON object"},
		{"[]", "[]", "", "can't parse BotCommandScope: BotCommandScope must be an Object"},
		{"[]", "{}", "", `can't parse BotCommandScope: Can't find field "type"`},
		{"[]", `{"type":"all"}`, "", "can't parse BotCommandScope: Unsupported type specified"},
		{"[]", `{"type":"chat"}`, "", `can't parse BotCommandScope: Can't find field "chat_id"`},
		{"[]", `{"type":"chat","chat_id":1}`, "", "chat not found"},
		{"[]", fmt.Sprintf(`{"type":"chat","chat_id":%d}`, never.ID()), "", "chat not found"},
		{"[]", fmt.Sprintf(`{"type":"chat_administrators","chat_id":%d}`, p.ID()), "", "can't use specified scope in private chats"},
		{"[]", fmt.Sprintf(`{"type":"chat_member","chat_id":%d}`, p.ID()), "", `can't parse BotCommandScope: Can't find field "user_id"`},
		{"[]", "", "indonesia", "invalid language code specified"},
	} {
		b.refused("setMyCommands", args{"commands": c.commands, "scope": c.scope, "language_code": c.language}, 400, "Bad Request: "+c.want)
	}
}

func TestCommandsInGroups(t *testing.T) {
	b, p := start(t, Options{})
	g := b.sim.Group(-5, "Grup", p)
	must[bool](b, "setMyCommands", args{"commands": `[{"command":"a","description":"x"}]`, "scope": `{"type":"all_group_chats"}`})
	if list := g.As(p).Commands(); len(list) != 1 {
		t.Error(list)
	}
	scope := fmt.Sprintf(`{"type":"chat_member","chat_id":-5,"user_id":%d}`, p.ID())
	must[bool](b, "setMyCommands", args{"commands": `[{"command":"b","description":"x"}]`, "scope": scope})
	if list := g.As(p).Commands(); list[0].Command != "b" {
		t.Error(list)
	}
}
