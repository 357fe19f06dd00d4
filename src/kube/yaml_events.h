// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace minato::kube {

/// A position in the text, all counted from 0; the index counts characters.
struct YamlMark {
    int line = 0, column = 0, index = 0;
};

struct YamlFailure {
    /// Decides which line upstream names.
    enum class Origin : std::uint8_t { Reader, Scanner, Parser, Builder };

    YamlMark mark;
    std::string message;
    Origin origin{};
};

/// What a node carries besides its content.
struct YamlProperties {
    YamlMark mark;
    std::string anchor; ///< empty: none
    std::string tag;    ///< "tag:yaml.org,2002:str"; empty: none
};

/// What a parser tells about one document. Keys and values of a map come in turn.
class YamlEvents {
public:
    virtual ~YamlEvents() = default;

    virtual void onScalar(const YamlProperties &properties, std::string_view text, bool isPlain) = 0;
    /// False for an anchor that is not known: that ends the parsing.
    [[nodiscard]] virtual bool onAlias(YamlMark mark, const std::string &anchor) = 0;
    virtual void onSequenceStart(const YamlProperties &properties) = 0;
    virtual void onMapStart(const YamlProperties &properties) = 0;
    virtual void onCollectionEnd() = 0;
};

} // namespace minato::kube
