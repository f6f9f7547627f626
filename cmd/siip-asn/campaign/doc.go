// Package campaign shows by long tests what is promised of the program: nothing is lost, nothing happens twice, nobody sees
// what is not his.
//
// A town of people (town_test.go, citizen_test.go) talks to the program, which runs as a process of its own against the
// simulator, while the world around it is unkind. A diary keeps what everybody was shown (diary_test.go), and in the end the
// books are compared: what people were told with what the database says happened (reckoning_test.go, notices_test.go).
//
//	go test ./cmd/siip-asn/campaign -run 'KillCampaign$' -v -kills 300 -timeout 60m    killed again and again
//	go test ./cmd/siip-asn/campaign -run KilledWhile -v -kills 200 -timeout 60m        killed while it makes or migrates its database
//	go test ./cmd/siip-asn/campaign -run 'FaultCampaign$' -v -faults 300 -timeout 60m  a bad network, a full disk, a jumping clock
//	go test ./cmd/siip-asn/campaign -run Mutants -v -mutants -timeout 60m              faults built in, which the kills must find
//
// Each prints its figures in one line at the end. The program is the test binary of package main, whose clock can be moved
// (binary_test.go); it is built anew in each run, with -race when the campaign is.
package campaign
