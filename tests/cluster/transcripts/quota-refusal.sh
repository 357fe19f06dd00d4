# A quota of three Pods stands against a Deployment of five: two are refused, the ReplicaSet says so and tries again ever more
# rarely; with more quota it comes to five.
kubectl create namespace team
kubectl apply -n team -f - <<END
apiVersion: v1
kind: ResourceQuota
metadata:
  name: pods
spec:
  hard: {pods: "3"}
END
sleep 2
kubectl create deployment web -n team --image=nginx:1.29 --replicas=5
sleep 30
kubectl get deployment,rs,pods,quota -n team
kubectl describe rs -n team
kubectl patch quota pods -n team -p '{"spec":{"hard":{"pods":"5"}}}'
kubectl rollout status deployment/web -n team
kubectl get deployment,rs,quota -n team
