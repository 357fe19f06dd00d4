# A StatefulSet: its Pods come in the order of their numbers, each when the one before is ready, go in the reverse order,
# and are replaced from the highest down.
kubectl apply -f - <<END
apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: web
spec:
  serviceName: web
  replicas: 3
  selector:
    matchLabels: {app: web}
  template:
    metadata:
      labels: {app: web}
    spec:
      containers:
      - name: web
        image: nginx:1.29
END
kubectl rollout status statefulset/web
kubectl scale statefulset web --replicas=5
kubectl rollout status statefulset/web
kubectl scale statefulset web --replicas=2
sleep 10
kubectl set image statefulset/web web=redis:7
kubectl rollout status statefulset/web
kubectl get statefulsets,pods,controllerrevisions
