// Package judul compares the titles of diklat that were typed by hand: which spellings are one title (Key), and which
// titles probably mean one diklat (Near, Groups). The names of OPD are compared in the same way (Mirip).
//
// It imports the standard library only. A newcomer reads Key, then Near.
package judul

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Near tells whether two titles probably mean the same diklat: they have the same words apart from general ones, one is
// the abbreviation of the other, one has a word more, or they differ by a slip or two. It only serves to ask people;
// nothing is counted as one because of it.
func Near(a, b string) bool { return dissect(a).near(dissect(b)) }

// dissected is a title as it is compared with many others.
type dissected struct {
	title   string
	key     string   // its letters and digits
	words   []string // those that tell it from others, each once
	letters string   // of these words
	length  int      // how many letters
}

func dissect(s string) dissected {
	all := allWords(s)
	key := strings.Join(all, "")
	words := telling(all)
	letters := strings.Join(words, "")
	return dissected{title: s, key: key, words: words, letters: letters, length: utf8.RuneCountInString(letters)}
}

func (a dissected) near(b dissected) bool {
	if a.key == b.key {
		return true
	}
	if len(a.words) > len(b.words) {
		a, b = b, a
	}
	switch {
	case len(a.words) == 0:
		return false
	case slices.Equal(a.words, b.words):
		return true
	case len(a.words) == 1 && a.abbreviates(b):
		return true
	case len(a.words) >= 2 && len(b.words)-len(a.words) <= 1 && subset(a.words, b.words):
		return true
	}
	return slip(a, b)
}

// abbreviates tells whether the one word of a stands for b.
func (a dissected) abbreviates(b dissected) bool {
	w := a.words[0]
	return w == initials(b.title) || len(w) >= 3 && slices.Contains(b.words, w) && strings.Contains(strings.ToLower(b.title), "("+w+")")
}

// generalWords say nothing about what is learnt.
var generalWords = map[string]bool{
	"pelatihan": true, "diklat": true, "bimtek": true, "bimbingan": true, "teknis": true, "kursus": true, "workshop": true,
	"lokakarya": true, "pendidikan": true, "dan": true, "untuk": true, "bagi": true, "di": true, "tentang": true, "dalam": true,
	"pada": true, "yang": true, "the": true, "of": true, "and": true,
}

func allWords(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// telling are the words of a title that tell it from others, each once.
func telling(all []string) []string {
	words := slices.DeleteFunc(all, func(w string) bool { return generalWords[w] })
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

// slip tells whether two titles differ by one letter in six at most.
func slip(a, b dissected) bool {
	most := min(a.length, b.length) / 6
	if most == 0 || a.length-b.length > most || b.length-a.length > most {
		return false
	}
	return distance([]rune(a.letters), []rune(b.letters), most) <= most
}

// distance is Levenshtein's: how many letters have to be put in, taken out or changed. What is clearly more than most is
// not counted to its end.
func distance(a, b []rune, most int) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range a {
		diagonal, least := row[0], i+1
		row[0] = i + 1
		for j, y := range b {
			change := diagonal
			if x != y {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(row[j+1]+1, row[j]+1, change)
			least = min(least, row[j+1])
		}
		if least > most {
			return least
		}
	}
	return row[len(b)]
}

// Manual is a title typed by hand, however it was spelt.
type Manual struct {
	Key   string // its Key
	Text  string // one spelling
	Count int    // usulan with it
}

// Group are titles typed by hand that probably mean one diklat.
type Group struct {
	Judul []Manual // most used first
	Count int      // usulan with any of them
}

// Groups puts titles that are near each other together, the most wanted groups first.
func Groups(list []Manual) []Group {
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(a, b Manual) int { return b.Count - a.Count })
	var groups []Group
	var heads []dissected // the first title of each
	for _, j := range list {
		title := dissect(j.Text)
		i := slices.IndexFunc(heads, title.near)
		if i < 0 {
			i = len(groups)
			groups, heads = append(groups, Group{}), append(heads, title)
		}
		groups[i].Judul = append(groups[i].Judul, j)
		groups[i].Count += j.Count
	}
	slices.SortStableFunc(groups, func(a, b Group) int { return b.Count - a.Count })
	return groups
}

// Key is the form in which titles typed by hand are compared: titles that differ only in case, spaces or
// punctuation are one diklat.
func Key(judul string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, judul)
}

// NearOPD finds the name that is most like another: the same words, its abbreviation, or a few letters different; "" if
// none is.
func NearOPD(nama string, known []string) string {
	best, least := "", -1
	letters := []rune(Key(nama))
	for _, k := range known {
		other := []rune(Key(k))
		most := max(1, min(len(letters), len(other))/4)
		d := distance(letters, other, most)
		if Near(nama, k) {
			d = min(d, most)
		}
		if d <= most && (least < 0 || d < least) {
			best, least = k, d
		}
	}
	return best
}
