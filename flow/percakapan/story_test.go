package percakapan_test

import (
	"bufio"
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestStories plays every conversation in testdata. A line that begins with ">" is what somebody does; below it stands
// what each person sees then, words and buttons. Everything else but the "#" lines is written by -update; read the
// difference as a person of the office would before it is committed.
func TestStories(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no stories: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			t.Parallel()
			old, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			played := play(t, old)
			switch {
			case *update:
				if err := os.WriteFile(file, played, 0o644); err != nil {
					t.Fatal(err)
				}
			case !bytes.Equal(old, played):
				t.Errorf("the story goes otherwise; see the difference with -update\n%s", firstDifference(old, played))
			}
		})
	}
}

// play keeps the script of a story and writes what is seen below each line of it.
func play(t *testing.T, script []byte) []byte {
	stage := newStage(t)
	var out bytes.Buffer
	lines := bufio.NewScanner(bytes.NewReader(script))
	for lines.Scan() {
		line := lines.Text()
		switch {
		case strings.HasPrefix(line, "#"):
			out.WriteString(line + "\n")
		case strings.HasPrefix(line, ">"):
			out.WriteString("\n" + line + "\n")
			out.WriteString(stage.perform(strings.TrimSpace(line[1:])))
		}
	}
	stage.close()
	return out.Bytes()
}

func firstDifference(a, b []byte) string {
	left, right := strings.Split(string(a), "\n"), strings.Split(string(b), "\n")
	for i := range min(len(left), len(right)) {
		if left[i] != right[i] {
			from := max(0, i-5)
			return "was:\n" + strings.Join(left[from:min(i+8, len(left))], "\n") +
				"\nis:\n" + strings.Join(right[from:min(i+8, len(right))], "\n")
		}
	}
	return "one of the two is longer"
}
