// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Writes src/kube/schema/field_table.cpp: facts about every field of the kinds in kinds.go, read from the sources of
// Kubernetes' API modules. Names, types and markers are taken, no text.
//
//	cd tools/schema && go run . ../../src/kube/schema/field_table.cpp
//	cd tools/schema && go run . -check
//	cd tools/schema && go run . -facts ../../tests/apiserver/data/openapi_schemas.json
//
// The release is that of src/kube/version.h; the modules come from the Go module proxy. With -check nothing is written:
// the table is compared with the OpenAPI documents that are part of Kubernetes' own sources. With -facts the schemas
// of those documents are written, without their texts, for the tests of our own.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
)

func main() {
	log.SetFlags(0)
	check := flag.Bool("check", false, "compare with Kubernetes' OpenAPI documents")
	facts := flag.String("facts", "", "write what Kubernetes' OpenAPI documents say to this file")
	root := flag.String("root", "../..", "the repository")
	flag.Parse()
	if modes := flag.NArg() + map[bool]int{true: 1}[*check] + map[bool]int{true: 1}[*facts != ""]; modes != 1 {
		log.Fatal("usage: go run . FILE | go run . -check | go run . -facts FILE")
	}
	release := mirroredRelease(filepath.Join(*root, "src/kube/version.h"))
	source := newSource(map[string]string{
		"k8s.io/api":          moduleDir("k8s.io/api@v0." + release),
		"k8s.io/apimachinery": moduleDir("k8s.io/apimachinery@v0." + release),
		"k8s.io/metrics":      moduleDir("k8s.io/metrics@v0." + release),
	})
	table := collect(source, kinds)
	if *check || *facts != "" {
		documents := filepath.Join(moduleDir("k8s.io/kubernetes@v1."+release), "api/openapi-spec/v3")
		if *facts != "" {
			writeFacts(table, documents, *facts)
			return
		}
		os.Exit(compare(table, documents))
	}
	if err := os.WriteFile(flag.Arg(0), []byte(table.cpp()), 0o644); err != nil {
		log.Fatal(err)
	}
}

// mirroredRelease gives "34.2" for v1.34.2.
func mirroredRelease(header string) string {
	text, err := os.ReadFile(header)
	if err != nil {
		log.Fatal(err)
	}
	match := regexp.MustCompile(`"v1\.(\d+\.\d+)`).FindSubmatch(text)
	if match == nil {
		log.Fatalf("%s names no release", header)
	}
	return string(match[1])
}

// moduleDir brings a module into the module cache and tells where it is.
func moduleDir(module string) string {
	out, err := exec.Command("go", "mod", "download", "-json", module).Output()
	var answer struct{ Dir, Error string }
	if jsonErr := json.Unmarshal(out, &answer); jsonErr != nil || answer.Dir == "" {
		log.Fatal(fmt.Sprintf("cannot get %s: %v %s", module, err, answer.Error))
	}
	return answer.Dir
}
