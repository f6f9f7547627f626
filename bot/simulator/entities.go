package simulator

import (
	"cmp"
	"slices"
)

// styles may overlap and are cut where something else begins or ends; quotes may hold anything; verbatim holds nothing;
// all others hold no other.
var (
	styles   = []string{"bold", "italic", "underline", "strikethrough", "spoiler"}
	quotes   = []string{"blockquote", "expandable_blockquote"}
	verbatim = []string{"pre", "code"}
)

func (e Entity) end() int { return e.Offset + e.Length }

func (e Entity) is(kinds []string) bool { return slices.Contains(kinds, e.Type) }

// sortEntities puts outer entities before inner ones.
func sortEntities(list []Entity) {
	rank := func(e Entity) int { return slices.Index(slices.Concat(quotes, verbatim, styles), e.Type) }
	slices.SortStableFunc(list, func(a, b Entity) int {
		return cmp.Or(cmp.Compare(a.Offset, b.Offset), cmp.Compare(b.Length, a.Length), cmp.Compare(rank(a), rank(b)))
	})
}

// arrange makes entities lie as messages hold them: quotes do not overlap, links and code neither, and styles are cut so
// that they never cross anything and never lie in code.
func arrange(list []Entity) []Entity {
	list = slices.DeleteFunc(slices.Clone(list), func(e Entity) bool { return e.Length <= 0 })
	sortEntities(list)
	var painted, quoted, rest []Entity
	for _, e := range list {
		switch {
		case e.is(styles):
			painted = append(painted, e)
		case e.is(quotes):
			quoted = append(quoted, e)
		default:
			rest = append(rest, e)
		}
	}
	quoted = apart(quoted)
	solid := append(quoted, within(apart(rest), quoted)...)
	out := append(solid, cutStyles(painted, solid)...)
	sortEntities(out)
	return out
}

// apart keeps of overlapping entities the first.
func apart(list []Entity) []Entity {
	var out []Entity
	for _, e := range list {
		if len(out) == 0 || e.Offset >= out[len(out)-1].end() {
			out = append(out, e)
		}
	}
	return out
}

// within drops what crosses the border of a quote.
func within(list, quoted []Entity) []Entity {
	return slices.DeleteFunc(list, func(e Entity) bool {
		return slices.ContainsFunc(quoted, func(q Entity) bool {
			overlap := e.Offset < q.end() && q.Offset < e.end()
			return overlap && (e.Offset < q.Offset || e.end() > q.end())
		})
	})
}

// free tells whether an entity of the server's own finding may lie there.
func free(list []Entity, from, to int) bool {
	return !slices.ContainsFunc(list, func(e Entity) bool {
		return !e.is(styles) && !e.is(quotes) && from < e.end() && e.Offset < to
	})
}
