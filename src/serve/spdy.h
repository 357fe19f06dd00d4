// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "serve/spdy_headers.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Frames of SPDY/3.1.
///
/// Mirrors   moby/spdystream, which client-go/tools/portforward tunnels through a WebSocket
/// Differs   Only what kubectl's port-forward uses; other frames are passed over.
namespace minato::serve::spdy {

enum class Control : std::uint16_t {
    SynStream = 1,
    SynReply = 2,
    Reset = 3,
    Settings = 4,
    Ping = 6,
    GoAway = 7,
    MoreHeaders = 8,
    WindowUpdate = 9
};

/// What a client sent that matters here.
struct Frame {
    enum class Kind : std::uint8_t { NewStream, Data, Reset, Ping, GoAway };
    Kind kind{};
    std::uint32_t stream = 0; ///< of a Ping: its number
    bool isLast = false;      ///< nothing more comes on this stream
    std::string data = {};
    Headers headers = {};
};

/// Puts a client's frames together, however they are cut.
///
/// Bounds    A frame of 1 MiB.
/// Errors    hasFailed(): what came is no SPDY/3. Nothing is read any more.
/// Tests     tests/serve/tst_spdy.cpp
class Reader {
public:
    [[nodiscard]] std::vector<Frame> take(std::string_view bytes);
    [[nodiscard]] bool hasFailed() const { return m_hasFailed; }

private:
    void takeControl(std::uint16_t type, std::uint8_t flags, std::string_view payload,
                     std::vector<Frame> &frames);

    std::string m_input;
    HeaderReader m_headers;
    bool m_hasFailed = false;
};

[[nodiscard]] std::string dataFrame(std::uint32_t stream, std::string_view data, bool isLast);
[[nodiscard]] std::string controlFrame(Control type, std::string_view payload);
[[nodiscard]] std::string number(std::uint32_t value); ///< 32 bits, big-endian

} // namespace minato::serve::spdy
