# SPDX-FileCopyrightText: 2026 Minato contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One of the two clusters that are held against each other: how it is started, asked and ended."""

import json
import os
import re
import ssl
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parent.parent
WATCHED = ["/api/v1/namespaces/{}/" + each for each in ("pods", "services", "endpoints", "resourcequotas")] + [
    "/apis/" + group + "/namespaces/{}/" + each
    for group, kinds in {
        "apps/v1": ("deployments", "replicasets", "statefulsets", "daemonsets"),
        "batch/v1": ("jobs",),
        "policy/v1": ("poddisruptionbudgets",),
        "discovery.k8s.io/v1": ("endpointslices",),
    }.items()
    for each in kinds
]
QUIET = 3.0
PATIENCE = 90.0


class Side:
    """A cluster by its kubeconfig, with kubectl and plain requests."""

    def __init__(self, name, kubeconfig):
        self.name = name
        self.kubeconfig = str(kubeconfig)
        text = Path(kubeconfig).read_text()
        self.server = re.search(r"server: \"?(https?://[^\"\s,}]+)", text).group(1)
        self.tls = None
        if self.server.startswith("https"):
            folder = Path(kubeconfig).parent
            self.tls = ssl.create_default_context(cafile=folder / "ca.crt")
            # Python 3.13 wants extensions that certificates need not have, and kubectl does not ask for.
            self.tls.verify_flags &= ~ssl.VERIFY_X509_STRICT
            self.tls.load_cert_chain(folder / "admin.crt", folder / "admin.key")

    def get(self, path, accept="application/json"):
        request = urllib.request.Request(self.server + path, headers={"Accept": accept})
        with urllib.request.urlopen(request, context=self.tls, timeout=30) as answer:
            return json.load(answer)

    def items(self, path):
        return self.get(path)["items"]

    def run(self, line, namespace, seconds=120):
        """A line of sh in the folder of the manifests: what it prints, and its exit status."""
        config = Path(self.kubeconfig).with_suffix("." + namespace)
        if not config.exists():
            config.write_bytes(Path(self.kubeconfig).read_bytes())
            subprocess.run(["kubectl", "--kubeconfig", str(config), "config", "set-context", "--current",
                            "--namespace", namespace], check=True, stdout=subprocess.DEVNULL)
        environment = {"PATH": os.environ["PATH"], "HOME": str(config.parent), "KUBECONFIG": str(config), "TZ": "UTC"}
        try:
            done = subprocess.run(["sh", "-c", line], cwd=HERE / "manifests", env=environment, capture_output=True,
                                  text=True, timeout=seconds)
        except subprocess.TimeoutExpired:
            return "", f"no end after {seconds} s", -1
        return done.stdout, done.stderr, done.returncode

    def versions(self, namespace):
        return {
            (path, each["metadata"]["name"]): each["metadata"]["resourceVersion"]
            for path in WATCHED
            for each in self.items(path.format(namespace))
        }

    def settle(self, namespace):
        """Waits until nothing in the namespace has changed for a while; whether it came to that."""
        end = time.monotonic() + PATIENCE
        seen, since = self.versions(namespace), time.monotonic()
        while time.monotonic() < end:
            time.sleep(0.5)
            now = self.versions(namespace)
            if now != seen:
                seen, since = now, time.monotonic()
            elif time.monotonic() - since >= QUIET:
                return True
        return False


class Programs:
    """What has been started, and is ended again."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.started = []

    def start(self, name, *command):
        log = open(self.folder / f"{name}.log", "wb")
        process = subprocess.Popen([str(each) for each in command], stdout=log, stderr=log, stdin=subprocess.DEVNULL)
        self.started.append(process)
        return process

    def end(self):
        for process in self.started:
            process.terminate()
        for process in self.started:
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()


def wait_for(what, holds, seconds=60):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            if holds():
                return
        except (OSError, urllib.error.URLError, KeyError, ValueError):
            pass
        time.sleep(0.2)
    raise SystemExit(f"{what} did not come up in {seconds} s")


def are_nodes_ready(side, count):
    nodes = side.items("/api/v1/nodes")
    ready = [n for n in nodes for c in n["status"]["conditions"] if c["type"] == "Ready" and c["status"] == "True"]
    return len(ready) == count and all(
        taint["key"].split("/")[-1] == "control-plane" for n in nodes for taint in n["spec"].get("taints", []))


def start_simulated(programs, binaries, topology, nodes=4):
    config = programs.folder / "simulated.kubeconfig"
    programs.start("simulated", binaries / "minato-sim", "serve", "--listen", "127.0.0.1:0", "--kubeconfig", config,
                   "--topology", topology)
    wait_for("the simulated cluster", config.exists)
    side = Side("simulated", config)
    wait_for("the nodes of the simulated cluster", lambda: are_nodes_ready(side, nodes))
    return side


def join_nodes(programs, binaries, folder, topology, nodes=4):
    """The folder of a control plane that is up: joins our nodes to it."""
    programs.start("joined-nodes", binaries / "minato_joined_nodes", folder, topology)
    side = Side("real", Path(folder) / "kubeconfig")
    wait_for("the nodes of the real control plane", lambda: are_nodes_ready(side, nodes))
    return side
