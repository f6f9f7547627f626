package masuk

import (
	"bytes"
	"path"
	"strings"
)

// part is the XML of a sheet. excelize knows where it is and does not tell.
func (u *upload) part(sheet string) ([]byte, error) {
	rels, ok := u.f.Pkg.Load(relsOf(u.book))
	if !ok {
		return nil, refuse(nil, damaged)
	}
	list, err := readRelations(bytes.NewReader(rels.([]byte)))
	if err != nil {
		return nil, refuse(err, damaged)
	}
	for _, s := range u.f.WorkBook.Sheets.Sheet {
		for _, rel := range list {
			if s.Name == sheet && rel.ID == s.ID {
				return u.load(rel.Target)
			}
		}
	}
	return nil, refuse(nil, damaged)
}

func (u *upload) load(target string) ([]byte, error) {
	name := path.Clean(path.Dir(u.book) + "/" + target)
	if strings.HasPrefix(target, "/") {
		name = path.Clean(target)[1:]
	}
	b, ok := u.f.Pkg.Load(name)
	if !ok || !strings.HasPrefix(name, "xl/worksheets/") {
		return nil, refuse(nil, noSheet)
	}
	return b.([]byte), nil
}

// choose finds the sheet that holds the data: the one of that name, or else the first that people see and that is not of
// our own template's explanations.
func (u *upload) choose(name string) (string, error) {
	first := ""
	for _, sheet := range u.f.WorkBook.Sheets.Sheet {
		hidden := strings.HasSuffix(strings.ToLower(sheet.State), "hidden") // or veryHidden
		switch key := sheetKey(sheet.Name); {
		case key == sheetKey(name):
			return sheet.Name, nil
		case first == "" && !hidden && key != sheetKey(petunjukSheet) && key != sheetKey(contohSheet):
			first = sheet.Name
		}
	}
	if first == "" {
		return "", refuse(nil, noSheet)
	}
	return first, nil
}
