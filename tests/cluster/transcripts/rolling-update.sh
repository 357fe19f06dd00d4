# A rolling update of four Pods from v1 to v2: never more than five, never fewer than three available.
kubectl scale deployment kubernetes-bootcamp --replicas=4
kubectl rollout status deployment/kubernetes-bootcamp
kubectl set image deployment/kubernetes-bootcamp kubernetes-bootcamp=jocatalin/kubernetes-bootcamp:v2
kubectl rollout status deployment/kubernetes-bootcamp
kubectl get deployment,rs
sleep 5
kubectl get pods -o wide
kubectl rollout history deployment/kubernetes-bootcamp
