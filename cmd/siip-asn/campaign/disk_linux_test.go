package campaign

import (
	"time"
)

func init() {
	episodes = append(episodes, episode{name: "a full disk", says: "there is room on the disk again", do: func(w *faulty) {
		before := len(w.process.Output.String())
		w.process.Room(8 << 10)
		if !w.hears(before, "the disk is full") {
			note(&w.wrong, "the program does not say that the disk is full")
		}
		w.holds(time.Second)
		w.process.Room(1 << 40)
	}})
}
