package masuk

import (
	"archive/zip"
	"encoding/xml"
	"io"
	"path"
	"strings"
)

// guard reads every part once, as bytes, before excelize makes anything of them, and returns the part that lists the
// sheets. Only parts of known names can be in the place of those that are read whole, so that each has its limit.
func guard(zr *zip.Reader) (string, error) {
	if len(zr.File) > partsMax {
		return "", refuse(nil, tooBig)
	}
	var total uint64
	seen := map[string]bool{}
	for _, part := range zr.File {
		name := partKey(part.Name)
		if seen[name] {
			return "", refuse(nil, damaged) // two readers could take two different ones
		}
		seen[name] = true
		if total += part.UncompressedSize64; part.UncompressedSize64 > unzippedMax || total > unzippedMax {
			return "", refuse(nil, tooBig)
		}
	}
	for _, part := range zr.File {
		if err := weigh(part); err != nil {
			return "", err
		}
	}
	return bookPart(zr)
}

// bookPart finds the part that lists the sheets, and looks at how it names them.
func bookPart(zr *zip.Reader) (string, error) {
	root, err := relations(zr, "_rels/.rels")
	if err != nil {
		return "", err
	}
	book := ""
	for _, rel := range root {
		if !strings.HasSuffix(rel.Type, "/officeDocument") {
			continue
		}
		if book = strings.TrimPrefix(rel.Target, "/"); !strings.HasPrefix(book, "xl/workbook") || strings.HasSuffix(book, ".bin") {
			return "", refuse(nil, notWorkbook)
		}
	}
	if book == "" {
		return "", refuse(nil, notWorkbook)
	}
	_, err = relations(zr, relsOf(book))
	return book, err
}

// relsOf names the part in which a part names others.
func relsOf(part string) string { return path.Dir(part) + "/_rels/" + path.Base(part) + ".rels" }

// relations reads how a part names others. Each name is there once: excelize compares every sheet with every name, and
// names that are all the same would keep it busy for minutes.
func relations(zr *zip.Reader, name string) ([]relation, error) {
	part, err := zr.Open(name)
	if err != nil {
		return nil, refuse(err, notWorkbook)
	}
	defer part.Close()
	list, err := readRelations(part)
	if err != nil {
		return nil, refuse(err, damaged)
	}
	seen := map[string]bool{}
	for _, rel := range list {
		if rel.ID == "" || seen[rel.ID] {
			return nil, refuse(nil, damaged)
		}
		seen[rel.ID] = true
	}
	return list, nil
}

// relation is how a part of a workbook names another.
type relation struct {
	ID     string `xml:"Id,attr"`
	Type   string `xml:"Type,attr"`
	Target string `xml:"Target,attr"`
}

func readRelations(r io.Reader) ([]relation, error) {
	var list struct {
		Relationship []relation `xml:"Relationship"`
	}
	err := xml.NewDecoder(r).Decode(&list)
	return list.Relationship, err
}
