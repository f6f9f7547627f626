package form

import (
	"slices"

	"siip-asn/reports/sheet"
)

// joins are the columns of the sheet whose cells belong to the value of another one, by the column of the form.
type joins struct {
	front, behind map[int]int
	all           []int // from the left
}

// joinedTo finds the columns that belong to one that is read: before it, and behind it.
func (f Form[T]) joinedTo(h *Head, t titles) {
	h.joins = joins{front: map[int]int{}, behind: map[int]int{}}
	for i, names := range t.names {
		if _, read := h.At[i]; read {
			continue
		}
		keys := headKeys(names[len(names)-1])
		has := func(titles []string) bool {
			return slices.ContainsFunc(titles, func(title string) bool { return slices.Contains(keys, title) })
		}
		for _, c := range h.At {
			h.joins.note(h.joins.front, c, i, has(f.Columns[c].Front))
			h.joins.note(h.joins.behind, c, i, has(f.Columns[c].Behind))
		}
	}
}

// note takes a column of the sheet, if it belongs there and none does yet.
func (j *joins) note(side map[int]int, c, i int, belongs bool) {
	if _, taken := side[c]; belongs && !taken {
		side[c] = i
		j.all = append(j.all, i)
	}
}

// join puts the cells that belong to a value before and behind it. One of them that cannot be read as it is seen is given
// instead, and refused with the value.
func (j joins) join(c int, together func(front, value, behind string) string, row sheet.Row, v sheet.Cell) sheet.Cell {
	if v.Kind == sheet.Empty {
		return v
	}
	var parts [2]string
	for n, of := range []map[int]int{j.front, j.behind} {
		i, there := of[c]
		if !there {
			continue
		}
		part := row.At(i)
		if refused("", false, part) != "" {
			return part
		}
		parts[n] = part.Text
	}
	if parts[0] != "" || parts[1] != "" {
		v.Text = together(parts[0], v.Text, parts[1])
	}
	return v
}
