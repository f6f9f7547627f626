package bot

import "siip-asn/bot/scheduler"

// Limits are how fast the bot may call.
type Limits = scheduler.Limits
