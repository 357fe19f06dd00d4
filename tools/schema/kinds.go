// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
package main

const (
	api     = "k8s.io/api/"
	meta    = "k8s.io/apimachinery/pkg/apis/meta/v1"
	metrics = "k8s.io/metrics/pkg/apis/metrics/v1beta1"
)

// kinds are what the table starts from, by package; all that they are made of follows.
var kinds = map[string][]string{
	api + "core/v1": {
		"Binding", "ConfigMap", "Endpoints", "Event", "LimitRange", "Namespace", "Node", "PersistentVolume",
		"PersistentVolumeClaim", "Pod", "PodTemplate", "ReplicationController", "ResourceQuota", "Secret", "Service",
		"ServiceAccount",
	},
	api + "apps/v1":           {"ControllerRevision", "DaemonSet", "Deployment", "ReplicaSet", "StatefulSet"},
	api + "authentication/v1": {"SelfSubjectReview"},
	api + "authorization/v1": {
		"LocalSubjectAccessReview", "SelfSubjectAccessReview", "SelfSubjectRulesReview", "SubjectAccessReview",
	},
	api + "autoscaling/v1":  {"HorizontalPodAutoscaler", "Scale"},
	api + "autoscaling/v2":  {"HorizontalPodAutoscaler"},
	api + "batch/v1":        {"CronJob", "Job"},
	api + "coordination/v1": {"Lease"},
	api + "discovery/v1":    {"EndpointSlice"},
	api + "events/v1":       {"Event"},
	api + "networking/v1":   {"Ingress", "NetworkPolicy"},
	api + "policy/v1":       {"Eviction", "PodDisruptionBudget"},
	api + "rbac/v1":         {"ClusterRole", "ClusterRoleBinding", "Role", "RoleBinding"},
	api + "scheduling/v1":   {"PriorityClass"},
	metrics:                 {"NodeMetrics", "PodMetrics"},
	meta:                    {"CreateOptions", "DeleteOptions", "PatchOptions", "Status", "UpdateOptions"},
}
