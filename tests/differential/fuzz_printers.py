#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Minato contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Random JSONPaths, Go templates and custom columns: what the built-in kubectl prints for a cluster's objects is held
against kubectl's own printers (printer_peer, built with Go; release of src/kube/version.h). Exit status 1: they differ.

    (cd printer_peer && GOTOOLCHAIN=go1.24.9 go build -o PEER .)      with the Go that kubectl is built with
    fuzz_printers.py BINARIES PEER [SECONDS] [SEED]
"""

import json
import random
import shlex
import subprocess
import sys
import tempfile
import time
from pathlib import Path

MARK = "#=#=#"
BATCH = 400
# Expressions of one batch are printed for these.
SUBJECTS = ["pods", "deploy kubernetes-bootcamp", "svc kubernetes", "cm nothing-there", "cm odd", "rs,svc", "cm odd plain"]
ODD = """apiVersion: v1
kind: ConfigMap
metadata:
  name: odd
  labels: {a.b/c: "1", empty: ""}
  annotations: {quote: 'it''s "so"', html: "<a & b>", lines: "one\\ntwo\\n", unicode: "港 \\u00e9", number: "42", tab: "x\\ty"}
data: {k: "v", "0": "zero", "true": "yes", spaces: "a  b", json: '{"a": [1, 2.5, null]}'}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: plain}
"""


def setup():
    return "cat > odd.yaml <<'END'\n" + ODD + "END\nkubectl apply -f odd.yaml >/dev/null\nsleep 20\n"


def steps_of(value, path=()):
    """Every path of a JSON value, as keys and numbers."""
    yield path
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from steps_of(inner, path + (key,))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from steps_of(inner, path + (index,))


class Writer:
    """Makes expressions that lead somewhere in an object, and some that do not."""

    def __init__(self, seed, values):
        self.random = random.Random(seed)
        self.paths = [path for value in values for path in steps_of(value)]
        self.scalars = []
        for value in values:
            for path in steps_of(value):
                found = value
                for step in path:
                    found = found[step]
                if not isinstance(found, (dict, list)):
                    self.scalars.append(found)

    def pick(self, *choices):
        return self.random.choice(choices)

    def chance(self, share):
        return self.random.random() < share

    def path(self):
        path = list(self.random.choice(self.paths))
        if self.chance(0.5) and path and path[0] == "items":
            path = path[2:]
        if self.chance(0.1) and path:
            path[self.random.randrange(len(path))] = self.pick("nope", "", 0, 7, "items", "Name", "kind")
        return path

    # ---- JSONPath ----

    def key(self, key):
        if isinstance(key, int):
            return self.pick(f"[{key}]", "[*]", f"[{key}:]", f"[:{key}]", f"[-{key}]", f"[{key}:{key + 2}]", "[::2]", "[-1:]", f"[{key},0]")
        plain = key.replace(".", "\\.")
        if not key or any(c in key for c in "/ '\"") and self.chance(0.7):
            return f"['{plain}']"
        return self.pick("." + plain, "." + plain, "." + plain, f"['{plain}']", ".*", "..", "[*]", f'["{key}"]')

    def steps(self, most=6):
        path = self.path()[: self.random.randint(1, most)]
        text = "".join(self.key(step) for step in path)
        if self.chance(0.12):
            text += self.filter()
        if self.chance(0.06):
            text = ".." + str(self.pick("name", "image", "a", "kind", "items", "*"))
        return text or self.pick("", "$", "@", ".")

    def literal(self):
        return self.pick(
            f"'{self.pick('Running', 'odd', 'TCP', '', 'true', '1')}'", f'"{self.pick("Running", "True", "", "x")}"', "1", "0", "8080",
            "-1", "1.5", "true", "false", "443", "nope")

    def filter(self):
        left = self.pick("@.name", "@.type", "@.status", "@.port", "@.metadata.name", "@.nope", "@", "@.kind", "@.ready", "@.image")
        if self.chance(0.25):
            return f"[?({left})]"
        right = self.literal() if self.chance(0.85) else left
        return f"[?({left}{self.pick(' ', '')}{self.pick('==', '!=', '<', '>', '<=', '>=', '=', '=~')}{self.pick(' ', '')}{right})]"

    def jsonpath(self, depth=0):
        parts = []
        for _ in range(self.random.randint(1, 3)):
            choice = self.random.random()
            if choice < 0.55:
                parts.append("{" + self.pick("", "", " ") + self.steps() + "}")
            elif choice < 0.65:
                parts.append("{" + self.pick('"\\n"', '"\\t"', "'x'", '"a b"', "'it'", '"\\u00e9"', "1", "true", "-2.50", '"'), )
                parts[-1] += "}" if self.chance(0.97) else ""
            elif choice < 0.75:
                parts.append(self.pick(" ", "plain", "a}b", "\n", "é", ":", ""))
            elif choice < 0.92 and depth < 2:
                parts.append("{range " + self.steps(4) + "}" + self.jsonpath(depth + 1) + self.pick("{end}", "{end}", "{end}", "{end}", ""))
            else:
                parts.append(self.pick("{end}", "{", "{}", "{@}", "{$}", "{.}", "{..}", "{[*]}", "{.items[*]}", "{.items[0]}", "{.*}", "{..*}"))
        return "".join(parts)

    # ---- Go templates ----

    def field(self):
        path = [step for step in self.path()[: self.random.randint(1, 5)]]
        if not path:
            return "."
        if self.chance(0.35) or any(not str(step).isidentifier() for step in path):
            return "(index . " + " ".join(json.dumps(str(s)) if isinstance(s, str) else str(s) for s in path) + ")"
        return "".join(f".{step}" for step in path)

    def call(self, inner):
        return self.pick(
            inner, f"print {inner}", f"printf {json.dumps(self.pick('%s', '%v', '%d', '%q', '%5s|', '%-8v|', '%x', '%t', '%.2f', '%T', '%%', '%'))} {inner}",
            f"len {inner}", f"not {inner}", f"html {inner}", f"js {inner}", f"urlquery {inner}", f"{inner} | printf \"%v\"",
            f"and {inner} 1", f"or {inner} \"none\"", f"eq {inner} {self.value()}", f"ne {inner} {self.value()}", f"lt {inner} {self.value()}",
            f"ge {inner} {self.value()}", f"slice {inner} 1", f"index {inner} 0", f"index {inner} \"name\"", f"exists . \"metadata\" \"name\"",
            f"{inner} | base64decode", f"println {inner}")

    def value(self):
        return self.pick('"Running"', '"odd"', "1", "0", "2.5", "true", "nil", '""', ".kind", "8080")

    def template(self, depth=0):
        parts = []
        for _ in range(self.random.randint(1, 3)):
            trim = self.pick("", "", "", "- "), self.pick("", "", "", " -")
            choice = self.random.random()
            if choice < 0.5:
                parts.append("{{" + trim[0] + self.call(self.field()) + trim[1] + "}}")
            elif choice < 0.6:
                parts.append(self.pick(" ", "text\n", "{", "}}", "\n  ", "é"))
            elif depth >= 2:
                parts.append("{{" + self.pick('"x"', "$", ".", "1", "`raw`", "'c'", "/* note */", "true", "nope .", "1e3", "0x1f") + "}}")
            elif choice < 0.75:
                variables = self.pick("", "", "$x := ", "$i, $x := ")
                body = self.template(depth + 1) + self.pick("", "{{$x}}" if variables else "", "{{break}}" if self.chance(0.1) else "")
                parts.append("{{range " + variables + self.field() + "}}" + body + self.pick("", "{{else}}none") + "{{end}}")
            elif choice < 0.87:
                parts.append("{{if " + self.call(self.field()) + "}}" + self.template(depth + 1) + self.pick("", "{{else}}no", "{{else if .kind}}kind") + "{{end}}")
            elif choice < 0.95:
                parts.append("{{with " + self.pick("", "$y := ") + self.field() + "}}" + self.template(depth + 1) + "{{end}}")
            else:
                parts.append(self.pick('{{define "t"}}<{{.}}>{{end}}{{template "t" .kind}}', "{{end}}", "{{", "{{$z := 1}}{{$z = 2}}{{$z}}", "{{.}}", '{{template "none"}}', "{{block \"b\" .}}b{{end}}"))
        return "".join(parts)

    # ---- custom columns ----

    def columns(self):
        columns = []
        for number in range(self.random.randint(1, 4)):
            name = self.pick("NAME", "A", "two words", "", "c" * 20, f"N{number}")
            columns.append(f"{name}:{self.pick('', '', '.')}{self.steps(5)}" if self.chance(0.95) else name)
        return ",".join(columns)

    def format(self):
        choice = self.random.random()
        if choice < 0.45:
            return self.pick("jsonpath", "jsonpath", "jsonpath", "jsonpath-as-json") + "=" + self.jsonpath()
        if choice < 0.85:
            return "go-template=" + self.template()
        return "custom-columns=" + self.columns()


def play(binaries, script, folder):
    file = folder / "script.sh"
    file.write_text(script)
    done = subprocess.run([str(binaries / "minato-sim"), "run", str(file)], capture_output=True, text=True, errors="replace", timeout=600)
    return done.stdout


def objects(binaries, folder):
    script = setup() + "".join(f"echo '{MARK}'; kubectl get {subject} -o json --show-managed-fields --ignore-not-found\n" for subject in SUBJECTS)
    texts = play(binaries, script, folder).split(MARK + "\n")[1:]
    return [json.loads(text) if text.strip() else None for text in texts]


def builtin(binaries, folder, asked):
    lines = [setup()]
    for subject, form in asked:
        lines.append(f"echo '{MARK}'; kubectl get {SUBJECTS[subject]} --ignore-not-found -o {shlex.quote(form)} 2>err.txt; "
                     f"echo '{MARK}'; cat err.txt\n")
    texts = play(binaries, "".join(lines), folder).split(MARK + "\n")[1:]
    return list(zip(texts[0::2], texts[1::2]))


def upstream(peer, values, asked):
    for subject, form in asked:
        peer.stdin.write(json.dumps({"format": form, "object": values[subject]}) + "\n")
        peer.stdin.flush()
        answer = json.loads(peer.stdout.readline())
        yield answer["out"], answer["err"]


def differing(form, own, real):
    """What the two print from where they part; None: nowhere."""
    mine, theirs = own[0] + own[1].removeprefix("error: ").rstrip("\n"), real[0] + real[1].rstrip("\n")
    if mine == theirs or theirs.startswith("panic: "):
        return None
    # Upstream walks maps at random: what comes first (and how wide that makes a column), and what it stumbles over first.
    if "*" in form or ".." in form:
        if sorted(mine.replace(" ", "")) == sorted(theirs.replace(" ", "")):
            return None
        if all("is not array or slice" in each or "out of bounds" in each for each in (mine, theirs)):
            return None
    at = next((i for i, (a, b) in enumerate(zip(mine, theirs)) if a != b), min(len(mine), len(theirs)))
    start = max(at - 60, 0)
    return mine[start:at + 120], theirs[start:at + 120]


def main():
    binaries, program = Path(sys.argv[1]), sys.argv[2]
    seconds = float(sys.argv[3]) if len(sys.argv) > 3 else 300
    seed = int(sys.argv[4]) if len(sys.argv) > 4 else int(time.time())
    print(f"seed {seed}", flush=True)
    compared = differed = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        peer = subprocess.Popen([program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        values = objects(binaries, folder)
        present = [index for index, value in enumerate(values) if value]
        writer = Writer(seed, [value for value in values if value])
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            asked = [(writer.random.choice(present), writer.format()) for _ in range(BATCH)]
            asked = [(subject, form) for subject, form in asked if "\0" not in form]
            own = builtin(binaries, folder, asked)
            if len(own) != len(asked):
                raise SystemExit(f"{len(asked)} expressions, {len(own)} answers")
            for (subject, form), mine, real in zip(asked, own, upstream(peer, values, asked)):
                compared += 1
                if parted := differing(form, mine, real):
                    differed += 1
                    print(f"kubectl get {SUBJECTS[subject]} -o {shlex.quote(form)}\n  built-in …{parted[0]!r}\n  kubectl  …{parted[1]!r}",
                          flush=True)
        peer.stdin.close()
        peer.wait()
    print(f"{compared} expressions compared, {differed} differ")
    return 1 if differed else 0


if __name__ == "__main__":
    sys.exit(main())
