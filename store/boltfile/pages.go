package boltfile

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
)

// bbolt trusts its file: where a page is torn it ends the process, in a goroutine of its own. So a file is looked
// through here before bbolt opens it: every page that can be reached must be what it says it is. The format is that of
// bbolt's version 2 (page.go and meta.go there).

const (
	pageHead    = 16 // id, flags, count, overflow
	elementHead = 16 // of a branch: pos, ksize, page; of a leaf: flags, pos, ksize, vsize
	bucketHead  = 16 // root, sequence

	branchPage = 0x01
	leafPage   = 0x02
	metaPage   = 0x04

	bucketElement = 0x01

	boltMagic   = 0xED0CDAED
	boltVersion = 2
	metaLength  = 64
	depthMax    = 64
)

var (
	order    = binary.LittleEndian // what bbolt writes on every machine that matters
	errNoDB  = errors.New("bukan berkas basis data")
	errTorn  = errors.New("halaman rusak")
	pageSize = []int64{4096, 8192, 16384, 32768, 65536, 1024, 2048}
)

// meta is the head of the file: where everything begins.
type meta struct {
	page int64 // bytes in a page
	root uint64
	high uint64 // pages in use are below
	tx   uint64
}

// Check reads every page of a database file that can be reached, and tells what is wrong.
func Check(r io.ReaderAt, size int64) error {
	m, err := newestMeta(r, size)
	if err != nil {
		return err
	}
	w := pageWalk{r: r, size: size, meta: m, seen: map[uint64]bool{}}
	return w.walk(m.root, nil, nil, 0)
}

// newestMeta takes the newer one of the two heads that is whole.
func newestMeta(r io.ReaderAt, size int64) (newest meta, err error) {
	err = errNoDB
	for _, page := range pageSize {
		for i := range int64(2) {
			m, ok := readMeta(r, size, i*page)
			if ok && m.page == page && (err != nil || m.tx > newest.tx) {
				newest, err = m, nil
			}
		}
	}
	return newest, err
}

func readMeta(r io.ReaderAt, size, at int64) (m meta, ok bool) {
	b := make([]byte, pageHead+metaLength)
	if at+int64(len(b)) > size {
		return m, false
	}
	if _, err := r.ReadAt(b, at); err != nil || order.Uint16(b[8:])&metaPage == 0 {
		return m, false
	}
	b = b[pageHead:]
	sum := fnv.New64a()
	sum.Write(b[:metaLength-8])
	m = meta{page: int64(order.Uint32(b[8:])), root: order.Uint64(b[16:]), high: order.Uint64(b[40:]), tx: order.Uint64(b[48:])}
	return m, order.Uint32(b) == boltMagic && order.Uint32(b[4:]) == boltVersion && order.Uint64(b[56:]) == sum.Sum64()
}

// pageWalk goes through the tree of pages.
type pageWalk struct {
	r    io.ReaderAt
	size int64
	meta
	seen map[uint64]bool
}

func torn(id uint64, why string) error { return fmt.Errorf("%w: halaman %d: %s", errTorn, id, why) }

// walk goes through the page and all below it. Its keys lie between low and high, where those are given.
func (w *pageWalk) walk(id uint64, low, high []byte, depth int) error {
	if id < 2 || id >= w.high || depth > depthMax {
		return torn(id, "tidak pada tempatnya")
	}
	page, err := w.read(id)
	if err != nil {
		return err
	}
	for part := range uint64(int64(len(page)) / w.page) {
		if w.seen[id+part] {
			return torn(id, "dipakai dua kali")
		}
		w.seen[id+part] = true
	}
	return w.elements(id, page, low, high, depth)
}

// read fetches a page with all that belongs to it.
func (w *pageWalk) read(id uint64) ([]byte, error) {
	head := make([]byte, pageHead)
	at := int64(id) * w.page
	if at+w.page > w.size {
		return nil, torn(id, "di luar berkas")
	}
	if _, err := w.r.ReadAt(head, at); err != nil {
		return nil, err
	}
	length := (int64(order.Uint32(head[12:])) + 1) * w.page
	if order.Uint64(head) != id || at+length > w.size || id+uint64(length/w.page) > w.high {
		return nil, torn(id, "bukan halaman ini")
	}
	page := make([]byte, length)
	_, err := w.r.ReadAt(page, at)
	return page, err
}

// elements goes through the entries of a page: they must lie inside it, in order, and lead to pages that are whole.
func (w *pageWalk) elements(id uint64, page, low, high []byte, depth int) error {
	flags, count := order.Uint16(page[8:]), int(order.Uint16(page[10:]))
	if flags != branchPage && flags != leafPage || flags == branchPage && count == 0 || pageHead+count*elementHead > len(page) {
		return torn(id, "isi tidak dikenal")
	}
	keys, follow := make([][]byte, count), make([]uint64, count)
	for i := range count {
		key, next, err := w.element(id, flags, page[pageHead+i*elementHead:], depth)
		if err != nil {
			return err
		}
		if i == 0 && bytes.Compare(key, low) < 0 || i > 0 && bytes.Compare(keys[i-1], key) >= 0 || high != nil && bytes.Compare(key, high) >= 0 {
			return torn(id, "urutan kunci salah")
		}
		keys[i], follow[i] = key, next
	}
	return w.below(flags, keys, follow, high, depth)
}

// below goes on to the pages that the entries of a page lead to.
func (w *pageWalk) below(flags uint16, keys [][]byte, follow []uint64, high []byte, depth int) error {
	for i, id := range follow {
		var low, limit []byte // a bucket has keys of its own
		if flags == branchPage {
			low, limit = keys[i], high
			if i+1 < len(keys) {
				limit = keys[i+1]
			}
		}
		if id != 0 || flags == branchPage {
			if err := w.walk(id, low, limit, depth+1); err != nil {
				return err
			}
		}
	}
	return nil
}

// element reads one entry: its key, and the page that it leads to, if any.
func (w *pageWalk) element(id uint64, flags uint16, e []byte, depth int) (key []byte, follow uint64, err error) {
	if flags == branchPage {
		key, _, err = cutElement(id, e, order.Uint32(e), order.Uint32(e[4:]), 0)
		return key, order.Uint64(e[8:]), err
	}
	key, value, err := cutElement(id, e, order.Uint32(e[4:]), order.Uint32(e[8:]), order.Uint32(e[12:]))
	if err != nil || order.Uint32(e)&bucketElement == 0 {
		return key, 0, err
	}
	if len(value) < bucketHead {
		return key, 0, torn(id, "kelompok terpotong")
	}
	root := order.Uint64(value)
	if root != 0 {
		return key, root, nil
	}
	if len(value) < bucketHead+pageHead || depth > depthMax {
		return key, 0, torn(id, "kelompok terpotong")
	}
	return key, 0, w.elements(id, value[bucketHead:], nil, nil, depth+1) // a small bucket lies inside the entry
}

func cutElement(id uint64, e []byte, pos, ksize, vsize uint32) (key, value []byte, err error) {
	end := uint64(pos) + uint64(ksize) + uint64(vsize)
	if end > uint64(len(e)) || pos < elementHead {
		return nil, nil, torn(id, "isi di luar halaman")
	}
	return e[pos : pos+ksize], e[pos+ksize : end], nil
}
