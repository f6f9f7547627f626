// Command house prints how the rooms of the program have grown: for each package its files, lines, exported names and
// the arrows between its files, and over all the receivers with most methods, the widest interfaces and the longest
// functions. Tests and testdata are not counted. It reads the syntax only and enforces nothing.
//
//	go run ./.ci/house
package main

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"log"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"text/tabwriter"
)

// room is a package as its files tell of it.
type room struct {
	dir      string
	files    []*ast.File
	lines    int
	comments int // lines that belong to a comment
}

// figure is a count with what it was counted of.
type figure struct {
	of string
	n  int
}

func main() {
	files := token.NewFileSet()
	rooms, err := read(files)
	if err != nil {
		log.Fatal(err)
	}
	out := tabwriter.NewWriter(os.Stdout, 0, 8, 2, ' ', 0)
	fmt.Fprintln(out, "package\tfiles\tlines\texported\tarrows a file\tcomment lines")
	for _, r := range rooms {
		fmt.Fprintf(out, "%s\t%d\t%d\t%d\t%.1f\t%d %%\n",
			r.dir, len(r.files), r.lines, len(r.exported()), r.arrows(), 100*r.comments/max(1, r.lines))
	}
	var methods, interfaces, functions []figure
	for _, r := range rooms {
		methods = append(methods, r.methods()...)
		interfaces = append(interfaces, r.interfaces()...)
		functions = append(functions, r.functions(files)...)
	}
	list(out, "methods on one receiver", methods)
	list(out, "methods of an interface", interfaces)
	list(out, "lines of a function", functions)
	if err := out.Flush(); err != nil {
		log.Fatal(err)
	}
}

// read parses every package below the working directory, largest first.
func read(files *token.FileSet) ([]*room, error) {
	byDir := map[string]*room{}
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && path != "." && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata"):
			return fs.SkipDir
		case d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go"):
			return nil
		}
		f, err := parser.ParseFile(files, path, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		dir := filepath.Dir(path)
		if byDir[dir] == nil {
			byDir[dir] = &room{dir: dir}
		}
		byDir[dir].add(files, f)
		return nil
	})
	rooms := make([]*room, 0, len(byDir))
	for _, r := range byDir {
		rooms = append(rooms, r)
	}
	slices.SortFunc(rooms, func(a, b *room) int { return cmp.Or(b.lines-a.lines, strings.Compare(a.dir, b.dir)) })
	return rooms, err
}

func (r *room) add(files *token.FileSet, f *ast.File) {
	r.files = append(r.files, f)
	r.lines += files.File(f.Pos()).LineCount()
	for _, group := range f.Comments {
		r.comments += files.Position(group.End()).Line - files.Position(group.Pos()).Line + 1
	}
}

// names lists what a file declares at the level of the package; methods by their name with a dot before. "_" is no name.
func names(f *ast.File) (list []string) {
	for _, decl := range f.Decls {
		switch d := decl.(type) {
		case *ast.FuncDecl:
			if d.Recv != nil {
				list = append(list, "."+d.Name.Name)
			} else {
				list = append(list, d.Name.Name)
			}
		case *ast.GenDecl:
			for _, spec := range d.Specs {
				switch s := spec.(type) {
				case *ast.TypeSpec:
					list = append(list, s.Name.Name)
				case *ast.ValueSpec:
					for _, n := range s.Names {
						list = append(list, n.Name)
					}
				}
			}
		}
	}
	return slices.DeleteFunc(list, func(name string) bool { return name == "_" })
}

func (r *room) exported() (list []string) {
	for _, f := range r.files {
		for _, n := range names(f) {
			if !strings.HasPrefix(n, ".") && ast.IsExported(n) {
				list = append(list, n)
			}
		}
	}
	return list
}

// arrows is to how many other files of the package a file refers, on average. A method counts when its name is declared
// in one file only.
func (r *room) arrows() float64 {
	owner := map[string]int{}
	for i, f := range r.files {
		for _, n := range names(f) {
			if was, taken := owner[n]; taken && was != i {
				owner[n] = -1
				continue
			}
			owner[n] = i
		}
	}
	total := 0
	for i, f := range r.files {
		to := map[int]bool{}
		for n := range uses(f) {
			if o, ok := owner[n]; ok && o != i && o >= 0 {
				to[o] = true
			}
		}
		total += len(to)
	}
	return float64(total) / float64(max(1, len(r.files)))
}

// uses are the names that a file mentions; what stands behind a dot with the dot. What belongs to another package is none
// of them: wire.Message is no mention of a Message that this package has too.
func uses(f *ast.File) map[string]bool {
	packages := map[string]bool{}
	for _, i := range f.Imports {
		packages[nameOf(i)] = true
	}
	seen := map[string]bool{}
	var visit func(ast.Node) bool
	visit = func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SelectorExpr:
			if x, ok := n.X.(*ast.Ident); !ok || !packages[x.Name] {
				seen["."+n.Sel.Name] = true
				ast.Inspect(n.X, visit)
			}
			return false
		case *ast.Ident:
			seen[n.Name] = true
		}
		return true
	}
	for _, decl := range f.Decls { // not the package clause: every file of a program says main
		ast.Inspect(decl, visit)
	}
	delete(seen, "_")
	return seen
}

// nameOf is the name under which a file has what it imports: excelize for github.com/xuri/excelize/v2.
func nameOf(i *ast.ImportSpec) string {
	if i.Name != nil {
		return i.Name.Name
	}
	whole := strings.Trim(i.Path.Value, `"`)
	if version.MatchString(path.Base(whole)) {
		whole = path.Dir(whole)
	}
	return path.Base(whole)
}

var version = regexp.MustCompile(`^v[0-9]+$`)

func (r *room) methods() (list []figure) {
	count := map[string]int{}
	for _, f := range r.files {
		for _, decl := range f.Decls {
			if d, ok := decl.(*ast.FuncDecl); ok && d.Recv != nil {
				count[receiver(d.Recv.List[0].Type)]++
			}
		}
	}
	for name, n := range count {
		list = append(list, figure{r.dir + " " + name, n})
	}
	return list
}

func receiver(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.StarExpr:
		return receiver(e.X)
	case *ast.IndexExpr:
		return receiver(e.X)
	case *ast.Ident:
		return e.Name
	default:
		return "?"
	}
}

func (r *room) interfaces() (list []figure) {
	for _, f := range r.files {
		ast.Inspect(f, func(n ast.Node) bool {
			if t, ok := n.(*ast.TypeSpec); ok {
				if i, ok := t.Type.(*ast.InterfaceType); ok {
					list = append(list, figure{r.dir + " " + t.Name.Name, len(i.Methods.List)})
				}
			}
			return true
		})
	}
	return list
}

func (r *room) functions(files *token.FileSet) (list []figure) {
	for _, f := range r.files {
		for _, decl := range f.Decls {
			if d, ok := decl.(*ast.FuncDecl); ok {
				lines := files.Position(d.End()).Line - files.Position(d.Pos()).Line + 1
				list = append(list, figure{r.dir + " " + d.Name.Name, lines})
			}
		}
	}
	return list
}

// list prints the five largest.
func list(out *tabwriter.Writer, what string, all []figure) {
	slices.SortFunc(all, func(a, b figure) int { return cmp.Or(b.n-a.n, strings.Compare(a.of, b.of)) })
	fmt.Fprintf(out, "\n%s\n", what)
	for _, f := range all[:min(5, len(all))] {
		fmt.Fprintf(out, "%s\t%d\n", f.of, f.n)
	}
}
