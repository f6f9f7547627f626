package workbook

import (
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

func TestSheetFull(t *testing.T) {
	s := &sheet[int]{last: excelize.TotalRows}
	if err := s.row(1); err == nil || !strings.Contains(err.Error(), "more than 1048576 rows") {
		t.Error(err)
	}
}
