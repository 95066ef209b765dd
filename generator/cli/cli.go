// Package cli is the command: one file a verb, usage, exit status.
//
// Speaking to people: results go to standard output, everything else to
// standard error; Chinese first, English after it; no stack traces; no colour
// and no progress when nobody is watching.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"yibentong/generator/diag"
)

// Exit codes; they do not change.
const (
	Clean    = 0 // nothing to mend
	Findings = 1 // diagnostics with errors
	Usage    = 2 // the command line is wrong
	Trouble  = 3 // disk, permission, a bug
)

// Env is the world outside, so that tests run the true program.
type Env struct {
	Stdout, Stderr io.Writer
	// Dir is the working folder.
	Dir string
	// Now is the clock. Only "is it stale?" asks it; no output depends on it.
	Now func() time.Time
	// Watched tells whether a person watches Stderr: colour and progress.
	Watched bool
}

// errFindings says that diagnostics were printed and the status is Findings.
var errFindings = errors.New("findings")

// usageError marks a wrong command line.
type usageError struct{ error }

// program is what every verb has at hand.
type program struct {
	Env
	ctx     context.Context
	dir     string // of the handbook
	lang    string
	json    bool
	strict  bool
	all     bool
	noColor bool
	date    string
}

// Main runs one command line and returns the exit status.
func Main(ctx context.Context, args []string, env Env) int {
	p := &program{Env: env, ctx: ctx}
	root := p.root()
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	var usage usageError
	switch {
	case err == nil:
		return Clean
	case errors.Is(err, errFindings):
		return Findings
	case errors.As(err, &usage):
		fmt.Fprintf(env.Stderr, "%s\n", plainLines(err.Error()))
		return Usage
	}
	fmt.Fprintf(env.Stderr, "出了故障 / trouble: %s\n", plainLines(err.Error()))
	return Trouble
}

// plainLines makes a message of several lines safe for a terminal.
func plainLines(s string) string {
	lines := strings.Split(s, "\n")
	for i := range lines {
		lines[i] = diag.Plain(lines[i])
	}
	return strings.Join(lines, "\n")
}

func (p *program) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "yibentong",
		Short: "一本通：把政务服务事项记录变成可信的办事手册",
		Long: `一本通读取 catalog/ 里的事项记录和 content/ 里的文章，检查每一处，
把手册发布到 public/：能搜索的网页、给机器读的数据。

  yibentong check            只检查，什么也不写
  yibentong build            检查并发布到 public/
  yibentong serve            在 http://localhost:8080 预览，改了就变

退出状态：0 没有问题；1 有要改的地方；2 命令写错了；3 程序或磁盘出了故障。`,
		SilenceUsage:  true,
		SilenceErrors: true,
	}
	root.SetOut(p.Stdout)
	root.SetErr(p.Stderr)
	root.SetFlagErrorFunc(func(c *cobra.Command, err error) error {
		return usageError{fmt.Errorf("%w\n用法 / usage: %s（%s --help）", err, c.UseLine(), c.CommandPath())}
	})
	flags := root.PersistentFlags()
	flags.StringVarP(&p.dir, "dir", "C", ".", "手册所在的文件夹")
	flags.StringVar(&p.lang, "lang", "both", "提示用的语言：zh、en 或 both")
	flags.BoolVar(&p.json, "json", false, "用 JSON 输出，给机器读")
	flags.BoolVar(&p.noColor, "no-color", false, "不用颜色（也认 NO_COLOR）")
	flags.StringVar(&p.date, "date", "", "当作今天是哪天（2026-11-24），用来判断是否过期")
	root.AddCommand(p.checkVerb(), p.buildVerb(), p.serveVerb(), p.fmtVerb(), p.newVerb(), p.initVerb(), p.searchVerb(), p.reportVerb(), p.docsVerb(), p.versionVerb(), p.bookletVerb(), p.preflightVerb())
	for _, c := range root.Commands() {
		c.Args = usageArgs(c.Args)
	}
	root.PersistentPreRunE = func(*cobra.Command, []string) error {
		if p.lang != "zh" && p.lang != "en" && p.lang != "both" {
			return usageError{fmt.Errorf("--lang 只能是 zh、en 或 both / zh, en or both")}
		}
		return nil
	}
	root.SuggestionsMinimumDistance = 2
	root.RunE = func(c *cobra.Command, args []string) error { return c.Help() }
	root.Args = usageArgs(cobra.NoArgs)
	return root
}

// usageArgs makes a wrong number of arguments, or an unknown verb, a usage error.
func usageArgs(check cobra.PositionalArgs) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if check == nil {
			return nil
		}
		err := check(c, args)
		if err == nil {
			return nil
		}
		text := fmt.Sprintf("命令写错了 / %v", err)
		if near := c.SuggestionsFor(first(args)); len(near) > 0 {
			text += fmt.Sprintf("\n是不是 / did you mean: %s？", near[0])
		}
		return usageError{fmt.Errorf("%s\n用法 / usage: %s（--help 看说明）", text, c.UseLine())}
	}
}

func first(args []string) string {
	if len(args) == 0 {
		return ""
	}
	return args[0]
}

// folder is the handbook's folder as a path of the machine.
func (p *program) folder() string {
	if filepath.IsAbs(p.dir) {
		return p.dir
	}
	return filepath.Join(p.Dir, p.dir)
}

// tree opens the handbook's folder. Nothing outside it can be reached through
// what is returned, links included.
func (p *program) tree() (fs.FS, error) {
	root, err := os.OpenRoot(p.folder())
	if err != nil {
		return nil, err
	}
	return root.FS(), nil
}

// tell prints what was found and returns errFindings if it stops the work.
func (p *program) tell(tree fs.FS, l *diag.List) error {
	errs, warnings := l.Count()
	bad := errs > 0 || p.strict && l.Strict() > 0
	if p.json {
		if err := l.JSON(p.Stdout); err != nil {
			return err
		}
	} else {
		printer := diag.Printer{FS: tree, Lang: p.lang, Color: p.Watched && !p.noColor && os.Getenv("NO_COLOR") == "", Max: 50}
		if p.all {
			printer.Max = 0
		}
		if err := printer.Print(p.Stderr, l); err != nil {
			return err
		}
		if errs+warnings > 0 {
			fmt.Fprintf(p.Stderr, "共 %d 处错误、%d 处警告 / %d errors, %d warnings\n", errs, warnings, errs, warnings)
		}
	}
	if bad {
		return errFindings
	}
	return nil
}
