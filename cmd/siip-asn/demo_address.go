package main

import (
	"net"

	"github.com/spf13/cobra"
)

// namesOf is the name that was asked for, if any: the page may be opened under it too.
func namesOf(cmd *cobra.Command) []string {
	addr, _ := cmd.Flags().GetString("addr")
	host, _, _ := net.SplitHostPort(addr)
	if host == "" || net.ParseIP(host) != nil {
		return nil
	}
	return []string{host}
}

// warnOfOthers says when the page is open to more than this machine, and where they find it: it asks nobody who they are.
func (s *showing) warnOfOthers(addr net.Addr) {
	tcp := addr.(*net.TCPAddr)
	if tcp.IP.IsLoopback() {
		return
	}
	s.Say("Perhatian: siapa pun di jaringan ini dapat membuka dan memakai demo ini, tanpa kata sandi.")
	for _, ip := range outsideAddresses(tcp.IP) {
		s.Say("Dari komputer lain: http://%s/", (&net.TCPAddr{IP: ip, Port: tcp.Port}).String())
	}
}

// outsideAddresses are those of this machine that others can reach: the one listened on, or all of them.
func outsideAddresses(listening net.IP) []net.IP {
	if !listening.IsUnspecified() {
		return []net.IP{listening}
	}
	var out []net.IP
	addrs, _ := net.InterfaceAddrs() // none is no reason to stop
	for _, addr := range addrs {
		if n, ok := addr.(*net.IPNet); ok && n.IP.To4() != nil && n.IP.IsGlobalUnicast() {
			out = append(out, n.IP)
		}
	}
	return out
}
