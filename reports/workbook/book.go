package workbook

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"sort"
	"time"

	"github.com/xuri/excelize/v2"

	"siip-asn/flow/cetakan"
	"siip-asn/reports/typeset"
)

// Book is a workbook in the making. Its sheets are streamed: at 100,000 rows that is a tenth of the memory.
type Book struct {
	f      *excelize.File
	styles [looks]int
	sheets int

	instansi string // whose workbook it is
	tanda    cetakan.Tanda
}

// New begins a workbook that calls itself by its title and by the time it was made.
func New(name string, made time.Time) (*Book, error) {
	b := &Book{f: excelize.NewFile()}
	if err := b.plain(); err != nil {
		return nil, err
	}
	for l := range looks {
		id, err := b.f.NewStyle(l.style())
		if err != nil {
			return nil, fmt.Errorf("style %d: %w", l, err)
		}
		b.styles[l] = id
	}
	return b, b.says(name, made)
}

// plain makes the font of the house that of the workbook: it says how wide a column is.
func (b *Book) plain() error {
	if err := b.f.SetDefaultFont(family); err != nil {
		return fmt.Errorf("font: %w", err)
	}
	size := float64(points)
	b.f.Styles.Fonts.Font[0].Sz.Val = &size
	return nil
}

// Undated is the time of files whose input brings none: the same input is to have the same bytes. Such a file says nothing of
// when it was made.
var Undated time.Time

// properties is the part in which a workbook says of itself what it is.
const properties = "docProps/core.xml"

// emptyTimes are the times that excelize puts into every workbook.
var emptyTimes = regexp.MustCompile(`<dcterms:(created|modified)[^>]*>[^<]*</dcterms:(created|modified)>`)

// says writes the properties; a workbook without a date says no time at all. excelize leaves the prefix away from who changed the workbook last, also where nobody has;
// some readers know the name only with it, and refuse the whole workbook.
func (b *Book) says(name string, made time.Time) error {
	says := &excelize.DocProperties{Title: typeset.Line(name), Creator: "SIIP-ASN", Language: "id-ID"}
	if !made.IsZero() {
		says.Created = made.UTC().Format(time.RFC3339)
		says.Modified = says.Created
	}
	err := b.f.SetDocProps(says)
	part, ok := b.f.Pkg.Load(properties)
	if !ok {
		return err
	}
	text := bytes.ReplaceAll(part.([]byte), []byte("<lastModifiedBy></lastModifiedBy>"), nil)
	if made.IsZero() {
		text = emptyTimes.ReplaceAll(text, nil)
	}
	b.f.Pkg.Store(properties, text)
	return err
}

// add makes a sheet behind the ones before; the first one takes the place of the sheet that every new workbook has.
func (b *Book) add(name string) error {
	b.sheets++
	if b.sheets == 1 {
		return b.f.SetSheetName("Sheet1", name)
	}
	_, err := b.f.NewSheet(name)
	return err
}

// Write ends the workbook and frees what it held.
func (b *Book) Write(w io.Writer) error {
	defer b.f.Close()
	if err := errors.Join(b.keaslian(), b.f.SetAppProps(&excelize.AppProperties{Application: "SIIP-ASN", Company: typeset.Line(b.instansi)})); err != nil {
		return fmt.Errorf("workbook: %w", err)
	}
	b.sortTypes()
	var all parts
	b.f.SetZipWriter(func(io.Writer) excelize.ZipWriter { return &all })
	if _, err := b.f.WriteToBuffer(); err != nil { // it buffers nothing: all has it
		return fmt.Errorf("workbook: %w", err)
	}
	if err := b.f.Close(); err != nil {
		return fmt.Errorf("workbook: %w", err)
	}
	if err := all.write(w); err != nil {
		return fmt.Errorf("workbook: %w", err)
	}
	return nil
}

// sortTypes puts the list of the parts' types in order, which excelize fills from a map.
func (b *Book) sortTypes() {
	types := b.f.ContentTypes
	sort.Slice(types.Defaults, func(i, j int) bool { return types.Defaults[i].Extension < types.Defaults[j].Extension })
	sort.Slice(types.Overrides, func(i, j int) bool { return types.Overrides[i].PartName < types.Overrides[j].PartName })
}
