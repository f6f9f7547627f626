package simulator

import "encoding/json"

// linkPreview reads what a call wants of the preview of a link; nil is nothing.
func (q *request) linkPreview() (*LinkPreview, *apiError) {
	raw := q.text("link_preview_options")
	if raw == "" {
		if q.boolean("disable_web_page_preview") {
			return &LinkPreview{IsDisabled: true}, nil
		}
		return nil, nil
	}
	o, ok := asObject(json.RawMessage(raw))
	if !ok {
		return nil, bad("Can't parse link preview options JSON object")
	}
	r := reader{object: o}
	out := LinkPreview{
		IsDisabled: r.flag("is_disabled"), URL: r.text("url"), PreferSmallMedia: r.flag("prefer_small_media"),
		PreferLargeMedia: r.flag("prefer_large_media"), ShowAboveText: r.flag("show_above_text"),
	}
	if r.err != nil {
		return nil, bad(r.err.Error())
	}
	return &out, nil
}

// check is the last word on it, that of another server.
func (p *LinkPreview) check() *apiError {
	if p == nil || p.URL == "" || linkFault(p.URL) == nil {
		return nil
	}
	return bad("WEBPAGE_URL_INVALID")
}
