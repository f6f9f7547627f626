package identitas

import (
	"strings"

	"siip-asn/flow/spelling"
)

// HP is a mobile number in the one form that is compared and stored: "+628…". 08…, 628… and +628… are one number.
type HP string

// ParseHP reads the Indonesian mobile number of a contact: 08…, 628…, +628… or 00628…, with or without spaces, dots, dashes
// and brackets, also as +62 (0)8…. Telegram leaves out the + of other countries too, so a number that begins otherwise
// belongs to another country and is none; so is an empty text.
func ParseHP(s string) (hp HP, ok bool) {
	s = spelling.Unquoted(s)
	d := spelling.Digits(s)
	plus := strings.IndexFunc(s, notOpening)
	if strings.LastIndex(s, "+") > plus || strings.ContainsFunc(s, notPhone) {
		return "", false
	}
	if plus >= 0 && s[plus] == '+' && !strings.HasPrefix(d, "62") {
		return "", false
	}
	local, found := strings.CutPrefix(strings.TrimPrefix(d, "00"), "62")
	if found {
		local = strings.TrimPrefix(local, "0")
	} else {
		local, found = strings.CutPrefix(d, "0")
	}
	if !found || !strings.HasPrefix(local, "8") || len(local) < 8 || len(local) > 13 {
		return "", false
	}
	return HP("+62" + local), true
}

// notOpening tells where a number begins: behind brackets and spaces.
func notOpening(r rune) bool { return r != '(' && r != ' ' }

// ParseHPSel reads a number from a cell of a workbook of the office. There a number that begins with 8 has lost its 0:
// the spreadsheet took it for a quantity. So it is with one that has got a decimal place.
func ParseHPSel(s string) (hp HP, ok bool) {
	s = strings.TrimSuffix(spelling.Unquoted(s), ".0")
	if strings.HasPrefix(s, "8") {
		s = "0" + s
	}
	return ParseHP(s)
}

// Masked shows enough of a number to be recognised by its owner and no more: the last four digits.
func (h HP) Masked() string {
	if len(h) < 8 {
		return ""
	}
	return string(h[:3]) + strings.Repeat("*", len(h)-7) + string(h[len(h)-4:])
}

func notPhone(r rune) bool {
	return notDigit(r) && !strings.ContainsRune("+- .()", r)
}
