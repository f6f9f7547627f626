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

// saved is the whole of a server as JSON. A file beside a folder of files' bytes leaves Files out.
type saved struct {
	Version int               `json:"version"`
	World   *world            `json:"world"`
	Files   map[string][]byte `json:"files,omitempty"`
}

// Save writes everything: people, chats, files, what waits for the bot, counters. Calls, complaints and faults are not kept.
func (s *Server) Save(w io.Writer) error {
	s.mu.Lock()
	raw, err := json.Marshal(saved{saveVersion, &s.w, s.blobs.bytes})
	s.mu.Unlock()
	if err != nil {
		return err
	}
	_, err = w.Write(raw)
	return err
}

// Load makes a server from what Save wrote.
func Load(r io.Reader, o Options) (*Server, error) {
	s := New(o)
	in := saved{World: &s.w}
	if err := json.NewDecoder(r).Decode(&in); err != nil {
		return nil, fmt.Errorf("simulator state: %w", err)
	}
	if in.Version != saveVersion {
		return nil, fmt.Errorf("simulator state: version %d, expected %d", in.Version, saveVersion)
	}
	s.revive()
	for _, f := range s.filesByAge() {
		if data, ok := in.Files[f.Unique]; ok {
			s.blobs.hold(f.Unique, data)
		}
	}
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
