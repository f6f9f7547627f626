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

	"siip-asn/flow/dialog/ui"
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
func tooMuch(s ui.Screen) []string {
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
			if n := max(c.Button.ID, c.Button.Versi); n > ui.NumberMax {
				list = append(list, fmt.Sprintf("%q bears the number %d, which is refused when it is tapped", c.Label, n))
			}
		}
	}
	return list
}

// misplaced says what of a card does not stand within its first three lines: how far the usulan has come, its status, and
// whose turn it is.
func misplaced(s ui.Screen) []string {
	lines := strings.Split(s.Text.String(), "\n")
	at := slices.IndexFunc(lines, func(l string) bool { return strings.HasPrefix(l, "● Usulan Masuk") })
	if at < 0 {
		return nil
	}
	first := strings.Join(lines[:min(3, len(lines))], "\n")
	var list []string
	if at > 1 || !strings.Contains(first, "WIB") && !strings.Contains(first, "impor") {
		list = append(list, "the status does not stand within three lines")
	}
	if strings.Contains(s.Text.String(), "Menunggu: ") && !strings.Contains(first, "Menunggu: ") {
		list = append(list, "whose turn it is does not stand within three lines")
	}
	return list
}

// odd says what of the buttons is not as it should be: a red one bears no sign of success, and numbers stand in rows of five.
func odd(s ui.Screen) []string {
	var list []string
	filled := true // the row of numbers before had five
	for _, row := range s.Rows {
		for _, c := range row {
			if c.Tone == ui.Grave && strings.Contains(c.Label, "✅") {
				list = append(list, fmt.Sprintf("%q is red", c.Label))
			}
		}
		if numbers(ui.Screen{Rows: [][]ui.Choice{row}}) == len(row) {
			if !filled || len(row) > 5 {
				list = append(list, fmt.Sprintf("%d numbers in a row", len(row)))
			}
			filled = len(row) == 5
		}
	}
	return list
}

// ofList is the line above the rows of a list: which of them, and of how many.
var ofList = regexp.MustCompile(`(\d+)–(\d+) dari ([\d.]+)$`)

// TestTenAPage: every list of every story has ten rows a page, but for the last one. Only the results of the trail, whose
// entries have many lines, and lists of a few choices have no such line.
func TestTenAPage(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("testdata", "*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	full := 0
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(text)) {
			found := ofList.FindStringSubmatch(strings.TrimSpace(line))
			if found == nil {
				continue
			}
			from, to, of := number(found[1]), number(found[2]), number(found[3])
			if rows := to - from + 1; rows != min(10, of-from+1) || (from-1)%10 != 0 {
				t.Errorf("%s: %s", file, line)
			}
			if of > 10 {
				full++
			}
		}
	}
	if full == 0 {
		t.Error("no list with more than one page is seen")
	}
}

func number(s string) int {
	n, _ := strconv.Atoi(strings.ReplaceAll(s, ".", ""))
	return n
}

var numberedLine = regexp.MustCompile(`(?m)^\d+\. `)

// numbers counts the buttons that bear a number.
func numbers(s ui.Screen) (n int) {
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
	long := ui.Screen{Text: ui.Spans{}.Plain(strings.Repeat("x\n", 16))}
	wide := ui.Screen{Text: ui.Spans{}.Plain("x"), Rows: [][]ui.Choice{{{Label: "Tambah"}, {Label: "Tambah untuk Pegawai"}}}}
	high := ui.Screen{Text: ui.Spans{}.Plain("x"), Rows: slices.Repeat([][]ui.Choice{{{Label: "1"}}}, 9)}
	low := ui.Screen{Text: ui.Spans{}.Plain("Catatan\n● Usulan Masuk ─ ○ Diteruskan\nUSULAN MASUK, 09.00 WIB\nMenunggu: keputusan Anda")}
	if len(misplaced(low)) != 1 {
		t.Errorf("%q", misplaced(low))
	}
	red := ui.Screen{Rows: [][]ui.Choice{{{Label: "✅ Ya, Tolak", Tone: ui.Grave}}, {{Label: "1"}}, {{Label: "2"}}}}
	if len(odd(red)) != 2 {
		t.Errorf("%q", odd(red))
	}
	forged := ui.Screen{Rows: [][]ui.Choice{{{Label: "1", Button: ui.Button{ID: ui.NumberMax + 1}}}}}
	for _, s := range []ui.Screen{long, wide, high, forged} {
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
