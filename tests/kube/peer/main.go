// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Fills in the expectations of ../data/*.json from Kubernetes' own libraries, so that nobody types them:
//
//	cd tests/kube/peer && go mod tidy && go run . ../data
//
// (Check that go mod tidy left the versions alone; it raises those of modules that nothing imports any more.)
// Each table is a list of cases. Inputs are kept, every other field is computed anew. The C++ tests read the same
// files; the versions of the libraries are those of go.mod and belong together with src/kube/version.h.
package main

import (
	"bytes"
	"encoding/json"
	"log"
	"os"
	"path/filepath"
)

type testCase = map[string]any

// fillers compute the expectations of one case of the table with that name.
var fillers = map[string]func(testCase){
	"label_selectors":  fillLabelSelector,
	"selector_objects": fillSelectorObject,
	"field_selectors":  fillFieldSelector,
	"name_rules":       fillNameRules,
	"durations":        fillDuration,
	"go_durations":     fillGoDuration,
	"go_quotes":        fillGoQuote,
	"safe_hashes":      fillSafeHash,
	"statuses":         fillStatus,
}

func main() {
	files, err := filepath.Glob(filepath.Join(os.Args[1], "*.json"))
	if err != nil {
		log.Fatal(err)
	}
	for _, file := range files {
		name := filepath.Base(file)
		if fill, ok := fillers[name[:len(name)-len(".json")]]; ok {
			rewrite(file, fill)
		}
	}
}

func rewrite(file string, fill func(testCase)) {
	text, err := os.ReadFile(file)
	if err != nil {
		log.Fatal(err)
	}
	var cases []testCase
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	if err := decoder.Decode(&cases); err != nil {
		log.Fatalf("%s: %v", file, err)
	}
	var out bytes.Buffer
	out.WriteString("[\n")
	for i, c := range cases {
		guarded(fill, c)
		var line bytes.Buffer
		encoder := json.NewEncoder(&line)
		encoder.SetEscapeHTML(false)
		if err := encoder.Encode(c); err != nil {
			log.Fatal(err)
		}
		out.WriteString("  ")
		out.Write(bytes.TrimSuffix(line.Bytes(), []byte("\n")))
		if i+1 < len(cases) {
			out.WriteByte(',')
		}
		out.WriteByte('\n')
	}
	out.WriteString("]\n")
	if err := os.WriteFile(file, out.Bytes(), 0o644); err != nil {
		log.Fatal(err)
	}
}

// guarded marks the inputs on which the library itself crashes: of them we ask only not to.
func guarded(fill func(testCase), c testCase) {
	defer func() {
		if recover() != nil {
			c["panics"] = true
		}
	}()
	delete(c, "panics")
	fill(c)
}

func text(c testCase, key string) string {
	s, _ := c[key].(string)
	return s
}

// setResult records either the error or the values, never both.
func setResult(c testCase, err error, keys ...string) bool {
	delete(c, "error")
	for _, key := range keys {
		delete(c, key)
	}
	if err != nil {
		c["error"] = err.Error()
	}
	return err == nil
}
