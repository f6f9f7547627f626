package main

import "fmt"

// results are figures beside what they must be.
type results struct{ list []result }

type result struct {
	what     string
	is, must float64
	least    bool // must is a lower bound; else an upper one
}

func (r *results) atLeast(what string, is, must float64) {
	r.list = append(r.list, result{what, is, must, true})
}

func (r *results) atMost(what string, is, must float64) {
	r.list = append(r.list, result{what, is, must, false})
}

func (r result) met() bool {
	if r.least {
		return r.is >= r.must
	}
	return r.is <= r.must
}

// print writes the table. A bound of 0 is none.
func (r *results) print() {
	if len(r.list) == 0 {
		return
	}
	const format = "| %-64s | %9s | %9s | %-6s |\n"
	fmt.Printf("\n"+format, "what", "is", "must", "")
	for _, line := range r.list {
		sign, word := "≤", "missed"
		if line.least {
			sign = "≥"
		}
		if line.met() {
			word = "met"
		}
		must := fmt.Sprintf("%s %.4g", sign, line.must)
		if line.must == 0 {
			must, word = "", ""
		}
		fmt.Printf(format, line.what, fmt.Sprintf("%.2f", line.is), must, word)
	}
}
