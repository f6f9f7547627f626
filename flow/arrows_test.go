package flow

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// rooms are the packages of the house and what each may import of the module and of others.
var rooms = map[string][]string{
	"siip-asn/flow":            {},
	"siip-asn/flow/percakapan": {"siip-asn/flow"},
	"siip-asn/store":           {"siip-asn/flow", "go.etcd.io/bbolt"},
	"siip-asn/reports":         {"siip-asn/flow", "github.com/xuri/excelize/v2", "codeberg.org/go-pdf/fpdf", "rsc.io/qr"},
	"siip-asn/bot":             {"siip-asn/flow", "gopkg.in/telebot.v3", "golang.org/x/time/rate"},
	"siip-asn/bot/simulator":   {},
}

// TestArrows holds the plan of the house: which room knows which. Only cmd knows them all.
func TestArrows(t *testing.T) {
	for room, allowed := range rooms {
		out, err := exec.Command("go", "list", "-f", `{{join .Imports "\n"}}`, room).CombinedOutput()
		if err != nil {
			t.Fatalf("%s: %v\n%s", room, err, out)
		}
		for _, path := range strings.Fields(string(out)) {
			domain, _, _ := strings.Cut(path, "/")
			foreign := strings.Contains(domain, ".") || domain == "siip-asn"
			if foreign && !slices.ContainsFunc(allowed, func(a string) bool { return path == a || strings.HasPrefix(path, a+"/") && a != "siip-asn/flow" }) {
				t.Errorf("%s must not import %s", room, path)
			}
		}
	}
}
