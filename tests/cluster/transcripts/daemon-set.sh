# A DaemonSet: one Pod on each node that it means, also on one that joins later; a rolling update replaces them one node after
# the other.
kubectl apply -f - <<END
apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: agent
spec:
  selector:
    matchLabels: {app: agent}
  template:
    metadata:
      labels: {app: agent}
    spec:
      containers:
      - name: agent
        image: nginx:1.29
END
kubectl rollout status daemonset/agent
: add node minato-worker4
sleep 30
kubectl get daemonsets,pods -o wide
kubectl set image daemonset/agent agent=redis:7
kubectl rollout status daemonset/agent
kubectl get daemonsets,pods,controllerrevisions
