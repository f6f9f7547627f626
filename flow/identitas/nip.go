// Package identitas reads the numbers by which a person is known, as people type them: the NIP and the mobile number.
//
// It imports flow/spelling only. A newcomer reads ParseNIP and ParseHP.
package identitas

import (
	"fmt"
	"strings"
	"time"

	"siip-asn/flow/spelling"
)

// NIP is the number of a civil servant: 18 digits YYYYMMDD (birth), YYYYMM (TMT of a PNS) or YYYY2n (a PPPK, n from 1
// to 9, since 2019), 1 or 2 (sex), 001 to 999 (serial). It has no check digit. The NI of a PPPK can change with a new
// contract, so a NIP identifies nobody for ever: that does PegawaiID.
type NIP string

// NIPError says which part of a NIP is wrong. Its text is Indonesian: it is meant for the person who typed the NIP.
type NIPError struct {
	Part   string // the part, e.g. "tanggal lahir"
	Value  string // what stands there
	Reason string // why it cannot be
}

// Error is the whole sentence.
func (e *NIPError) Error() string {
	return fmt.Sprintf("NIP salah pada %s (%s): %s", e.Part, e.Value, e.Reason)
}

// nipDigitsOf drops what people put between the digits of a NIP, and the quotes around it.
func nipDigitsOf(s string) string { return nipMarks.Replace(spelling.Unquoted(s)) }

var nipMarks = strings.NewReplacer(".", "", " ", "", "-", "")

// ParseNIP reads a NIP as people type it: spaces, dots and dashes between the digits are dropped. The error is a
// *NIPError.
func ParseNIP(s string) (NIP, error) {
	d := nipDigitsOf(s)
	if err := nipDigits(d); err != nil {
		return "", err
	}
	for _, check := range []func(string) *NIPError{nipBirth, nipTMT, nipSex, nipSerial} {
		if err := check(d); err != nil {
			return "", err
		}
	}
	return NIP(d), nil
}

// PartOfNIP reads what is searched for: a NIP, or some digits of one, without the marks between them. Any other text is
// searched for as it is.
func PartOfNIP(s string) string {
	if d := nipDigitsOf(s); d != "" && !strings.ContainsFunc(d, notDigit) {
		return d
	}
	return s
}

func notDigit(r rune) bool { return r < '0' || r > '9' }

func nipDigits(d string) error {
	if strings.ContainsFunc(d, notDigit) {
		return &NIPError{"isinya", spelling.Clip(d, 24), "hanya angka yang diperbolehkan"}
	}
	if len(d) != 18 {
		return &NIPError{"panjangnya", spelling.Clip(d, 24), fmt.Sprintf("harus 18 angka, ini %d angka", len(d))}
	}
	return nil
}

func nipBirth(d string) *NIPError {
	if _, err := time.Parse("20060102", d[:8]); err != nil || d[:4] < "1900" {
		return &NIPError{"tanggal lahir", d[:8], "bukan tanggal yang ada"}
	}
	return nil
}

func nipTMT(d string) *NIPError {
	year, month := d[8:12], d[12:14]
	switch {
	case d[12] == '2' && month != "20":
		if year < "2019" {
			return &NIPError{"tahun pengangkatan PPPK", d[8:14], "PPPK ada sejak tahun 2019"}
		}
	case month < "01" || month > "12":
		return &NIPError{"TMT", d[8:14], "bulannya harus 01 sampai 12, atau 21 sampai 29 untuk PPPK"}
	}
	if year <= d[:4] {
		return &NIPError{"TMT", d[8:14], "tidak mungkin sebelum tahun lahir"}
	}
	return nil
}

func nipSex(d string) *NIPError {
	if d[14] != '1' && d[14] != '2' {
		return &NIPError{"jenis kelamin", d[14:15], "harus 1 atau 2"}
	}
	return nil
}

func nipSerial(d string) *NIPError {
	if d[15:] == "000" {
		return &NIPError{"nomor urut", d[15:], "harus 001 sampai 999"}
	}
	return nil
}

// Masked shows enough of a NIP to be recognised by its owner and no more: the birth year and the last three digits.
func (n NIP) Masked() string {
	if len(n) != 18 {
		return "******"
	}
	return string(n[:4]) + strings.Repeat("*", 11) + string(n[15:])
}
