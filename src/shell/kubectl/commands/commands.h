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
extern const Command kAttach;
extern const Command kAuth;
extern const Command kAuthCanI;
extern const Command kAuthWhoAmI;
extern const Command kAutoscale;
extern const Command kClusterInfo;
extern const Command kCompletion;
extern const Command kConfig;
extern const Command kConfigCurrentContext;
extern const Command kConfigDeleteContext;
extern const Command kConfigGetClusters;
extern const Command kConfigGetContexts;
extern const Command kConfigGetUsers;
extern const Command kConfigRenameContext;
extern const Command kConfigSetContext;
extern const Command kConfigUseContext;
extern const Command kConfigView;
extern const Command kCordon;
extern const Command kCp;
extern const Command kCreate;
extern const Command kCreateBudget;
extern const Command kCreateConfigMap;
extern const Command kCreateDeployment;
extern const Command kCreateJob;
extern const Command kCreateNamespace;
extern const Command kCreatePriorityClass;
extern const Command kCreateQuota;
extern const Command kCreateSecret;
extern const Command kCreateSecretDocker;
extern const Command kCreateSecretGeneric;
extern const Command kCreateService;
extern const Command kCreateServiceAccount;
extern const Command kCreateServiceClusterIp;
extern const Command kCreateServiceExternalName;
extern const Command kCreateServiceLoadBalancer;
extern const Command kCreateServiceNodePort;
extern const Command kDelete;
extern const Command kDescribe;
extern const Command kDiff;
extern const Command kDrain;
extern const Command kEdit;
extern const Command kEvents;
extern const Command kExec;
extern const Command kExplain;
extern const Command kExpose;
extern const Command kGet;
extern const Command kLabel;
extern const Command kLogs;
extern const Command kPatch;
extern const Command kPlugin;
extern const Command kPluginList;
extern const Command kPortForward;
extern const Command kProxy;
extern const Command kReplace;
extern const Command kRollout;
extern const Command kRolloutHistory;
extern const Command kRolloutPause;
extern const Command kRolloutRestart;
extern const Command kRolloutResume;
extern const Command kRolloutStatus;
extern const Command kRolloutUndo;
extern const Command kRun;
extern const Command kScale;
extern const Command kSet;
extern const Command kSetEnv;
extern const Command kSetImage;
extern const Command kSetResources;
extern const Command kSetSelector;
extern const Command kSetServiceAccount;
extern const Command kTaint;
extern const Command kTop;
extern const Command kTopNode;
extern const Command kTopPod;
extern const Command kUncordon;
extern const Command kVersion;
extern const Command kWait;

} // namespace minato::shell::kubectl
