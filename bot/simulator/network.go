package simulator

import "strings"

// CutNetwork cuts every waiting poll, and every connection that comes until RestoreNetwork. People go on: what they do
// waits for the bot.
func (s *Server) CutNetwork() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.down = true
	s.endPoll(severed)
	s.emit(event{what: networkDown})
}

// RestoreNetwork lets the bot through again.
func (s *Server) RestoreNetwork() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.down = false
	s.emit(event{what: networkUp})
}

// refuseLine cuts a connection. A poll that meets with it has failed as any other.
func (s *Server) refuseLine(path string) {
	if strings.HasSuffix(strings.ToLower(path), "/getupdates") {
		s.mu.Lock()
		s.watch.pollFailed()
		s.mu.Unlock()
	}
	cut()
}

func (s *Server) networkIsDown() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.down
}
