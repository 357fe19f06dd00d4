// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Asks Kubernetes' own scheduler plugins what they say about small clusters, so that nobody types expectations:
//
//	cd tests/components/scheduler_peer && go run . generate 1 220 > ../data/scheduler_random.json
//	cd tests/components/scheduler_peer && go run . fill ../data/scheduler_*.json
//
// A table is a list of cases: a cluster ("nodes", "pods", "services", …), the Pod that wants a node ("pod"), and events.
// "fill" keeps these inputs and computes "want" anew. The clusters of scheduler_upstream.json are those of upstream's own
// unit tests, whose names the cases bear (harvest.py). The C++ tests read the same files; the versions of the libraries
// are those of go.mod and belong together with src/kube/version.h.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"strconv"

	appsv1 "k8s.io/api/apps/v1"
	v1 "k8s.io/api/core/v1"
	policyv1 "k8s.io/api/policy/v1"
)

type nominated struct {
	Pod  *v1.Pod `json:"pod"`
	Node string  `json:"node"`
}

// event is something that happens in the cluster while the Pod waits.
type event struct {
	Kind       string   `json:"kind"`
	NodeBefore *v1.Node `json:"nodeBefore,omitempty"`
	NodeAfter  *v1.Node `json:"nodeAfter,omitempty"`
	PodBefore  *v1.Pod  `json:"podBefore,omitempty"`
	PodAfter   *v1.Pod  `json:"podAfter,omitempty"`
	Helps      []string `json:"helps"` // the plugins that would try the Pod again
}

type testCase struct {
	Name         string                          `json:"name"`
	Pod          *v1.Pod                         `json:"pod"`
	Nodes        []*v1.Node                      `json:"nodes"`
	Pods         []*v1.Pod                       `json:"pods,omitempty"`
	Services     []*v1.Service                   `json:"services,omitempty"`
	ReplicaSets  []*appsv1.ReplicaSet            `json:"replicaSets,omitempty"`
	StatefulSets []*appsv1.StatefulSet           `json:"statefulSets,omitempty"`
	Namespaces   []*v1.Namespace                 `json:"namespaces,omitempty"`
	Budgets      []*policyv1.PodDisruptionBudget `json:"budgets,omitempty"`
	Nominated    []nominated                     `json:"nominated,omitempty"`
	Scored       []string                        `json:"scored,omitempty"` // nodes to be scored; none: all
	Events       []event                         `json:"events,omitempty"`
	Want         *want                           `json:"want,omitempty"`
}

// print writes one case a line, without what Go's encoding says about absent things.
func print(out *bytes.Buffer, cases []testCase) {
	out.WriteString("[\n")
	for i := range cases {
		text, err := json.Marshal(&cases[i])
		if err != nil {
			log.Fatal(err)
		}
		var value any
		decoder := json.NewDecoder(bytes.NewReader(text))
		decoder.UseNumber()
		if err := decoder.Decode(&value); err != nil {
			log.Fatal(err)
		}
		var line bytes.Buffer
		encoder := json.NewEncoder(&line)
		encoder.SetEscapeHTML(false)
		if err := encoder.Encode(prune(value, "")); err != nil {
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
}

// meaningful are fields whose emptiness says something.
var meaningful = map[string]bool{"labelSelector": true, "namespaceSelector": true, "selector": true, "helps": true,
	"required": true, "requiredDuringSchedulingIgnoredDuringExecution": true, "spec": false}

func prune(value any, key string) any {
	switch typed := value.(type) {
	case map[string]any:
		for k, v := range typed {
			v = prune(v, k)
			if isEmpty(v) && !(meaningful[k] && v != nil) {
				delete(typed, k)
			} else {
				typed[k] = v
			}
		}
	case []any:
		for i := range typed {
			typed[i] = prune(typed[i], "")
		}
	}
	return value
}

func isEmpty(value any) bool {
	switch typed := value.(type) {
	case nil:
		return true
	case map[string]any:
		return len(typed) == 0
	case []any:
		return len(typed) == 0
	}
	return false
}

func read(file string) []testCase {
	text, err := os.ReadFile(file)
	if err != nil {
		log.Fatal(err)
	}
	var cases []testCase
	if err := json.Unmarshal(text, &cases); err != nil {
		log.Fatalf("%s: %v", file, err)
	}
	return cases
}

// tryFill gives what upstream's plugins stumble over: objects that no API server would have let in.
func tryFill(c *testCase) (refused any) {
	defer func() { refused = recover() }()
	fill(c)
	return nil
}

func number(text string) int {
	n, err := strconv.Atoi(text)
	if err != nil {
		log.Fatal(err)
	}
	return n
}

func main() {
	var out bytes.Buffer
	switch os.Args[1] {
	case "generate":
		cases := generate(int64(number(os.Args[2])), number(os.Args[3]))
		for i := range cases {
			fill(&cases[i])
		}
		print(&out, cases)
		fmt.Print(out.String())
	case "fill":
		for _, file := range os.Args[2:] {
			out.Reset()
			var cases []testCase
			for _, c := range read(file) {
				if refused := tryFill(&c); refused != nil {
					log.Printf("dropped %q: %v", c.Name, refused)
				} else {
					cases = append(cases, c)
				}
			}
			print(&out, cases)
			if err := os.WriteFile(file, out.Bytes(), 0o644); err != nil {
				log.Fatal(err)
			}
		}
	default:
		log.Fatalf("what is %q?", os.Args[1])
	}
}
