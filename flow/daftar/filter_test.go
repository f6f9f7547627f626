package daftar

import (
	"reflect"
	"testing"
)

// TestEveryFieldOfAFilterIsOneFilter: what is set by a field of Filter is told, and taken away, by one record of Filters. The
// order is no filter.
func TestEveryFieldOfAFilterIsOneFilter(t *testing.T) {
	fields := reflect.TypeFor[Filter]()
	for i := range fields.NumField() {
		name := fields.Field(i).Name
		if name == "Terlama" {
			continue
		}
		var f Filter
		switch v := reflect.ValueOf(&f).Elem().Field(i); {
		case v.CanUint():
			v.SetUint(2)
		case v.CanInt():
			v.SetInt(2)
		case v.Kind() == reflect.String:
			v.SetString("x")
		default:
			t.Fatalf("%s is of a kind that this test cannot set", name)
		}
		var set []string
		cleared := f
		for _, field := range Filters {
			if field.IsSet(f) {
				set = append(set, field.Nama)
				field.Clear(&cleared)
			}
		}
		if len(set) != 1 || cleared != (Filter{}) {
			t.Errorf("%s is told by %q, and taken away it leaves %+v", name, set, cleared)
		}
	}
}
