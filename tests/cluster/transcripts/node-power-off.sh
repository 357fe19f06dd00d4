# A machine loses its power. After 50 s its node is Unknown, tainted, and its Pod not ready; 300 s later the Pod is
# evicted and replaced. It stays, terminating, until the machine has power again.
kubectl scale deployments/kubernetes-bootcamp --replicas=3
kubectl rollout status deployment/kubernetes-bootcamp
: power off minato-worker2
sleep 70
kubectl get nodes
kubectl get pods -o wide
sleep 300
kubectl get pods -o wide
: power on minato-worker2
sleep 60
kubectl get nodes
kubectl get pods -o wide
