// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Writes ../data/*.json: random inputs and what Kubernetes' own controllers make of them, so that nobody types
// expectations:
//
//	cd tests/components/peer && go run . ../data [NAME]
//
// The inputs come from a fixed seed: an unchanged program over unchanged libraries writes the same files. The C++
// tests read them; the versions of the libraries are those of go.mod and belong together with src/kube/version.h.
// Some of the functions are not exported by their packages; go:linkname reaches them (hence linkname.s).
package main

import (
	"bufio"
	"encoding/json"
	"log"
	"math/rand"
	"os"
	"path/filepath"
)

type testCase = map[string]any

// tables make the cases of the file with that name.
var tables = map[string]func(*rand.Rand) []testCase{
	"daemonsets":           daemonSets,
	"fenceposts":           fenceposts,
	"deployments":          deployments,
	"replicasets":          replicaSets,
	"jobs":                 jobs,
	"statefulsets":         statefulSets,
	"statefulsets_at_once": statefulSetsAtOnce,
}

func main() {
	for name, make := range tables {
		if len(os.Args) > 2 && os.Args[2] != name {
			continue
		}
		write(filepath.Join(os.Args[1], name+".json"), make(rand.New(rand.NewSource(1))))
	}
}

// write puts one case on each line.
func write(file string, cases []testCase) {
	out, err := os.Create(file)
	if err != nil {
		log.Fatal(err)
	}
	defer out.Close()
	buffer := bufio.NewWriter(out)
	defer buffer.Flush()
	buffer.WriteString("[\n")
	for i, each := range cases {
		text, err := json.Marshal(each)
		if err != nil {
			log.Fatal(err)
		}
		buffer.Write(text)
		if i+1 < len(cases) {
			buffer.WriteString(",")
		}
		buffer.WriteString("\n")
	}
	buffer.WriteString("]\n")
}

func decode(text string, into any) {
	if err := json.Unmarshal([]byte(text), into); err != nil {
		log.Fatal(err)
	}
}
