// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
package main

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"log"
	"slices"
	"sort"
	"strings"
)

// table holds the lines of structures and enumerations by their names, "core.v1.Container".
type table struct {
	source *source
	lines  map[string]*line
}

type line struct {
	isAtomic bool
	values   []string // of an enumeration
	fields   []field
}

type field struct {
	key                                                 string // "~": the fields of that structure are this one's own
	number                                              string // of protobuf; empty: not sent there
	isPointer, isAlwaysWritten, isOmittedZero, required bool
	spelled                                             string
	tags                                                []string
	fallback                                            string // the declared default, as JSON
}

// What has a form of its own in JSON.
var special = map[string]string{
	"k8s.io/apimachinery/pkg/api/resource.Quantity":   "Quantity",
	"k8s.io/apimachinery/pkg/util/intstr.IntOrString": "IntOrString",
	"k8s.io/apimachinery/pkg/apis/meta/v1.Time":       "Time",
	"k8s.io/apimachinery/pkg/apis/meta/v1.MicroTime":  "MicroTime",
	"k8s.io/apimachinery/pkg/apis/meta/v1.Duration":   "Duration",
	"k8s.io/apimachinery/pkg/apis/meta/v1.FieldsV1":   "FieldsV1",
	"k8s.io/apimachinery/pkg/runtime.RawExtension":    "RawExtension",
	"k8s.io/apimachinery/pkg/types.UID":               "string",
	"k8s.io/apimachinery/pkg/types.NodeName":          "string",
}

var scalars = map[string]string{
	"string": "string", "bool": "bool", "int32": "int32", "int": "int32", "int16": "int32", "int64": "int64",
	"float64": "float64",
}

func collect(s *source, kinds map[string][]string) *table {
	t := &table{s, map[string]*line{}}
	for path, names := range kinds {
		for _, name := range names {
			t.add(path, name)
			if s.open(path).types[name+"List"] != nil {
				t.add(path, name+"List")
			}
		}
	}
	return t
}

// shortName gives "core.v1.Pod".
func shortName(path, name string) string {
	parts := strings.Split(path, "/")
	return strings.Join(append(parts[len(parts)-2:], name), ".")
}

func (t *table) add(path, name string) {
	short := shortName(path, name)
	if t.lines[short] != nil {
		return
	}
	d := t.source.find(path, name)
	structure, ok := d.expr.(*ast.StructType)
	if !ok {
		log.Fatalf("%s is no structure", short)
	}
	l := &line{isAtomic: d.markers.first("structType") == "atomic" || d.markers.first("mapType") == "atomic"}
	t.lines[short] = l
	for _, member := range structure.Fields.List {
		if f := t.field(path, d, member); f != nil {
			l.fields = append(l.fields, *f)
		}
	}
}

func (t *table) field(path string, owner *declaration, member *ast.Field) *field {
	tag := tagOf(member)
	key, options, _ := strings.Cut(tag.Get("json"), ",")
	if tag.Get("json") == "" || key == "-" {
		return nil
	}
	optional := strings.Split(options, ",")
	found := markersOf(member.Doc)
	f := &field{key: key}
	if numbers := strings.Split(tag.Get("protobuf"), ","); len(numbers) > 1 {
		f.number = numbers[1]
	}
	_, f.isPointer = member.Type.(*ast.StarExpr)
	if key == "" {
		f.key = "~"
		f.spelled = t.spell(path, owner, member.Type)
		return f
	}
	f.isAlwaysWritten = !slices.Contains(optional, "omitempty")
	f.isOmittedZero = slices.Contains(optional, "omitzero")
	f.required = f.isAlwaysWritten
	if found.has("required") {
		f.required = true
	} else if found.has("optional") {
		f.required = false
	}
	f.spelled = t.spell(path, owner, member.Type)
	f.tags = tagsOf(found, tag.Get("patchStrategy"), tag.Get("patchMergeKey"))
	if found.has("default") {
		f.fallback = t.fallback(path, found.first("default"))
	}
	return f
}

// tagsOf gives how lists and maps are merged: for server-side apply, then for strategic merge patches.
func tagsOf(found markers, strategy, key string) []string {
	var tags []string
	switch kind := found.first("listType") + found.first("mapType") + found.first("structType"); kind {
	case "":
	case "map":
		tags = append(tags, "map="+strings.Join(found["listMapKey"], ","))
	default:
		tags = append(tags, kind)
	}
	for _, one := range strings.Split(strategy, ",") {
		switch {
		case one == "merge" && key != "":
			tags = append(tags, "merge="+key)
		case one != "":
			tags = append(tags, one)
		}
	}
	return tags
}

