#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Minato contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Times the real kubectl listing 10 000 Pods of `minato-sim serve`, and a watch event on its way to 100 watchers.

  tests/bench/kubectl_list.py [--sim PROGRAM] [--pods N] [--runs N]

kubectl is the one in $KUBECTL, or in $PATH. Prints, in milliseconds, minimum / median:
  kubectl        the whole command, and beside it `kubectl version --client`, which asks no server: what is left is
                 the list
  server share   processor time of the server while that kubectl ran, less what the simulation takes meanwhile (as it
                 does in two seconds before)
  first byte     from a request for the first 500 Pods as a Table, which is kubectl's first, to the answer's first byte
  100 watchers   from the write (a label of a Node) to the event at the last of 100 watches
Figures of one machine at one moment: nothing is asserted.
"""
import argparse
import http.client
import json
import os
import pathlib
import select
import socket
import statistics
import subprocess
import tempfile
import time

TABLE = "application/json;as=Table;v=v1;g=meta.k8s.io,application/json"
PODS = "/api/v1/namespaces/default/pods"
NODES = "/api/v1/nodes"


class Served:
    """A served cluster, until its block ends."""

    def __init__(self, program, folder):
        self.kubeconfig = str(pathlib.Path(folder) / "kubeconfig")
        self.process = subprocess.Popen(
            [program, "serve", "--nodes", "100", "--speed", "60", "--kubeconfig", self.kubeconfig],
            stdout=subprocess.PIPE, text=True)
        url = self.process.stdout.readline().split()[-1]
        self.host, port = url.removeprefix("http://").rstrip("/").split(":")
        self.port = int(port)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()

    def connection(self):
        return http.client.HTTPConnection(self.host, self.port, timeout=600)

    def ask(self, method, path, body=None, kind="application/merge-patch+json"):
        connection = self.connection()
        connection.request(method, path, body and json.dumps(body), {"Content-Type": kind})
        answer = json.loads(connection.getresponse().read())
        connection.close()
        return answer

    def processor_time(self):
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return 1000 * (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def milliseconds_of(action):
    start = time.perf_counter()
    action()
    return 1000 * (time.perf_counter() - start)


def scale(served, pods):
    deployment = "/apis/apps/v1/namespaces/default/deployments/kubernetes-bootcamp"
    served.ask("PATCH", deployment + "/scale", {"spec": {"replicas": pods}})
    while served.ask("GET", deployment)["status"].get("availableReplicas") != pods:
        time.sleep(0.5)


def time_kubectl(served, kubectl, pods):
    """Of one `get pods`: the command, the server's processor time, and the same command without a server."""
    def run(*arguments):
        cache = dict(os.environ, KUBECACHEDIR=str(pathlib.Path(served.kubeconfig).parent / "cache"))
        return subprocess.run([kubectl, *arguments], check=True, capture_output=True, text=True, env=cache).stdout

    idle = served.processor_time()
    time.sleep(2)
    idle = (served.processor_time() - idle) / 2000
    before = served.processor_time()
    out = []
    command = milliseconds_of(lambda: out.append(run("--kubeconfig", served.kubeconfig, "get", "pods")))
    share = served.processor_time() - before - idle * command
    if out[0].count("\n") != pods + 1:
        raise SystemExit(f"kubectl printed {out[0].count(chr(10)) - 1} Pods")
    return command, share, milliseconds_of(lambda: run("version", "--client"))


def time_first_byte(served):
    connection = served.connection()
    connection.connect()
    start = time.perf_counter()
    connection.request("GET", PODS + "?limit=500", headers={"Accept": TABLE, "Accept-Encoding": "gzip"})
    connection.sock.recv(1, socket.MSG_PEEK)
    took = 1000 * (time.perf_counter() - start)
    connection.getresponse().read()
    connection.close()
    return took


class Watchers:
    def __init__(self, served, count):
        self.sockets = []
        self.node = served.ask("GET", NODES + "?limit=1")["items"][0]["metadata"]["name"]
        for _ in range(count):
            one = socket.create_connection((served.host, served.port), timeout=60)
            one.sendall(f"GET {NODES}?watch=true&fieldSelector=metadata.name%3D{self.node}&resourceVersion=0 "
                        f"HTTP/1.1\r\nHost: {served.host}\r\n\r\n".encode())
            self.sockets.append(one)
        for one in self.sockets:
            self.read_until(one, b'"ADDED"')

    @staticmethod
    def read_until(one, text):
        seen = b""
        while text not in seen:
            seen += one.recv(1 << 16)

    def time_event(self, served, number):
        """From the moment at which the write is sent to the event at the last watcher."""
        text = f'"bench":"{number}"'.encode()
        waiting = {one: b"" for one in self.sockets}
        connection = served.connection()
        connection.connect()
        start = time.perf_counter()
        connection.request("PATCH", f"{NODES}/{self.node}", json.dumps({"metadata": {"labels": {"bench": str(number)}}}),
                           {"Content-Type": "application/merge-patch+json"})
        while waiting:
            for one in select.select(list(waiting), [], [], 10)[0]:
                waiting[one] += one.recv(1 << 16)
                if text in waiting[one]:
                    del waiting[one]
        took = 1000 * (time.perf_counter() - start)
        connection.getresponse().read()
        connection.close()
        return took


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--sim", default="build/release/bin/minato-sim")
    options.add_argument("--pods", type=int, default=10000)
    options.add_argument("--runs", type=int, default=5)
    given = options.parse_args()
    kubectl = os.environ.get("KUBECTL", "kubectl")
    with tempfile.TemporaryDirectory() as folder, Served(given.sim, folder) as served:
        scale(served, given.pods)
        time_kubectl(served, kubectl, given.pods)  # discovery goes into kubectl's cache
        runs = [time_kubectl(served, kubectl, given.pods) for _ in range(given.runs)]
        figures = dict(zip(("kubectl get pods", "server share", "kubectl without server"), zip(*runs)))
        figures["first byte"] = [time_first_byte(served) for _ in range(4 * given.runs)]
        watchers = Watchers(served, 100)
        figures["100 watchers"] = [watchers.time_event(served, i) for i in range(4 * given.runs)]
    for name, took in figures.items():
        print(f"{name:24}{min(took):9.1f} /{statistics.median(took):9.1f}")


if __name__ == "__main__":
    main()
