package paper

import (
	"encoding/xml"
	"strings"
)

// xmp are the properties of a document as XML, which readers for the blind and archives look at.
func xmp(title, author, subject string) []byte {
	var b strings.Builder
	b.WriteString(`<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">` +
		`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">`)
	for _, e := range []struct{ name, list, value string }{
		{"title", "Alt", title}, {"description", "Alt", subject}, {"creator", "Seq", author}, {"language", "Bag", "id-ID"},
	} {
		b.WriteString("<dc:" + e.name + "><rdf:" + e.list + "><rdf:li")
		if e.list == "Alt" {
			b.WriteString(` xml:lang="x-default"`)
		}
		b.WriteString(">")
		_ = xml.EscapeText(&b, []byte(e.value)) // a strings.Builder takes everything
		b.WriteString("</rdf:li></rdf:" + e.list + "></dc:" + e.name + ">")
	}
	b.WriteString(`</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>`)
	return []byte(b.String())
}
