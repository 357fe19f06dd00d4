// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"context"
	"encoding/json"
	"fmt"
	"log"
	"math/rand"
	"reflect"
	"regexp"
	"slices"
	"sort"
	"strings"
	"sync"
	"time"
	"unsafe"

	"k8s.io/apimachinery/pkg/api/errors"
	apimeta "k8s.io/apimachinery/pkg/api/meta"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/client-go/informers"
	"k8s.io/client-go/kubernetes/fake"
	ktesting "k8s.io/client-go/testing"
	"k8s.io/client-go/tools/record"
)

// caseTime is what the clock of the C++ tests shows. Upstream's controllers read the real one, so all times are moved
// by the difference, and what is written as "now" becomes a word.
var caseTime = time.Date(2027, 1, 5, 0, 0, 0, 0, time.UTC)

// world is a fake API server with informers that have seen its objects, for one sync of one controller.
type world struct {
	now      time.Time
	before   []runtime.Object
	client   *fake.Clientset
	informer informers.SharedInformerFactory
	events   *record.FakeRecorder
	random   *rand.Rand
	accepted []ktesting.Action
	room     int // creations that are not refused; -1: all
	hidden   []runtime.Object
	refused  []refusal
}

// refusal is a request that the server does not grant.
type refusal struct {
	Verb     string `json:"verb"`
	Resource string `json:"resource"`
	Name     string `json:"name"`
}

// refuse forbids such a request.
func (w *world) refuse(verb, resource, name string) {
	w.refused = append(w.refused, refusal{verb, resource, name})
}

// hide puts an object on the server that no cache shows yet.
func (w *world) hide(object runtime.Object) {
	w.hidden = append(w.hidden, object.DeepCopyObject())
	if err := w.client.Tracker().Add(object); err != nil {
		log.Fatal(err)
	}
}

func (w *world) isRefused(action ktesting.Action, name string) error {
	if slices.Contains(w.refused, refusal{action.GetVerb(), action.GetResource().Resource, name}) {
		return errors.NewForbidden(action.GetResource().GroupResource(), name, fmt.Errorf("refused"))
	}
	return nil
}

func newWorld(random *rand.Rand, now time.Time, objects ...runtime.Object) *world {
	w := &world{now: now, random: random, events: record.NewFakeRecorder(2000), room: -1}
	for _, object := range objects {
		w.before = append(w.before, object.DeepCopyObject())
	}
	w.client = fake.NewSimpleClientset(objects...)
	w.refuseStaleWrites()
	w.informer = informers.NewSharedInformerFactory(w.client, 0)
	return w
}

// refuseStaleWrites answers a second update of an object with a conflict, as a server does whose objects have versions:
// a controller that reads from a cache still holds the first one. What was deleted can be patched a while yet, as
// that which waits for its finalizers.
func (w *world) refuseStaleWrites() {
	written, leaving := map[string]bool{}, map[string]runtime.Object{}
	var guard sync.Mutex
	made := 0
	w.client.PrependReactor("create", "*", func(action ktesting.Action) (bool, runtime.Object, error) {
		guard.Lock()
		defer guard.Unlock()
		if w.room >= 0 && made == w.room {
			return true, nil, errors.NewForbidden(action.GetResource().GroupResource(), "", fmt.Errorf("exceeded quota: few"))
		}
		created := action.(ktesting.CreateAction).GetObject().DeepCopyObject()
		accessor, err := apimeta.Accessor(created)
		if err != nil {
			log.Fatal(err)
		}
		if err := w.isRefused(action, accessor.GetName()); err != nil {
			return true, nil, err
		}
		if _, err := w.client.Tracker().Get(action.GetResource(), action.GetNamespace(), accessor.GetName()); err == nil {
			return true, nil, errors.NewAlreadyExists(action.GetResource().GroupResource(), accessor.GetName())
		}
		made++
		w.accepted = append(w.accepted, action)
		if accessor.GetName() == "" {
			accessor.SetName(fmt.Sprintf("%s%d", accessor.GetGenerateName(), made))
		}
		if err := w.client.Tracker().Create(action.GetResource(), created, action.GetNamespace()); err != nil {
			return true, nil, err
		}
		return true, created, nil
	})
	for _, verb := range []string{"delete", "patch"} {
		w.client.PrependReactor(verb, "*", func(action ktesting.Action) (bool, runtime.Object, error) {
			guard.Lock()
			defer guard.Unlock()
			name := action.(interface{ GetName() string }).GetName()
			if err := w.isRefused(action, name); err != nil {
				return true, nil, err
			}
			key := action.GetResource().Resource + "/" + name
			found, err := w.client.Tracker().Get(action.GetResource(), action.GetNamespace(), name)
			if leaving[key] != nil && verb == "patch" {
				w.accepted = append(w.accepted, action)
				return true, leaving[key], nil
			}
			if err != nil {
				return true, nil, err
			}
			w.accepted = append(w.accepted, action)
			if verb == "delete" {
				leaving[key] = found
			}
			return false, nil, nil
		})
	}
	w.client.PrependReactor("update", "*", func(action ktesting.Action) (bool, runtime.Object, error) {
		guard.Lock()
		defer guard.Unlock()
		object := action.(ktesting.UpdateAction).GetObject()
		accessor, err := apimeta.Accessor(object)
		if err != nil {
			log.Fatal(err)
		}
		if err := w.isRefused(action, accessor.GetName()); err != nil {
			return true, nil, err
		}
		key := action.GetResource().Resource + "/" + accessor.GetName()
		if written[key] && accessor.GetResourceVersion() == "1" {
			return true, nil, errors.NewConflict(action.GetResource().GroupResource(), accessor.GetName(), nil)
		}
		written[key] = true
		w.accepted = append(w.accepted, action)
		updated := object.DeepCopyObject()
		accessor, _ = apimeta.Accessor(updated)
		accessor.SetResourceVersion("2")
		return true, updated, nil
	})
}

