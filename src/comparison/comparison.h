// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "comparison/normal_form.h"

#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace minato::comparison {

/// What one cluster has in the namespace that is compared, and its nodes.
struct Picture {
    std::vector<kube::ObjectPtr> objects, events, nodes;
};

/// Printed by the commands of a step.
struct Outcome {
    std::string printed;
    int exitStatus = 0;
};

enum class Where : std::uint8_t { Both, Simulated, Real };

/// A field that is not the same; an absent one is empty, others are JSON.
struct FieldDifference {
    std::string path, simulated, real;
    friend bool operator==(const FieldDifference &, const FieldDifference &) = default;
};

/// An object, by the name that both clusters would tell: "web-<hash>-~".
struct ObjectDifference {
    std::string kind, name;
    Where where = Where::Both; ///< one cluster has it alone, or has more of its kind and name
    std::vector<FieldDifference> fields;
    friend bool operator==(const ObjectDifference &, const ObjectDifference &) = default;
};

/// A line that only one side has: of an output, or an Event.
struct LineDifference {
    Where where{};
    std::string text;
    friend bool operator==(const LineDifference &, const LineDifference &) = default;
};

/// What differs after a step that both clusters took.
struct Report {
    std::vector<LineDifference> printed, events;
    std::vector<ObjectDifference> objects;
    int simulatedStatus = 0, realStatus = 0; ///< exit status of the last command
    int comparedObjects = 0;                 ///< of the side that has more
    int before = 0; ///< fields and objects that differed before the step already: they are left out

    [[nodiscard]] bool isEmpty() const
    {
        return printed.empty() && events.empty() && objects.empty() && simulatedStatus == realStatus;
    }
    friend bool operator==(const Report &, const Report &) = default;
};

/// Compares what a step made of two clusters, a simulated and a real one.
///
/// Left out  What two clusters that do the same may have otherwise (NormalForm), and what differed before the step.
/// Pairs     Objects are told apart by kind and normalised name. Of several alike, those that are equal are paired
///           first, the others in order.
/// Events    Which came, or came again, with the step; how often and when is a matter of chance.
/// Threads   Pure.
class Comparison {
public:
    Comparison(const Picture &simulated, const Picture &real);

    [[nodiscard]] Report report(const Picture &simulated, const Outcome &simulatedOutcome,
                                const Picture &real, const Outcome &realOutcome);

private:
    struct Side {
        NormalForm form;
        std::set<std::string> events; ///< before the step: UID and version
    };
    [[nodiscard]] std::vector<ObjectDifference> differences(const Picture &simulated,
                                                            const Picture &real) const;
    void dropOld(Report &report) const;

    Side m_simulated, m_real;
    std::vector<ObjectDifference> m_before;
};

} // namespace minato::comparison
