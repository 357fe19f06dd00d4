// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/kubectl/command.h"

/// The commands; each is defined in the file of its name, command.cpp has their order.
namespace minato::shell::kubectl {

extern const Command kAnnotate;
extern const Command kApiResources;
extern const Command kApiVersions;
extern const Command kApply;
extern const Command kClusterInfo;
extern const Command kCordon;
extern const Command kCreate;
extern const Command kCreateDeployment;
extern const Command kCreateJob;
extern const Command kCreateNamespace;
extern const Command kDelete;
extern const Command kDescribe;
extern const Command kDrain;
extern const Command kExec;
extern const Command kExpose;
extern const Command kGet;
extern const Command kLabel;
extern const Command kLogs;
extern const Command kPatch;
extern const Command kRollout;
extern const Command kRolloutHistory;
extern const Command kRolloutPause;
extern const Command kRolloutRestart;
extern const Command kRolloutResume;
extern const Command kRolloutStatus;
extern const Command kRolloutUndo;
extern const Command kScale;
extern const Command kSet;
extern const Command kSetImage;
extern const Command kTop;
extern const Command kTopNode;
extern const Command kTopPod;
extern const Command kUncordon;
extern const Command kVersion;
extern const Command kWait;

} // namespace minato::shell::kubectl