// thisMoment is the present in whole seconds, as stamps are.
func thisMoment() time.Time { return time.Now().UTC().Truncate(time.Second) }

// setField puts a value into a field that only its package may set.
func setField(object any, name string, value any) {
	field := reflect.ValueOf(object).Elem().FieldByName(name)
	reflect.NewAt(field.Type(), unsafe.Pointer(field.UnsafeAddr())).Elem().Set(reflect.ValueOf(value))
}

// getField reads such a field.
func getField[T any](object any, name string) T {
	field := reflect.ValueOf(object).Elem().FieldByName(name)
	return reflect.NewAt(field.Type(), unsafe.Pointer(field.UnsafeAddr())).Elem().Interface().(T)
}

var stamp = regexp.MustCompile(`"(\d\d\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ)"`)

// plain is an object as JSON with its times moved to the tests' clock.
func (w *world) plain(object any) any {
	text, err := json.Marshal(object)
	if err != nil {
		log.Fatal(err)
	}
	moved := stamp.ReplaceAllFunc(text, func(quoted []byte) []byte {
		at, err := time.Parse(time.RFC3339, string(quoted[1:len(quoted)-1]))
		if err != nil {
			log.Fatal(err)
		}
		since := at.Sub(w.now)
		if since >= 0 && since < 4*time.Second {
			return []byte(`"NOW"`)
		}
		return []byte(`"` + caseTime.Add(since).Format(time.RFC3339) + `"`)
	})
	var value any
	if err := json.Unmarshal(moved, &value); err != nil {
		log.Fatal(err)
	}
	return value
}

// at picks what a path leads to, or nil.
func at(value any, path ...string) any {
	for _, key := range path {
		fields, ok := value.(map[string]any)
		if !ok {
			return nil
		}
		value = fields[key]
	}
	return value
}

// project keeps what the tests compare of a written object.
func project(value any, paths [][]string) map[string]any {
	kept := map[string]any{}
	for _, path := range paths {
		if found := at(value, path...); found != nil {
			kept[strings.Join(path, ".")] = found
		}
	}
	return kept
}

// result is the case: what was there, what was written and said.
func (w *world) result(paths map[string][][]string) testCase {
	objects := []any{}
	for _, object := range w.before {
		objects = append(objects, w.plain(object))
	}
	writes := []any{}
	for _, action := range w.accepted {
		write := testCase{"verb": action.GetVerb(), "resource": action.GetResource().Resource}
		if action.GetSubresource() != "" {
			write["subresource"] = action.GetSubresource()
		}
		switch action := action.(type) {
		case ktesting.DeleteActionImpl:
			write["name"] = action.GetName()
		case ktesting.CreateActionImpl:
			write["object"] = project(w.plain(action.GetObject()), paths[kindOf(action)])
		case ktesting.UpdateActionImpl:
			value := w.plain(action.GetObject())
			write["name"] = at(value, "metadata", "name")
			write["object"] = project(value, paths[kindOf(action)])
		case ktesting.PatchActionImpl:
			write["name"] = action.GetName()
			if kept := paths[kindOf(action)]; kept != nil {
				var patch any
				decode(string(action.GetPatch()), &patch)
				write["object"] = project(patch, kept)
			}
		default:
			continue // reads
		}
		writes = append(writes, write)
	}
	said := []string{}
	close(w.events.Events)
	for event := range w.events.Events {
		said = append(said, event)
	}
	dotted := map[string][]string{}
	for kind, list := range paths {
		for _, path := range list {
			dotted[kind] = append(dotted[kind], strings.Join(path, "."))
		}
	}
	each := testCase{"objects": objects, "writes": writes, "events": said, "paths": dotted, "room": w.room}
	hidden := []any{}
	for _, object := range w.hidden {
		hidden = append(hidden, w.plain(object))
	}
	if len(hidden) > 0 {
		each["hidden"] = hidden
	}
	if len(w.refused) > 0 {
		each["refused"] = w.refused
	}
	return each
}

// kindOf is "update deployments/status".
func kindOf(action ktesting.Action) string {
	return action.GetVerb() + " " + action.GetResource().Resource + "/" + action.GetSubresource()
}

// sorted orders a case's writes and events where upstream makes them at the same time.
func sorted(each testCase) testCase {
	writes := each["writes"].([]any)
	sort.SliceStable(writes, func(i, j int) bool { return text(writes[i]) < text(writes[j]) })
	sort.Strings(each["events"].([]string))
	return each
}

func text(value any) string {
	written, err := json.Marshal(value)
	if err != nil {
		log.Fatal(err)
	}
	return string(written)
}

var moment = regexp.MustCompile(`\d\d\d\d-\d\d-\d\d \d\d:\d\d:\d\d \+0000 UTC`)

// tell makes a sync's error part of its case.
func tell(each testCase, err error) testCase {
	if err != nil {
		each["error"] = moment.ReplaceAllString(err.Error(), "THEN")
	}
	return each
}

func quiet() context.Context { return context.Background() }

func oneIn(random *rand.Rand, n int) bool { return random.Intn(n) == 0 }

func pick[T any](random *rand.Rand, choices ...T) T { return choices[random.Intn(len(choices))] }
