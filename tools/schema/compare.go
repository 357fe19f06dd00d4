// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
package main

import (
	"encoding/json"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
)

type object = map[string]any

// accepted are the differences that say nothing about a field.
var accepted = []string{
	"v1.Status/properties/details/",   // a structure that is marked as a list
	"v1.IngressRule/properties/http/", // a reference that is not wrapped because no text stands beside it
}

// published gives the schemas of Kubernetes' OpenAPI documents, by name. They leave out enumerations.
func published(documents string) object {
	files, _ := filepath.Glob(filepath.Join(documents, "*.json"))
	expected := object{}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			log.Fatal(err)
		}
		var document struct{ Components struct{ Schemas object } }
		if err := json.Unmarshal(text, &document); err != nil {
			log.Fatal(err)
		}
		for name, schema := range document.Components.Schemas {
			expected[name] = facts(schema)
		}
	}
	return expected
}

// writeFacts writes the published schemas of the table's structures, one a line.
func writeFacts(t *table, documents, file string) {
	expected := published(documents)
	var lines []string
	for _, name := range t.names() {
		schema, known := expected[publicName(name)]
		if !known || t.lines[name].values != nil {
			continue
		}
		encoded, err := json.Marshal(object{"name": publicName(name), "schema": schema})
		if err != nil {
			log.Fatal(err)
		}
		lines = append(lines, "  "+string(encoded))
	}
	if err := os.WriteFile(file, []byte("[\n"+strings.Join(lines, ",\n")+"\n]\n"), 0o644); err != nil {
		log.Fatal(err)
	}
}

// compare tells where the table and the published schemas disagree.
func compare(t *table, documents string) int {
	expected := published(documents)
	compared, different := 0, 0
	for _, name := range t.names() {
		want, known := expected[publicName(name)]
		if !known || t.lines[name].values != nil {
			continue
		}
		compared++
		got := t.schema(name)
		for _, text := range differences(publicName(name), got, want) {
			if !slices.ContainsFunc(accepted, func(part string) bool { return strings.Contains(text, part) }) {
				fmt.Println(text)
				different++
			}
		}
	}
	fmt.Printf("%d structures compared, %d differences\n", compared, different)
	if different > 0 || compared == 0 {
		return 1
	}
	return 0
}

// facts leaves out text, and what the table does not hold.
func facts(value any) any {
	switch v := value.(type) {
	case object:
		kept := object{}
		for key, item := range v {
			_, isText := item.(string)
			isDropped := key == "description" && isText || key == "x-kubernetes-group-version-kind" ||
				key == "x-kubernetes-unions" || key == "x-kubernetes-validations"
			if !isDropped {
				kept[key] = facts(item)
			}
		}
		return kept
	case []any:
		for i := range v {
			v[i] = facts(v[i])
		}
	}
	return value
}

func differences(path string, got, want any) []string {
	a, isObject := got.(object)
	b, isAlsoObject := want.(object)
	if !isObject || !isAlsoObject {
		if reflect.DeepEqual(got, want) {
			return nil
		}
		left, _ := json.Marshal(got)
		right, _ := json.Marshal(want)
		return []string{fmt.Sprintf("%s: table %s, Kubernetes %s", path, left, right)}
	}
	var all []string
	for key := range a {
		all = append(all, differences(path+"/"+key, a[key], b[key])...)
	}
	for key := range b {
		if _, known := a[key]; !known {
			all = append(all, differences(path+"/"+key, nil, b[key])...)
		}
	}
	return all
}

func publicName(short string) string {
	if rest, ok := strings.CutPrefix(short, "meta."); ok {
		return "io.k8s.apimachinery.pkg.apis.meta." + rest
	}
	if rest, ok := strings.CutPrefix(short, "metrics."); ok {
		return "io.k8s.metrics.pkg.apis.metrics." + rest
	}
	return "io.k8s.api." + short
}

var publicSpecial = map[string]string{
	"Quantity": "io.k8s.apimachinery.pkg.api.resource.Quantity", "Time": "io.k8s.apimachinery.pkg.apis.meta.v1.Time",
	"IntOrString":  "io.k8s.apimachinery.pkg.util.intstr.IntOrString",
	"MicroTime":    "io.k8s.apimachinery.pkg.apis.meta.v1.MicroTime",
	"Duration":     "io.k8s.apimachinery.pkg.apis.meta.v1.Duration",
	"FieldsV1":     "io.k8s.apimachinery.pkg.apis.meta.v1.FieldsV1",
	"RawExtension": "io.k8s.apimachinery.pkg.runtime.RawExtension",
}

