package main

import (
	"flag"
	"fmt"
	"strings"
)

// The campaigns show what is promised of the program: a town of people talks to it (campaign_town_test.go,
// campaign_citizen_test.go), as a process of its own, against the simulator, while the world around it is unkind; a diary
// keeps what everybody was shown (campaign_diary_test.go), and in the end the books are compared: what people were told
// with what the database says happened (campaign_reckoning_test.go, campaign_notices_test.go).
//
//	go test ./cmd/siip-asn -run KillCampaign -v -kills 300 -timeout 60m    killed again and again
//	go test ./cmd/siip-asn -run FaultCampaign -v -faults 300 -timeout 60m  a bad network, a full disk, a jumping clock
//	go test ./cmd/siip-asn -run Mutants -v -mutants -timeout 60m           faults built in, which the kills must find
//
// Each prints its figures in one line at the end. Without the flags they are short.
var (
	killsWanted  = flag.Int("kills", 20, "kills of the kill campaign")
	faultsWanted = flag.Int("faults", 6, "episodes of the fault campaign; with 19 there is one of each kind")
	tryMutants   = flag.Bool("mutants", false, "build mutants of the program and let the kill campaign find them")
)

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
