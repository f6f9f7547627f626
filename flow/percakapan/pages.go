package percakapan

import "fmt"

// pageMax bounds the number on a button, which can be forged.
const pageMax = 1 << 20

// pagesOf is how many pages n rows fill; an empty list has one, which is empty.
func pagesOf(n, perPage int) int { return max(1, (n+perPage-1)/perPage) }

// pageOf is the part of a list on a page, from 0 on.
func pageOf[T any](list []T, page, perPage int) []T {
	from := min(max(page, 0)*perPage, len(list))
	return list[from:min(from+perPage, len(list))]
}

func ofPages(page, pages int) string { return fmt.Sprintf("%d dari %d", page+1, pages) }