var publicScalars = map[string]object{
	"string": {"type": "string"}, "bool": {"type": "boolean"}, "bytes": {"type": "string", "format": "byte"},
	"int32": {"type": "integer", "format": "int32"}, "int64": {"type": "integer", "format": "int64"},
	"float64": {"type": "number", "format": "double"},
}

func (t *table) schema(name string) object {
	l := t.lines[name]
	properties, required := object{}, []any{}
	t.addProperties(name, properties, &required)
	schema := object{"type": "object"}
	if len(properties) > 0 {
		schema["properties"] = properties
	}
	if len(required) > 0 {
		schema["required"] = required
	}
	if l.isAtomic {
		schema["x-kubernetes-map-type"] = "atomic"
	}
	return schema
}

func (t *table) addProperties(name string, properties object, required *[]any) {
	owner := name[:strings.LastIndex(name, ".")+1]
	for _, f := range t.lines[name].fields {
		if f.key == "~" {
			t.addProperties(t.fullName(owner, f.spelled), properties, required)
			continue
		}
		if f.required {
			*required = append(*required, f.key)
		}
		property := t.property(owner, f.spelled, !f.isPointer, f.isAlwaysWritten && !f.isPointer)
		if f.fallback != "" {
			var value any
			if err := json.Unmarshal([]byte(f.fallback), &value); err != nil {
				log.Fatalf("%s.%s: bad default %s", name, f.key, f.fallback)
			}
			property["default"] = value
		}
		addTags(property, f)
		properties[f.key] = property
	}
}

func addTags(property object, f field) {
	strategies := []string{}
	for _, tag := range f.tags {
		key, value, _ := strings.Cut(tag, "=")
		switch key {
		case "atomic", "granular", "set", "map":
			kind := "x-kubernetes-list-type"
			if property["type"] != "array" {
				kind = "x-kubernetes-map-type"
			}
			property[kind] = key
			if value != "" {
				keys := []any{}
				for _, one := range strings.Split(value, ",") {
					keys = append(keys, one)
				}
				property["x-kubernetes-list-map-keys"] = keys
			}
		default:
			strategies = append(strategies, key)
			property["x-kubernetes-patch-strategy"] = strings.Join(strategies, ",")
			if value != "" {
				property["x-kubernetes-patch-merge-key"] = value
			}
		}
	}
}

func (t *table) fullName(owner, spelled string) string {
	if strings.Contains(spelled, ".") {
		return spelled
	}
	return owner + spelled
}

// reference is wrapped only where something stands beside it.
func reference(name string, isElement bool) object {
	plain := object{"$ref": "#/components/schemas/" + name}
	if isElement {
		return plain
	}
	return object{"allOf": []any{plain}}
}

func (t *table) element(owner, spelled string) object {
	if name := publicSpecial[spelled]; name != "" {
		return reference(name, true)
	}
	return t.property(owner, spelled, true, true)
}

func (t *table) property(owner, spelled string, isValue, hasZero bool) object {
	spelled = strings.TrimPrefix(spelled, "&")
	if rest, ok := strings.CutPrefix(spelled, "[]"); ok {
		return object{"type": "array", "items": t.element(owner, rest)}
	}
	if rest, ok := strings.CutPrefix(spelled, "{}"); ok {
		return object{"type": "object", "additionalProperties": t.element(owner, rest)}
	}
	if name := publicSpecial[spelled]; name != "" {
		return reference(name, false)
	}
	property := object{}
	scalar := publicScalars[spelled]
	if scalar == nil && t.lines[t.fullName(owner, spelled)].values != nil {
		scalar = publicScalars["string"]
	}
	if scalar == nil {
		property = reference(publicName(t.fullName(owner, spelled)), false)
		if isValue {
			property["default"] = object{}
		}
		return property
	}
	for key, value := range scalar {
		property[key] = value
	}
	if zero, known := map[string]any{"string": "", "integer": 0.0, "boolean": false, "number": 0.0}[scalar["type"].(string)]; known && hasZero && scalar["format"] != "byte" {
		property["default"] = zero
	}
	return property
}
