// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Writes ../../data/job_tables.json: what Kubernetes' own tests of the Job controller ask, case by case, and what
// it answers. Nobody copies the tables: the tests run as they are, over functions that write down what they are
// given and give back (record.go.txt), and with the feature gates of the release.
//
//	cd tests/components/peer && go run ./jobtables ../data/job_tables.json
package main

import (
	_ "embed"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
)

const job = "k8s.io/kubernetes/pkg/controller/job"

//go:embed record.go.txt
var record []byte

// recorded functions stand behind their wrappers in record.go.txt as "real…".
var recorded = regexp.MustCompile(`(?m)^func (\(\w+ \*\w+\) )?(syncJob|newBackoffRecord|matchPodFailurePolicy|matchSuccessPolicy|` +
	`getFinishedTime|getRemainingTimeForFailuresCount|getRemainingTimePerIndex|isIndexFailed|getNewIndexFailureCounts|` +
	`calculateSucceededIndexes|calculateFailedIndexes|appendDuplicatedIndexPodsForRemoval|podGenerateNameWithIndex)\(`)

var testCase = regexp.MustCompile(`t\.Run\([\w.]+, func\(t \*testing\.T\) \{|(?m:^func Test\w+\(t \*testing\.T\) \{)`)

// gates stands for the package that switches features for a test: they stay as the release has them.
const gates = `package testing

func SetFeatureGateDuringTest(...any)                 {}
func SetFeatureGateEmulationVersionDuringTest(...any) {}
`

func main() {
	work, err := os.MkdirTemp("", "jobtables")
	check(err)
	defer os.RemoveAll(work)
	// A copy of the package, as one of this module: its tests see what it does not export.
	put := func(name string, text string) {
		file := filepath.Join(work, name)
		check(os.MkdirAll(filepath.Dir(file), 0o700))
		check(os.WriteFile(file, []byte(text), 0o600))
	}
	for _, name := range []string{"go.mod", "go.sum"} {
		put(name, read(filepath.Join(folderOf("."), name)))
	}
	sources, err := filepath.Glob(filepath.Join(folderOf(job), "*.go"))
	check(err)
	for _, source := range sources {
		put(filepath.Join("job", filepath.Base(source)), changed(source))
	}
	put("job/record_test.go", string(record))
	put("gates/gates.go", gates)
	test(work)
}

func changed(source string) string {
	text := read(source)
	if !strings.HasSuffix(source, "_test.go") {
		return recorded.ReplaceAllString(text, "func ${1}real_$2(")
	}
	text = testCase.ReplaceAllString(text, "$0 nameCase(t);")
	return strings.ReplaceAll(text, "k8s.io/component-base/featuregate/testing", "minato/tests/components/peer/gates")
}

func test(work string) {
	out, err := filepath.Abs(os.Args[1])
	check(err)
	// Tests that mean to switch a feature off fail here: what counts is what they asked.
	command := exec.Command("go", "test", "-count=1", "-vet=off", "-parallel=1", "./job")
	command.Dir = work
	command.Env = append(os.Environ(), "JOB_TABLES="+out)
	output, _ := command.CombinedOutput()
	if strings.Contains(string(output), "build failed") || strings.Contains(string(output), "setup failed") {
		log.Fatalf("%s", output)
	}
}

func read(file string) string {
	text, err := os.ReadFile(file)
	check(err)
	return string(text)
}

func folderOf(name string) string {
	out, err := exec.Command("go", "list", "-f", "{{.Dir}}", name).Output()
	check(err)
	return strings.TrimSpace(string(out))
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
