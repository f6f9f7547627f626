package flow

import (
	"encoding/json"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// plan says of each package of the house what it may import: packages of the module by their path in it, others by their
// module. OFFICE is the nouns and rules of the office, DIALOG the form of a conversation. Telegram is known in bot only,
// buckets in store, workbooks in reports; cmd puts the rooms together. The conversations have a rule of their own, below.
const plan = `
flow/spelling
flow/judul
flow/identitas          flow/spelling
flow/kalender           flow/spelling
flow                    flow/spelling flow/identitas flow/kalender
flow/giliran            flow
flow/aktivasi           flow flow/spelling flow/identitas flow/kalender
flow/jejak              flow flow/spelling flow/identitas
flow/daftar             flow flow/spelling flow/identitas flow/kalender
flow/cetakan            flow flow/spelling flow/kalender flow/jejak
flow/hitung             flow flow/spelling flow/judul flow/kalender flow/jejak flow/daftar
flow/rencana            flow flow/spelling flow/identitas flow/kalender flow/daftar flow/hitung
flow/imports             flow flow/spelling flow/identitas flow/kalender flow/jejak
flow/dialog/ui          flow
flow/dialog             OFFICE flow/dialog/ui
flow/dialog/view        OFFICE DIALOG
flow/dialog/engine      OFFICE DIALOG flow/dialog/view
flow/post               OFFICE DIALOG

store                   OFFICE store/boltfile store/core store/impor store/laporan store/reader store/schema store/upkeep
store/core              OFFICE DIALOG flow/post store/backup store/boltfile store/check store/migration store/pending store/reader store/schema store/table store/txn go.etcd.io/bbolt
store/impor             OFFICE store/core store/reader store/schema store/table go.etcd.io/bbolt
store/upkeep            OFFICE store/backup store/boltfile store/core store/reader store/schema store/table store/txn go.etcd.io/bbolt
store/laporan           OFFICE store/core store/impor store/reader store/schema store/table store/upkeep go.etcd.io/bbolt
store/pending           OFFICE DIALOG flow/post store/schema
store/check             OFFICE store/backup store/boltfile store/reader store/schema store/table store/txn go.etcd.io/bbolt
store/reader            OFFICE DIALOG store/schema store/table go.etcd.io/bbolt
store/schema            OFFICE DIALOG flow/post store/table go.etcd.io/bbolt
store/migration         go.etcd.io/bbolt
store/table             go.etcd.io/bbolt
store/txn               go.etcd.io/bbolt
store/backup            store/boltfile
store/boltfile          go.etcd.io/bbolt

reports
reports/incoming           OFFICE reports/workbook reports/form reports/sheet reports/typeset
reports/form            OFFICE reports/workbook reports/sheet reports/typeset github.com/xuri/excelize/v2
reports/sheet          OFFICE
reports/typeset            OFFICE
reports/colours           OFFICE
reports/workbook            OFFICE reports/typeset github.com/xuri/excelize/v2
reports/typeface
reports/paper          reports/typeface reports/typeset codeberg.org/go-pdf/fpdf rsc.io/qr
reports/cetak           OFFICE reports/workbook reports/typeface reports/paper reports/surat reports/typeset
reports/rekap           OFFICE reports/workbook reports/cetak reports/typeset reports/colours github.com/xuri/excelize/v2
reports/rencana         OFFICE reports/workbook reports/typeset github.com/xuri/excelize/v2
reports/surat           OFFICE reports/paper reports/typeset
reports/laporan         OFFICE reports/picture reports/paper reports/surat reports/typeset
reports/picture          OFFICE reports/typeface reports/typeset reports/colours golang.org/x/image gonum.org/v1/plot
reports/jejak           OFFICE reports/workbook reports/typeset
reports/undangan        OFFICE reports/workbook reports/cetak reports/typeface reports/paper reports/typeset
reports/sample          OFFICE reports/paper github.com/xuri/excelize/v2 golang.org/x/image

bot                     OFFICE bot/scheduler bot/slot bot/telegram DIALOG flow/post gopkg.in/telebot.v3
bot/telegram
bot/scheduler           OFFICE DIALOG flow/post
bot/slot                DIALOG flow/post
bot/simulator           bot/simulator/onlooker bot/simulator/people bot/simulator/text bot/simulator/wire bot/simulator/world
bot/simulator/people    bot/simulator/onlooker bot/simulator/text bot/simulator/wire bot/simulator/world
bot/simulator/world     bot/simulator/onlooker bot/simulator/wire
bot/simulator/onlooker
bot/simulator/text      bot/simulator/wire
bot/simulator/wire

cmd/siip-asn/words
cmd/siip-asn/config     OFFICE github.com/robfig/cron/v3 go.yaml.in/yaml/v3
cmd/siip-asn/output
cmd/siip-asn/machine
cmd/siip-asn/desk       cmd/siip-asn/words
cmd/siip-asn/jobs       OFFICE cmd/siip-asn/desk cmd/siip-asn/office cmd/siip-asn/words flow/percakapan store
cmd/siip-asn/office     OFFICE bot cmd/siip-asn/config DIALOG flow/percakapan flow/post reports/cetak reports/picture reports/jejak reports/paper reports/laporan reports/incoming reports/rekap reports/rencana reports/undangan store store/backup github.com/prometheus github.com/robfig/cron/v3 golang.org/x/sync
cmd/siip-asn/demo       OFFICE bot/simulator cmd/siip-asn/config cmd/siip-asn/office DIALOG flow/percakapan/paging flow/post store golang.org/x/sync
cmd/siip-asn/bench      OFFICE DIALOG flow/post store go.etcd.io/bbolt gopkg.in/telebot.v3
cmd/siip-asn/process    cmd/siip-asn/config cmd/siip-asn/office store golang.org/x/sys
cmd/siip-asn/campaign
cmd/siip-asn/cli        OFFICE cmd/siip-asn/config cmd/siip-asn/desk cmd/siip-asn/jobs cmd/siip-asn/office cmd/siip-asn/output cmd/siip-asn/words store github.com/spf13
cmd/siip-asn/intake     OFFICE cmd/siip-asn/cli cmd/siip-asn/desk cmd/siip-asn/jobs cmd/siip-asn/office reports/incoming github.com/spf13
cmd/siip-asn/codes      OFFICE cmd/siip-asn/cli cmd/siip-asn/config cmd/siip-asn/jobs cmd/siip-asn/office cmd/siip-asn/words reports/undangan github.com/spf13
cmd/siip-asn/setup      OFFICE bot cmd/siip-asn/cli cmd/siip-asn/codes cmd/siip-asn/config cmd/siip-asn/desk cmd/siip-asn/intake cmd/siip-asn/jobs cmd/siip-asn/machine cmd/siip-asn/office cmd/siip-asn/words github.com/spf13
cmd/siip-asn            OFFICE bot cmd/siip-asn/cli cmd/siip-asn/codes cmd/siip-asn/config cmd/siip-asn/demo cmd/siip-asn/intake cmd/siip-asn/jobs cmd/siip-asn/machine cmd/siip-asn/office cmd/siip-asn/output cmd/siip-asn/setup cmd/siip-asn/words reports/incoming reports/rekap store github.com/spf13
`

// groups is what the words in capitals of the plan stand for.
var groups = map[string][]string{
	"OFFICE": {
		"flow/spelling", "flow/judul", "flow/identitas", "flow/kalender", "flow", "flow/giliran", "flow/aktivasi", "flow/jejak",
		"flow/daftar", "flow/cetakan", "flow/hitung", "flow/rencana", "flow/imports",
	},
	"DIALOG": {"flow/dialog", "flow/dialog/ui"},
}

// rooms is the plan by package.
var rooms = readPlan()

func readPlan() map[string][]string {
	all := map[string][]string{}
	for line := range strings.Lines(plan) {
		words := strings.Fields(line)
		if len(words) == 0 {
			continue
		}
		allowed := []string{}
		for _, w := range words[1:] {
			switch group, is := groups[w]; {
			case is:
				allowed = append(allowed, inModule(group...)...)
			case foreign(w):
				allowed = append(allowed, w)
			default:
				allowed = append(allowed, inModule(w)...)
			}
		}
		all["siip-asn/"+words[0]] = allowed
	}
	return all
}

func inModule(paths ...string) (list []string) {
	for _, p := range paths {
		list = append(list, "siip-asn/"+p)
	}
	return list
}

// conversationRoom holds the conversations: each is a package below it, and imports none of the others but the libraries.
// The package itself puts them together.
const conversationRoom = "siip-asn/flow/percakapan"

// libraries are what several conversations need, each with the libraries that it may need itself: those before it.
var libraries = []string{"wording", "buttons", "paging", "people", "trail", "queue", "kartu", "kabar", "keterangan", "kelola/katalog"}

// allowedIn lists what a room may import, and tells whether it has a place in the plan.
func allowedIn(path string) ([]string, bool) {
	if allowed, known := rooms[path]; known {
		return allowed, true
	}
	room, is := strings.CutPrefix(path, conversationRoom+"/")
	if !is && path != conversationRoom {
		return nil, false
	}
	allowed := inModule(slices.Concat(groups["OFFICE"], groups["DIALOG"], []string{"flow/dialog/engine"})...)
	if path == conversationRoom {
		return append(allowed, conversationRoom+"/"), true
	}
	for _, l := range libraries {
		if l == room {
			break
		}
		allowed = append(allowed, conversationRoom+"/"+l)
	}
	return allowed, true
}

// worldly are the packages of the standard library by which the core would learn of the world by itself.
var worldly = []string{"os", "net", "syscall", "log", "math/rand", "crypto/rand", "io/fs", "runtime"}

// TestArrows holds the plan of the house: which room knows which.
func TestArrows(t *testing.T) {
	house := packages(t)
	for _, p := range house {
		allowed, known := allowedIn(p.ImportPath)
		if !known {
			t.Errorf("%s has no place in the plan", p.ImportPath)
		}
		for _, path := range p.Imports {
			if foreign(path) && !slices.ContainsFunc(allowed, func(a string) bool { return within(path, a) }) {
				t.Errorf("%s must not import %s", p.ImportPath, path)
			}
			if core(p.ImportPath) && slices.ContainsFunc(worldly, func(w string) bool { return within(path, w) }) {
				t.Errorf("%s must not import %s: what it needs to know is handed in", p.ImportPath, path)
			}
		}
	}
	for path := range rooms {
		if !slices.ContainsFunc(house, func(p listed) bool { return p.ImportPath == path }) {
			t.Errorf("%s is in the plan only", path)
		}
	}
}

// listed is a package as go list tells of it.
type listed struct {
	ImportPath, Dir string
	Imports         []string
	GoFiles         []string
}

func packages(t *testing.T) (list []listed) {
	t.Helper()
	out, err := exec.Command("go", "list", "-json=ImportPath,Dir,Imports,GoFiles", "siip-asn/...").Output()
	if err != nil {
		t.Fatal(err)
	}
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p listed
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			return list
		} else if err != nil {
			t.Fatal(err)
		}
		list = append(list, p)
	}
}

