package reports

import (
	"bytes"
	"fmt"
	"io"
	"sort"
	"time"

	"github.com/xuri/excelize/v2"
)

// book is a workbook in the making. Its sheets are streamed: at 100,000 rows that is a tenth of the memory.
type book struct {
	f      *excelize.File
	styles [looks]int
	sheets int
}

// newBook begins a workbook that calls itself by its title and by the time it was made.
func newBook(name string, made time.Time) (*book, error) {
	b := &book{f: excelize.NewFile()}
	for l := range looks {
		id, err := b.f.NewStyle(l.style())
		if err != nil {
			return nil, fmt.Errorf("style %d: %w", l, err)
		}
		b.styles[l] = id
	}
	return b, b.says(name, made.UTC().Format(time.RFC3339))
}

// properties is the part in which a workbook says of itself what it is.
const properties = "docProps/core.xml"

// says writes the properties. excelize leaves the prefix away from who changed the workbook last, also where nobody has;
// some readers know the name only with it, and refuse the whole workbook.
func (b *book) says(name, at string) error {
	err := b.f.SetDocProps(&excelize.DocProperties{
		Title: line(name), Creator: "SIIP-ASN", Created: at, Modified: at, Language: "id-ID",
	})
	if part, ok := b.f.Pkg.Load(properties); ok {
		b.f.Pkg.Store(properties, bytes.ReplaceAll(part.([]byte), []byte("<lastModifiedBy></lastModifiedBy>"), nil))
	}
	return err
}

// add makes a sheet behind the ones before; the first one takes the place of the sheet that every new workbook has.
func (b *book) add(name string) error {
	b.sheets++
	if b.sheets == 1 {
		return b.f.SetSheetName("Sheet1", name)
	}
	_, err := b.f.NewSheet(name)
	return err
}

// write ends the workbook and frees what it held.
func (b *book) write(w io.Writer) error {
	defer b.f.Close()
	b.sortTypes()
	buf, err := b.f.WriteToBuffer()
	if err != nil {
		return fmt.Errorf("workbook: %w", err)
	}
	return sortParts(w, buf.Bytes())
}

// sortTypes puts the list of the parts' types in order, which excelize fills from a map.
func (b *book) sortTypes() {
	types := b.f.ContentTypes
	sort.Slice(types.Defaults, func(i, j int) bool { return types.Defaults[i].Extension < types.Defaults[j].Extension })
	sort.Slice(types.Overrides, func(i, j int) bool { return types.Overrides[i].PartName < types.Overrides[j].PartName })
}
