package incoming

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"siip-asn/reports/form"
	"siip-asn/reports/workbook"
)

// What a file under 20 MB may take, whatever is in it.
const (
	mostTime   = 5 * time.Second
	mostMemory = 200 << 20
	mostFile   = 20 << 20
)

// stream writes a workbook of one sheet whose parts are written piece by piece.
func stream(t testing.TB, write map[string]func(io.Writer)) []byte {
	t.Helper()
	var buf bytes.Buffer
	zw := zip.NewWriter(&buf)
	rels := strings.Replace(fmt.Sprintf(bookRels, "worksheets/sheet1.xml"), "</Rel",
		`<Relationship Id="rId2" Type="x/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="x/styles" Target="styles.xml"/></Rel`, 1)
	for name, text := range handmade("").with("xl/_rels/workbook.xml.rels", rels) {
		if write[name] == nil {
			write[name] = func(w io.Writer) { _, _ = io.WriteString(w, text) }
		}
	}
	for name, part := range write {
		w, err := zw.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		part(w)
	}
	if err := zw.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

// sheetOf writes rows below our header, each of twelve cells.
func sheetOf(n int, cell func(row, column int) string) func(io.Writer) {
	return func(w io.Writer) {
		fmt.Fprintf(w, `<worksheet><sheetData>%s`, inline(1, names(pegawaiForm.Columns)...))
		for r := range n {
			fmt.Fprintf(w, `<row r="%d">`, r+2)
			for c := range len(pegawaiForm.Columns) {
				fmt.Fprintf(w, `<c r="%s"%s</c>`, workbook.Ref(c+1, r+2), cell(r, c))
			}
			_, _ = io.WriteString(w, `</row>`)
		}
		_, _ = io.WriteString(w, `</sheetData></worksheet>`)
	}
}

func inlineCell(text string) string { return ` t="inlineStr"><is><t>` + text + `</t></is>` }

// good is a cell of a row without a fault whose texts are as long as they may be.
func good(r, c int) string {
	long := strings.Repeat(fmt.Sprintf("%d é", r), 30)
	return inlineCell([]string{
		string(sampleNIP(r)), long[:90], long[:110], "Pengawas", long[:110], "081200000001", "80", long[:90], "", "Aktif", "", "",
	}[c])
}

// repeat writes a text over and over, up to n bytes of it, and only whole.
func repeat(n int, text string) func(io.Writer) {
	n -= n % len(text)
	return func(w io.Writer) {
		piece := strings.Repeat(text, max(1, (64<<10)/len(text)))
		for n > 0 {
			part := piece[:min(len(piece), n)]
			n -= len(part)
			_, _ = io.WriteString(w, part)
		}
	}
}

func joined(parts ...func(io.Writer)) func(io.Writer) {
	return func(w io.Writer) {
		for _, p := range parts {
			p(w)
		}
	}
}

func text(s string) func(io.Writer) { return repeat(len(s), s) }

const (
	sheet1   = "xl/worksheets/sheet1.xml"
	strings1 = "xl/sharedStrings.xml"
	styles1  = "xl/styles.xml"
)

// hostile makes files that are made to be expensive, one after the other: only one of them is in memory.
var hostile = map[string]func(testing.TB) []byte{
	"one long string, named by 240,000 cells": func(t testing.TB) []byte {
		return stream(t, map[string]func(io.Writer){
			sheet1: sheetOf(20_000, func(int, int) string { return ` t="s"><v>0</v>` }), strings1: joined(text("<sst><si><t>"), repeat(32_767, "a b"), text("</t></si></sst>")),
		})
	},
	"a string of the whole part, named once a row": func(t testing.TB) []byte {
		return stream(t, map[string]func(io.Writer){
			sheet1: sheetOf(20_000, func(_, c int) string {
				if c == 12 {
					return ` t="s"><v>0</v>`
				}
				return ">"
			}), strings1: joined(text("<sst><si><t>"), repeat(39<<20, "é \u200b"), text("</t></si></sst>")),
		})
	},
	"millions of strings": func(t testing.TB) []byte {
		return stream(t, map[string]func(io.Writer){sheet1: sheetOf(10, good), strings1: joined(text("<sst>"), repeat(39<<20, "<si><t>é x</t></si>     "), text("</sst>"))})
	},
	"empty strings": func(t testing.TB) []byte {
		return stream(t, map[string]func(io.Writer){sheet1: sheetOf(10, good), strings1: joined(text("<sst>"), repeat(14_999_995, "<si/>"), text("</sst>"))})
	},
	"rows of nothing": func(t testing.TB) []byte {
		return stream(t, map[string]func(io.Writer){sheet1: joined(text("<worksheet><sheetData>"+headerRow), repeat(159<<20, "<row/>"), text("</sheetData></worksheet>"))})
	},
	"cells of nothing": func(t testing.TB) []byte {
		return stream(t, map[string]func(io.Writer){sheet1: joined(text("<worksheet><sheetData>"+headerRow+"<row>"), repeat(64_000, "<c/>"), text("</row></sheetData></worksheet>"))})
	},
	"a comment": func(t testing.TB) []byte {
		return stream(t, map[string]func(io.Writer){sheet1: joined(text("<worksheet><!--"), repeat(159<<20, "- "), text("--></worksheet>"))})
	},
	"spaces": func(t testing.TB) []byte {
		return stream(t, map[string]func(io.Writer){sheet1: joined(text("<worksheet>"), repeat(159<<20, " "), text("</worksheet>"))})
	},
	"tags of no meaning": func(t testing.TB) []byte {
		return stream(t, map[string]func(io.Writer){sheet1: joined(text("<worksheet>"), repeat(159<<20, `<x a="1">y</x>  `), text("</worksheet>"))})
	},
	"entities": func(t testing.TB) []byte {
		return stream(t, map[string]func(io.Writer){sheet1: joined(text("<worksheet><sheetData>"+headerRow+`<row><c t="inlineStr"><is><t>`), repeat(159<<20, "&amp;"), text("</t></is></c></row></sheetData></worksheet>"))})
	},
	"merged cells": func(t testing.TB) []byte {
		return stream(t, map[string]func(io.Writer){sheet1: joined(text("<worksheet><sheetData>"+headerRow+personRow(2)+"</sheetData>"), repeat(150<<20, `<mergeCell ref="A2:XFD1000"/>  `), text("</worksheet>"))})
	},
	"number formats": func(t testing.TB) []byte {
		return stream(t, map[string]func(io.Writer){sheet1: sheetOf(10, good), styles1: func(w io.Writer) {
			_, _ = io.WriteString(w, "<styleSheet><numFmts>")
			for n := range 15_000 {
				fmt.Fprintf(w, `<numFmt numFmtId="%d" formatCode="%s"/>`, 200+n, strings.Repeat("&quot;a&quot;0[Red]_ ", 40))
			}
			_, _ = io.WriteString(w, "</numFmts><cellXfs>")
			for n := range 90_000 {
				fmt.Fprintf(w, `<xf numFmtId="%d"/>`, 200+n%15_000)
			}
			_, _ = io.WriteString(w, "</cellXfs></styleSheet>")
		}})
	},
	"right rows, as many and as long as they may be": func(t testing.TB) []byte {
		return stream(t, map[string]func(io.Writer){sheet1: sheetOf(100_000, good)})
	},
	"wrong rows": func(t testing.TB) []byte {
		return stream(t, map[string]func(io.Writer){sheet1: sheetOf(50_000, func(r, c int) string { return inlineCell(strings.Repeat("é x", 60)) })})
	},
	"titles as long as a cell": func(t testing.TB) []byte {
		return stream(t, map[string]func(io.Writer){sheet1: func(w io.Writer) {
			_, _ = io.WriteString(w, "<worksheet><sheetData>")
			for range 16 {
				_, _ = io.WriteString(w, "<row>"+strings.Repeat(`<c t="s"><v>0</v></c>`, 200)+"</row>")
			}
			_, _ = io.WriteString(w, "</sheetData></worksheet>")
		}, strings1: joined(text("<sst><si><t>"), repeat(32_767, "Nama "), text("</t></si></sst>"))})
	},
	"noise": func(testing.TB) []byte {
		b, r := make([]byte, mostFile), rand.New(rand.NewPCG(1, 2))
		for i := range b {
			b[i] = byte(r.UintN(256))
		}
		return append([]byte("PK\x03\x04"), b[:mostFile-4]...)
	},
	"entries of a zip": func(testing.TB) []byte {
		return bytes.Repeat([]byte("PK\x01\x02                                          "), mostFile/46)
	},
	"csv of separators":    func(testing.TB) []byte { return bytes.Repeat([]byte(";"), mostFile) },
	"csv of ends of lines": func(testing.TB) []byte { return bytes.Repeat([]byte("\n"), mostFile) },
	"csv of quotes":        func(testing.TB) []byte { return bytes.Repeat([]byte(`"`), mostFile) },
	"csv of empty quotes":  func(testing.TB) []byte { return bytes.Repeat([]byte(`"";`), mostFile/3) },
	"csv of one field":     func(testing.TB) []byte { return bytes.Repeat([]byte("\xe9 "), mostFile/2) },
	"csv of wide letters": func(testing.TB) []byte {
		return append([]byte("\xff\xfe"), bytes.Repeat([]byte("\x00\xd8;\x00"), mostFile/4-1)...)
	},
	"csv of right rows": func(testing.TB) []byte {
		var b bytes.Buffer
		b.WriteString("NIP;Nama;Jabatan;Jenjang;OPD\n")
		for n := 0; b.Len() < mostFile-300; n++ {
			fmt.Fprintf(&b, "%s;%s;Analis %d;Pelaksana;Dinas %d\n", sampleNIP(n), strings.Repeat("é", 90), n, n)
		}
		return b.Bytes()
	},
}

// TestNoFileTakesLong: not more than five seconds and 200 MB, whatever is in it, and what comes of it is rows, faults, or a
// sentence; the same of what goes back to be mended.
func TestNoFileTakesLong(t *testing.T) {
	if testing.Short() || raced {
		t.Skip("takes half a minute, and says nothing under the race detector")
	}
	for name, file := range hostile {
		t.Run(name, func(t *testing.T) {
			b := file(t)
			if len(b) > mostFile {
				t.Fatalf("%d MB", len(b)>>20)
			}
			var isi Contents
			var err error
			took, memory := measured(func() { isi, err = baca(b, "") })
			t.Logf("%d KB: %v, %d MB; %d rows, %d faults, %v", len(b)>>10, took.Round(time.Millisecond), memory>>20, len(isi.Pegawai.Rows), len(isi.Faults), err)
			if took > mostTime || memory > mostMemory {
				t.Errorf("%v, %d MB", took, memory>>20)
			}
			if refused := (*FileError)(nil); err != nil && !errors.As(err, &refused) {
				t.Errorf("not for people: %v", err)
			}
			if err != nil || len(isi.Faults) == 0 {
				return
			}
			took, memory = measured(func() {
				err = WriteFaults(t.Context(), io.Discard, bytes.NewReader(b), int64(len(b)), isi)
			})
			t.Logf("goes back: %v, %d MB, %v", took.Round(time.Millisecond), memory>>20, err)
			if took > 3*mostTime || memory > 2*mostMemory {
				t.Errorf("goes back: %v, %d MB", took, memory>>20)
			}
		})
	}
}

// measured is how long a work takes, and how much memory is in use at most besides what was before.
func measured(work func()) (took time.Duration, memory uint64) {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	before := m.HeapAlloc
	var most atomic.Uint64
	over, ended := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(ended)
		for {
			runtime.ReadMemStats(&m)
			most.Store(max(most.Load(), m.HeapAlloc))
			select {
			case <-over:
				return
			case <-time.After(10 * time.Millisecond):
			}
		}
	}()
	begin := cpuTime()
	work()
	took = cpuTime() - begin
	close(over)
	<-ended
	return took, most.Load() - min(before, most.Load())
}

// names lists the names of columns.
func names[T any](columns []form.Column[T]) []string {
	list := make([]string, len(columns))
	for i, c := range columns {
		list[i] = c.Name
	}
	return list
}
