package config

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// lineMax bounds what is printed or shown in one line, in characters.
const lineMax = 200

// oneLine takes a text for one line, which may be empty.
func oneLine(to *string, v string) error {
	v = strings.TrimSpace(v)
	if utf8.RuneCountInString(v) > lineMax || strings.ContainsFunc(v, unicode.IsControl) {
		return fmt.Errorf("harus satu baris, paling banyak %d karakter", lineMax)
	}
	*to = v
	return nil
}

// parts are the values of a list, without the empty ones.
func parts(v string) (list []string) {
	for part := range strings.SplitSeq(v, ",") {
		if part = strings.TrimSpace(part); part != "" {
			list = append(list, part)
		}
	}
	return list
}

func filled(to *string, v string) error {
	if strings.TrimSpace(v) == "" {
		return errors.New("tidak boleh kosong")
	}
	*to = v
	return nil
}

func whole(to *int, v string, atLeast, atMost int) error {
	n, err := strconv.Atoi(v)
	if err != nil || n < atLeast || n > atMost {
		return fmt.Errorf("harus bilangan bulat antara %d dan %d", atLeast, atMost)
	}
	*to = n
	return nil
}

func yesNo(to *bool, v string) error {
	if v != "true" && v != "false" {
		return errors.New("harus true atau false")
	}
	*to = v == "true"
	return nil
}

func oneOf(to *string, v string, words ...string) error {
	if !slices.Contains(words, v) {
		return fmt.Errorf("harus salah satu dari: %s", strings.Join(words, ", "))
	}
	*to = v
	return nil
}
