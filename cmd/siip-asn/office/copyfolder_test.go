package office

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestNoCopyGoesWhereADiskIsMissing takes the folder of the copies away: the copy fails, and is made when it is back. Inside
// the folder of the database it is made.
func TestNoCopyGoesWhereADiskIsMissing(t *testing.T) {
	n := newNight(t)
	disk := filepath.Join(n.Config.DirBackup, "cakram")
	n.Config.DirBackup = filepath.Join(disk, "salinan")
	n.after(0)
	if _, err := os.Stat(disk); err == nil {
		t.Error("the folder of the missing disk was made")
	}
	if text := n.status(); !strings.Contains(text, "GAGAL") || !strings.Contains(text, n.Config.DirBackup+" tidak ada; pasang dahulu cakramnya") {
		t.Error(text)
	}
	if err := os.MkdirAll(n.Config.DirBackup, 0o700); err != nil {
		t.Fatal(err)
	}
	n.after(2 * time.Hour)
	n.has("siip-asn-20261124-035900.db")

	inside := newNight(t)
	inside.Config.DirBackup = filepath.Join(filepath.Dir(inside.Config.Database), "dalam", "salinan")
	inside.after(0)
	inside.has("siip-asn-20261124-015900.db")
}
