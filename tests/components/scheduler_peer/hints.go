// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
package main

import (
	"log"

	"k8s.io/klog/v2"
	fwk "k8s.io/kube-scheduler/framework"
	"k8s.io/kubernetes/pkg/scheduler/framework"
)

var kinds = map[string]fwk.ClusterEvent{
	"NodeAdded":       {Resource: fwk.Node, ActionType: fwk.Add},
	"NodeAllocatable": {Resource: fwk.Node, ActionType: fwk.UpdateNodeAllocatable},
	"NodeLabels":      {Resource: fwk.Node, ActionType: fwk.UpdateNodeLabel},
	"NodeTaints":      {Resource: fwk.Node, ActionType: fwk.UpdateNodeTaint},
	"NodeGone":        {Resource: fwk.Node, ActionType: fwk.Delete},
	"PodAdded":        framework.EventAssignedPodAdd,
	"PodLabels":       {Resource: fwk.Pod, ActionType: fwk.UpdatePodLabel},
	"PodScaledDown":   {Resource: fwk.Pod, ActionType: fwk.UpdatePodScaleDown},
	"PodGone":         framework.EventAssignedPodDelete,
	"PodTolerations":  {Resource: fwk.Pod, ActionType: fwk.UpdatePodToleration},
}

func objects(e *event) (before, after any) {
	if e.NodeBefore != nil {
		before = e.NodeBefore
	}
	if e.NodeAfter != nil {
		after = e.NodeAfter
	}
	if e.PodBefore != nil {
		before = e.PodBefore
	}
	if e.PodAfter != nil {
		after = e.PodAfter
	}
	return before, after
}

// hints asks each plugin, as if it had rejected the Pod, whether the event is worth another attempt.
func (w *world) hints(c *testCase) {
	for i := range c.Events {
		e := &c.Events[i]
		kind, ok := kinds[e.Kind]
		if !ok {
			log.Fatalf("%s: what is %q?", c.Name, e.Kind)
		}
		before, after := objects(e)
		e.Helps = []string{}
		for _, name := range filterNames {
			registered, err := w.plugin(name).(framework.EnqueueExtensions).EventsToRegister(w.ctx)
			if err != nil {
				log.Fatal(err)
			}
			helps := false
			for _, each := range registered {
				if !framework.MatchClusterEvents(each.Event, kind) {
					continue
				}
				hint := fwk.Queue
				if each.QueueingHintFn != nil {
					hint, err = each.QueueingHintFn(klog.Background(), c.Pod, before, after)
				}
				helps = helps || err != nil || hint == fwk.Queue
			}
			if helps {
				e.Helps = append(e.Helps, name)
			}
		}
	}
}
