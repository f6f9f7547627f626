package sheet

import (
	"io"
	"path"
	"strings"

	"siip-asn/flow/spelling"
)

// book is an Excel workbook whose lists have been read, and no sheet yet.
type book struct {
	parts   parts
	styles  []format // by the number that a cell names
	epoch   bool     // days count from 1904 on
	strings *sharedStrings
	shared  string // the part that holds them
	merged  []string
}

// relation is how a part of a workbook names another.
type relation struct{ id, kind, target string }

func openBook(r io.ReaderAt, size int64) (*File, error) {
	list, err := openParts(r, size)
	if err != nil {
		return nil, err
	}
	main, err := bookPart(list)
	if err != nil {
		return nil, err
	}
	b := &book{parts: list}
	related, err := list.relations(relsOf(main))
	if err != nil {
		return nil, err
	}
	targets := map[string]string{}
	for _, rel := range related {
		target := resolve(main, rel.target)
		switch {
		case strings.HasSuffix(rel.kind, "/worksheet"):
			targets[rel.id] = target
		case strings.HasSuffix(rel.kind, "/sharedStrings"):
			b.shared = target
		case strings.HasSuffix(rel.kind, "/styles"):
			if err := b.readStyles(target); err != nil {
				return nil, err
			}
		}
	}
	f := &File{book: b, peeked: map[string][]Row{}}
	if f.Sheets, f.Hidden, err = b.sheets(main, targets); err == nil && len(f.Sheets) == 0 {
		err = Refuse(nil, noSheet)
	}
	return f, err
}

// bookPart finds the part that lists the sheets.
func bookPart(list parts) (string, error) {
	if file := list["mimetype"]; file != nil {
		return "", Refuse(nil, openDoc)
	}
	root, err := list.relations("_rels/.rels")
	if err != nil {
		return "", Refuse(err, notTable)
	}
	for _, rel := range root {
		name := partKey(rel.target)
		switch {
		case !strings.HasSuffix(rel.kind, "/officeDocument"):
		case strings.HasSuffix(name, ".bin"):
			return "", Refuse(nil, binBook)
		case list[name] != nil && !strings.HasPrefix(name, "word/") && !strings.HasPrefix(name, "ppt/"):
			return name, nil
		}
	}
	return "", Refuse(nil, notTable)
}

func relsOf(part string) string { return path.Dir(part) + "/_rels/" + path.Base(part) + ".rels" }

func resolve(part, target string) string {
	if strings.HasPrefix(target, "/") {
		return partKey(target)
	}
	return partKey(path.Dir(part) + "/" + target)
}

// relationsMax is how many parts a part may name.
const relationsMax = 10_000

func (p parts) relations(name string) (list []relation, err error) {
	seen := map[string]bool{}
	err = p.scan(name, bookMax, func(s *scanner) error {
		if s.kind != opening || !s.is("Relationship") {
			return nil
		}
		rel := relation{s.attr("Id"), s.attr("Type"), s.attr("Target")}
		if rel.id == "" || seen[rel.id] || len(list) == relationsMax {
			return errXML
		}
		seen[rel.id] = true
		list = append(list, rel)
		return nil
	})
	return list, err
}

// sheetsMax is how many sheets are looked at.
const sheetsMax = 100

// sheets lists the tables that people see, and those that are hidden; charts are none.
func (b *book) sheets(main string, targets map[string]string) (list, concealed []Sheet, err error) {
	err = b.parts.scan(main, bookMax, func(s *scanner) error {
		switch {
		case s.kind != opening:
		case s.is("workbookPr"):
			v := s.attr("date1904")
			b.epoch = v == "1" || v == "true"
		case s.is("sheet"):
			part := targets[s.attr("id")]
			if part == "" {
				return nil
			}
			into := &list
			if strings.HasSuffix(strings.ToLower(s.attr("state")), "hidden") { // or veryHidden
				into = &concealed
			}
			if len(*into) < sheetsMax {
				*into = append(*into, Sheet{Name: spelling.Clip(spelling.Tidy(s.attr("name")), 60), part: part})
			}
		}
		return nil
	})
	return list, concealed, err
}
