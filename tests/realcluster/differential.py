#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Minato contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plays situations.txt on a simulated cluster and on a real control plane with the same nodes, and tells where they
differ. Exit status 1: somewhere that accepted.txt does not explain.

    differential.py DIR BINARIES [SITUATION…]      DIR: of a control plane that is up
"""

import json
import re
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from difflib import ndiff
from pathlib import Path

from cluster_side import HERE, Programs, join_nodes, start_simulated
from normal_form import NormalForm

TABLE = "application/json;as=Table;g=meta.k8s.io;v=v1,application/json"
KINDS = {
    "/api/v1/namespaces/{}/": ("pods", "services", "endpoints", "resourcequotas", "limitranges", "configmaps", "secrets",
                               "serviceaccounts"),
    "/apis/apps/v1/namespaces/{}/": ("deployments", "replicasets", "statefulsets", "daemonsets", "controllerrevisions"),
    "/apis/batch/v1/namespaces/{}/": ("jobs",),
    "/apis/policy/v1/namespaces/{}/": ("poddisruptionbudgets",),
    "/apis/autoscaling/v2/namespaces/{}/": ("horizontalpodautoscalers",),
    "/apis/discovery.k8s.io/v1/namespaces/{}/": ("endpointslices",),
}


def situations():
    found, name = {}, None
    for line in (HERE / "situations.txt").read_text().splitlines():
        begin = re.fullmatch(r"# ([a-z-]+)", line)
        if begin:
            name = begin.group(1)
            found[name] = []
        elif name and line:
            found[name].append(line)
    return found


def accepted():
    """(pattern of "situation: place: text", reason) of accepted.txt: reasons stand as comments above patterns."""
    rules, reason = [], ""
    for line in (HERE / "accepted.txt").read_text().splitlines():
        if line.startswith("# SPDX"):
            continue
        if line.startswith("# "):
            reason = line[2:]
        elif line:
            rules.append((re.compile(line), reason))
    return rules


def flat(value, path=""):
    if isinstance(value, dict) and value:
        for key in sorted(value):
            yield from flat(value[key], f"{path}.{key}")
    elif isinstance(value, list) and value:
        for index, each in enumerate(value):
            yield from flat(each, f"{path}[{index}]")
    else:
        yield f"{path}: {json.dumps(value)}"


def objects(side, form):
    """Each kind's objects, told alike, in an order that does not depend on names."""
    found = {}
    for prefix, kinds in KINDS.items():
        for kind in kinds:
            told = [form.value(each) for each in side.items((prefix + kind).format(form.namespace))]
            found[kind] = sorted(told, key=lambda o: (o["metadata"]["name"], json.dumps(o, sort_keys=True)))
    return found


def tables(side, form):
    found = {}
    for prefix, kinds in KINDS.items():
        for kind in kinds:
            table = side.get((prefix + kind).format(form.namespace), TABLE)
            # Kinds without columns of their own (limit ranges) have null for no rows there.
            rows = [[form.text(str(cell)) for cell in row["cells"]] for row in table["rows"] or []]
            found[kind] = [[c["name"] for c in table["columnDefinitions"]]] + sorted(rows)
    return found


def events(side, form):
    """Which events there are; how often and when is a matter of chance."""
    found = set()
    for event in side.items(f"/api/v1/namespaces/{form.namespace}/events"):
        about = event["involvedObject"]
        found.add(" ".join(form.text(str(part)) for part in (
            about["kind"], about["name"], event["type"], event["reason"],
            event.get("source", {}).get("component", ""), event.get("reportingComponent", ""), event["message"])))
    return sorted(found)


class Play:
    def __init__(self, sides):
        self.sides = sides
        self.pool = ThreadPoolExecutor(2)
        self.rules = accepted()
        self.used = set()
        self.unexplained = self.explained = self.commands = self.compared = 0

    def both(self, work):
        return list(self.pool.map(work, range(2)))

    def report(self, situation, place, simulated, real):
        """Lists of lines that should be the same."""
        if simulated == real:
            return
        for line in ndiff(simulated, real):
            if line[0] not in "-+":
                continue
            who = "simulated" if line[0] == "-" else "real     "
            text = f"{situation}: {place}: {who} {line[2:]}"
            rule = next((i for i, (pattern, _) in enumerate(self.rules) if pattern.search(text)), None)
            if rule is None:
                self.unexplained += 1
                print(text, flush=True)
            else:
                self.explained += 1
                self.used.add(rule)

    def compare(self, situation, place, forms):
        self.compared += 1
        self.both(lambda i: forms[i].look())
        for what in (objects, tables):
            simulated, real = self.both(lambda i: what(self.sides[i], forms[i]))
            for kind in real:
                if what is tables:
                    self.report(situation, f"{place} Table {kind}", *([" | ".join(r) for r in t[kind]] for t in (simulated, real)))
                    continue
                if len(simulated[kind]) != len(real[kind]):
                    self.report(situation, f"{place} {kind}", *([o["metadata"]["name"] for o in t[kind]] for t in (simulated, real)))
                    continue
                for a, b in zip(simulated[kind], real[kind]):
                    self.report(situation, f"{place} {kind}/{b['metadata']['name']}", list(flat(a)), list(flat(b)))
        self.report(situation, f"{place} events", *self.both(lambda i: events(self.sides[i], forms[i])))

    def situation(self, name, lines):
        print(f"──── {name}", flush=True)
        forms = [NormalForm(side, name) for side in self.sides]
        self.both(lambda i: self.sides[i].run(f"kubectl create namespace {name}", "default"))
        self.both(lambda i: self.sides[i].run("until kubectl get sa default; do sleep 0.2; done", name))
        for number, line in enumerate(lines, 1):
            place = f"{number} {line}"
            if line == "@settle":
                for side, settled in zip(self.sides, self.both(lambda i: self.sides[i].settle(name))):
                    if not settled:
                        self.report(name, place, [], [f"{side.name} does not come to rest"])
            elif line == "@compare":
                self.both(lambda i: self.sides[i].settle(name))
                self.compare(name, f"{number} @compare", forms)
            else:
                self.commands += 1
                said = self.both(lambda i: self.sides[i].run(line, name))
                self.both(lambda i: forms[i].look())
                told = [sorted(f.lines(out)) + [f"stderr {l}" for l in sorted(f.lines(err))] + [f"exit status {status}"]
                        for f, (out, err, status) in zip(forms, said)]
                self.report(name, place, *told)
        self.both(lambda i: self.sides[i].run(f"kubectl delete namespace {name} --wait=false", "default"))


def main():
    control_plane, binaries, *wanted = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        programs = Programs(folder)
        try:
            play = Play([start_simulated(programs, Path(binaries), HERE / "nodes.yaml"),
                         join_nodes(programs, Path(binaries), control_plane, HERE / "nodes.yaml")])
            for name, lines in situations().items():
                if not wanted or name in wanted:
                    play.situation(name, lines)
        finally:
            programs.end()
    print(f"{play.commands} commands and {play.compared} states: {play.unexplained} differences that nothing explains, "
          f"{play.explained} that accepted.txt does", flush=True)
    if not wanted:
        for index, (pattern, reason) in enumerate(play.rules):
            if index not in play.used:
                print(f"no longer needed in accepted.txt: {pattern.pattern} ({reason})")
    return 1 if play.unexplained else 0


if __name__ == "__main__":
    sys.exit(main())
