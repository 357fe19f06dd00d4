#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Minato contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Collects the clusters of upstream's own unit tests of the scheduler's plugins.

    harvest.py instrument TREE         in a writable copy of the module k8s.io/kubernetes: let its plugins say what
                                       they are asked
    harvest.py collect LOG… > CASES    from the output of `go test -v` of pkg/scheduler/framework/plugins/… there

A case is what a test hands to a plugin, under the test's name; what is expected is computed anew by `go run . fill`.
"""
import json
import pathlib
import re
import sys

RECORDER = """package framework

import (
	"encoding/json"
	"fmt"

	v1 "k8s.io/api/core/v1"
	fwk "k8s.io/kube-scheduler/framework"
)

func Rec(kind string, values map[string]any) {
	values["kind"] = kind
	if text, err := json.Marshal(values); err == nil {
		fmt.Printf("\\n@@REC %s\\n", text)
	}
}

func RecNode(pod *v1.Pod, node fwk.NodeInfo) {
	var pods []*v1.Pod
	for _, each := range node.GetPods() {
		pods = append(pods, each.GetPod())
	}
	Rec("node", map[string]any{"pod": pod, "node": node.Node(), "pods": pods})
}
"""
RECEIVER = r"(func \(\w+ \*?\w+\) "
POD = 'framework.Rec("pod", map[string]any{"pod": pod})'
CALLS = [
    (r"Filter\(ctx context.Context, \w+ fwk.CycleState, pod \*v1.Pod, nodeInfo fwk.NodeInfo\)[^\n]*\{\n",
     "framework.RecNode(pod, nodeInfo)"),
    (r"PreFilter\(ctx context.Context, cycleState fwk.CycleState, pod \*v1.Pod, \w+ \[\]fwk.NodeInfo\)[^\n]*\{\n", POD),
    (r"Score\(ctx context.Context, \w+ fwk.CycleState, pod \*v1.Pod, nodeInfo fwk.NodeInfo\)[^\n]*\{\n", POD),
    (r"(isSchedulableAfter\w+)\(logger klog.Logger, pod \*v1.Pod, oldObj, newObj interface\{\}\)[^\n]*\{\n",
     'framework.Rec("hint", map[string]any{"of": "HINT", "pod": pod, "old": oldObj, "new": newObj})'),
]
MOST_BYTES = 40_000


def instrument(tree):
    scheduler = pathlib.Path(tree) / "pkg/scheduler"
    (scheduler / "framework/zz_rec.go").write_text(RECORDER)
    for file, opening, call in [
            ("backend/cache/snapshot.go", "func NewSnapshot(pods []*v1.Pod, nodes []*v1.Node) *Snapshot {\n",
             'framework.Rec("snapshot", map[string]any{"nodes": nodes, "pods": pods})'),
            ("framework/preemption/preemption.go",
             "pdbs []*policy.PodDisruptionBudget, offset int32, candidatesNum int32) "
             "([]Candidate, *framework.NodeToStatus, error) {\n",
             'framework.Rec("preempt", map[string]any{"pod": pod, "budgets": pdbs})')]:
        text = (scheduler / file).read_text()
        assert text.count(opening) == 1, file
        (scheduler / file).write_text(text.replace(opening, f"{opening}\t{call}\n"))
    for file in sorted((scheduler / "framework/plugins").glob("*/*.go")):
        text = before = file.read_text()
        if file.name.endswith("_test.go") or '"k8s.io/kubernetes/pkg/scheduler/framework"' not in text:
            continue
        for signature, call in CALLS:
            def insert(match, call=call):
                hint = match[2] if match.re.groups > 1 else ""
                return f"{match[1]}\t{call.replace('HINT', hint)}\n"
            text = re.sub(RECEIVER + signature + ")", insert, text)
        if text != before:
            file.write_text(text)


def prune(value):
    if isinstance(value, dict):
        return {k: prune(v) for k, v in value.items() if v is not None and (k, v) != ("status", {})}
    return [prune(v) for v in value] if isinstance(value, list) else value


def event_kind(function, before, after):
    if "Node" in function and "Pod" not in function:
        if not before or not after:
            return "NodeAdded" if not before else "NodeGone"
        if before["metadata"].get("labels") != after["metadata"].get("labels"):
            return "NodeLabels"
        return "NodeTaints" if before["spec"] != after["spec"] else "NodeAllocatable"
    if not before or not after:
        return "PodAdded" if not before else "PodGone"
    if before["metadata"].get("labels") != after["metadata"].get("labels"):
        return "PodLabels"
    return "PodTolerations" if before["spec"].get("tolerations") != after["spec"].get("tolerations") else "PodScaledDown"


class Cases:
    """Cases under distinct names, none twice."""

    def __init__(self):
        self.all, self.known, self.names = [], set(), {}

    def add(self, name, pod, nodes, pods=(), **more):
        case = json.loads(json.dumps({"pod": pod, "nodes": nodes, "pods": list(pods or []), **more}))
        self.complete(case)
        text = json.dumps(case, sort_keys=True)
        if text in self.known or len(text) > MOST_BYTES:
            return
        self.known.add(text)
        self.names[name] = self.names.get(name, 0) + 1
        suffix = f" #{self.names[name]}" if self.names[name] > 1 else ""
        self.all.append({"name": name + suffix, **case})

    @staticmethod
    def complete(case):
        """Gives names and UIDs to what upstream's tests leave without, as an API server would."""
        for i, node in enumerate(case["nodes"]):
            node.setdefault("metadata", {})["name"] = node["metadata"].get("name") or f"n{i}"
        names = [node["metadata"]["name"] for node in case["nodes"]]
        for pod in case["pods"] if len(names) == 1 else []:
            pod["spec"]["nodeName"] = names[0]
        case["pods"] = [pod for pod in case["pods"] if pod["spec"].get("nodeName") in names]
        pods = [case["pod"], *case["pods"]]
        uids = [pod["metadata"].get("uid") for pod in pods]
        for i, pod in enumerate(pods):
            pod["metadata"]["name"] = pod["metadata"].get("name") or f"p{i}"
            if not uids[i] or uids.count(uids[i]) > 1:
                pod["metadata"]["uid"] = f"u{i}"
        for event in case.get("events", []):
            for side in ("podBefore", "podAfter"):
                if side in event:
                    event[side]["metadata"].setdefault("uid", "e")


