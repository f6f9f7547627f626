package campaign

import (
	"flag"
	"fmt"
	"strings"
)

// How long the campaigns are; without the flags they are short.
var (
	killsWanted  = flag.Int("kills", 20, "kills of the kill campaign")
	faultsWanted = flag.Int("faults", 6, "episodes of the fault campaign; with 22 there is one of each kind")
	tryMutants   = flag.Bool("mutants", false, "build mutants of the program and let the kill campaign find them")
)

// botToken is the token of the bot; no part of it may ever be in a log.
const botToken = "424242:RAHASIA-SEKALI"

// verdict is what was found wrong, by what it is.
type verdict struct{ lost, doubled, leaked, wrong []string }

func (v *verdict) guilty() bool { return len(v.lost)+len(v.doubled)+len(v.leaked)+len(v.wrong) > 0 }

// String lists it, the first few of each kind.
func (v *verdict) String() string {
	var b strings.Builder
	for _, kind := range []struct {
		name string
		list []string
	}{{"lost", v.lost}, {"doubled", v.doubled}, {"leaked", v.leaked}, {"wrong", v.wrong}} {
		for i, what := range kind.list {
			if i == 8 {
				fmt.Fprintf(&b, "  and %d more\n", len(kind.list)-i)
				break
			}
			fmt.Fprintf(&b, "%s: %s\n", kind.name, what)
		}
	}
	return b.String()
}

func note(list *[]string, format string, args ...any) {
	*list = append(*list, fmt.Sprintf(format, args...))
}
