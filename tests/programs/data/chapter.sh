# SPDX-FileCopyrightText: 2026 Minato contributors
# SPDX-License-Identifier: CC0-1.0
#
# The scaling chapter as a learner types it, from one Pod to four and down to two.
kubectl get deployments
kubectl scale deployments/kubernetes-bootcamp --replicas=4
kubectl get deployments
sleep 10 # the Pods start
kubectl get pods -o wide
kubectl describe deployments/kubernetes-bootcamp

kubectl describe services/kubernetes-bootcamp
export NODE_PORT=$(kubectl get services/kubernetes-bootcamp -o go-template='{{(index .spec.ports 0).nodePort}}')
echo NODE_PORT=$NODE_PORT
for i in $(seq 60); do curl host01:$NODE_PORT; done

kubectl scale deployments/kubernetes-bootcamp --replicas=2
kubectl get deployments
kubectl get pods -o wide
sleep 40 # longer than the grace period
kubectl get pods -o wide
