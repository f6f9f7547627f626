package table

import (
	"fmt"
	"testing"
)

// TestTheCacheIsBoundedAndKeepsWhatIsAskedFor fills it many times over while one record is asked for again and again.
func TestTheCacheIsBoundedAndKeepsWhatIsAskedFor(t *testing.T) {
	c, often, record := &Cache[int]{}, []byte("often"), make([]byte, 1000)
	c.keep(often, record, -1)
	for n := range 20_000 {
		c.keep(fmt.Appendf(nil, "%d", n), record, n)
		if v, found := c.get(often, record); !found || v != -1 {
			t.Fatal("what is asked for is forgotten after", n)
		}
	}
	if held := (len(c.young) + len(c.old)) * len(record); held > 2*generation+2*len(record) {
		t.Errorf("%d bytes are held", held)
	}
	if _, found := c.get([]byte("0"), record); found {
		t.Error("nothing is forgotten")
	}
}

// TestTheCacheShowsOnlyWhatWasDecoded asks with other bytes than those that were decoded: after a rollback, an import, a restore.
func TestTheCacheShowsOnlyWhatWasDecoded(t *testing.T) {
	c := &Cache[string]{}
	c.keep([]byte("k"), []byte("old"), "old")
	if v, found := c.get([]byte("k"), []byte("new")); found {
		t.Error(v)
	}
	c.add([]byte("k"), []byte("new"), "new")
	if v, found := c.get([]byte("k"), []byte("new")); !found || v != "new" {
		t.Error(v, found)
	}
}
