package percakapan_test

import (
	"go/parser"
	"go/token"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"siip-asn/flow"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/percakapan"
)

// greeting is a conversation that the program does not have: it asks for a name, and greets.
func greeting() engine.Conversation {
	name := engine.State[string]{Key: "salam"}
	ask := func(t *engine.Turn) { t.Go("salam") }
	return engine.Conversation{
		Name: "salam",
		Places: []engine.Place{{
			Name: "salam",
			Screen: func(t *engine.Turn) ui.Screen {
				return ui.Screen{
					Text: ui.Spans{}.Plain("Siapa nama Anda? ").Plain(name.Get(t)),
					Rows: [][]ui.Choice{{{Label: "Sapa", Button: ui.Button{Word: "sapa", Versi: t.Versi()}}}},
				}
			},
			Typed: func(t *engine.Turn, body string) {
				name.Set(t, body)
				t.ShowPlace()
			},
			Taps: engine.Taps{"sapa": func(t *engine.Turn, _ uint64) { t.Answer("Halo, " + name.Get(t) + "!") }},
		}},
		Doors:    []engine.Door{engine.Opens("salam", ask)},
		Commands: []engine.BotCommand{{Name: "salam", About: "Salam", Rank: 99, For: engine.Everybody, Run: ask}},
	}
}

// TestANewConversationTouchesNothingElse: a conversation that is added to the others has its command in the menu, its
// place, its buttons and its state in the stored session, and nothing else knows of it.
func TestANewConversationTouchesNothingElse(t *testing.T) {
	t.Parallel()
	all := engine.NewRegistry(append(percakapan.Registry().Conversations, greeting())...)
	s := stageOf(t, t.TempDir(), all.Step)
	for _, step := range []struct{ line, want string }{
		{"Budi masuk", "terhubung"},
		{"Budi mengetik /salam", "Siapa nama Anda?"},
		{"Budi mengetik Budi", "Siapa nama Anda? Budi"},
		{"Budi mengetik /bantuan", "Petunjuk"},
		{"Budi mengetik /salam", "Siapa nama Anda? Budi"},
		{"Budi mengetuk Sapa", "Halo, Budi!"},
		{"Budi mengetik /batal", "Tidak ada isian"},
	} {
		if seen := s.perform(step.line); !strings.Contains(seen, step.want) {
			t.Errorf("%s:\n%s", step.line, seen)
		}
	}
	menu := all.Menu(flow.Pegawai{})
	if last := menu[len(menu)-1].Name; last != "salam" {
		t.Errorf("the last command of the menu is /%s", last)
	}
	s.close()
}

// TestAFileAddsOneConversation: each conversation is named by one file of this package, and that file names no other. So a
// new one changes no line that is there.
func TestAFileAddsOneConversation(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	by := map[string]string{}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		named := conversationsIn(t, file)
		if len(named) > 1 {
			t.Errorf("%s names %v", file, named)
		}
		for _, c := range named {
			if by[c] != "" {
				t.Errorf("%s is named by %s and %s", c, by[c], file)
			}
			by[c] = file
		}
	}
	if n := len(percakapan.Registry().Conversations); len(by) != n {
		t.Errorf("%d conversations, %d files that add one", n, len(by))
	}
}

// conversationsIn lists the packages below this one that a file imports, but for the libraries of screens.
func conversationsIn(t *testing.T, file string) (list []string) {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	for _, i := range f.Imports {
		path, _ := strconv.Unquote(i.Path.Value)
		name, below := strings.CutPrefix(path, "siip-asn/flow/percakapan/")
		if below && name != "buttons" && name != "wording" {
			list = append(list, name)
		}
	}
	return list
}
