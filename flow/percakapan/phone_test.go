package percakapan_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"siip-asn/flow/dialog"
)

// What a small phone shows: every screen of every story and of the riots is held against it.
const (
	linesMost     = 15 // of the text
	listLinesMost = 24 // of a list, whose rows are numbered
	rowsMost      = 8  // of buttons
)

// labelMost is how many characters a label has, by how many buttons stand in its row.
var labelMost = map[int]int{1: 32, 2: 16, 3: 10, 4: 8, 5: 8}

// tooMuch says what of a screen does not fit; nothing when all does.
func tooMuch(s dialog.Screen) []string {
	var list []string
	most := linesMost
	if numbers(s) > 0 || len(numberedLine.FindAllString(s.Text.String(), -1)) > 2 {
		most = listLinesMost
	}
	if n := s.Text.Lines(); n > most {
		list = append(list, fmt.Sprintf("%d lines, %d at most", n, most))
	}
	if n := len(s.Rows); n > rowsMost {
		list = append(list, fmt.Sprintf("%d rows of buttons", n))
	}
	for _, row := range s.Rows {
		for _, c := range row {
			if n := utf8.RuneCountInString(c.Label); n > labelMost[len(row)] {
				list = append(list, fmt.Sprintf("%q has %d characters in a row of %d", c.Label, n, len(row)))
			}
		}
	}
	return list
}

var numberedLine = regexp.MustCompile(`(?m)^\d+\. `)

// numbers counts the buttons that bear a number.
func numbers(s dialog.Screen) (n int) {
	for _, row := range s.Rows {
		for _, c := range row {
			if _, err := strconv.Atoi(plainWord(c.Label)); err == nil {
				n++
			}
		}
	}
	return n
}

// TestTheLimitsAreLimits: what does not fit is found.
func TestTheLimitsAreLimits(t *testing.T) {
	long := dialog.Screen{Text: dialog.Spans{}.Plain(strings.Repeat("x\n", 16))}
	wide := dialog.Screen{Text: dialog.Spans{}.Plain("x"), Rows: [][]dialog.Choice{{{Label: "Tambah"}, {Label: "Tambah untuk Pegawai"}}}}
	high := dialog.Screen{Text: dialog.Spans{}.Plain("x"), Rows: slices.Repeat([][]dialog.Choice{{{Label: "1"}}}, 9)}
	for _, s := range []dialog.Screen{long, wide, high} {
		if len(tooMuch(s)) != 1 {
			t.Errorf("%+v: %q", s, tooMuch(s))
		}
	}
}

// emojis are the ten that people see, each with one meaning.
const emojis = "✅⚠️✏️📨🔁⛔🗑📄📥📊"

var emoji = regexp.MustCompile(`[\x{1F000}-\x{1FBFF}\x{2600}-\x{2604}\x{2614}-\x{2712}\x{2714}-\x{27BF}\x{2B00}-\x{2BFF}\x{23E9}-\x{23FF}\x{25B6}\x{25C0}\x{267E}]`)

// TestTenEmoji: a screen reader says each of them before the word, so there are few, and always the same.
func TestTenEmoji(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("testdata", "*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]string{}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(text)) {
			line = strings.TrimSpace(line)
			for _, e := range emoji.FindAllString(line, -1) {
				if strings.HasPrefix(line, "|") || strings.HasPrefix(line, "[") { // what the bot writes; a reaction is no text
					found[e] = file
				}
			}
		}
	}
	for e, file := range found {
		if !strings.Contains(emojis, e) {
			t.Errorf("%s is seen in %s", e, file)
		}
	}
}
