package percakapan_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// stories are the golden conversations: what the bot writes, without the margin, by file.
func stories(t *testing.T) map[string][]string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("testdata", "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatal("no stories", err)
	}
	all := map[string][]string{}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(text)) {
			line = strings.TrimSpace(line)
			if words, is := strings.CutPrefix(line, "| "); is {
				all[filepath.Base(file)] = append(all[filepath.Base(file)], words)
			} else if strings.HasPrefix(line, "[") {
				all[filepath.Base(file)] = append(all[filepath.Base(file)], line)
			}
		}
	}
	return all
}

// What stands out, as it looks in the stories: names of people and offices, diklat, and a status.
var (
	boldName   = regexp.MustCompile(`^[A-Z][A-Z0-9 .']+(, .*)?$|^(Dinas|Satuan|Badan|DINAS) `)
	boldStatus = regexp.MustCompile(`^(USULAN (MASUK|DIREVISI|DITOLAK)|DITERUSKAN|DISETUJUI|DIHAPUS)$`)
	bold       = regexp.MustCompile(`\*([^*]+)\*`)
	ofDiklat   = []string{"(Isi Manual)", "(Manajerial)", "(Teknis)", "(Sosial Kultural)", "Usulan Diklat: ", "Jenis Diklat: ", "Usulan Diklat saat ini: ", "Gabung ke "}
)

// TestOnlyNamaDiklatAndStatusStandOut: where every value is bold, nothing stands out.
func TestOnlyNamaDiklatAndStatusStandOut(t *testing.T) {
	all := stories(t)
	diklat := map[string]bool{}
	for _, lines := range all {
		for _, line := range lines {
			if slices.ContainsFunc(ofDiklat, func(words string) bool { return strings.Contains(line, words) }) {
				for _, m := range bold.FindAllStringSubmatch(line, -1) {
					diklat[m[1]] = true
				}
			}
		}
	}
	for file, lines := range all {
		for _, line := range lines {
			for _, m := range bold.FindAllStringSubmatch(line, -1) {
				if words := m[1]; !boldName.MatchString(words) && !boldStatus.MatchString(words) && !diklat[words] && !strings.HasPrefix(words, "Pelatihan ") {
					t.Errorf("%s: %q stands out in %q", file, words, line)
				}
			}
		}
	}
}

// sentence is a line that begins with a figure and goes on as a sentence: not a number of a list, a date or a count of rows.
var sentence = regexp.MustCompile(`^(✅ |⚠️ |📥 |• ⚠️ |• )?\d+ [a-z].*\.$`)

// TestNoSentenceBeginsWithAFigure (EYD V): the words go first.
func TestNoSentenceBeginsWithAFigure(t *testing.T) {
	for file, lines := range stories(t) {
		for _, line := range lines {
			if sentence.MatchString(line) {
				t.Errorf("%s: %q", file, line)
			}
		}
	}
}

// other are words for which the office has one of its own; the guide's own sentences have none of them.
var other = regexp.MustCompile(`(?i)\b(antrian|saringan|disaring|telepon|ponsel|buku kerja|template|layar|kartu|entri|jadi,?|kabar|surat mati|tautannya|link)\b`)

// TestOneWordForOneThing: what people read has the words of the glossary only.
func TestOneWordForOneThing(t *testing.T) {
	fine := []string{"tautannya", "/antrian"} // the link of a code; the promised command
	for file, lines := range stories(t) {
		for _, line := range lines {
			for _, m := range other.FindAllString(line, -1) {
				if !slices.Contains(fine, strings.ToLower(m)) && !strings.Contains(line, "/"+m) {
					t.Errorf("%s: %q in %q", file, m, line)
				}
			}
		}
	}
}
