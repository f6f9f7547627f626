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

// rooms are the packages of the house and what each may import of the module and of others. Telegram is known in bot only,
// buckets in store, workbooks in reports; cmd puts the rooms together.
var rooms = map[string][]string{
	"siip-asn/flow":         {},
	"siip-asn/flow/dialog":  {"siip-asn/flow/rencana", "siip-asn/flow"},
	"siip-asn/flow/post":    {"siip-asn/flow", "siip-asn/flow/dialog"},
	"siip-asn/flow/cetakan": {"siip-asn/flow"},
	"siip-asn/flow/rencana": {"siip-asn/flow", "siip-asn/flow/hitung"},
	"siip-asn/flow/hitung":  {"siip-asn/flow"},
	"siip-asn/store": {
		"siip-asn/flow/cetakan", "siip-asn/flow/rencana", "siip-asn/flow/hitung", "siip-asn/flow", "siip-asn/flow/dialog", "siip-asn/flow/post",
		"siip-asn/store/core", "siip-asn/store/impor", "siip-asn/store/laporan", "siip-asn/store/upkeep", "siip-asn/store/reader", "siip-asn/store/schema", "siip-asn/store/check", "siip-asn/store/pending", "siip-asn/store/boltfile", "siip-asn/store/backup", "siip-asn/store/table", "siip-asn/store/migration",
		"go.etcd.io/bbolt", // of the tests
	},
	"siip-asn/store/core": {
		"siip-asn/flow/cetakan", "siip-asn/flow/rencana", "siip-asn/flow/hitung", "siip-asn/flow", "siip-asn/flow/dialog", "siip-asn/flow/post",
		"siip-asn/store/schema", "siip-asn/store/reader", "siip-asn/store/check", "siip-asn/store/pending", "siip-asn/store/table", "siip-asn/store/migration", "siip-asn/store/backup", "siip-asn/store/boltfile", "go.etcd.io/bbolt",
	},
	"siip-asn/store/impor":     {"siip-asn/flow/cetakan", "siip-asn/flow/rencana", "siip-asn/flow/hitung", "siip-asn/flow", "siip-asn/flow/dialog", "siip-asn/flow/post", "siip-asn/store/core", "siip-asn/store/schema", "siip-asn/store/reader", "siip-asn/store/table", "go.etcd.io/bbolt"},
	"siip-asn/store/upkeep":    {"siip-asn/flow/cetakan", "siip-asn/flow/rencana", "siip-asn/flow/hitung", "siip-asn/flow", "siip-asn/flow/dialog", "siip-asn/flow/post", "siip-asn/store/core", "siip-asn/store/schema", "siip-asn/store/reader", "siip-asn/store/table", "siip-asn/store/backup", "siip-asn/store/boltfile", "go.etcd.io/bbolt"},
	"siip-asn/store/laporan":   {"siip-asn/flow/cetakan", "siip-asn/flow/rencana", "siip-asn/flow/hitung", "siip-asn/flow", "siip-asn/flow/dialog", "siip-asn/flow/post", "siip-asn/store/core", "siip-asn/store/impor", "siip-asn/store/upkeep", "siip-asn/store/schema", "siip-asn/store/reader", "siip-asn/store/check", "siip-asn/store/table", "go.etcd.io/bbolt"},
	"siip-asn/store/pending":   {"siip-asn/flow/cetakan", "siip-asn/flow/rencana", "siip-asn/flow/hitung", "siip-asn/flow", "siip-asn/flow/dialog", "siip-asn/flow/post", "siip-asn/store/schema"},
	"siip-asn/store/check":     {"siip-asn/flow/cetakan", "siip-asn/flow/rencana", "siip-asn/flow/hitung", "siip-asn/flow", "siip-asn/flow/dialog", "siip-asn/flow/post", "siip-asn/store/schema", "siip-asn/store/reader", "siip-asn/store/table", "go.etcd.io/bbolt"},
	"siip-asn/store/reader":    {"siip-asn/flow/cetakan", "siip-asn/flow/rencana", "siip-asn/flow/hitung", "siip-asn/flow", "siip-asn/flow/dialog", "siip-asn/flow/post", "siip-asn/store/schema", "siip-asn/store/table", "go.etcd.io/bbolt"},
	"siip-asn/store/schema":    {"siip-asn/flow/cetakan", "siip-asn/flow/rencana", "siip-asn/flow/hitung", "siip-asn/flow", "siip-asn/flow/dialog", "siip-asn/flow/post", "siip-asn/store/table", "go.etcd.io/bbolt"},
	"siip-asn/store/migration": {"go.etcd.io/bbolt"}, // frozen: it cannot know what the house is today
	"siip-asn/store/table":     {"go.etcd.io/bbolt"},
	"siip-asn/store/backup":    {"siip-asn/store/boltfile"},
	"siip-asn/store/boltfile":  {"go.etcd.io/bbolt"},
	"siip-asn/reports":         {},
	"siip-asn/reports/masuk":   {"siip-asn/flow/rencana", "siip-asn/flow", "siip-asn/reports/lembar", "siip-asn/reports/buku", "siip-asn/reports/teks", "github.com/xuri/excelize/v2"},
	"siip-asn/reports/lembar":  {"siip-asn/flow"},
	"siip-asn/reports/teks":    {"siip-asn/flow"},
	"siip-asn/reports/warna":   {"siip-asn/flow"},
	"siip-asn/reports/buku":    {"siip-asn/flow", "siip-asn/reports/teks", "github.com/xuri/excelize/v2"},
	"siip-asn/reports/huruf":   {},
	"siip-asn/reports/kertas":  {"siip-asn/reports/teks", "siip-asn/reports/huruf", "codeberg.org/go-pdf/fpdf", "rsc.io/qr"},
	"siip-asn/reports/cetak":   {"siip-asn/reports/surat", "siip-asn/reports/huruf", "siip-asn/flow", "siip-asn/reports/teks", "siip-asn/reports/buku", "siip-asn/reports/kertas"},
	"siip-asn/reports/rekap": {"siip-asn/flow/hitung", "siip-asn/reports/warna",
		"siip-asn/flow", "siip-asn/reports/teks", "siip-asn/reports/buku", "siip-asn/reports/cetak", "github.com/xuri/excelize/v2",
	},
	"siip-asn/reports/rencana":  {"siip-asn/flow", "siip-asn/flow/hitung", "siip-asn/flow/rencana", "siip-asn/reports/buku", "siip-asn/reports/teks", "github.com/xuri/excelize/v2"},
	"siip-asn/reports/surat":    {"siip-asn/flow", "siip-asn/reports/kertas", "siip-asn/reports/teks"},
	"siip-asn/reports/laporan":  {"siip-asn/flow", "siip-asn/flow/hitung", "siip-asn/reports/gambar", "siip-asn/reports/kertas", "siip-asn/reports/surat", "siip-asn/reports/teks"},
	"siip-asn/reports/gambar":   {"siip-asn/flow", "siip-asn/flow/hitung", "siip-asn/reports/huruf", "siip-asn/reports/teks", "siip-asn/reports/warna", "gonum.org/v1/plot", "golang.org/x/image/font"},
	"siip-asn/reports/jejak":    {"siip-asn/flow", "siip-asn/reports/teks", "siip-asn/reports/buku"},
	"siip-asn/reports/undangan": {"siip-asn/reports/huruf", "siip-asn/flow", "siip-asn/reports/teks", "siip-asn/reports/buku", "siip-asn/reports/kertas", "siip-asn/reports/cetak"},
	"siip-asn/reports/contoh":   {"golang.org/x/image/draw", "siip-asn/flow/hitung", "siip-asn/reports/kertas", "siip-asn/flow", "github.com/xuri/excelize/v2"}, // of the tests
	"siip-asn/bot": {
		"siip-asn/bot/telegram", "siip-asn/bot/scheduler", "siip-asn/bot/slot", "siip-asn/flow", "siip-asn/flow/dialog", "siip-asn/flow/post", "gopkg.in/telebot.v3",
	},
	"siip-asn/bot/telegram":  {},
	"siip-asn/bot/scheduler": {"siip-asn/flow", "siip-asn/flow/dialog", "siip-asn/flow/post"},
	"siip-asn/bot/slot":      {"siip-asn/flow/dialog", "siip-asn/flow/post"},
	"siip-asn/bot/simulator": {
		"siip-asn/bot/simulator/people", "siip-asn/bot/simulator/world", "siip-asn/bot/simulator/onlooker",
		"siip-asn/bot/simulator/text", "siip-asn/bot/simulator/wire",
	},
	"siip-asn/bot/simulator/people": {
		"siip-asn/bot/simulator/world", "siip-asn/bot/simulator/onlooker", "siip-asn/bot/simulator/text", "siip-asn/bot/simulator/wire",
	},
	"siip-asn/bot/simulator/world":    {"siip-asn/bot/simulator/onlooker", "siip-asn/bot/simulator/wire"},
	"siip-asn/bot/simulator/onlooker": {},
	"siip-asn/bot/simulator/text":     {"siip-asn/bot/simulator/wire"},
	"siip-asn/bot/simulator/wire":     {},
	"siip-asn/cmd/siip-asn/words":     {},
	"siip-asn/cmd/siip-asn/config":    {"siip-asn/flow", "github.com/robfig/cron/v3", "go.yaml.in/yaml/v3"},
	"siip-asn/cmd/siip-asn/output":    {},
	"siip-asn/cmd/siip-asn/machine":   {},
	"siip-asn/cmd/siip-asn/desk":      {"siip-asn/cmd/siip-asn/words"},
	"siip-asn/cmd/siip-asn/jobs": {
		"siip-asn/cmd/siip-asn/desk", "siip-asn/cmd/siip-asn/office", "siip-asn/cmd/siip-asn/words",
		"siip-asn/flow", "siip-asn/flow/percakapan", "siip-asn/store",
	},
	"siip-asn/cmd/siip-asn/office": {"siip-asn/flow/rencana", "siip-asn/reports/rencana", "siip-asn/flow/cetakan", "siip-asn/reports/laporan", "siip-asn/reports/gambar", "siip-asn/flow/hitung",
		"siip-asn/cmd/siip-asn/config", "siip-asn/flow", "siip-asn/flow/dialog", "siip-asn/flow/post", "siip-asn/flow/percakapan", "siip-asn/store", "siip-asn/store/backup",
		"siip-asn/reports/masuk", "siip-asn/reports/cetak", "siip-asn/reports/jejak", "siip-asn/reports/kertas", "siip-asn/reports/rekap", "siip-asn/reports/undangan",
		"siip-asn/bot", "github.com/robfig/cron/v3", "github.com/prometheus", "golang.org/x/sync/errgroup",
	},
	"siip-asn/cmd/siip-asn/demo": {
		"siip-asn/cmd/siip-asn/config", "siip-asn/cmd/siip-asn/office", "siip-asn/flow", "siip-asn/flow/dialog", "siip-asn/flow/percakapan/paging", "siip-asn/flow/post", "siip-asn/store",
		"siip-asn/bot/simulator", "golang.org/x/sync/errgroup",
	},
	"siip-asn/cmd/siip-asn/bench": {
		"siip-asn/flow", "siip-asn/flow/dialog", "siip-asn/flow/post", "siip-asn/store", "gopkg.in/telebot.v3", "go.etcd.io/bbolt",
	},
	"siip-asn/cmd/siip-asn": {"siip-asn/flow/hitung",
		"siip-asn/cmd/siip-asn/words", "siip-asn/cmd/siip-asn/jobs", "siip-asn/cmd/siip-asn/machine", "siip-asn/cmd/siip-asn/output", "siip-asn/cmd/siip-asn/config", "siip-asn/cmd/siip-asn/desk", "siip-asn/cmd/siip-asn/office", "siip-asn/cmd/siip-asn/demo",
		"siip-asn/flow", "siip-asn/flow/percakapan", "siip-asn/store", "siip-asn/store/backup", "siip-asn/reports/masuk", "siip-asn/reports/rekap", "siip-asn/reports/undangan", "siip-asn/bot",
		"github.com/spf13",
	},
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
	allowed := []string{"siip-asn/flow", "siip-asn/flow/dialog", "siip-asn/flow/hitung", "siip-asn/flow/rencana", "siip-asn/flow/cetakan"}
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
	for _, p := range packages(t) {
		if !core(p.ImportPath) {
			continue
		}
		for _, name := range p.GoFiles {
			files := token.NewFileSet()
			f, err := parser.ParseFile(files, filepath.Join(p.Dir, name), nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			ast.Inspect(f, func(n ast.Node) bool {
				if s, ok := n.(*ast.SelectorExpr); ok && clockRead(s) {
					t.Errorf("%s reads the clock", files.Position(n.Pos()))
				}
				return true
			})
		}
	}
}

func clockRead(s *ast.SelectorExpr) bool {
	of, ok := s.X.(*ast.Ident)
	return ok && of.Name == "time" && slices.Contains([]string{"Now", "Since", "Until", "After", "Sleep", "Tick", "NewTimer", "NewTicker", "AfterFunc"}, s.Sel.Name)
}
