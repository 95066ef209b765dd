//go:build unix

package publish

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"
)

// children are what the test binary does instead of testing when it is started as a child.
var children = map[string]func(dir string) error{
	"exchange": func(dir string) error { return publishForEver(dir, swapFolders) },
	"renames":  func(dir string) error { return publishForEver(dir, twoRenames) },
	"umask":    publishMasked,
	"page":     func(dir string) error { return publishLimited(dir, 1, 10_000) },
	"manifest": func(dir string) error { return publishLimited(dir, 200, 10) },
}

func TestMain(m *testing.M) {
	if child, ok := children[os.Getenv("PUBLISH_CHILD")]; ok {
		if err := child(os.Getenv("PUBLISH_DIR")); err != nil {
			fmt.Fprint(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

func command(child, dir string) *exec.Cmd {
	c := exec.Command(os.Args[0])
	c.Env = append(os.Environ(), "PUBLISH_CHILD="+child, "PUBLISH_DIR="+dir)
	return c
}

// publishForEver publishes edition after edition, some files changed and some not, and prints a dot at every step.
func publishForEver(dir string, swap func(dir, next, aside string) error) error {
	for i := 1; ; i++ {
		s, err := Open(dir, Options{KeepPrevious: true})
		if err != nil {
			return err
		}
		s.swap = swap
		for j := range 40 {
			os.Stdout.WriteString(".")
			err = errors.Join(err, s.Write(fmt.Sprintf("%d/x.html", j), fmt.Appendf(nil, "%d", i*(j%2))))
		}
		err = errors.Join(err, s.Write(fmt.Sprintf("assets/%d", i), nil))
		os.Stdout.WriteString(".")
		if _, e := s.Commit(fmt.Sprint(i)); err != nil || e != nil {
			return errors.Join(err, e)
		}
		os.Stdout.WriteString(".")
	}
}

func TestKilledAtAnyMomentTheEditionIsWhole(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		child string
		runs  int // at once
		kill  os.Signal
	}{
		{"exchange", 1, syscall.SIGKILL},
		{"exchange", 1, syscall.SIGTERM},
		{"exchange", 2, syscall.SIGKILL},
		{"renames", 1, syscall.SIGKILL},
	} {
		t.Run(fmt.Sprint(c.child, c.runs, c.kill), func(t *testing.T) {
			t.Parallel()
			dir := newDir(t)
			publish(t, dir, Options{}, "0", edition{"index.html": "0"})
			steps := rand.New(rand.NewPCG(1, 2))
			for range 8 {
				killAfter(t, c.child, dir, c.runs, c.kill, steps.Int64N(200))
				if c.child != "renames" {
					wantWhole(t, dir) // even before anything is mended
				}
				if err := open(t, dir, Options{}).Abort(); err != nil {
					t.Fatal(err)
				}
				wantWhole(t, dir)
				wantAlone(t, filepath.Dir(dir))
			}
		})
	}
}

// killAfter lets children run for a number of steps and kills them while they go on.
func killAfter(t *testing.T, child, dir string, runs int, kill os.Signal, steps int64) {
	t.Helper()
	var cmds []*exec.Cmd
	var outs []io.Reader
	for range runs {
		c := command(child, dir)
		out, err := c.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		c.Stderr = os.Stderr
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		cmds, outs = append(cmds, c), append(outs, out)
	}
	for _, out := range outs {
		if _, err := io.CopyN(io.Discard, out, steps+1); err != nil {
			t.Errorf("the child stopped by itself: %v", err)
		}
	}
	for _, c := range cmds {
		c.Process.Signal(kill)
	}
	for i, c := range cmds {
		io.Copy(io.Discard, outs[i])
		if err := c.Wait(); err == nil || c.ProcessState.Exited() {
			t.Errorf("the child stopped by itself: %v", err)
		}
	}
}

func publishMasked(dir string) error {
	syscall.Umask(0o077)
	s, err := Open(dir, Options{KeepPrevious: true})
	if err != nil {
		return err
	}
	err = s.Write("a/b/new.html", nil)
	_, e := s.Commit("2")
	return errors.Join(err, e)
}

func TestModesDoNotDependOnTheUmask(t *testing.T) {
	t.Parallel()
	dir := newDir(t)
	publish(t, dir, Options{}, "1", edition{"assets/in/old.css": ""})
	if out, err := command("umask", dir).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	for name, want := range map[string]os.FileMode{
		"": folderMode | os.ModeDir, "a": folderMode | os.ModeDir, "a/b": folderMode | os.ModeDir, "assets/in": folderMode | os.ModeDir,
		"a/b/new.html": fileMode, "assets/in/old.css": fileMode, manifestName: fileMode, ignoreName: fileMode,
	} {
		if got := stat(t, dir, name).Mode(); got != want {
			t.Errorf("%q: mode %v, want %v", name, got, want)
		}
	}
}

// publishLimited writes files where no file may exceed 4 KiB, as on a full disk.
func publishLimited(dir string, files, size int) error {
	signal.Ignore(syscall.SIGXFSZ) // so that writing fails instead
	if err := unix.Setrlimit(unix.RLIMIT_FSIZE, &unix.Rlimit{Cur: 4096, Max: 4096}); err != nil {
		return err
	}
	s, err := Open(dir, Options{})
	if err != nil {
		return err
	}
	for i := range files {
		if err := s.Write(fmt.Sprintf("%d.html", i), make([]byte, size)); err != nil {
			fmt.Print("write: ", err)
			break
		}
	}
	_, err = s.Commit("2")
	return err
}

func TestAFullDiskLeavesTheOldEdition(t *testing.T) {
	t.Parallel()
	for child, at := range map[string]string{"page": "0.html", "manifest": manifestName} {
		t.Run(child, func(t *testing.T) {
			t.Parallel()
			dir := newDir(t)
			publish(t, dir, Options{}, "1", edition{"index.html": "1"})
			before := tree(t, dir)
			out, err := command(child, dir).CombinedOutput()
			if err == nil || !strings.Contains(string(out), "file too large") || !strings.Contains(string(out), at) {
				t.Errorf("%v: %s", err, out)
			}
			if strings.Contains(string(out), "write: ") != (child == "page") {
				t.Errorf("failed elsewhere: %s", out)
			}
			if after := tree(t, dir); !maps.Equal(after, before) {
				t.Errorf("was %q, is %q", before, after)
			}
			wantAlone(t, filepath.Dir(dir))
		})
	}
}
