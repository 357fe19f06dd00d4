// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/inspect/templates.h"

namespace minato::viewmodels {

const std::vector<ManifestTemplate> &manifestTemplates()
{
    static const std::vector<ManifestTemplate> kTemplates{
        {QStringLiteral("Deployment"), QStringLiteral(R"(apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 2
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
      - name: web
        image: nginx:1.27
        ports:
        - containerPort: 80
        resources:
          requests:
            cpu: 100m
            memory: 64Mi
)")},
        {QStringLiteral("Service"), QStringLiteral(R"(apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web
  ports:
  - port: 80
    targetPort: 80
)")},
        {QStringLiteral("HorizontalPodAutoscaler"), QStringLiteral(R"(apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: web
  minReplicas: 2
  maxReplicas: 10
  metrics:
  - type: Resource
    resource:
      name: cpu
      target:
        type: Utilization
        averageUtilization: 50
)")},
        {QStringLiteral("PodDisruptionBudget"), QStringLiteral(R"(apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: web
spec:
  minAvailable: 1
  selector:
    matchLabels:
      app: web
)")}};
    return kTemplates;
}

} // namespace minato::viewmodels
