# SPDX-FileCopyrightText: 2026 Minato contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What two clusters that do the same may say differently: names, times, addresses, UIDs. All that is told alike."""

import re

ALPHABET = "bcdfghjklmnpqrstvwxz2456789"
RULES = [
    (re.compile(r"\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b"), "<uid>"),
    (re.compile(r"\b20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z"), "<time>"),
    (re.compile(r"\b\w{3}, \d\d \w{3} 20\d\d \d\d:\d\d:\d\d \+0000"), "<time>"),
    (re.compile(r"\b10\.244\.\d+\.\d+\b"), "<pod-ip>"),
    (re.compile(r"\b10\.(9[6-9]|10\d|11[01])\.\d+\.\d+\b"), "<cluster-ip>"),
    (re.compile(r"\b[0-9a-f]{64}\b"), "<digest>"),
    (re.compile(r"-----BEGIN CERTIFICATE-----.*-----END CERTIFICATE-----\s*", re.DOTALL), "<certificate>"),
    (re.compile(r"in [\d.]+m?s \([\d.]+m?s including waiting\)"), "in <time>"),
    (re.compile(r"\b192\.168\.49\.\d+\b"), "<node-ip>"),
    (re.compile(r"\b(3[0-2]\d{3})\b"), "<node-port>"),
    (re.compile(r"(?<![\w.-])(\d+d)?(\d+h)?(\d+m)?\d+s(?![\w.-])|(?<![\w.-])\d+m(?![\w.-])"), "<age>"),
    # How often something happened is a matter of chance.
    (re.compile(r" \(x\d+ over <age>\)"), ""),
    (re.compile(r'(resourceVersion"?: )"\d+"'), r"\1<version>"),
]
LOOSE = re.compile(rf"(?<=-)[{ALPHABET}]{{5}}(?![\w-])")
DROPPED = ("managedFields", "resourceVersion", "uid", "creationTimestamp", "selfLink")


def hashes(side, namespace):
    """How this cluster's pod-template-hashes are told: by Deployment and order of creation. And of what carries a
    controller-revision-hash likewise."""
    names = {}
    counts = {}

    def give(owner, value):
        if value not in names:
            counts[owner] = counts.get(owner, 0) + 1
            names[value] = f"hash{counts[owner]}"

    sets = side.items(f"/apis/apps/v1/namespaces/{namespace}/replicasets")
    for each in sorted(sets, key=lambda s: (s["metadata"]["creationTimestamp"], s["metadata"]["name"])):
        value = each["metadata"].get("labels", {}).get("pod-template-hash")
        if value:
            give(each["metadata"]["name"].removesuffix("-" + value), value)
    revisions = side.items(f"/apis/apps/v1/namespaces/{namespace}/controllerrevisions")
    for each in sorted(revisions, key=lambda r: r["revision"]):
        name = each["metadata"]["name"]
        give(name.rsplit("-", 1)[0], name.rsplit("-", 1)[1])
    return names


class NormalForm:
    """Of one cluster and namespace; remembers hashes that are gone by now."""

    def __init__(self, side, namespace):
        self.side, self.namespace = side, namespace
        self.names = {}

    def look(self):
        for value, name in hashes(self.side, self.namespace).items():
            self.names.setdefault(value, name)

    def text(self, text):
        for value, name in self.names.items():
            text = text.replace(value, name)
        for pattern, told in RULES:
            text = pattern.sub(told, text)
        text = LOOSE.sub("~", text)
        return text.replace(self.side.server, "<server>")

    def lines(self, text):
        """Columns are as wide as what they hold; rows are in order of names."""
        lines = [re.sub(r"\s{2,}", "  ", self.text(line)).rstrip() for line in text.splitlines()]
        # Progress of a rollout: how many lines there are is a matter of when one looks.
        return [line for line in lines if not line.startswith("Waiting for ")]

    def value(self, value, key=""):
        if isinstance(value, dict):
            return {self.text(k): self.value(v, k) for k, v in value.items() if k not in DROPPED}
        if isinstance(value, list):
            told = [self.value(each) for each in value]
            isSet = key in ("endpoints", "addresses", "notReadyAddresses", "subsets")
            return sorted(told, key=repr) if isSet else told
        if isinstance(value, str):
            return self.text(value)
        if key == "nodePort" and value:
            return "<node-port>"
        return value