def take(cases, name, record, snapshot):
    kind, pod = record["kind"], record.get("pod")
    if kind == "node":
        node = record.get("node") or {"metadata": {"name": "n0"}}
        if any(each["metadata"].get("name") == node["metadata"].get("name") for each in snapshot[0]):
            cases.add(name, pod, *snapshot)
        else:
            cases.add(name, pod, [node], record.get("pods"))
    elif kind == "hint":
        before, after = record.get("old"), record.get("new")
        sides = [side for side in (before, after) if side]
        if sides and all("metadata" in side for side in sides):
            event = {"kind": event_kind(record["of"], before, after), "helps": []}
            prefix = "node" if event["kind"].startswith("Node") else "pod"
            for key, side in (("Before", before), ("After", after)):
                if side:
                    event[prefix + key] = side
            cases.add(name, pod, [{"metadata": {"name": "n0"}}], events=[event])
    elif snapshot[0]:
        budgets = {"budgets": record["budgets"]} if record.get("budgets") else {}
        cases.add(name, pod, *snapshot, **budgets)


def collect(logs):
    cases = Cases()
    for log in logs:
        plugin, test, snapshot = pathlib.Path(log).stem, None, ([], [])
        for line in open(log, errors="replace"):
            if running := re.match(r"=== (?:RUN|CONT|NAME)\s+(.*)", line):
                snapshot = snapshot if running[1] == test else ([], [])
                test = running[1]
            elif test and line.startswith("@@REC "):
                record = prune(json.loads(line.removeprefix("@@REC ")))
                if record["kind"] == "snapshot":
                    snapshot = (record.get("nodes", []), record.get("pods", []))
                else:
                    take(cases, f"{plugin} {test.replace('_', ' ')}", record, snapshot)
    json.dump(cases.all, sys.stdout)


if __name__ == "__main__":
    if len(sys.argv) > 2 and sys.argv[1] == "instrument":
        instrument(sys.argv[2])
    elif len(sys.argv) > 2 and sys.argv[1] == "collect":
        collect(sys.argv[2:])
    else:
        sys.exit(__doc__)
