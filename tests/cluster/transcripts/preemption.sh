#: nodes:
#:   - {name: control, controlPlane: true}
#:   - {name: only, cpu: "2", memory: 4Gi}
# One worker with two CPUs is full of Pods that matter less. A Pod of high priority comes: the scheduler nominates the node,
# as few Pods as needed have to go, and only when they have ended is it bound.
kubectl apply -f - <<END
apiVersion: scheduling.k8s.io/v1
kind: PriorityClass
metadata:
  name: urgent
value: 1000
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: batch
spec:
  replicas: 3
  selector:
    matchLabels: {app: batch}
  template:
    metadata:
      labels: {app: batch}
    spec:
      terminationGracePeriodSeconds: 5
      containers:
      - name: batch
        image: jocatalin/kubernetes-bootcamp:v1
        resources:
          requests: {cpu: 600m}
END
kubectl rollout status deployment/batch
kubectl apply -f - <<END
apiVersion: v1
kind: Pod
metadata:
  name: checkout
spec:
  priorityClassName: urgent
  containers:
  - name: checkout
    image: nginx:1.29
    resources:
      requests: {cpu: 800m}
END
kubectl get pods -o wide
sleep 20
kubectl get pods -o wide
kubectl get events --field-selector involvedObject.name=checkout
