#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Minato contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ways into a real control plane that go wrong: faults.py FOLDER contexts | token SECONDS | compact PORT

contexts  writes FOLDER/faults.kubeconfig: "wrong-ca" trusts another authority, "wrong-name" expects another server,
          "right-name" one that the certificate names as well, "token" has a service account's token in a file.
token     puts a token there that the API server takes for so many seconds more.
compact   has etcd forget all that was before now; PORT: of the API server that tells when that is.
"""
import base64
import json
import os
import subprocess
import sys
import time
import urllib.error
import urllib.request

LEEWAY = 60  # for which kube-apiserver takes a token that has expired (pkg/serviceaccount, go-jose's DefaultLeeway)

KUBECONFIG = """apiVersion: v1
kind: Config
contexts:
- {{name: wrong-ca, context: {{cluster: wrong-ca, user: admin}}}}
- {{name: wrong-name, context: {{cluster: wrong-name, user: admin}}}}
- {{name: right-name, context: {{cluster: right-name, user: admin}}}}
- {{name: token, context: {{cluster: real, user: token}}}}
clusters:
- {{name: real, cluster: {{server: "{server}", certificate-authority: "{folder}/ca.crt"}}}}
- {{name: wrong-ca, cluster: {{server: "{server}", certificate-authority: "{folder}/other-ca.crt"}}}}
- name: wrong-name
  cluster: {{server: "{server}", certificate-authority: "{folder}/ca.crt", tls-server-name: elsewhere.example}}
- name: right-name
  cluster: {{server: "{server}", certificate-authority: "{folder}/ca.crt", tls-server-name: kubernetes.default.svc}}
users:
- {{name: admin, user: {{client-certificate: "{folder}/admin.crt", client-key: "{folder}/admin.key"}}}}
- {{name: token, user: {{tokenFile: "{folder}/token"}}}}
"""


def run(*command, **options):
    return subprocess.run(command, check=True, capture_output=True, **options).stdout


def kubectl(folder, *arguments):
    return run("kubectl", "--kubeconfig", f"{folder}/kubeconfig", *arguments).decode()


def encoded(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=")


def signed_token(folder, seconds):
    """As kube-apiserver's own: signed with the cluster's key, for the account default/default."""
    account = json.loads(kubectl(folder, "get", "serviceaccount", "default", "-n", "default", "-o", "json"))
    real = kubectl(folder, "create", "token", "default", "-n", "default").strip().split(".")
    now = int(time.time())
    claims = {
        "aud": ["https://kubernetes.default.svc.cluster.local"],
        "iss": "https://kubernetes.default.svc.cluster.local",
        "sub": "system:serviceaccount:default:default",
        "iat": now - 3600, "nbf": now - 3600, "exp": now + seconds - LEEWAY,
        "kubernetes.io": {"namespace": "default",
                          "serviceaccount": {"name": "default", "uid": account["metadata"]["uid"]}},
    }
    words = real[0].encode() + b"." + encoded(json.dumps(claims).encode())
    signature = run("openssl", "dgst", "-sha256", "-sign", f"{folder}/service-accounts.key", input=words)
    return words + b"." + encoded(signature)


def write_token(folder, seconds):
    with open(f"{folder}/token.part", "wb") as file:
        file.write(signed_token(folder, seconds))
    os.replace(f"{folder}/token.part", f"{folder}/token")


def write_contexts(folder):
    run("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "30",
        "-subj", "/CN=another-ca", "-keyout", f"{folder}/other-ca.key", "-out", f"{folder}/other-ca.crt")
    server = kubectl(folder, "config", "view", "-o", "jsonpath={.clusters[0].cluster.server}")
    with open(f"{folder}/faults.kubeconfig", "w", encoding="utf-8") as file:
        file.write(KUBECONFIG.format(folder=folder, server=server))
    kubectl(folder, "create", "clusterrolebinding", "minato-token", "--clusterrole=view",
            "--serviceaccount=default:default")


def compact(folder, port):
    # The revision that is compacted to can still be read: it must be one after all that shall be forgotten.
    written = json.loads(kubectl(folder, f"--server=https://127.0.0.1:{port}", "label", "namespace", "default",
                                 "--overwrite", f"compacted={time.time_ns()}", "-o", "json"))
    with open(f"{folder}/etcd.url", encoding="utf-8") as file:
        url = file.read().strip() + "/v3/kv/compaction"
    body = {"revision": written["metadata"]["resourceVersion"], "physical": True}
    request = urllib.request.Request(url, json.dumps(body).encode(), {"Content-Type": "application/json"})
    try:
        urllib.request.urlopen(request, timeout=30).read()
    except urllib.error.HTTPError as error:
        words = error.read().decode()
        if "has been compacted" not in words:  # kube-apiserver does so, too, from time to time
            sys.exit(f"etcd does not compact to {body['revision']}: {words}")


def main():
    folder = os.path.abspath(sys.argv[1])
    if sys.argv[2] == "token":
        write_token(folder, int(sys.argv[3]))
    elif sys.argv[2] == "compact":
        compact(folder, sys.argv[3])
    else:
        write_contexts(folder)


if __name__ == "__main__":
    main()
