# A node is emptied while a PodDisruptionBudget wants three of four Pods: one eviction at a time, the next when the Pod's
# replacement is ready; what was refused is tried again every 5 s.
kubectl scale deployment kubernetes-bootcamp --replicas=4
kubectl rollout status deployment/kubernetes-bootcamp
kubectl cordon minato-worker
kubectl apply -f - <<END
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: bootcamp
spec:
  minAvailable: 3
  selector:
    matchLabels: {app: kubernetes-bootcamp}
END
kubectl get pdb
kubectl get pods -o wide
kubectl uncordon minato-worker
kubectl drain minato-worker3
kubectl get pdb
kubectl get pods -o wide
kubectl uncordon minato-worker3
kubectl get nodes
