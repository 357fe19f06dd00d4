// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/schema/type_table.h"
#include "kube/value.h"

#include <cstddef>
#include <random>
#include <span>
#include <string_view>

namespace minato::fuzz {

/// Draws that depend on a seed alone.
class Luck {
public:
    explicit Luck(unsigned seed) : m_random(seed) {}
    /// From 0 to bound - 1; bound is at least 1.
    [[nodiscard]] std::size_t below(std::size_t bound) { return m_random() % bound; }
    template <class T>
    [[nodiscard]] const T &oneOf(std::span<const T> choices)
    {
        return choices[below(choices.size())];
    }

private:
    std::minstd_rand m_random;
};

/// Makes and changes objects with the fields that the field table knows, most of them with values of the right
/// type.
class ObjectGrower {
public:
    /// Named "web", in the namespace "default", with a few fields.
    [[nodiscard]] kube::Value newObject(std::string_view apiVersion, std::string_view kind, Luck &luck) const;
    /// One field more, less or other than before.
    [[nodiscard]] kube::Value changed(const kube::Value &object, Luck &luck) const;

private:
    [[nodiscard]] kube::Value valueFor(const kube::FieldType &type, int depth, Luck &luck) const;
    [[nodiscard]] kube::Value structureFor(const kube::Structure &structure, int depth, Luck &luck) const;
    [[nodiscard]] kube::Value changedTyped(const kube::FieldType *type, const kube::Value &value, int depth,
                                           Luck &luck) const;
    [[nodiscard]] kube::Value changedStructure(const kube::Structure &structure, kube::Value value, int depth,
                                               Luck &luck) const;

    kube::TypeTable m_types;
};

} // namespace minato::fuzz
