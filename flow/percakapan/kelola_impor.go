package percakapan

import "siip-asn/flow/percakapan/kelola/impor"

func init() { add(impor.Conversation()) }

// ImportProgress is what is shown while a large workbook is looked at, or written.
var ImportProgress = impor.ImportProgress
