package flow

import "strings"

// HP is a mobile number in the one form that is compared and stored: "+628…". 08…, 628… and +628… are one number.
type HP string

// ParseHP reads the Indonesian mobile number of a contact: 08…, 628… or +628…, with or without spaces, dots, dashes and
// brackets. Telegram leaves out the + of other countries too, so a number that begins otherwise belongs to another
// country and is none; so is an empty text.
func ParseHP(s string) (hp HP, ok bool) {
	s = Unquoted(s)
	d := strings.Map(keepDigits, s)
	abroad := strings.HasPrefix(s, "+") && !strings.HasPrefix(d, "62")
	if abroad || strings.LastIndex(s, "+") > 0 || strings.ContainsFunc(s, notPhone) {
		return "", false
	}
	local, found := strings.CutPrefix(d, "62")
	if !found {
		local, found = strings.CutPrefix(d, "0")
	}
	if !found || !strings.HasPrefix(local, "8") || len(local) < 8 || len(local) > 13 {
		return "", false
	}
	return HP("+62" + local), true
}

// ParseHPSel reads a number from a cell of a workbook of the office. There a number that begins with 8 has lost its 0:
// the spreadsheet took it for a quantity.
func ParseHPSel(s string) (hp HP, ok bool) {
	s = Unquoted(s)
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

func keepDigits(r rune) rune {
	if r >= '0' && r <= '9' {
		return r
	}
	return -1
}

func notPhone(r rune) bool {
	return notDigit(r) && !strings.ContainsRune("+- .()", r)
}
