#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Minato contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints the table of src/kube/schema/field_table.cpp from Kubernetes' Go types.

usage: make_field_table.py DIR_OF_k8s.io/api DIR_OF_k8s.io/apimachinery KIND…

A KIND is package.Type ("apps.Deployment"). Names, types and emptiness rules of fields are taken, no text.
"""
import re
import sys
from pathlib import Path

PACKAGES = {
    "core": "core/v1", "apps": "apps/v1", "discovery": "discovery/v1", "events": "events/v1",
    "autoscaling": "autoscaling/v1", "autoscalingv2": "autoscaling/v2", "policy": "policy/v1",
    "batch": "batch/v1", "coordination": "coordination/v1",
}
IMPORTS = {"v1": None, "corev1": "core", "metav1": "meta"}
SCALARS = {"string", "bool", "int32", "int64", "float64", "int", "int16"}
SPECIAL = {"resource.Quantity": "Quantity", "intstr.IntOrString": "IntOrString", "metav1.Time": "Time",
           "metav1.MicroTime": "MicroTime", "metav1.Duration": "Duration", "Time": "Time", "MicroTime": "MicroTime",
           "runtime.RawExtension": "any", "FieldsV1": "any", "types.UID": "string", "runtime.Object": "any"}


def strip(text):
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.S)
    return re.sub(r"^\s*//.*$", "", text, flags=re.M)


class Types:
    def __init__(self, api, machinery):
        self.structs, self.aliases = {}, {}
        for name, folder in PACKAGES.items():
            self.read(name, api / folder / "types.go")
        self.read("meta", machinery / "pkg/apis/meta/v1/types.go")

    def read(self, package, path):
        text = strip(path.read_text())
        for m in re.finditer(r"^type (\w+) struct \{\n(.*?)^\}", text, flags=re.S | re.M):
            self.structs[f"{package}.{m[1]}"] = (package, m[2])
        for m in re.finditer(r"^\s*(?:type )?(\w+) ((?:\[\]|map\[[\w.]+\]|\*)*[\w.]+)$", text, flags=re.M):
            self.aliases[f"{package}.{m[1]}"] = (package, m[2])

    def resolve(self, package, go):
        """The table's spelling of a Go type, and the struct it leads to, if any."""
        if go in SCALARS:
            return ("int32" if go in ("int", "int16") else go), None
        if go in SPECIAL:
            return SPECIAL[go], None
        if go == "[]byte":
            return "bytes", None
        if go.startswith("*"):
            return self.resolve(package, go[1:])
        if go.startswith("[]"):
            inner, struct = self.resolve(package, go[2:])
            return "[]" + inner, struct
        m = re.match(r"map\[[\w.]+\](.*)", go)
        if m:
            inner, struct = self.resolve(package, m[1])
            return "{}" + inner, struct
        owner, name = package, go
        if "." in go:
            prefix, name = go.split(".")
            owner = {"v1": "core" if package != "core" else "core", "corev1": "core", "metav1": "meta",
                     "core": "core"}.get(prefix, prefix)
        full = f"{owner}.{name}"
        if full in self.structs:
            return name if owner in ("core", "meta", "apps") else full, full
        if full in self.aliases:
            return self.resolve(*self.aliases[full])
        sys.exit(f"unknown type {go} in {package}")

    def fields(self, full):
        package, body = self.structs[full]
        for line in body.splitlines():
            m = re.match(r"\s*(?:(\w+)\s+)?(\S+)\s+`(.*)`", line)
            if not m:
                continue
            tag = re.search(r'json:"([^"]*)"', m[3])
            if not tag:
                continue
            parts = tag[1].split(",")
            if "inline" in parts or (not parts[0] and not m[1]):
                if m[2].endswith("TypeMeta"):
                    yield "apiVersion", False, True, False, "string", None
                    yield "kind", False, True, False, "string", None
                    continue
                _, struct = self.resolve(package, m[2])
                yield from self.fields(struct)
                continue
            if parts[0] == "-":
                continue
            spelled, struct = self.resolve(package, m[2])
            yield parts[0], m[2].startswith("*"), "omitempty" in parts, "omitzero" in parts, spelled, struct


def main():
    types = Types(Path(sys.argv[1]), Path(sys.argv[2]))
    wanted, seen, lines = list(sys.argv[3:]), set(), []
    while wanted:
        full = wanted.pop(0)
        if full in seen:
            continue
        seen.add(full)
        owner, name = full.split(".")
        out = [name if owner in ("core", "meta", "apps") else full]
        for key, pointer, omit, zero, spelled, struct in types.fields(full):
            if struct and struct not in seen:
                wanted.append(struct)
            flags = ("*" if pointer else "") + ("" if omit else "!") + ("0" if zero else "")
            out.append(f"{key}:{flags}{spelled}")
        lines.append(" ".join(out))
    print("\n".join(sorted(lines)))


main()
