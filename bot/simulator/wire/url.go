package wire

import (
	"net/url"
	"strings"
)

// UserLink reads tg://user?id=N.
func UserLink(link string) (int64, bool) {
	rest, ok := strings.CutPrefix(strings.ToLower(link), "tg://user?id=")
	if !ok {
		return 0, false
	}
	id := LeadingInteger(rest)
	return id, id > 0
}

// CheckLink refuses what the real server refuses to link to. A link without a protocol gets http.
func CheckLink(link string) (string, error) {
	if err := linkFault(link); err != nil {
		return "", Mistake("URL '%s' is invalid: %v", link, err)
	}
	if !strings.Contains(link, "://") {
		link = "http://" + link
	}
	u, _ := url.Parse(link)
	if u.Path == "" && (u.Scheme == "http" || u.Scheme == "https") {
		u.Path = "/"
	}
	return u.String(), nil
}

func linkFault(link string) error {
	scheme, rest, ok := strings.Cut(link, "://")
	if !ok {
		scheme, rest = "http", link
	}
	u, err := url.Parse(scheme + "://" + rest)
	if err != nil {
		return Mistake("Wrong HTTP URL")
	}
	switch strings.ToLower(scheme) {
	case "tg", "ton":
		return nil
	case "http", "https":
	default:
		return Mistake("Unsupported URL protocol")
	}
	switch {
	case u.Host == "":
		return Mistake("URL host is empty")
	case !strings.ContainsAny(u.Host, ".["):
		return Mistake("Wrong HTTP URL")
	}
	return nil
}

// Check is the last word on it, that of another server.
func (p *LinkPreview) Check() *APIError {
	if p == nil || p.URL == "" || linkFault(p.URL) == nil {
		return nil
	}
	return Bad("WEBPAGE_URL_INVALID")
}
