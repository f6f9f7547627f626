package cetakan

import (
	"strings"
	"testing"
	"time"

	"siip-asn/flow"
	"siip-asn/flow/cetakan"
)

// TestAPrintWhoseTrailIsGoneSaysWhy: a restore has taken it away, and when that was; or nobody has restored, and the operator is
// to be told.
func TestAPrintWhoseTrailIsGoneSaysWhy(t *testing.T) {
	at := time.Date(2026, 8, 31, 15, 4, 0, 0, time.UTC)
	for _, c := range []struct {
		restored time.Time
		want     string
	}{{at, "dipulihkan dari cadangan pada 31-08-2026 15.04 UTC"}, {time.Time{}, "Mohon laporkan kepada pengelola server"}} {
		said := verdict(flow.Aturan{Zona: time.UTC}, cetakan.Result{Dipulihkan: c.restored}).String()
		if !strings.Contains(said, c.want) {
			t.Errorf("restored at %v: %s", c.restored, said)
		}
	}
}
