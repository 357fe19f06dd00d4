// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"log"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
)

// source gives declarations of Go packages, each read when it is first asked for.
type source struct {
	modules  map[string]string // module path to folder
	packages map[string]*pkg
}

type pkg struct {
	types  map[string]*declaration
	values map[string]string   // string constants
	enums  map[string][]string // values by type, in order of their declaration
}

type declaration struct {
	expr    ast.Expr
	markers markers
	imports map[string]string // of the file: local name to path
}

// markers are the lines "+name=value" of a comment.
type markers map[string][]string

func newSource(modules map[string]string) *source {
	return &source{modules: modules, packages: map[string]*pkg{}}
}

func (s *source) find(path, name string) *declaration {
	d := s.open(path).types[name]
	if d == nil {
		log.Fatalf("%s has no type %s", path, name)
	}
	return d
}

func (s *source) open(path string) *pkg {
	if p := s.packages[path]; p != nil {
		return p
	}
	p := &pkg{map[string]*declaration{}, map[string]string{}, map[string][]string{}}
	s.packages[path] = p
	for module, dir := range s.modules {
		if rest, ok := strings.CutPrefix(path, module+"/"); ok {
			s.read(p, filepath.Join(dir, rest))
			return p
		}
	}
	log.Fatalf("no module holds %s", path)
	return nil
}

func (s *source) read(p *pkg, dir string) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		log.Fatal(err)
	}
	for _, entry := range entries {
		name := entry.Name()
		isWanted := strings.HasSuffix(name, ".go") && !strings.HasSuffix(name, "_test.go") &&
			!strings.HasPrefix(name, "zz_generated") && !strings.HasPrefix(name, "generated.") &&
			!strings.HasSuffix(name, "_generated.go")
		if !isWanted {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(dir, name), nil, parser.ParseComments)
		if err != nil {
			log.Fatal(err)
		}
		s.readFile(p, file)
	}
}

func (s *source) readFile(p *pkg, file *ast.File) {
	imports := map[string]string{}
	for _, spec := range file.Imports {
		path, _ := strconv.Unquote(spec.Path.Value)
		name := filepath.Base(path)
		if spec.Name != nil {
			name = spec.Name.Name
		}
		imports[name] = path
	}
	for _, decl := range file.Decls {
		group, ok := decl.(*ast.GenDecl)
		if !ok {
			continue
		}
		for _, spec := range group.Specs {
			switch one := spec.(type) {
			case *ast.TypeSpec:
				doc := one.Doc
				if doc == nil {
					doc = group.Doc
				}
				p.types[one.Name.Name] = &declaration{one.Type, markersOf(doc), imports}
			case *ast.ValueSpec:
				s.readValue(p, one, imports)
			}
		}
	}
}

func (s *source) readValue(p *pkg, spec *ast.ValueSpec, imports map[string]string) {
	for i, name := range spec.Names {
		if i >= len(spec.Values) {
			return
		}
		value, ok := s.constant(p, spec.Values[i], imports)
		if !ok {
			continue
		}
		p.values[name.Name] = value
		kind := spec.Type
		if call, isCall := spec.Values[i].(*ast.CallExpr); isCall && kind == nil {
			kind = call.Fun
		}
		if ident, ok := kind.(*ast.Ident); ok {
			p.enums[ident.Name] = append(p.enums[ident.Name], value)
		}
	}
}

// constant gives the text that an expression stands for: a literal, another constant, or one of the two converted.
func (s *source) constant(p *pkg, expr ast.Expr, imports map[string]string) (string, bool) {
	switch e := expr.(type) {
	case *ast.BasicLit:
		value, err := strconv.Unquote(e.Value)
		return value, e.Kind == token.STRING && err == nil
	case *ast.Ident:
		value, ok := p.values[e.Name]
		return value, ok
	case *ast.SelectorExpr:
		owner, ok := e.X.(*ast.Ident)
		if !ok || !s.knows(imports[owner.Name]) {
			return "", false
		}
		value, ok := s.open(imports[owner.Name]).values[e.Sel.Name]
		return value, ok
	case *ast.CallExpr:
		if len(e.Args) == 1 {
			return s.constant(p, e.Args[0], imports)
		}
	}
	return "", false
}

func (s *source) knows(path string) bool {
	for module := range s.modules {
		if strings.HasPrefix(path, module+"/") {
			return true
		}
	}
	return false
}

func markersOf(docs ...*ast.CommentGroup) markers {
	found := markers{}
	for _, doc := range docs {
		if doc == nil {
			continue
		}
		for _, line := range strings.Split(doc.Text()+directives(doc), "\n") {
			if marker, ok := strings.CutPrefix(strings.TrimSpace(line), "+"); ok {
				name, value, _ := strings.Cut(marker, "=")
				found[name] = append(found[name], strings.TrimSpace(value))
			}
		}
	}
	return found
}

// directives gives the lines that go/ast leaves out of a comment's text because nothing separates them from "//".
func directives(doc *ast.CommentGroup) string {
	text := ""
	for _, comment := range doc.List {
		if strings.HasPrefix(comment.Text, "//+") {
			text += strings.TrimPrefix(comment.Text, "//") + "\n"
		}
	}
	return text
}

func (m markers) has(name string) bool { return m[name] != nil }

func (m markers) first(name string) string {
	if len(m[name]) == 0 {
		return ""
	}
	return m[name][0]
}

func tagOf(field *ast.Field) reflect.StructTag {
	if field.Tag == nil {
		return ""
	}
	text, _ := strconv.Unquote(field.Tag.Value)
	return reflect.StructTag(text)
}
