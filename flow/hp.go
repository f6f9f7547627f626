package flow

import "strings"

// HP is a mobile number in the one form that is compared and stored: "+628…". 08…, 628… and +628… are one number.
type HP string

// ParseHP reads an Indonesian mobile number, with or without spaces, dots, dashes and brackets. ok is false for
// anything that is none; an empty text is none too.
func ParseHP(s string) (hp HP, ok bool) {
	s = Unquoted(s)
	d := strings.Map(keepDigits, s)
	switch {
	case strings.ContainsFunc(s, notPhone):
		return "", false
	case strings.HasPrefix(d, "62"):
		d = d[2:]
	case strings.HasPrefix(d, "0"):
		d = d[1:]
	}
	if !strings.HasPrefix(d, "8") || len(d) < 8 || len(d) > 13 {
		return "", false
	}
	return HP("+62" + d), true
}

// Masked shows enough of a number to be recognised by its owner and no more: the last four digits.
func (h HP) Masked() string {
	if len(h) < 8 {
		return ""
	}
	return string(h[:3]) + strings.Repeat("*", len(h)-7) + string(h[len(h)-4:])
}

func keepDigits(r rune) rune {
	if r >= '0' && r <= '9' {
		return r
	}
	return -1
}

func notPhone(r rune) bool {
	return notDigit(r) && !strings.ContainsRune("+ .()-", r)
}