func foreign(path string) bool {
	domain, _, _ := strings.Cut(path, "/")
	return domain == "siip-asn" || strings.Contains(domain, ".")
}

func core(path string) bool {
	return path == "siip-asn/flow" || strings.HasPrefix(path, "siip-asn/flow/")
}

// within tells whether a package is that one or below it. The rooms stand for themselves alone, unless "/" ends them.
func within(path, room string) bool {
	if strings.HasSuffix(room, "/") {
		return strings.HasPrefix(path, room)
	}
	_, alone := rooms[room]
	alone = alone || room == conversationRoom || strings.HasPrefix(room, conversationRoom+"/")
	return path == room || !alone && strings.HasPrefix(path, room+"/")
}

// TestTheCoreReadsNoClock: an event brings its own time.
func TestTheCoreReadsNoClock(t *testing.T) {
	selectors(t, core, func(at token.Position, s *ast.SelectorExpr) {
		if clockRead(s) {
			t.Errorf("%s reads the clock", at)
		}
	})
}

func clockRead(s *ast.SelectorExpr) bool {
	of, ok := s.X.(*ast.Ident)
	return ok && of.Name == "time" && slices.Contains([]string{"Now", "Since", "Until", "After", "Sleep", "Tick", "NewTimer", "NewTicker", "AfterFunc"}, s.Sel.Name)
}

