package sample

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
)

// Strict reads a workbook as strictly as Excel does, which opens a file that is not so only with "We found a problem with
// some content".
func Strict(t *testing.T, file []byte) {
	t.Helper()
	b := bookOf(t, file)
	b.wholeParts()
	b.wholeNames()
	b.properties()
	if strings.Contains(Part(t, file, "xl/worksheets/sheet1.xml"), " relationships:id") {
		t.Error("the sheet leads to its parts under a name that some readers do not know")
	}
	for name, part := range b.parts {
		if path.Dir(name) == "xl/worksheets" {
			b.sheet(name, part)
		}
		if path.Dir(name) == "xl/charts" {
			b.chart(name, part)
		}
	}
}

// properties: what a workbook says of itself has the names by which every reader knows them.
func (b strictBook) properties() {
	for _, e := range b.parts["docProps/core.xml"].Children {
		if strings.HasSuffix(e.XMLName.Space, "core-properties") {
			b.Errorf("%s stands without its prefix", e.XMLName.Local)
		}
	}
}

// element is XML without an opinion.
type element struct {
	XMLName  xml.Name
	Attrs    []xml.Attr `xml:",any,attr"`
	Text     string     `xml:",chardata"`
	Children []element  `xml:",any"`
}

func (e element) attr(name string) string {
	for _, a := range e.Attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// all finds the elements of a name, however deep.
func (e element) all(name string) (list []element) {
	for _, c := range e.Children {
		if c.XMLName.Local == name {
			list = append(list, c)
		}
		list = append(list, c.all(name)...)
	}
	return list
}

// strictBook is a workbook as its parts.
type strictBook struct {
	*testing.T
	parts map[string]element
}

func bookOf(t *testing.T, b []byte) strictBook {
	zr, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	book := strictBook{t, map[string]element{}}
	for _, part := range zr.File {
		if _, twice := book.parts[part.Name]; twice {
			t.Errorf("%s is there twice", part.Name)
		}
		var e element
		if path.Ext(part.Name) == ".png" {
			book.parts[part.Name] = e
			continue
		}
		if err := xml.Unmarshal([]byte(Part(t, b, part.Name)), &e); err != nil {
			t.Errorf("%s: %v", part.Name, err)
		}
		book.parts[part.Name] = e
	}
	return book
}

// wholeParts: each part has a type and each type a part; each relation leads somewhere, and no two have one name.
func (b strictBook) wholeParts() {
	types := b.parts["[Content_Types].xml"]
	typed := map[string]bool{}
	for _, o := range types.all("Override") {
		name := strings.TrimPrefix(o.attr("PartName"), "/")
		if _, there := b.parts[name]; !there || typed[name] {
			b.Errorf("type of %s: there %v, twice %v", name, there, typed[name])
		}
		typed[name] = true
	}
	for _, d := range types.all("Default") {
		for name := range b.parts {
			typed[name] = typed[name] || path.Ext(name) == "."+d.attr("Extension") && path.Ext(name) != ".xml"
		}
	}
	for name := range b.parts {
		if !typed[name] && path.Ext(name) != ".rels" && name != "[Content_Types].xml" {
			b.Errorf("%s has no type", name)
		}
		if path.Ext(name) == ".rels" {
			b.relations(name)
		}
	}
}

func (b strictBook) relations(name string) {
	of := path.Join(path.Dir(path.Dir(name)), strings.TrimSuffix(path.Base(name), ".rels"))
	seen := map[string]bool{}
	for _, rel := range b.parts[name].all("Relationship") {
		id, target := rel.attr("Id"), rel.attr("Target")
		if seen[id] || id == "" {
			b.Errorf("%s: relation %q twice or empty", name, id)
		}
		seen[id] = true
		if rel.attr("TargetMode") == "External" {
			continue
		}
		to := path.Join(path.Dir(of), target)
		if path.IsAbs(target) {
			to = target[1:]
		}
		if _, there := b.parts[to]; !there {
			b.Errorf("%s: %s leads nowhere", name, target)
		}
	}
	b.references(of, seen)
}

// references: each r:id of a part is one of its relations, and each relation is used at most once.
func (b strictBook) references(name string, relations map[string]bool) {
	used := map[string]bool{}
	var walk func(e element)
	walk = func(e element) {
		for _, a := range e.Attrs {
			if strings.HasSuffix(a.Name.Space, "officeDocument/2006/relationships") && a.Name.Local == "id" {
				if !relations[a.Value] || used[a.Value] {
					b.Errorf("%s: %s %s: known %v, twice %v", name, e.XMLName.Local, a.Value, relations[a.Value], used[a.Value])
				}
				used[a.Value] = true
			}
		}
		for _, c := range e.Children {
			walk(c)
		}
	}
	walk(b.parts[name])
}

// wholeNames: sheets and tables have names of their own, and a name leads to a sheet.
func (b strictBook) wholeNames() {
	book := b.parts["xl/workbook.xml"]
	sheets := map[string]bool{}
	for _, s := range book.all("sheet") {
		name := s.attr("name")
		if key := strings.ToLower(name); sheets[key] || name == "" || len(utf16.Encode([]rune(name))) > 31 || strings.ContainsAny(name, `:\/?*[]`) {
			b.Errorf("sheet %q", name)
		}
		sheets[strings.ToLower(name)] = true
	}
	for _, d := range book.all("definedName") {
		sheet, _, _ := strings.Cut(strings.TrimPrefix(d.Text, "'"), "'!")
		at, err := strconv.Atoi(d.attr("localSheetId"))
		if err != nil || at >= len(sheets) || !sheets[strings.ToLower(sheet)] {
			b.Errorf("name %s of sheet %q (%v): %s", d.attr("name"), sheet, d.attr("localSheetId"), d.Text)
		}
	}
	tables := map[string]bool{}
	for name, e := range b.parts {
		if path.Dir(name) != "xl/tables" {
			continue
		}
		for _, key := range []string{"id " + e.attr("id"), "name " + strings.ToLower(e.attr("displayName"))} {
			if tables[key] {
				b.Errorf("table %s twice", key)
			}
			tables[key] = true
		}
	}
}

// sheetOrder is the order in which a sheet may have its parts.
var sheetOrder = strings.Fields(`sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection
	protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting
	dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches
	ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts
	extLst`)

func (b strictBook) sheet(name string, sheet element) {
	order := -1
	for _, e := range sheet.Children {
		at := slices.Index(sheetOrder, e.XMLName.Local)
		if at < order || at < 0 {
			b.Errorf("%s: %s is out of order", name, e.XMLName.Local)
		}
		order = at
	}
	column := 0
	for _, c := range sheet.all("col") {
		from, _ := strconv.Atoi(c.attr("min"))
		to, _ := strconv.Atoi(c.attr("max"))
		if from <= column || to < from {
			b.Errorf("%s: column %d to %d behind %d", name, from, to, column)
		}
		column = to
	}
	b.reach(name, sheet)
	b.cells(name, sheet)
	b.rules(name, sheet)
	b.tables(name, sheet)
}

// reach: a sheet says nothing of how far it reaches, or the truth.
func (b strictBook) reach(name string, sheet element) {
	said, cells := sheet.all("dimension"), sheet.all("c")
	if len(said) == 0 || len(cells) < 2 {
		return
	}
	if last := cells[len(cells)-1].attr("r"); !strings.HasSuffix(said[0].attr("ref"), ":"+last) {
		b.Errorf("%s: it is said to reach to %s, and reaches to %s", name, said[0].attr("ref"), last)
	}
}

// chart: all that a chart shows stands in cells.
func (b strictBook) chart(name string, chart element) {
	for _, f := range chart.all("f") {
		if !regexp.MustCompile(`^'[^']+'!\$[A-Z]+\$\d+:\$[A-Z]+\$\d+$`).MatchString(f.Text) {
			b.Errorf("%s: %q is no range of cells", name, f.Text)
		}
	}
}

func (b strictBook) cells(name string, sheet element) {
	styles := len(b.parts["xl/styles.xml"].all("cellXfs")[0].Children)
	row, links := 0, len(sheet.all("hyperlink"))
	for _, r := range sheet.all("row") {
		n, err := strconv.Atoi(r.attr("r"))
		if err != nil || n <= row {
			b.Errorf("%s: row %q behind %d", name, r.attr("r"), row)
		}
		row = n
		column := 0
		for _, c := range r.Children {
			x, y, err := excelize.CellNameToCoordinates(c.attr("r"))
			if err != nil || y != row || x <= column {
				b.Errorf("%s: cell %q in row %d behind column %d", name, c.attr("r"), row, column)
			}
			column = x
			if style, _ := strconv.Atoi(c.attr("s")); style >= styles {
				b.Errorf("%s: cell %s has style %d of %d", name, c.attr("r"), style, styles)
			}
			for _, text := range c.all("t") {
				if len(utf16.Encode([]rune(text.Text))) > excelize.TotalCellChars {
					b.Errorf("%s: cell %s is too long", name, c.attr("r"))
				}
			}
		}
	}
	if links > 65_530 {
		b.Errorf("%s: %d links", name, links)
	}
}

// rules: what Excel says beside a cell or prints around a page is bounded.
func (b strictBook) rules(name string, sheet element) {
	for _, rule := range sheet.all("dataValidation") {
		for attribute, most := range map[string]int{"promptTitle": 32, "errorTitle": 32, "prompt": 255, "error": 255} {
			if n := len(utf16.Encode([]rune(rule.attr(attribute)))); n > most {
				b.Errorf("%s: %s has %d characters: %s", name, attribute, n, rule.attr(attribute))
			}
		}
		if (rule.attr("type") == "list") != (len(rule.all("formula1")) == 1) {
			b.Errorf("%s: list without its choices: %v", name, rule.Attrs)
		}
	}
	for _, text := range append(sheet.all("oddHeader"), sheet.all("oddFooter")...) {
		if n := len(utf16.Encode([]rune(text.Text))); n > 255 {
			b.Errorf("%s: a head or foot of %d characters", name, n)
		}
	}
}

// tables: the header cells are the columns of the table, each with a name of its own.
func (b strictBook) tables(name string, sheet element) {
	rels := b.parts[relsOf(name)]
	for _, part := range sheet.all("tablePart") {
		i := slices.IndexFunc(rels.Children, func(r element) bool { return r.attr("Id") == part.attr("id") })
		table := b.parts[path.Join(path.Dir(name), rels.Children[i].attr("Target"))]
		from, to, _ := strings.Cut(table.attr("ref"), ":")
		left, top, err1 := excelize.CellNameToCoordinates(from)
		right, bottom, err2 := excelize.CellNameToCoordinates(to)
		columns := table.all("tableColumn")
		if err1 != nil || err2 != nil || bottom <= top || right-left+1 != len(columns) {
			b.Errorf("%s: table %s with %d columns", name, table.attr("ref"), len(columns))
		}
		var head []string
		for _, c := range sheet.all("row")[0].Children {
			head = append(head, c.all("t")[0].Text)
		}
		seen := map[string]bool{}
		for i, c := range columns {
			key := strings.ToLower(c.attr("name"))
			if seen[key] || c.attr("name") != head[i] {
				b.Errorf("%s: column %q of the table over the cell %q, twice %v", name, c.attr("name"), head[i], seen[key])
			}
			seen[key] = true
		}
	}
}

// relsOf is the part with the relations of a part.
func relsOf(name string) string { return path.Dir(name) + "/_rels/" + path.Base(name) + ".rels" }
