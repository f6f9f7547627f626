package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// tours are the guided tours of the demo page, as far as they speak of what the bot shows.
type tours struct {
	Tours []struct {
		ID    string `json:"id"`
		Steps []struct {
			Title string `json:"title"`
			Point []struct {
				Button string `json:"button"`
			} `json:"point"`
			Until awaited `json:"until"`
			Hints []struct {
				When awaited `json:"when"`
			} `json:"hints"`
		} `json:"steps"`
	} `json:"tours"`
}

// awaited is what a step waits for: words of a message, or a document.
type awaited struct {
	Words    []string `json:"words"`
	Document string   `json:"document"`
}

// conversations are all that people see in the golden files, without the marks of bold words, and the buttons among it.
func conversations(t *testing.T) (text string, buttons []string) {
	t.Helper()
	files, err := filepath.Glob("../../flow/percakapan/testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no conversations", err)
	}
	margin := regexp.MustCompile(`(?m)^ *\| ?`)
	for _, name := range files {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		text += strings.ReplaceAll(margin.ReplaceAllString(string(raw), ""), "*", "")
	}
	for _, m := range regexp.MustCompile(`\[([^\[\]\n]+)\]`).FindAllStringSubmatch(text, -1) {
		buttons = append(buttons, trimEmoji(m[1]))
	}
	return text, buttons
}

// TestTheToursSpeakOfWhatIsThere holds the tours, which are data of the page, against the words of the conversations.
func TestTheToursSpeakOfWhatIsThere(t *testing.T) {
	raw, err := os.ReadFile("../../bot/simulator/page/tour.json")
	var list tours
	if err == nil {
		err = json.Unmarshal(raw, &list)
	}
	if err != nil || len(list.Tours) != 3 {
		t.Fatal("three tours, one for each role:", len(list.Tours), err)
	}
	text, buttons := conversations(t)
	check := func(where string, s awaited) {
		if s.Document == "" && !slices.ContainsFunc(s.Words, func(w string) bool { return strings.Contains(text, w) }) {
			t.Errorf("%s: the bot never says %q", where, s.Words)
		}
	}
	for _, tour := range list.Tours {
		if len(tour.Steps) != 5 {
			t.Errorf("%s has %d steps, not five", tour.ID, len(tour.Steps))
		}
		for _, step := range tour.Steps {
			check(tour.ID+", "+step.Title, step.Until)
			for _, h := range step.Hints {
				check(tour.ID+", "+step.Title, h.When)
			}
			for _, p := range step.Point {
				// Mulai is a button of the page itself.
				if p.Button != "" && p.Button != "Mulai" && !slices.Contains(buttons, p.Button) {
					t.Errorf("%s, %s: the bot has no button %q", tour.ID, step.Title, p.Button)
				}
			}
		}
	}
}

// TestTheChooserSpeaksOfWhatIsThere: what it tells of people goes by words that the bot says.
func TestTheChooserSpeaksOfWhatIsThere(t *testing.T) {
	raw, err := os.ReadFile("../../bot/simulator/page/doing.json")
	lists := map[string][]struct{ Words, Doing string }{}
	if err == nil {
		err = json.Unmarshal(raw, &lists)
	}
	if err != nil || len(lists["doing"]) == 0 || len(lists["there"]) == 0 {
		t.Fatal(lists, err)
	}
	text, _ := conversations(t)
	for _, list := range lists {
		for _, l := range list {
			if !strings.Contains(text, l.Words) || l.Doing == "" {
				t.Errorf("%q: the bot never says %q", l.Doing, l.Words)
			}
		}
	}
}

// The tests in the browser wait for words and press buttons; they run last of all, so that words which are gone are told here
// first. Those that play the bot themselves have words of their own.
func TestTheBrowserLooksForWhatIsThere(t *testing.T) {
	text, buttons := conversations(t)
	files, err := filepath.Glob("../../.ci/browser/tests/*.js")
	if err != nil || len(files) == 0 {
		t.Fatal("no tests in the browser", err)
	}
	call := regexp.MustCompile(`\.(tap|sees|hears)\("([^"]+)"\)`)
	typing := regexp.MustCompile(`(?:\.type|fill)\("([^"]+)"\)`)
	for _, name := range append(files, "../../.ci/browser/picture.js") {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(raw), "new BotAPI") {
			continue
		}
		said := text
		for _, m := range typing.FindAllStringSubmatch(string(raw), -1) {
			said += m[1] + "\nPencarian: " + m[1] + "\n" // what is typed is seen, and a list repeats what it searches
		}
		for _, m := range call.FindAllStringSubmatch(string(raw), -1) {
			what, words := m[1], m[2]
			there := strings.Contains(said, words)
			if what == "tap" {
				there = slices.Contains(buttons, words)
			}
			if !there {
				t.Errorf("%s %s %q, which no conversation has", filepath.Base(name), what, words)
			}
		}
	}
}
