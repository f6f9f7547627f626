package campaign

import (
	"flag"
	"fmt"
	"io/fs"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"siip-asn/bot/simulator"
	"siip-asn/cmd/siip-asn/config"
)

// place is where a campaign takes place: the simulator and the config of the program.
type place struct {
	sim    *simulator.Server
	config config.Config
}

// theProgram is a binary that can be the program, made once in a run of the campaigns: the test binary of its package, whose
// clock can be moved. With -race it watches for races, too.
func theProgram(t *testing.T) string {
	t.Helper()
	path, err := buildOnce()
	if err != nil {
		t.Fatal(err)
	}
	return path
}

var folder string

var buildOnce = sync.OnceValues(func() (string, error) {
	path := filepath.Join(folder, "siip-asn.test")
	args := append([]string{"test", "-c", "-o", path}, raceFlags...)
	cmd := exec.Command("go", append(args, "siip-asn/cmd/siip-asn")...)
	if out, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("%w\n%s", err, out)
	}
	return path, nil
})

// TestMain gives the program a folder, and takes it away again. It looks at every source file of the program: a result of go
// test counts only as long as they are the same.
func TestMain(m *testing.M) {
	flag.Parse()
	var err error
	if folder, err = os.MkdirTemp("", "siip-asn-campaign-"); err != nil {
		log.Fatal(err)
	}
	if err := filepath.WalkDir(root, func(_ string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() && strings.HasPrefix(d.Name(), ".") && d.Name() != ".." {
			return filepath.SkipDir
		}
		return err
	}); err != nil {
		log.Fatal(err)
	}
	status := m.Run()
	os.RemoveAll(folder)
	os.Exit(status)
}
