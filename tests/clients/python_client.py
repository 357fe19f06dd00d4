# SPDX-FileCopyrightText: 2026 Minato contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The official Python client against `minato-sim serve`: what its generated models accept, not what we think.

Run by CTest as python_client.py MINATO_SIM [TEST…]. Virtual time runs at full speed until the cluster has settled,
so that nothing here waits for a clock."""

import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

from kubernetes import client, config, dynamic, utils, watch
from kubernetes.client.exceptions import ApiException

BOOTCAMP = "kubernetes-bootcamp"
WEB = {
    "apiVersion": "apps/v1",
    "kind": "Deployment",
    "metadata": {"name": "web"},
    "spec": {
        "replicas": 2,
        "selector": {"matchLabels": {"app": "web"}},
        "template": {
            "metadata": {"labels": {"app": "web"}},
            "spec": {"containers": [{"name": "web", "image": "nginx"}]},
        },
    },
}


class Served:
    """A cluster of its own for one test."""

    def __init__(self, program):
        self._folder = tempfile.TemporaryDirectory()
        self.kubeconfig = str(pathlib.Path(self._folder.name) / "kubeconfig")
        self._process = subprocess.Popen(
            [program, "serve", "--listen", "127.0.0.1:0", "--kubeconfig", self.kubeconfig, "--speed", "max"],
            stdout=subprocess.PIPE, text=True)
        self.first_line = self._process.stdout.readline()
        self._process.stdout.readline()

    def stop(self):
        self._process.terminate()
        status = self._process.wait()
        self._process.stdout.close()
        self._folder.cleanup()
        return status


class PythonClient(unittest.TestCase):
    program = ""

    def setUp(self):
        self.served = Served(self.program)
        self.addCleanup(self.served.stop)
        self.assertRegex(self.served.first_line, r"https?://127\.0\.0\.1:\d+")
        self.api = config.new_client_from_config(self.served.kubeconfig)
        self.addCleanup(self.api.close)
        self.core = client.CoreV1Api(self.api)
        self.apps = client.AppsV1Api(self.api)

    def deployments(self):
        return {item.metadata.name: item for item in self.apps.list_namespaced_deployment("default").items}

    def watch_until(self, wanted, listing, *arguments, **options):
        """The events up to the first for which `wanted` holds; the server ends the watch when none comes."""
        seen, watcher = [], watch.Watch()
        for event in watcher.stream(listing, *arguments, timeout_seconds=60, **options):
            seen.append(event)
            if wanted(event):
                watcher.stop()
                return seen
        self.fail(f"the watch ended after {len(seen)} events without the one that it was for")

    def scale(self, replicas):
        return self.apps.patch_namespaced_deployment_scale(BOOTCAMP, "default", {"spec": {"replicas": replicas}})

    def wait_ready(self, replicas):
        return self.watch_until(
            lambda event: event["object"].metadata.name == BOOTCAMP and event["object"].status.ready_replicas == replicas,
            self.apps.list_namespaced_deployment, "default")

    # Listing: every model's own required fields are checked by the client while it reads.

    def test_lists_whatTheLabHas(self):
        nodes = self.core.list_node().items
        self.assertEqual(sorted(node.metadata.name for node in nodes),
                         ["minato-control-plane", "minato-worker", "minato-worker2", "minato-worker3"])
        for node in nodes:
            self.assertIn("True", [c.status for c in node.status.conditions if c.type == "Ready"])
            self.assertRegex(node.status.capacity["cpu"], r"^\d+$")
        self.assertIn(BOOTCAMP, self.deployments())
        self.wait_ready(1)
        pods = self.core.list_pod_for_all_namespaces().items
        self.assertEqual([pod.status.phase for pod in pods if pod.metadata.namespace == "default"], ["Running"])
        self.assertEqual(pods[0].metadata.creation_timestamp.utcoffset().total_seconds(), 0)
        services = {item.metadata.name: item for item in self.core.list_namespaced_service("default").items}
        self.assertEqual(services[BOOTCAMP].spec.ports[0].node_port, 30143)

    def test_lists_everyKindThatTheGeneratedModelsKnow(self):
        self.wait_ready(1)
        discovery = client.DiscoveryV1Api(self.api)
        slices = discovery.list_namespaced_endpoint_slice("default").items
        self.assertIn(BOOTCAMP, [s.metadata.labels.get("kubernetes.io/service-name") for s in slices])
        self.assertTrue(self.core.list_namespaced_endpoints("default").items)
        self.assertTrue(self.core.list_namespaced_event("default").items)
        self.assertTrue(self.apps.list_namespaced_replica_set("default").items)
        self.assertIn("kube-system", [ns.metadata.name for ns in self.core.list_namespace().items])
        # The generated model of these wants eventTime, which is null in all that the core/v1 recorder writes,
        # here and on every cluster; the dynamic client has no such opinion.
        events = dynamic.DynamicClient(self.api).resources.get(api_version="events.k8s.io/v1", kind="Event")
        self.assertIn("ScalingReplicaSet", [item.reason for item in events.get(namespace="default").items])

    def test_lists_inPages(self):
        self.scale(5)
        self.wait_ready(5)
        names, token, pages = [], None, 0
        while pages == 0 or token:
            page = self.core.list_namespaced_pod("default", limit=2, _continue=token)
            self.assertLessEqual(len(page.items), 2)
            names += [pod.metadata.name for pod in page.items]
            token, pages = page.metadata._continue, pages + 1
        self.assertEqual((pages, len(set(names))), (3, 5))

    # Watching

    def test_watch_resumesWhereItStopped(self):
        self.wait_ready(1)
        start = self.core.list_namespaced_pod("default").metadata.resource_version
        self.scale(4)
        self.wait_ready(4)
        first = self.watch_until(lambda event: event["type"] == "ADDED", self.core.list_namespaced_pod, "default",
                                 resource_version=start)
        stopped = first[-1]["object"].metadata.resource_version
        rest = self.watch_until(lambda event: event["type"] == "ADDED", self.core.list_namespaced_pod, "default",
                                resource_version=stopped)
        self.assertNotEqual(first[-1]["object"].metadata.name, rest[-1]["object"].metadata.name)
        versions = [int(event["object"].metadata.resource_version) for event in first + rest]
        self.assertEqual(versions, sorted(set(versions)), "no event twice, none out of order")

    def test_watch_startsWithWhatIsThere(self):
        seen = self.watch_until(lambda event: event["object"].metadata.name == "minato-worker3", self.core.list_node)
        self.assertEqual({event["type"] for event in seen}, {"ADDED"})

    # Writing

    def test_scale_byPatchOfTheSubresource(self):
        self.wait_ready(1)
        scale = self.scale(4)
        self.assertEqual((scale.kind, scale.spec.replicas, scale.status.replicas), ("Scale", 4, 1))
        self.assertEqual(scale.status.selector, "app=kubernetes-bootcamp")
        self.wait_ready(4)
        pods = self.core.list_namespaced_pod("default", label_selector="app=kubernetes-bootcamp").items
        self.assertEqual(len({pod.status.pod_ip for pod in pods}), 4)

    def test_scale_byReplacingTheSubresource(self):
        scale = self.apps.read_namespaced_deployment_scale(BOOTCAMP, "default")
        scale.spec.replicas = 3
        self.apps.replace_namespaced_deployment_scale(BOOTCAMP, "default", scale)
        self.assertEqual(self.deployments()[BOOTCAMP].spec.replicas, 3)
        with self.assertRaises(ApiException) as stale:
            self.apps.replace_namespaced_deployment_scale(BOOTCAMP, "default", scale)
        self.assertEqual((stale.exception.status, stale.exception.reason), (409, "Conflict"))

    def test_create_andDelete(self):
        made = self.apps.create_namespaced_deployment("default", WEB)
        self.assertRegex(made.metadata.uid, r"^[0-9a-f-]{36}$")
        self.assertEqual(made.spec.strategy.rolling_update.max_surge, "25%")
        self.assertEqual(made.spec.template.spec.containers[0].image_pull_policy, "Always")
        with self.assertRaises(ApiException) as twice:
            self.apps.create_namespaced_deployment("default", WEB)
        self.assertEqual(twice.exception.status, 409)
        self.assertIn('deployments.apps \\"web\\" already exists', twice.exception.body)
        self.watch_until(lambda event: event["object"].metadata.name == "web" and
                         event["object"].status.available_replicas == 2, self.apps.list_namespaced_deployment, "default")
        before = self.core.list_namespaced_pod("default").metadata.resource_version
        answer = self.apps.delete_namespaced_deployment("web", "default")
        self.assertEqual(answer.status, "Success")
        self.watch_until(lambda event: event["type"] == "DELETED" and event["object"].metadata.labels["app"] == "web",
                         self.core.list_namespaced_pod, "default", resource_version=before)
        self.assertNotIn("web", self.deployments())

    def test_patch_ofEachType(self):
        self.apps.create_namespaced_deployment("default", WEB)
        merged = self.apps.patch_namespaced_deployment("web", "default", {"metadata": {"labels": {"tier": "front"}}})
        self.assertEqual(merged.metadata.labels["tier"], "front")
        listed = self.apps.patch_namespaced_deployment(
            "web", "default", [{"op": "replace", "path": "/spec/replicas", "value": 3}])
        self.assertEqual(listed.spec.replicas, 3)
        strategic = self.apps.patch_namespaced_deployment(
            "web", "default",
            {"spec": {"template": {"spec": {"containers": [{"name": "helper", "image": "busybox"}]}}}})
        self.assertEqual([c.name for c in strategic.spec.template.spec.containers], ["helper", "web"])

    def test_refusals_areStatuses(self):
        broken = {**WEB, "spec": {**WEB["spec"], "replicas": -1}}
        with self.assertRaises(ApiException) as refused:
            self.apps.create_namespaced_deployment("default", broken)
        self.assertEqual(refused.exception.status, 422)
        self.assertIn("must be greater than or equal to 0", refused.exception.body)
        with self.assertRaises(ApiException) as missing:
            self.core.read_namespaced_pod("nope", "default")
        self.assertEqual(missing.exception.status, 404)

    def test_yaml_isCreatedByItsKinds(self):
        manifest = pathlib.Path(self.served.kubeconfig).with_name("web.yaml")
        manifest.write_text("""apiVersion: v1
