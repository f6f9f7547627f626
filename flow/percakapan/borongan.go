package percakapan

import "siip-asn/flow/percakapan/borongan"

func init() { add(borongan.Conversation()) }
