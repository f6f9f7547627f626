package world

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
	World   *State `json:"world"`
}

// Load makes a server of what was written.
func Load(r io.Reader, o Options) (*World, error) {
	s := New(o)
	in := saved{World: &s.State}
	if err := json.NewDecoder(r).Decode(&in); err != nil {
		return nil, fmt.Errorf("simulator state: %w", err)
	}
	if in.Version != saveVersion {
		return nil, fmt.Errorf("simulator state: version %d, expected %d", in.Version, saveVersion)
	}
	revive(s)
	return s, nil
}

// revive gives a loaded world what is not written down. Ids are drawn anew, so that those from before do not come again.
func revive(s *World) {
	s.State.Starts++
	s.Rng = rand.New(rand.NewPCG(s.Opt.Seed, s.State.Starts))
	for _, c := range s.State.Chats {
		c.Change = make(chan struct{})
	}
}

func filesByAge(s *World) []*File {
	return slices.SortedFunc(maps.Values(s.State.Files), func(a, b *File) int { return cmp.Compare(a.Number, b.Number) })
}