// TestAStateHasOneOwner: what a conversation keeps in a session is read and written through its engine.State only.
func TestAStateHasOneOwner(t *testing.T) {
	engine := 0
	selectors(t, func(string) bool { return true }, func(at token.Position, s *ast.SelectorExpr) {
		if s.Sel.Name != "StateOf" && s.Sel.Name != "WithState" {
			return
		}
		if !strings.HasSuffix(filepath.Dir(at.Filename), "/flow/dialog/engine") {
			t.Errorf("%s opens a session by itself", at)
			return
		}
		engine++
	})
	if engine == 0 {
		t.Error("the engine opens no session: are these names of today?")
	}
}

// selectors looks at every x.Name in the packages that are asked for, tests left out.
func selectors(t *testing.T, of func(path string) bool, look func(token.Position, *ast.SelectorExpr)) {
	t.Helper()
	for _, p := range packages(t) {
		if !of(p.ImportPath) {
			continue
		}
		for _, name := range p.GoFiles {
			files := token.NewFileSet()
			f, err := parser.ParseFile(files, filepath.Join(p.Dir, name), nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			ast.Inspect(f, func(n ast.Node) bool {
				if s, ok := n.(*ast.SelectorExpr); ok {
					look(files.Position(n.Pos()), s)
				}
				return true
			})
		}
	}
}
