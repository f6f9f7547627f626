package paper

import (
	"bytes"

	"codeberg.org/go-pdf/fpdf"
)

// Picture draws a PNG. The name tells pictures of one document apart. A PNG that the library cannot read spoils the
// document; Write says so.
func (k *Document) Picture(name string, png []byte, x, y, wide, high float64) {
	options := fpdf.ImageOptions{ImageType: "PNG", ReadDpi: false}
	k.RegisterImageOptionsReader(name, options, bytes.NewReader(png))
	k.ImageOptions(name, x, y, wide, high, false, options, 0, "")
}

// Author says in the properties whose paper it is and what it is about, in all the ways in which a reader may look for
// it. The library knows no tags; language, title, author and subject are what it can say.
func (k *Document) Author(author, subject string) {
	k.SetAuthor(author, true)
	k.SetSubject(subject, true)
	k.SetXmpMetadata(xmp(k.title, author, subject))
}
