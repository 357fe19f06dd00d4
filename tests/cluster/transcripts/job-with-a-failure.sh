# A Job wants five successes, two Pods at a time. One of them fails: it is replaced ten seconds after its end.
kubectl apply -f - <<END
apiVersion: batch/v1
kind: Job
metadata:
  name: five
spec:
  completions: 5
  parallelism: 2
  template:
    spec:
      restartPolicy: Never
      containers:
      - name: five
        image: minato/flaky-worker
END
kubectl wait --for=condition=complete job/five --timeout=120s
kubectl get jobs
kubectl get pods
kubectl logs job/five
kubectl describe job five
kubectl delete job five
sleep 3
kubectl get pods -l job-name=five
