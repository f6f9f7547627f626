package flow

import (
	"slices"
	"strings"
	"unicode"
)

// Near tells whether two titles probably mean the same diklat: they have the same words apart from general ones, one is
// the abbreviation of the other, one has a word more, or they differ by a slip or two. It only serves to ask people;
// nothing is counted as one because of it.
func Near(a, b string) bool {
	if JudulKey(a) == JudulKey(b) {
		return true
	}
	wa, wb := judulWords(a), judulWords(b)
	if len(wa) > len(wb) {
		a, b, wa, wb = b, a, wb, wa
	}
	switch {
	case len(wa) == 0:
		return false
	case slices.Equal(wa, wb):
		return true
	case len(wa) == 1 && (wa[0] == initials(b) || len(wa[0]) >= 3 && slices.Contains(wb, wa[0]) && strings.Contains(strings.ToLower(b), "("+wa[0]+")")):
		return true
	case len(wa) >= 2 && len(wb)-len(wa) <= 1 && subset(wa, wb):
		return true
	}
	return slip(strings.Join(wa, ""), strings.Join(wb, ""))
}

// generalWords say nothing about what is learnt.
var generalWords = []string{
	"pelatihan", "diklat", "bimtek", "bimbingan", "teknis", "kursus", "workshop", "lokakarya", "pendidikan",
	"dan", "untuk", "bagi", "di", "tentang", "dalam", "pada", "yang", "the", "of", "and",
}

func allWords(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// judulWords are the words of a title that tell it from others, each once.
func judulWords(s string) []string {
	words := slices.DeleteFunc(allWords(s), func(w string) bool { return slices.Contains(generalWords, w) })
	slices.Sort(words)
	return slices.Compact(words)
}

// initials is the abbreviation of a title, without what stands in brackets.
func initials(s string) string {
	s, _, _ = strings.Cut(s, "(")
	var b strings.Builder
	for _, w := range allWords(s) {
		if w != "dan" {
			b.WriteRune([]rune(w)[0])
		}
	}
	return b.String()
}

func subset(small, large []string) bool {
	return !slices.ContainsFunc(small, func(w string) bool { return !slices.Contains(large, w) })
}

// slip tells whether two texts differ by one letter in six at most.
func slip(a, b string) bool {
	ra, rb := []rune(a), []rune(b)
	most := min(len(ra), len(rb)) / 6
	if most == 0 || len(ra)-len(rb) > most || len(rb)-len(ra) > most {
		return false
	}
	return distance(ra, rb) <= most
}

// distance is Levenshtein's: how many letters have to be put in, taken out or changed.
func distance(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j, y := range b {
			change := diagonal
			if x != y {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(row[j+1]+1, row[j]+1, change)
		}
	}
	return row[len(b)]
}

// JudulGroup are titles typed by hand that probably mean one diklat.
type JudulGroup struct {
	Judul  []JudulManual // most used first
	Jumlah int           // usulan with any of them
}

// GroupJudul puts titles that are near each other together, the most wanted groups first.
func GroupJudul(list []JudulManual) []JudulGroup {
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(a, b JudulManual) int { return b.Jumlah - a.Jumlah })
	var groups []JudulGroup
	for _, j := range list {
		i := slices.IndexFunc(groups, func(g JudulGroup) bool { return Near(g.Judul[0].Teks, j.Teks) })
		if i < 0 {
			i = len(groups)
			groups = append(groups, JudulGroup{})
		}
		groups[i].Judul = append(groups[i].Judul, j)
		groups[i].Jumlah += j.Jumlah
	}
	slices.SortStableFunc(groups, func(a, b JudulGroup) int { return b.Jumlah - a.Jumlah })
	return groups
}
