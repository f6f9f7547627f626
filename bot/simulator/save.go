package simulator

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"slices"
)

// saveVersion is raised when an older file would be misread.
const saveVersion = 1

// saved is a server as it is written: people, chats, what waits for the bot, counters. The bytes of files lie beside it; calls,
// complaints and faults are not kept.
type saved struct {
	Version int    `json:"version"`
	World   *world `json:"world"`
}

// load makes a server of what was written.
func load(r io.Reader, o Options) (*Server, error) {
	s := New(o)
	in := saved{World: &s.w}
	if err := json.NewDecoder(r).Decode(&in); err != nil {
		return nil, fmt.Errorf("simulator state: %w", err)
	}
	if in.Version != saveVersion {
		return nil, fmt.Errorf("simulator state: version %d, expected %d", in.Version, saveVersion)
	}
	s.revive()
	return s, nil
}

// revive gives a loaded world what is not written down. Ids are drawn anew, so that those from before do not come again.
func (s *Server) revive() {
	s.w.Starts++
	s.rng = rand.New(rand.NewPCG(s.opt.Seed, s.w.Starts))
	for _, c := range s.w.Chats {
		c.change = make(chan struct{})
	}
}

func (s *Server) filesByAge() []*file {
	return slices.SortedFunc(maps.Values(s.w.Files), func(a, b *file) int { return cmp.Compare(a.Number, b.Number) })
}