func (t *table) fallback(path, text string) string {
	if reference, ok := strings.CutPrefix(text, "ref("); ok {
		value, known := t.source.open(path).values[strings.TrimSuffix(reference, ")")]
		if !known {
			log.Fatalf("%s has no constant for %s", path, text)
		}
		encoded, _ := json.Marshal(value)
		return string(encoded)
	}
	return text
}

// spell gives a type as the table writes it and adds what it is made of.
func (t *table) spell(path string, owner *declaration, expr ast.Expr) string {
	switch e := expr.(type) {
	case *ast.StarExpr:
		return t.spell(path, owner, e.X)
	case *ast.ArrayType:
		if ident, ok := e.Elt.(*ast.Ident); ok && ident.Name == "byte" {
			return "bytes"
		}
		return "[]" + t.spell(path, owner, e.Elt)
	case *ast.MapType:
		return "{}" + t.spell(path, owner, e.Value)
	case *ast.SelectorExpr:
		return t.spellNamed(path, owner.imports[e.X.(*ast.Ident).Name], e.Sel.Name)
	case *ast.Ident:
		if scalar := scalars[e.Name]; scalar != "" && t.source.open(path).types[e.Name] == nil {
			return scalar
		}
		return t.spellNamed(path, path, e.Name)
	}
	log.Fatalf("%s: cannot spell %T", path, expr)
	return ""
}

func (t *table) spellNamed(from, path, name string) string {
	if spelled := special[path+"."+name]; spelled != "" {
		return spelled
	}
	short := name
	if from != path {
		short = shortName(path, name)
	}
	d := t.source.find(path, name)
	if _, ok := d.expr.(*ast.StructType); ok {
		t.add(path, name)
		return short
	}
	if d.markers.has("enum") {
		values := slices.Clone(t.source.open(path).enums[name])
		sort.Strings(values)
		t.lines[shortName(path, name)] = &line{values: slices.Compact(values)}
		return short
	}
	spelled := t.spell(path, d, d.expr)
	if d.markers.has("protobuf.nullable") {
		return "&" + spelled // a message of its own, whose field 1 it is
	}
	return spelled
}

func (t *table) names() []string {
	var names []string
	for name := range t.lines {
		names = append(names, name)
	}
	sort.Strings(names)
	return names
}

func (f field) String() string {
	text := f.key + ":" + f.number
	if f.isPointer {
		text += "*"
	}
	if f.key != "~" {
		if f.isAlwaysWritten {
			text += "!"
		}
		if f.isOmittedZero {
			text += "-"
		}
		if f.required != f.isAlwaysWritten {
			text += map[bool]string{true: "^", false: "?"}[f.required]
		}
	}
	text += f.spelled
	for _, tag := range f.tags {
		text += ";" + tag
	}
	if f.fallback != "" {
		text += ";default=" + f.fallback
	}
	return text
}

func (l line) String() string {
	var words []string
	for _, value := range l.values {
		if value == "" {
			value = `""`
		}
		words = append(words, value)
	}
	if len(words) > 0 {
		return "= " + strings.Join(words, " ")
	}
	for _, f := range l.fields {
		words = append(words, f.String())
	}
	if l.isAtomic {
		return ";atomic " + strings.Join(words, " ")
	}
	return strings.Join(words, " ")
}

const head = `// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Generated by tools/schema; not written by hand.
#include "kube/schema/field_table.h"

namespace minato::kube {
namespace {

// clang-format off
constexpr std::string_view kLines[] = {
`

const tail = `};
// clang-format on

} // namespace

std::span<const std::string_view> fieldTable()
{
    return kLines;
}

} // namespace minato::kube
`

func (t *table) cpp() string {
	var text strings.Builder
	text.WriteString(head)
	for _, name := range t.names() {
		whole := name + " " + t.lines[name].String()
		if strings.ContainsAny(whole, `"\`) {
			fmt.Fprintf(&text, "R\"(%s)\",\n", whole)
		} else {
			fmt.Fprintf(&text, "\"%s\",\n", whole)
		}
	}
	text.WriteString(tail)
	return text.String()
}
