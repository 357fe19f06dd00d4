#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Minato contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes ../../data/autoscaler.json: what Kubernetes' own autoscaler calculates.

Copies pkg/controller/podautoscaler of the release named below out of Go's module cache, puts a recorder
(peer.go.in) around the functions that calculate, runs upstream's unit tests and random input (peer_test.go.in)
and keeps what went in and came out. Needs Go, and the network for modules that are not cached.
"""
import collections
import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile

RELEASE = "1.34.2"
HERE = pathlib.Path(__file__).resolve().parent
TABLE = HERE.parent.parent / "data" / "autoscaler.json"
RENAMED = {
    "replica_calculator.go": {
        f"func (c *ReplicaCalculator) {old}(": f"func (c *ReplicaCalculator) {new}("
        for old, new in [("GetResourceReplicas", "realResourceReplicas"),
                         ("calcPlainMetricReplicas", "realPlainMetricReplicas"),
                         ("GetObjectMetricReplicas", "realObjectMetricReplicas"),
                         ("GetObjectPerPodMetricReplicas", "realObjectPerPodMetricReplicas"),
                         ("GetExternalMetricReplicas", "realExternalMetricReplicas"),
                         ("GetExternalPerPodMetricReplicas", "realExternalPerPodMetricReplicas")]},
    "horizontal.go": {
        "func (a *HorizontalController) stabilizeRecommendation(": "func (a *HorizontalController) realStabilize(",
        "func convertDesiredReplicasWithRules(": "func realConvertWithRules(",
        "func (a *HorizontalController) stabilizeRecommendationWithBehaviors(":
            "func (a *HorizontalController) realStabilizeWithBehaviors(",
        "func (a *HorizontalController) convertDesiredReplicasWithBehaviorRate(":
            "func (a *HorizontalController) realConvertWithRate(",
        "func (a *HorizontalController) storeScaleEvent(": "func (a *HorizontalController) realStore("},
    "horizontal_test.go": {
        "func (tc *testCase) runTest(t *testing.T) {\n":
            "func (tc *testCase) runTest(t *testing.T) {\n\tpeerTest = t.Name()\n"},
}
# Their controllers run on behind later tests: a few of their looks are enough.
RESTLESS = {"TestNoScaleDownOneMetricEmpty", "TestHPARescaleWithSuccessfulConflictRetry", "TestMultipleHPAs",
            "TestBuildQuantity", "TestScaleUpOneMetricEmpty", "TestNoScaleDownOneMetricInvalid"}


def downloaded(module):
    told = subprocess.run(["go", "mod", "download", "-json", module], check=True, capture_output=True, text=True)
    return pathlib.Path(json.loads(told.stdout)["Dir"])


def prepare(work):
    (work / "go.mod").write_text("module peer\n\ngo 1.24.0\n")
    os.chdir(work)
    upstream = downloaded(f"k8s.io/kubernetes@v{RELEASE}")
    replaced = re.findall(r"(k8s\.io/[a-z-]+) => \./staging", (upstream / "go.mod").read_text())
    minor = RELEASE.split(".", 1)[1]
    lines = [f"module peer\n\ngo 1.24.0\n\nrequire k8s.io/kubernetes v{RELEASE}\n\nreplace ("]
    lines += [f"\t{name} => {name} v0.{minor}" for name in replaced]
    (work / "go.mod").write_text("\n".join(lines) + "\n)\n")
    package = work / "pa"
    package.mkdir()
    for source in (upstream / "pkg/controller/podautoscaler").glob("*.go"):
        text = source.read_text()
        for old, new in RENAMED.get(source.name, {}).items():
            assert text.count(old) == 1, (source.name, old)
            text = text.replace(old, new)
        (package / source.name).write_text(text)
    for name in ("peer.go", "peer_test.go"):
        shutil.copy(HERE / f"{name}.in", package / name)
    subprocess.run(["go", "mod", "tidy"], check=True)


def chosen(lines):
    counts = collections.Counter()
    for line in lines:
        case = json.loads(line)
        key = (case["test"], case["kind"])
        counts[key] += 1
        limit = 250 if case["test"] == "random" else 5 if case["test"] in RESTLESS else None
        if limit is None or counts[key] <= limit:
            yield case


def main():
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        prepare(work)
        recorded = work / "recorded.jsonl"
        subprocess.run(["go", "test", "-count=1", "-parallel", "1", "./pa/"], check=True,
                       env={**os.environ, "PEER_OUT": str(recorded)}, stdout=subprocess.DEVNULL)
        cases = list(chosen(recorded.read_text().splitlines()))
    cases.sort(key=lambda case: (case["test"], case["kind"], json.dumps(case, sort_keys=True)))
    rows = ",\n".join(json.dumps(case, sort_keys=True, separators=(",", ":")) for case in cases)
    TABLE.write_text(f"[\n{rows}\n]\n")
    print(f"{len(cases)} cases")


if __name__ == "__main__":
    main()
