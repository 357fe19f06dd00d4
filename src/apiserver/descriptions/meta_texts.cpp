// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/descriptions/texts.h"

namespace minato::apiserver::descriptions {
namespace {

// clang-format off
constexpr std::string_view kTexts[] = {
R"(*
What every kind has.
apiVersion Group and version of this object's form, for example apps/v1.
kind What sort of object this is.
metadata Name, labels and everything else that every object has.
spec What is wanted. The cluster works towards it.
status What was seen last. The system fills it in; what you write here is ignored.
items The objects of the list.)",
R"(meta.v1.ObjectMeta
What every object has beside its own fields: how it is called, how it is labelled, who owns it.
name The object's name, unique among its kind in the namespace. It cannot be changed.
generateName The beginning of a name that the server completes, for when any name will do. Used if name is empty.
namespace The namespace in which the name is unique. It cannot be changed. Cluster-wide kinds have none.
labels Short keys and values by which objects are grouped and found. Services and controllers select Pods by them.
annotations Keys and values for tools and people. Nothing is selected by them, so they may be long.
uid Told by the server: differs from that of every other object, also from a later one of the same name.
resourceVersion Told by the server: changes with every write. An update that brings an older one is refused as a conflict.
generation Told by the server: goes up when the wanted state changes. A status tells in observedGeneration which one it is about.
creationTimestamp When the server stored the object.
deletionTimestamp When the object is to be gone. Set by a deletion that waits for a grace period or for finalizers.
deletionGracePeriodSeconds How many seconds the object was given to end.
ownerReferences The objects without which this one is deleted. At most one of them manages it.
finalizers Names of those who have to finish something before the object goes. Each removes its own; while one is left, the object stays.
managedFields Which client has set which fields. Server-side apply works with it.
selfLink Not used any more.)",
R"(meta.v1.OwnerReference
Points to an owner in the same namespace, or to one that has no namespace.
apiVersion Group and version of the owner.
kind The owner's kind.
name The owner's name.
uid The owner's uid: a new object of the same name is not the owner.
controller Whether this owner manages the object, as a ReplicaSet manages its Pods.
blockOwnerDeletion Whether a foreground deletion of the owner waits for this object.)",
R"(meta.v1.LabelSelector
Selects objects by their labels. All conditions must hold. An empty selector selects everything.
matchLabels Labels that an object must have with just these values.
matchExpressions Conditions that say more than equality.)",
R"(meta.v1.LabelSelectorRequirement
A condition on one label.
key The label's key.
operator In, NotIn, Exists or DoesNotExist.
values The values for In and NotIn; none with the other operators.)",
R"(meta.v1.ListMeta
What a list tells about itself.
resourceVersion The state of the cluster that the list shows. A watch can go on from there.
continue A token for asking for the rest, when the list was cut at the limit.
remainingItemCount How many items the rest has, when that is known.
selfLink Not used any more.)",
R"(meta.v1.ManagedFieldsEntry
The fields that one client has set.
manager The client's name.
operation Apply or Update: how they were set.
apiVersion The version in which the fields are named.
time When it set them last.
fieldsType The form of fieldsV1.
fieldsV1 The fields, as a tree.
subresource The subresource through which they were set.)",
R"(meta.v1.Condition
One aspect of an object's state.
type Which aspect.
status True, False or Unknown.
observedGeneration The generation that this is about.
lastTransitionTime When the status changed last.
reason Why, in one word, for programs.
message Why, in a sentence, for people.)",
R"(meta.v1.Status
How a request ended that has no object to answer with.
status Success or Failure.
message What happened, in a sentence.
reason What happened, in one word.
details What it was about.
code The HTTP status.)",
R"(meta.v1.DeleteOptions
How something is to be deleted.
gracePeriodSeconds Seconds until it is gone; 0 at once. The object's own period if not given.
preconditions What must hold for the deletion to happen.
propagationPolicy What becomes of the objects it owns: Orphan leaves them, Background deletes them afterwards, Foreground deletes them first.
dryRun All: check and answer, but do nothing.
orphanDependents Old: use propagationPolicy.)",
R"(core.v1.ObjectReference
Points to an object.
kind Its kind.
namespace Its namespace.
name Its name.
uid Its uid.
apiVersion Its group and version.
resourceVersion The version of it that is meant.
fieldPath The part of it that is meant, for example spec.containers{web}.)",
R"(core.v1.LocalObjectReference
Names an object in the same namespace.
name Its name.)",
R"(autoscaling.v1.Scale
How many replicas something has and should have: what kubectl scale reads and writes.)",
R"(autoscaling.v1.ScaleSpec
The wanted number.
replicas How many replicas are wanted.)",
R"(autoscaling.v1.ScaleStatus
The present number.
replicas How many replicas there are.
selector The labels of those replicas, as a selector in text.)"};
// clang-format on

} // namespace

std::span<const std::string_view> metaTexts()
{
    return kTexts;
}

} // namespace minato::apiserver::descriptions
