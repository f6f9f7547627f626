package daftar

import (
	"testing"

	"siip-asn/flow"
)

// TestAPageStaysWhatItIs: rows that go move no page; a page of which nothing is left is the last one.
func TestAPageStaysWhatItIs(t *testing.T) {
	usulan := func(id flow.UsulanID) (flow.Usulan, bool) { return flow.Usulan{ID: id}, true }
	oldest := Filter{Terlama: true}
	for name, c := range map[string]struct {
		ids         []flow.UsulanID
		from        flow.UsulanID
		first, rows int
	}{
		"the first":                  {[]flow.UsulanID{1, 2, 3}, 0, 1, 2},
		"the second":                 {[]flow.UsulanID{1, 2, 3}, 3, 3, 1},
		"a row before it is gone":    {[]flow.UsulanID{1, 3, 4}, 3, 2, 2},
		"its first row is gone":      {[]flow.UsulanID{1, 2, 4}, 3, 3, 1},
		"all of it is gone":          {[]flow.UsulanID{1, 2}, 3, 1, 2},
		"all of it and more is gone": {[]flow.UsulanID{1, 2, 4}, 9, 3, 1},
		"everything is gone":         {nil, 3, 1, 0},
	} {
		if p := PageOf(c.ids, oldest, c.from, 2, usulan); p.Mulai != c.first || len(p.Rows) != c.rows {
			t.Errorf("%s: %+v", name, p)
		}
	}
}
