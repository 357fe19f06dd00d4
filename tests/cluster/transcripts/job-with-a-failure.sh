# A Job wants five successes, two Pods at a time. One of them is taken away while it works: that counts as a failure,
# which is waited out, until the other one succeeds.
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
        image: minato/worker:v1
END
sleep 4
kubectl delete $(kubectl get pods -l job-name=five -o name | head -n 1)
kubectl wait --for=condition=complete job/five --timeout=120s
kubectl get jobs
kubectl get pods
kubectl logs job/five
kubectl describe job five
kubectl delete job five
sleep 3
kubectl get pods -l job-name=five
