# A rollout to a tag that no registry has stands still and times out, while the old Pods serve; undo repairs it.
kubectl scale deployment kubernetes-bootcamp --replicas=4
kubectl rollout status deployment/kubernetes-bootcamp
kubectl patch deployment kubernetes-bootcamp -p '{"spec":{"progressDeadlineSeconds":60}}'
kubectl set image deployment/kubernetes-bootcamp kubernetes-bootcamp=jocatalin/kubernetes-bootcamp:v10
kubectl rollout status deployment/kubernetes-bootcamp
kubectl get deployment,rs,pods
kubectl rollout history deployment/kubernetes-bootcamp
kubectl rollout undo deployment/kubernetes-bootcamp
kubectl rollout status deployment/kubernetes-bootcamp
sleep 5
kubectl get deployment,rs,pods
kubectl rollout history deployment/kubernetes-bootcamp
