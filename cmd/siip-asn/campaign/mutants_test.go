package campaign

import (
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// mutant is a fault that the kill campaign must find: texts of the source that are replaced by others.
type mutant struct {
	name    string
	changes []replacement
}

type replacement struct{ file, old, new string }

var mutants = []mutant{
	{"the offset is confirmed before the commit", []replacement{{"bot/poll.go", `	tickets, err := b.Inbox.Apply(batch)
	if err != nil {
		return 0, fmt.Errorf("database: %w", err)
	}
	b.sender.add(tickets)
	return offset, nil`, `	go func() {
		tickets, err := b.Inbox.Apply(batch)
		if err != nil {
			panic(fmt.Errorf("database: %w", err))
		}
		b.sender.add(tickets)
	}()
	return offset, nil`}}},
	{"the outbox is written outside the transaction", []replacement{
		{"store/core/outbox.go", `	return schema.Outgoings.Put(w.Tx, o)`, `	w.later = append(w.later, o)
	return nil`},
		{"store/core/apply.go", `	entries []jejak.Entry // that were added to the trail`, `	entries []jejak.Entry
	later   []post.Outgoing`},
		{"store/core/committer.go", `import (`, `import (
	"siip-asn/store/schema"`},
		{"store/core/committer.go", `	if w.More && s.Options.More != nil {`, `	if err := s.Update(func(tx *bolt.Tx) error {
		for _, o := range w.later {
			if err := schema.Outgoings.Put(tx, o); err != nil {
				return err
			}
		}
		return nil
	}); err != nil {
		return err
	}
	if w.More && s.Options.More != nil {`}}},
	{"a repeated update id is not looked for", []replacement{
		{"store/core/seen.go", `		return noteMark(w, in.Event.Chat(), in.Mark)`, `		_, err = noteMark(w, in.Event.Chat(), in.Mark)`},
		{"store/core/seen.go", `		return noteUpdate(w, in.Update)`, `		_, err = noteUpdate(w, in.Update)`},
		{"store/core/seen.go", `	return false, nil
}

// noteUpdate`, `	return false, err
}

// noteUpdate`},
	}},
	{"a tap has no version", []replacement{{"flow/siklus.go", `	if reason == Boleh && versi != 0 && versi != u.Versi {`, `	if reason == Boleh && versi != 0 && u.Versi == 0 {`}}},
}

const root = "../../.."

// TestMutantsStillFit looks whether every replacement has its place in the source as it is now.
func TestMutantsStillFit(t *testing.T) {
	for _, m := range mutants {
		for _, r := range m.changes {
			source, err := os.ReadFile(filepath.Join(root, r.file))
			if err != nil || strings.Count(string(source), r.old) != 1 {
				t.Errorf("%s: the text to be replaced stands %d times in %s (%v):\n%s", m.name, strings.Count(string(source), r.old), r.file, err, r.old)
			}
		}
	}
}

// mutantRounds bounds how often the kill campaign may look for one mutant.
const mutantRounds = 40

// TestKillCampaignFindsMutants builds every mutant of the program, and lets the kill campaign find it.
func TestKillCampaignFindsMutants(t *testing.T) {
	if !*tryMutants {
		t.Skip("takes some minutes; ask for it with -mutants")
	}
	for _, m := range mutants {
		t.Run(m.name, func(t *testing.T) {
			binary := m.build(t)
			for round := 1; round <= mutantRounds; round++ {
				if w := killCampaign(t, binary, *killsWanted); w.guilty() {
					t.Logf("found in round %d: %s\n%s", round, w.figures(), w.verdict)
					return
				}
			}
			t.Errorf("not found in %d rounds of %d kills", mutantRounds, *killsWanted)
		})
	}
}

// build makes the mutated program from a copy of the source.
func (m mutant) build(t *testing.T) (binary string) {
	dir := t.TempDir()
	if err := copySource(dir); err != nil {
		t.Fatal(err)
	}
	for _, r := range m.changes {
		path := filepath.Join(dir, r.file)
		source, err := os.ReadFile(path)
		if err == nil && !strings.Contains(string(source), r.old) {
			err = fmt.Errorf("%s has changed: the mutant does not fit any more", r.file)
		}
		if err == nil {
			err = os.WriteFile(path, []byte(strings.Replace(string(source), r.old, r.new, 1)), 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	binary = filepath.Join(dir, "mutan")
	cmd := exec.Command("go", "build", "-trimpath", "-o", binary, "./cmd/siip-asn")
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return binary
}

// copySource copies what the program is built from.
func copySource(to string) error {
	return filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && d.Name() == ".git":
			return filepath.SkipDir
		case d.IsDir():
			return os.MkdirAll(filepath.Join(to, strings.TrimPrefix(path, root)), 0o700)
		case !d.Type().IsRegular() || strings.HasSuffix(path, "_test.go"):
			return nil
		}
		content, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(to, strings.TrimPrefix(path, root)), content, 0o600)
	})
}
