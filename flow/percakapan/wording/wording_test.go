package wording

import (
	"net/url"
	"strings"
	"testing"
)

// TestALongSearchFindsByItsBeginning: a title that was pasted whole is found, although not all of it is looked for.
func TestALongSearchFindsByItsBeginning(t *testing.T) {
	title := strings.TrimSpace(strings.Repeat("Pelatihan ", 12))
	if got := Sought(" " + title + "\n"); len(got) != searchMax || !strings.HasPrefix(title, got) {
		t.Errorf("%q", got)
	}
	if got := Sought("19010101-192501.1 001"); got != "190101011925011001" {
		t.Errorf("%q", got)
	}
}

func TestATextInALinkIsReadBack(t *testing.T) {
	const text = "Kode: K0DE-000A-0001\nhttps://t.me/x?start=a&b – “é”%"
	if got, err := url.QueryUnescape(InLink(text)); err != nil || got != text || strings.ContainsAny(InLink(text), " &?\n+") {
		t.Errorf("%q %v", InLink(text), err)
	}
}
