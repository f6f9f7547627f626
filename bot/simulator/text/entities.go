package text

import (
	"cmp"
	"slices"

	"siip-asn/bot/simulator/wire"
)

// styles may overlap and are cut where something else begins or ends; quotes may hold anything; verbatim holds nothing;
// all others hold no other.
var (
	styles   = []string{"bold", "italic", "underline", "strikethrough", "spoiler"}
	quotes   = []string{"blockquote", "expandable_blockquote"}
	verbatim = []string{"pre", "code"}
)

// End is where an entity ends, in UTF-16 units.
func End(e wire.Entity) int { return e.Offset + e.Length }

func is(e wire.Entity, kinds []string) bool { return slices.Contains(kinds, e.Type) }

// sortEntities puts outer entities before inner ones.
func sortEntities(list []wire.Entity) {
	rank := func(e wire.Entity) int { return slices.Index(slices.Concat(quotes, verbatim, styles), e.Type) }
	slices.SortStableFunc(list, func(a, b wire.Entity) int {
		return cmp.Or(cmp.Compare(a.Offset, b.Offset), cmp.Compare(b.Length, a.Length), cmp.Compare(rank(a), rank(b)))
	})
}

// arrange makes entities lie as messages hold them: quotes do not overlap, links and code neither, and styles are cut so
// that they never cross anything and never lie in code.
func arrange(list []wire.Entity) []wire.Entity {
	list = slices.DeleteFunc(slices.Clone(list), func(e wire.Entity) bool { return e.Length <= 0 })
	sortEntities(list)
	var painted, quoted, rest []wire.Entity
	for _, e := range list {
		switch {
		case is(e, styles):
			painted = append(painted, e)
		case is(e, quotes):
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
func apart(list []wire.Entity) []wire.Entity {
	var out []wire.Entity
	for _, e := range list {
		if len(out) == 0 || e.Offset >= End(out[len(out)-1]) {
			out = append(out, e)
		}
	}
	return out
}

// within drops what crosses the border of a quote.
func within(list, quoted []wire.Entity) []wire.Entity {
	return slices.DeleteFunc(list, func(e wire.Entity) bool {
		return slices.ContainsFunc(quoted, func(q wire.Entity) bool {
			overlap := e.Offset < End(q) && q.Offset < End(e)
			return overlap && (e.Offset < q.Offset || End(e) > End(q))
		})
	})
}

// free tells whether an entity of the server's own finding may lie there.
func free(list []wire.Entity, from, to int) bool {
	return !slices.ContainsFunc(list, func(e wire.Entity) bool {
		return !is(e, styles) && !is(e, quotes) && from < End(e) && e.Offset < to
	})
}
