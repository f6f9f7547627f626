package impor

import (
	"siip-asn/flow"

	"siip-asn/store/reader"
)

// overtaken tells whether the plan does not hold any more, and lists the steps that have to be done anew because something
// around their pegawai has changed.
func overtaken(g *reader.Stage, pl *pegawaiPlan) (over bool, again []pegawaiStep) {
	g.Mu.Lock()
	defer g.Mu.Unlock()
	if g.Names {
		return true, nil
	}
	for _, step := range pl.steps {
		switch {
		case step.old.ID == 0:
		case g.Records[step.old.ID]:
			return true, nil
		case g.Around[step.old.ID]:
			again = append(again, step)
		}
	}
	return false, again
}

// overtakenUsulan tells whether something around the pegawai of these new usulan has changed: one of them may have another
// usulan by now.
func overtakenUsulan(g *reader.Stage, list []flow.Usulan) error {
	g.Mu.Lock()
	defer g.Mu.Unlock()
	for _, u := range list {
		if g.Around[u.Pegawai] || g.Records[u.Pegawai] {
			return errOvertaken
		}
	}
	return nil
}