kind: Service
metadata: {name: web}
spec: {selector: {app: web}, ports: [{port: 80}]}
---
apiVersion: v1
kind: Namespace
metadata: {name: shop}
""", encoding="utf-8")
        utils.create_from_yaml(self.api, str(manifest))
        self.assertRegex(self.core.read_namespaced_service("web", "default").spec.cluster_ip, r"^10\.\d+\.\d+\.\d+$")
        self.assertEqual(self.core.read_namespace("shop").status.phase, "Active")

    def test_pod_isEvicted_andItsLogRead(self):
        self.wait_ready(1)
        pod = self.core.list_namespaced_pod("default").items[0].metadata.name
        self.assertIn("Kubernetes Bootcamp App Started", self.core.read_namespaced_pod_log(pod, "default"))
        before = self.core.list_namespaced_pod("default").metadata.resource_version
        eviction = client.V1Eviction(metadata=client.V1ObjectMeta(name=pod, namespace="default"))
        self.core.create_namespaced_pod_eviction(pod, "default", eviction)
        self.watch_until(lambda event: event["type"] == "DELETED" and event["object"].metadata.name == pod,
                         self.core.list_namespaced_pod, "default", resource_version=before)

    # The dynamic client finds everything by discovery in the old form.

    def test_dynamicClient_scalesAndApplies(self):
        found = dynamic.DynamicClient(self.api)
        deployments = found.resources.get(api_version="apps/v1", kind="Deployment")
        self.assertEqual(deployments.get(namespace="default", name=BOOTCAMP).spec.replicas, 1)
        deployments.patch(namespace="default", name=BOOTCAMP, body={"spec": {"replicas": 2}},
                          content_type="application/merge-patch+json")
        self.assertEqual(deployments.get(namespace="default", name=BOOTCAMP).spec.replicas, 2)
        deployments.create(namespace="default", body=WEB)
        self.assertEqual([item.metadata.name for item in deployments.get(namespace="default").items],
                         [BOOTCAMP, "web"])
        deployments.delete(namespace="default", name="web")
        for event in deployments.watch(namespace="default", timeout=60):
            if event["object"].metadata.name == BOOTCAMP:
                break
        else:
            self.fail("the dynamic client saw no Deployment")

    def test_version_isThatOfKubernetes(self):
        version = client.VersionApi(self.api).get_code()
        self.assertEqual((version.major, version.minor), ("1", "34"))
        self.assertTrue(re.match(r"v1\.34\.\d+$", version.git_version))


if __name__ == "__main__":
    PythonClient.program = sys.argv[1]
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]], verbosity=2)
