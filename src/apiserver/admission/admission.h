// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apiserver/admission/quota_admission.h"
#include "apiserver/machinery.h"

namespace minato::apiserver {

/// What the cluster's own rules do to a new object, and ask of it: admission plug-ins that look at other
/// objects.
///
/// Mirrors   the plug-ins LimitRanger, ServiceAccount, Priority and ResourceQuota of kube-apiserver
/// Differs   An account that does not exist is not waited for; the "default" one is not asked for, since its
///           controller may be a moment behind.
/// Errors    403 `pods "web" is forbidden: …` in upstream's words
/// Cost      Nothing is looked at but Pods, PriorityClasses and what a quota counts.
class Admission {
public:
    explicit Admission(Machinery &machinery) : m_machinery(machinery) {}

    /// Before the object's own checks.
    [[nodiscard]] kube::Result<void> mutate(const Kind &kind, kube::Value &object);
    /// After them; what is to be charged with charge() when the object is stored.
    [[nodiscard]] kube::Result<std::vector<QuotaCharge>> validate(const Kind &kind,
                                                                  const kube::Value &object);
    void charge(const std::vector<QuotaCharge> &charges) { chargeQuotas(m_machinery, charges); }

    /// Of an update: two PriorityClasses cannot both be the default.
    [[nodiscard]] kube::Result<void> validateDefaultClass(const Kind &kind, const kube::Value &object);

private:
    [[nodiscard]] kube::Result<void> setPriority(const Kind &pods, kube::Value &pod);
    [[nodiscard]] kube::Result<void> useAccount(const Kind &pods, kube::Value &pod);
    void mountToken(kube::Value &pod, const kube::Value &account);
    [[nodiscard]] kube::ObjectPtr defaultClass() const;
    [[nodiscard]] std::vector<kube::ObjectPtr> limitRanges(const kube::Value &object) const;

    Machinery &m_machinery;
};

} // namespace minato::apiserver
