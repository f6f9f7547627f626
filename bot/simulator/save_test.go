package simulator

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"siip-asn/bot/simulator/world"
)

// full makes a world with something of everything.
func full(t *testing.T, sim *Server) (p *Person, query string) {
	t.Helper()
	b := serve(t, sim)
	p = sim.Person(sari)
	g := sim.Group(-5, "Grup", p)
	p.Send("/start")
	p.Upload("a.txt", "text/plain", []byte("isi"), "")
	b.sendWith(p.ID(), "kunci", `{"keyboard":[["a"]]}`)
	m := b.sendWith(p.ID(), "x", inline(row(data("Ya", "ya"))))
	must[bool](b, "setMyCommands", args{"commands": `[{"command":"a","description":"x"}]`})
	if r := b.photo(static, jpegOf(200, 200)); !r.OK {
		t.Fatal(r.body)
	}
	g.Send(p, "/start")
	query, err := p.Tap(m.ID, 0, 0)
	if err != nil {
		t.Fatal(err)
	}
	return p, query
}

// check compares a world with the one it was, and goes on in it.
func check(t *testing.T, was, is *Server, query string) {
	t.Helper()
	a, b := was.Person(sari), is.Person(Profile{ID: sari.ID})
	for name, pair := range map[string][2]any{
		"chats":    {a.Chat(), b.Chat()},
		"keyboard": {a.Keyboard(), b.Keyboard()},
		"commands": {a.Commands(), b.Commands()},
		"profile":  {a.Profile(), b.Profile()},
		"picture":  {was.State.ProfilePhoto, is.State.ProfilePhoto},
		"pending":  {was.Pending(), is.Pending()},
		"taps":     {was.Unanswered(), is.Unanswered()},
		"group":    {was.Group(-5, "").Chat(), is.Group(-5, "").Chat()},
		"updates":  {was.State.Queue.Updates, is.State.Queue.Updates},
	} {
		if x, y := compact(t, pair[0]), compact(t, pair[1]); x != y {
			t.Errorf("%s\n was %s\n is  %s", name, x, y)
		}
	}
	bot := serve(t, is)
	last := a.Last().ID
	if m := bot.send(sari.ID, "lanjut"); m.ID <= last {
		t.Errorf("message %d after %d", m.ID, last)
	}
	must[bool](bot, "answerCallbackQuery", args{"callback_query_id": query})
	doc := b.Chat()[1].Document
	info := must[fileInfo](bot, "getFile", args{"file_id": doc.FileID})
	if _, raw := bot.fetch(info.FilePath); string(raw) != "isi" {
		t.Error(string(raw))
	}
	tail := is.State.Queue.Tail
	if b.Send("x"); is.State.Queue.Tail != tail+1 {
		t.Error("update ids begin anew")
	}
	if b.TapData(1, "x") == query {
		t.Error("a query id comes again")
	}
}

func TestFileSurvivesARestart(t *testing.T) {
	path := filepath.Join(t.TempDir(), "sim.json")
	sim, err := Open(path, Options{Seed: 5})
	if err != nil {
		t.Fatal(err)
	}
	_, query := full(t, sim)
	if err := sim.Close(); err != nil {
		t.Fatal(err)
	}
	again, err := Open(path, Options{Seed: 5})
	if err != nil {
		t.Fatal(err)
	}
	if again.Rng.Uint64() == New(Options{Seed: 5}).Rng.Uint64() {
		t.Error("what was drawn before the restart is drawn again")
	}
	check(t, sim, again, query)
	if info, _ := os.Stat(path); info.Mode().Perm() != 0o600 {
		t.Error(info.Mode())
	}
}

// A change reaches the file without Close, as it must when the process is killed.
func TestChangesAreWrittenSoon(t *testing.T) {
	path := filepath.Join(t.TempDir(), "sim.json")
	sim, err := Open(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { sim.Close() })
	sim.Person(sari).Send("tersimpan")
	written := func() bool {
		raw, _ := os.ReadFile(path)
		return strings.Contains(string(raw), "tersimpan")
	}
	if err := sim.Wait(soon(t), written); err != nil {
		t.Fatal(err)
	}
	left, _ := filepath.Glob(path + ".*[0-9]")
	if len(left) > 0 {
		t.Errorf("left over: %v", left)
	}
}

func TestFilesOfBlobsGoToo(t *testing.T) {
	path := filepath.Join(t.TempDir(), "sim.json")
	sim, err := Open(path, Options{FileBytes: 10})
	if err != nil {
		t.Fatal(err)
	}
	p := sim.Person(sari)
	for i := range 5 {
		p.Upload(fmt.Sprint(i), "", []byte("12345"), "")
	}
	if err := sim.Close(); err != nil {
		t.Error(err)
	}
	if left, _ := os.ReadDir(path + ".files"); len(left) != 2 {
		t.Errorf("%d files", len(left))
	}
}

func TestStatesThatCannotBeRead(t *testing.T) {
	for _, raw := range []string{"", "{", `{"version":99}`, "[]"} {
		if _, err := world.Load(strings.NewReader(raw), Options{}); err == nil {
			t.Errorf("%q is taken", raw)
		}
	}
	path := filepath.Join(t.TempDir(), "sim.json")
	if err := os.WriteFile(path+".files", nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(path, Options{}); err == nil {
		t.Error("a file in the place of the folder is taken")
	}
}

func TestTroubleOfWritingIsTold(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "sim")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	sim, err := Open(filepath.Join(folder, "sim.json"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := os.RemoveAll(folder); err != nil {
		t.Fatal(err)
	}
	sim.Person(sari).Upload("a", "", []byte("x"), "")
	for range 2 {
		if sim.Close() == nil {
			t.Error("nobody hears of it")
		}
	}
}
