package incoming

import (
	"slices"
	"strings"

	"siip-asn/flow/spelling"
)

// opdOfUnor is the OPD of a place in the organisation: "SEKSI A - BIDANG B - DINAS C - PEMERINTAH KOTA D" is at DINAS C. Some
// exports have the same from the top: then the part behind the government is the OPD. "" where no part can be one.
func opdOfUnor(unor string) string {
	parts := unorParts(unor)
	top := len(parts) > 0 && government(parts[0])
	parts = slices.DeleteFunc(parts, government)
	switch n := len(parts); {
	case n == 0:
		return ""
	case top || withinOPD(parts[n-1]):
		return opdOrNone(parts[0])
	default:
		return parts[n-1]
	}
}

// opdOrNone is the part, unless it is only a part of an OPD.
func opdOrNone(part string) string {
	if withinOPD(part) {
		return ""
	}
	return part
}

// opdIn is the OPD that a cell of a table names: a name as it is, or the OPD of a place that goes up to the government.
func opdIn(text string) string {
	parts := unorParts(text)
	if n := len(parts); n > 1 && (government(parts[0]) || government(parts[n-1])) {
		if opd := opdOfUnor(text); opd != "" {
			return opd
		}
	}
	return text
}

// unorParts are the parts of a place, which a dash of any kind joins that has a space at one side of it at least.
func unorParts(unor string) (parts []string) {
	var words []string
	end := func() {
		if len(words) > 0 {
			parts, words = append(parts, strings.Join(words, " ")), nil
		}
	}
	for word := range strings.FieldsSeq(spelling.Tidy(unor)) {
		bare := strings.TrimFunc(word, dash)
		if before := strings.TrimLeftFunc(word, dash); before != word {
			end()
		}
		if bare != "" {
			words = append(words, bare)
		}
		if behind := strings.TrimRightFunc(word, dash); behind != word {
			end()
		}
	}
	end()
	return parts
}

func dash(r rune) bool { return spelling.Plain(string(r)) == "-" }

// government tells the part above all OPD.
func government(part string) bool {
	first, _, _ := strings.Cut(spelling.Fold(part), " ")
	return slices.Contains([]string{"pemerintah", "pemerintahan", "pemda", "pemkot", "pemkab", "pemprov", "kota", "kabupaten", "kab.", "provinsi"}, first)
}

// withinOPD tells a part that is never an OPD itself.
func withinOPD(part string) bool {
	first, _, _ := strings.Cut(spelling.Fold(part), " ")
	return slices.Contains([]string{"bidang", "seksi", "sub", "subbag", "subbagian", "subbid", "subbidang", "subag", "subkoordinator"}, strings.TrimSuffix(first, "."))
}
