package paper

import (
	"errors"
	"fmt"

	"rsc.io/qr"
)

// QR is a link as a PNG that a phone can read off a screen or off paper, with the white edge that it needs.
func QR(link string) ([]byte, error) {
	squares, err := encodeQR(link)
	if err != nil {
		return nil, err
	}
	squares.Scale = 12 // about 500 pixels for a link of the bot: sharp on any phone
	return squares.PNG(), nil
}

// encodeQR uses level M: a fold or a stain of a seventh of the code is no harm.
func encodeQR(link string) (*qr.Code, error) {
	if link == "" {
		return nil, errors.New("qr: no link")
	}
	squares, err := qr.Encode(link, qr.M)
	if err != nil {
		return nil, fmt.Errorf("qr: %w", err)
	}
	return squares, nil
}

// QR draws a link as squares, sharp at any size. The runs of a line are one bar, so that no gap shows between squares.
func (k *Document) QR(link string, x, y, size float64) error {
	squares, err := encodeQR(link)
	if err != nil {
		return err
	}
	k.SetFillColor(0, 0, 0)
	side := size / float64(squares.Size)
	for row := range squares.Size {
		for from := 0; from < squares.Size; from++ {
			to := from
			for squares.Black(to, row) {
				to++
			}
			if to > from {
				k.Rect(x+float64(from)*side, y+float64(row)*side, float64(to-from)*side, side*1.02, "F")
				from = to
			}
		}
	}
	return nil
}
