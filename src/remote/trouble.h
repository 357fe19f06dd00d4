// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/diagnostic.h"
#include "base/sentence.h"

#include <cstdint>
#include <expected>
#include <string>
#include <vector>

namespace minato::remote {

/// A whole sentence in both languages of the window.
using base::Sentence;

/// One entry of a kubeconfig: its section and its name there.
struct Entry {
    enum class Section : std::uint8_t { None, Cluster, Context, User };
    Section section = Section::None;
    std::string name;
    friend bool operator==(const Entry &, const Entry &) = default;
};

/// Where something is written. Line 0: not known.
struct Place {
    std::string file;
    int line = 0;
    friend bool operator==(const Place &, const Place &) = default;
};

/// What is wrong between a person's kubeconfig and a cluster: where, with which entry, and why. Never holds a
/// secret.
struct Trouble {
    enum class Kind : std::uint8_t {
        // files
        FileMissing,
        FileUnreadable, ///< detail: the system's words
        NotYaml,        ///< detail: the reader's words
        NotAMap,
        WrongKind,     ///< detail: "v1 Pod"
        NotAString,    ///< field
        WrongType,     ///< field; detail: what was expected, "bool"
        DuplicateName, ///< entry
        NotBase64,     ///< field
        // which context
        NothingConfigured,
        NoCurrentContext, ///< detail: the contexts that there are
        UnknownContext,   ///< entry; detail: the contexts that there are
        ContextLacksField,
        UnknownCluster, ///< entry: the context; detail: the cluster's name
        UnknownUser,
        // a cluster
        ClusterLacksServer,
        ServerNotUrl,   ///< detail
        ProxyNotUrl,    ///< detail
        FileAndData,    ///< field: without "-data"
        PathUnreadable, ///< field; detail: path and the system's words
        AuthorityAndInsecure,
        NoCertificateInside, ///< field
        // a user
        TwoMethods,
        CertificateLacksKey,
        KeyUnknown,   ///< field; detail: the key's algorithm, "Ed25519"
        KeyEncrypted, ///< field
        KeyOfAnother, ///< the key does not belong to the certificate
        UnsupportedProvider,
        ImpersonatesNobody,
        ImpersonatesMany, ///< field: of which Qt sends only one
        // programs that give credentials
        ProgramLacksField,
        ProgramUnknownVersion, ///< detail
        ProgramUnknownMode,    ///< detail
        ProgramWantsTerminal,  ///< detail: the program
        ProgramMissing,        ///< detail: the program and the install hint
        ProgramFailed,         ///< detail: exit status and the last words
        ProgramTooSlow,
        ProgramAnswerNoJson,
        ProgramAnswerVersion, ///< detail: what came and what was wanted
        ProgramAnswerEmpty,
        ProgramAnswerHalf, ///< a certificate without a key, or the other way round
        // the way to the server; detail: its address
        Unreachable, ///< field: the system's words
        HostUnknown,
        ProxyFailed, ///< field: the system's words
        TimedOut,
        CutOff, ///< in the middle of an answer
        UnknownAuthority,
        WrongName,
        CertificateExpired, ///< of the server, or not valid yet
        TlsFailed,          ///< field: the system's words
        // its answers
        Unauthorized,
        AnswerNotKubernetes,
        AnswerTooLarge,
        // what Minato does not do to a cluster of somebody's
        GuardReadOnly,
        GuardOutside,         ///< field: the lesson's namespace; detail: what was meant
        GuardNode,            ///< detail: what was meant
        GuardNamespaceClosed, ///< detail: the lesson's namespace
        GuardNamespaceTaken,  ///< likewise
        GuardTooMany,         ///< field: how many may be; detail: how many were wanted
        GuardLoad,            ///< field: the lesson's namespace; detail: the Service that was meant
    };
    Kind kind{};
    Place place = {};
    Entry entry = {};
    std::string field = {};
    std::string detail = {};
    friend bool operator==(const Trouble &, const Trouble &) = default;
};

using Troubles = std::vector<Trouble>;
template <class T>
using Checked = std::expected<T, Troubles>;

inline constexpr Trouble::Kind kLastTrouble = Trouble::Kind::GuardLoad;

/// The sentence without the place.
[[nodiscard]] Sentence sentenceOf(const Trouble &trouble);

using base::Language;
/// The sentence with its place.
[[nodiscard]] base::Diagnostic diagnosticOf(const Trouble &trouble, Language language);

} // namespace minato::remote
