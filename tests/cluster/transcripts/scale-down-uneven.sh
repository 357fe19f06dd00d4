#: nodes:
#:   - {name: control, controlPlane: true}
#:   - {name: large, cpu: "8", memory: 16Gi}
#:   - {name: middle, cpu: "4", memory: 8Gi, pods: 5}
#:   - {name: small, cpu: "2", memory: 4Gi, pods: 3}
# Ten Pods on nodes of three sizes; three stay. The Pods of the fullest node go first, and all of them: they are ranked once.
kubectl create deployment web --image=nginx:1.29 --replicas=10
kubectl rollout status deployment/web
kubectl get pods -o wide
kubectl scale deployment web --replicas=3
sleep 5
kubectl get pods -o wide
kubectl get events --field-selector involvedObject.kind=ReplicaSet
