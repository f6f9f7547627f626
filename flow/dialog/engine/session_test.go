package engine

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/ui"
)

// office is a Reader in which nobody is.
type office struct{ dialog.Reader }

func (office) Account(id flow.AccountID) flow.Account { return flow.Account{ID: id, Pegawai: 1} }
func (office) Pegawai(id flow.PegawaiID) (flow.Pegawai, bool) {
	return flow.Pegawai{ID: id, Nama: "BUDI CONTOH"}, true
}
func (office) Aturan() flow.Aturan { return flow.Aturan{Zona: time.UTC} }

type memo struct {
	Teks string `json:"teks,omitempty"`
}

var (
	mine = State[memo]{Key: "catatan/baru", Old: "catatan"}
	seen = State[int]{Key: "hitung"}
)

// notebook remembers what is typed; "kosong" forgets it.
func notebook() *Registry {
	return NewRegistry(Conversation{Name: "catatan", Places: []Place{{
		Screen: func(t *Turn) ui.Screen { return ui.Screen{Text: ui.Spans{}.Plain("[", mine.Get(t).Teks, "]")} },
		Typed: func(t *Turn, body string) {
			mine.Edit(t).Teks = strings.TrimPrefix(body, "kosong")
			t.ShowPlace()
		},
	}}})
}

func type1(t *testing.T, g *Registry, stored, body string) (string, string) {
	t.Helper()
	var s dialog.Session
	if err := json.Unmarshal([]byte(stored), &s); err != nil {
		t.Fatal(err)
	}
	after, effects, err := g.Step(office{}, s, dialog.Event{At: time.Unix(1, 0), From: 7, Input: dialog.Text{Body: body}})
	if err != nil {
		t.Fatal(err)
	}
	text, err := json.Marshal(after)
	if err != nil {
		t.Fatal(err)
	}
	return string(text), effects[len(effects)-1].(dialog.Show).Screen.Text.String()
}

// TestASessionIsWrittenBackAsItWasRead: what a step does not touch keeps its bytes, whoever wrote them.
func TestASessionIsWrittenBackAsItWasRead(t *testing.T) {
	const others = `"apa":{ "z":1, "a":[1,2] },"daftar":{"filter":{"opd":2}}`
	after, _ := type1(t, notebook(), `{"versi":4,`+others+`}`, "kosong")
	want := strings.ReplaceAll(`{"versi":5,`+others+`}`, " ", "")
	var compact strings.Builder
	_ = json.NewEncoder(&compact).Encode(json.RawMessage(after))
	if strings.TrimSpace(compact.String()) != want {
		t.Errorf("%s\nwant %s", after, want)
	}
	var s dialog.Session
	if err := json.Unmarshal([]byte(`{`+others+`}`), &s); err != nil {
		t.Fatal(err)
	}
	if got := string(s.StateOf("apa")); got != `{ "z":1, "a":[1,2] }` {
		t.Errorf("decoded although nobody asked: %s", got)
	}
}

// TestAStateMovesToItsNewKey: it is read under the old one until it was written; what was cleared stays cleared.
func TestAStateMovesToItsNewKey(t *testing.T) {
	const old = `{"catatan":{"teks":"dahulu"}}`
	var s dialog.Session
	if err := json.Unmarshal([]byte(old), &s); err != nil {
		t.Fatal(err)
	}
	if got := mine.In(s).Teks; got != "dahulu" {
		t.Errorf("read %q", got)
	}
	after, text := type1(t, notebook(), old, "baru")
	if text != "[baru]" || !strings.Contains(after, `"catatan/baru":{"teks":"baru"}`) {
		t.Errorf("%s %s", text, after)
	}
	after, _ = type1(t, notebook(), after, "kosong")
	if err := json.Unmarshal([]byte(after), &s); err != nil {
		t.Fatal(err)
	}
	if got := mine.In(s).Teks; got != "" {
		t.Errorf("%q came back out of %s", got, after)
	}
}

// TestADamagedStateIsEmpty: a conversation begins anew instead of failing for ever.
func TestADamagedStateIsEmpty(t *testing.T) {
	var s dialog.Session
	if err := json.Unmarshal([]byte(`{"hitung":"tiga"}`), &s); err != nil {
		t.Fatal(err)
	}
	if got := seen.In(s); got != 0 {
		t.Errorf("%d", got)
	}
	if got := seen.In(seen.Put(s, 3)); got != 3 {
		t.Errorf("%d", got)
	}
}

// TestTwoOfOneNameAreAFault: the program does not start with them.
func TestTwoOfOneNameAreAFault(t *testing.T) {
	twice := Conversation{Name: "a", Places: []Place{{Name: "x"}, {Name: "x"}}}
	defer func() {
		if recover() == nil {
			t.Error("two places of one name")
		}
	}()
	NewRegistry(twice)
}
