#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Minato contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long the same work takes the simulated cluster and a real control plane with the same nodes: wall time, CPU time
and resident memory, as ratios. The nodes are the same program on both sides and not counted for the real one.

    side_by_side.py DIR BINARIES [PODS]     DIR: of a control plane that is up
"""

import os
import re
import sys
import tempfile
import time
from pathlib import Path

from cluster_side import Programs, join_nodes, start_simulated, wait_for

NODES = """nodes:
  - {name: minato-control-plane, controlPlane: true}
  - {count: 50, name: worker, cpu: "32", memory: 128Gi}
metricsServer: false
"""
TICKS = os.sysconf("SC_CLK_TCK")


def cpu_seconds(pids):
    total = 0
    for pid in pids:
        fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
        total += int(fields[11]) + int(fields[12])
    return total / TICKS


def resident_mib(pids):
    return sum(int(re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{pid}/status").read_text()).group(1)) for pid in pids) / 1024


class Measured:
    """Of the programs of one side over one piece of work."""

    def __init__(self, side, pids):
        self.side, self.pids = side, pids
        self.rows = {}

    def take(self, name, work):
        cpu, wall = cpu_seconds(self.pids), time.monotonic()
        work(self.side)
        self.rows[name] = (time.monotonic() - wall, cpu_seconds(self.pids) - cpu, resident_mib(self.pids))
        print(f"{self.side.name:10} {name:28} {self.rows[name][0]:8.2f} s wall {self.rows[name][1]:8.2f} s CPU "
              f"{self.rows[name][2]:8.0f} MiB", flush=True)


def kubectl(side, line):
    out, err, status = side.run(line, "default", 900)
    if status != 0:
        raise SystemExit(f"{side.name}: {line}: {err}")
    return out


def scale_to(replicas):
    return lambda side: kubectl(side, f"kubectl scale deployment web --replicas={replicas} && "
                                      "kubectl rollout status deployment web --timeout=800s >/dev/null")


def listing(side):
    for _ in range(5):
        kubectl(side, "kubectl get pods >/dev/null")


def ready_pods(side):
    status = side.get("/apis/apps/v1/namespaces/default/deployments/web").get("status", {})
    return status.get("readyReplicas", 0)


def measure(measured, pods):
    side = measured.side
    kubectl(side, "kubectl create deployment web --image=nginx:1.27 && kubectl rollout status deployment web >/dev/null")
    measured.take("scale to 1000, rollout", scale_to(1000))
    measured.take(f"scale to {pods}, rollout", scale_to(pods))
    wait_for("all Pods", lambda: ready_pods(side) == pods, 600)
    measured.take(f"5 x get pods of {pods}", listing)


def main():
    control_plane, binaries = sys.argv[1], Path(sys.argv[2])
    pods = int(sys.argv[3]) if len(sys.argv) > 3 else 5000
    with tempfile.TemporaryDirectory() as folder:
        topology = Path(folder) / "nodes.yaml"
        topology.write_text(NODES)
        sides = []
        for name in ("simulated", "real"):
            programs = Programs(folder)
            try:
                if name == "simulated":
                    side = start_simulated(programs, binaries, topology, 51)
                    pids = [programs.started[0].pid]
                else:
                    side = join_nodes(programs, binaries, control_plane, topology, 51)
                    pids = [int(pid) for pid in (Path(control_plane) / "pids").read_text().split()]
                measured = Measured(side, pids)
                measure(measured, pods)
                sides.append(measured)
            finally:
                programs.end()
        for name, simulated in sides[0].rows.items():
            ratios = (real / max(own, 0.01) for own, real in zip(simulated, sides[1].rows[name]))
            print("real : simulated  {:28} {:6.1f} x wall {:6.1f} x CPU {:6.1f} x memory".format(name, *ratios))


if __name__ == "__main__":
    main()
