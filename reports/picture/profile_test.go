package picture

import (
	"bytes"
	"image/jpeg"
	"testing"
)

// The picture of the bot is a JPEG as Telegram takes it, with something on it inside the circle that Telegram shows.
func TestProfil(t *testing.T) {
	var out bytes.Buffer
	if err := WriteProfile(&out); err != nil {
		t.Fatal(err)
	}
	img, err := jpeg.Decode(&out)
	if err != nil {
		t.Fatal(err)
	}
	if b := img.Bounds(); b.Dx() != Side || b.Dy() != Side {
		t.Errorf("it is %v", b)
	}
	light := func(x, y int) bool { r, _, _, _ := img.At(x, y).RGBA(); return r > 0x8000 }
	inside, outside := 0, 0
	for y := range int(Side) {
		for x := range int(Side) {
			dx, dy := float64(x)-Side/2, float64(y)-Side/2
			switch {
			case !light(x, y):
			case dx*dx+dy*dy < Side*Side/4:
				inside++
			default:
				outside++
			}
		}
	}
	if inside < 40_000 || inside > 200_000 || outside > 0 {
		t.Errorf("%d light dots inside the circle, %d outside", inside, outside)
	}
}
