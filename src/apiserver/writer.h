// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/request.h"
#include "apiserver/admission/admission.h"
#include "apiserver/decoder.h"
#include "apiserver/machinery.h"
#include "apiserver/write_options.h"

#include <string>
#include <vector>

namespace minato::apiserver {

/// Create, Update and Patch, of whole objects and of their status.
///
/// Mirrors   apiserver/pkg/registry (generic/registry/store.go, rest/create.go, rest/update.go),
/// endpoints/handlers Order     decode, admission, name, allocation, preparation, validation, store: as
/// upstream, so that of two faults
///           the same one is told
/// Differs   metadata.managedFields is kept beside the objects (kube::Object::whole), not in them.
class Writer {
public:
    explicit Writer(Machinery &machinery) : m_machinery(machinery), m_admission(machinery) {}

    [[nodiscard]] kube::Result<api::Response> create(const Kind &kind, const api::Request &request);
    [[nodiscard]] kube::Result<api::Response> update(const Kind &kind, const api::Request &request);
    [[nodiscard]] kube::Result<api::Response> patch(const Kind &kind, const api::Request &request);

    /// How something is written.
    struct Write {
        FieldWriter by;
        bool isDryRun = false;
        kube::ManagedFieldsPtr managed; ///< of an apply, which has made them already
    };
    /// Puts `object` in the place of `old` after all the checks of an update; gives what is stored then.
    /// Nothing is written when nothing changes. The object goes when its last finalizer went.
    [[nodiscard]] kube::Result<kube::ObjectPtr> replace(const Kind &kind, const kube::ObjectPtr &old,
                                                        kube::Value object, const Write &write);
    /// Stores a new object after all the checks of a create. Its namespace and kind are set.
    [[nodiscard]] kube::Result<kube::ObjectPtr> add(const Kind &kind, kube::Value object, const Write &write);

private:
    [[nodiscard]] kube::Result<api::Response> apply(const Kind &kind, const api::Request &request,
                                                    const WriteOptions &options);
    [[nodiscard]] kube::Result<api::Response> answer(const Kind &kind, const api::Request &request,
                                                     Decoded question) const;
    [[nodiscard]] kube::Result<void> checkNamespace(const Kind &kind, const kube::Value &object) const;
    [[nodiscard]] kube::Result<void> nameIt(const Kind &kind, kube::Value &object);
    void prepareForCreate(const Kind &kind, kube::Value &object) const;
    void validate(const Kind &kind, const kube::Value &object, FieldErrors &errors);
    [[nodiscard]] kube::Result<void> prepareUpdate(const Kind &kind, kube::Value &object,
                                                   const kube::ObjectPtr &old, std::string_view subresource);
    [[nodiscard]] api::Response respond(const Kind &kind, const api::Request &request,
                                        const kube::ObjectPtr &object, std::vector<std::string> warnings,
                                        bool isCreated) const;

    Machinery &m_machinery;
    Admission m_admission;
};

/// The name and namespace of an update's object must be those of the URL.
[[nodiscard]] kube::Result<void> checkUrlName(const kube::Value &object, const api::Request &request);

} // namespace minato::apiserver
