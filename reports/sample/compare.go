package sample

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/image/draw"
)

// bandingWide is how wide kept pictures are: small enough to be kept, large enough to show a line that has moved.
const bandingWide = 270

// Compare compares a picture with the kept one of that name in testdata, both small and grey. Letters may be drawn a
// little otherwise by another version of a library; a part that is missing, has moved or has another colour is seen. With
// update the picture is kept.
func Compare(t *testing.T, name string, picture image.Image, update bool) {
	t.Helper()
	b := picture.Bounds()
	small := image.NewGray(image.Rect(0, 0, bandingWide, b.Dy()*bandingWide/b.Dx()))
	draw.CatmullRom.Scale(small, small.Bounds(), picture, b, draw.Src, nil)
	path := filepath.Join("testdata", name)
	if update {
		var buf bytes.Buffer
		if err := png.Encode(&buf, small); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, buf.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	kept, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	want, err := png.Decode(bytes.NewReader(kept))
	if err != nil {
		t.Fatal(err)
	}
	if mean, far := differ(small, want); mean > 2 || far > 0.01 {
		t.Errorf("%s is not what was kept: %.2f of 255 on average, %.1f %% of the points are another; look at it, then -update", name, mean, 100*far)
	}
}

// differ is how far two grey pictures are apart: on average, and the part of the points that differ clearly.
func differ(got *image.Gray, want image.Image) (mean, far float64) {
	if got.Bounds() != want.Bounds() {
		return 255, 1
	}
	sum, clear := 0, 0
	b := got.Bounds()
	for y := range b.Dy() {
		for x := range b.Dx() {
			g, _, _, _ := want.At(x, y).RGBA()
			d := max(int(got.GrayAt(x, y).Y)-int(g>>8), int(g>>8)-int(got.GrayAt(x, y).Y))
			sum += d
			if d > 48 {
				clear++
			}
		}
	}
	n := float64(b.Dx() * b.Dy())
	return float64(sum) / n, float64(clear) / n
}
