package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"time"
)

// process is a bot at work.
type process struct {
	cmd     *exec.Cmd
	said    bytes.Buffer
	metrics string // address of the page of metrics; empty: there is none
}

func start(metrics string, name string, args ...string) (*process, error) {
	p := &process{cmd: exec.Command(name, args...), metrics: metrics}
	p.cmd.Stderr, p.cmd.Stdout = &p.said, &p.said
	return p, p.cmd.Start()
}

// stop ends it as an operator does.
func (p *process) stop() error {
	_ = p.cmd.Process.Signal(syscall.SIGTERM)
	over := make(chan error, 1)
	go func() { over <- p.cmd.Wait() }()
	select {
	case <-over:
		return nil
	case <-time.After(12 * time.Second):
		return errors.Join(errors.New("the bot does not end"), p.cmd.Process.Kill())
	}
}

// usage is what a process has used since it started, from /proc (Linux) and its page of metrics. What is not told stays 0.
type usage struct {
	cpu     time.Duration
	written float64 // bytes, to the disk
	commits float64
}

func (a usage) minus(b usage) usage {
	return usage{a.cpu - b.cpu, a.written - b.written, a.commits - b.commits}
}

func (p *process) usage(ctx context.Context) (u usage) {
	stat, _ := os.ReadFile(fmt.Sprintf("/proc/%d/stat", p.cmd.Process.Pid))
	if _, after, ok := strings.Cut(string(stat), ") "); ok {
		var ticks [2]int64
		fields := strings.Fields(after)
		if len(fields) > 12 {
			fmt.Sscan(fields[11], &ticks[0])
			fmt.Sscan(fields[12], &ticks[1])
		}
		u.cpu = time.Duration(ticks[0]+ticks[1]) * 10 * time.Millisecond // user and system time; the kernel counts in 1/100 s
	}
	text, _ := os.ReadFile(fmt.Sprintf("/proc/%d/io", p.cmd.Process.Pid))
	for line := range strings.Lines(string(text)) {
		fmt.Sscanf(line, "write_bytes: %f", &u.written)
	}
	for line := range strings.Lines(p.page(ctx)) {
		fmt.Sscanf(line, commitMetric+"_count %f", &u.commits)
	}
	return u
}

// page reads the page of metrics; empty when there is none.
func (p *process) page(ctx context.Context) string {
	if p.metrics == "" {
		return ""
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, p.metrics, nil)
	if err != nil {
		return ""
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return ""
	}
	defer resp.Body.Close()
	text, _ := io.ReadAll(resp.Body)
	return string(text)
}

const commitMetric = "siip_commit_seconds"

// commitTimes is how long commits have taken so far.
func (p *process) commitTimes(ctx context.Context) (list buckets) {
	for line := range strings.Lines(p.page(ctx)) {
		var b bucket
		if n, _ := fmt.Sscanf(line, commitMetric+"_bucket{le=\"%g\"} %g", &b.seconds, &b.count); n == 2 {
			list = append(list, b)
		}
	}
	return list
}
