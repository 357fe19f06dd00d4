# Power comes back before the Pod's 300 s are over: the eviction is cancelled, and the Pod goes on where it was, its container
# started anew.
kubectl scale deployments/kubernetes-bootcamp --replicas=3
kubectl rollout status deployment/kubernetes-bootcamp
: power off minato-worker2
sleep 120
kubectl get pods -o wide
: power on minato-worker2
sleep 60
kubectl get nodes
kubectl get pods -o wide
