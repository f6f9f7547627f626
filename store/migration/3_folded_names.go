package migration

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	bolt "go.etcd.io/bbolt"
)

// foldedNames keeps names of OPD apart that are one name since every kind of dash, quote and space is one: the later one
// is given a number behind its name, so that somebody sees them and puts them together. The indexes that hold names as
// they are searched and compared are made anew by the store (table.Index.Since).
func foldedNames(tx *bolt.Tx) error {
	records := tx.Bucket([]byte("opd"))
	taken := map[string]bool{}
	again := map[string][]byte{}
	err := records.ForEach(func(k, v []byte) error {
		var opd map[string]json.RawMessage
		var name string
		if err := json.Unmarshal(v, &opd); err != nil {
			return fmt.Errorf("opd %x: %w", k, err)
		}
		if err := json.Unmarshal(opd["nama"], &name); err != nil {
			return fmt.Errorf("opd %x: %w", k, err)
		}
		apart := name
		for n := 2; taken[nameKey(apart)]; n++ {
			apart = fmt.Sprintf("%s (%d)", name, n)
		}
		taken[nameKey(apart)] = true
		if apart == name {
			return nil
		}
		var err error
		again[string(k)], err = renamed(opd, apart)
		return err
	})
	for k, v := range again {
		if err == nil {
			err = records.Put([]byte(k), v)
		}
	}
	return err
}

func renamed(opd map[string]json.RawMessage, name string) ([]byte, error) {
	b, err := json.Marshal(name)
	if err != nil {
		return nil, err
	}
	opd["nama"] = b
	return json.Marshal(opd)
}

// nameKey is how names were compared when this migration was made: small letters of what can be seen, without spaces,
// each dash and quote as a keyboard has it.
func nameKey(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r), r == '\u2800', r == utf8.RuneError, r&0xfffe == 0xfffe, unicode.Is(unicode.C, r), nameUnseen(r):
			return -1
		}
		return namePlain(r)
	}, s)
	return strings.ReplaceAll(strings.ToLower(s), " ", "")
}

// nameUnseen tells of the letters and marks that Unicode draws as nothing, besides those of category C.
func nameUnseen(r rune) bool {
	return slices.ContainsFunc([][2]rune{
		{0x034f, 0x034f}, {0x115f, 0x1160}, {0x17b4, 0x17b5}, {0x180b, 0x180f}, {0x3164, 0x3164}, {0xfe00, 0xfe0f}, {0xffa0, 0xffa0},
		{0xe0100, 0xe01ef},
	}, func(span [2]rune) bool { return r >= span[0] && r <= span[1] })
}

func namePlain(r rune) rune {
	switch {
	case r < 0xa0 && r != '`':
		return r
	case unicode.Is(unicode.Pd, r), strings.ContainsRune("\u2212\u2043\u02d7\u2796\u2500\u2501", r):
		return '-'
	case strings.ContainsRune("`´‘’‚‛‹›′‵ʹʻʼʽˈˊˋ՚׳＇", r):
		return '\''
	case strings.ContainsRune("“”„‟«»″‶〝〞〟＂ʺˮ״", r):
		return '"'
	case r == '\u2044' || r == '\u2215':
		return '/'
	case r >= 0xff01 && r <= 0xff5e:
		return r - 0xfee0
	}
	return r
}
