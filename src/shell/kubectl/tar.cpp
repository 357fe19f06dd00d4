// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/kubectl/tar.h"

#include <algorithm>
#include <charconv>
#include <format>
#include <optional>
#include <utility>

namespace minato::shell::kubectl {
namespace {

constexpr std::size_t kBlock = 512;
/// Fields of a header: where they begin, how long they are.
struct Place {
    std::size_t at, size;
};
constexpr Place kName{0, 100}, kMode{100, 8}, kOwner{108, 8}, kGroup{116, 8}, kSize{124, 12}, kTime{136, 12},
    kSum{148, 8}, kType{156, 1}, kTarget{157, 100}, kMagic{257, 8}, kPrefix{345, 155};

std::size_t padded(std::size_t size)
{
    return (size + kBlock - 1) / kBlock * kBlock;
}

std::string_view field(std::string_view header, Place place)
{
    const std::string_view text = header.substr(place.at, place.size);
    return text.substr(0, text.find('\0'));
}

void put(std::string &header, Place place, std::string_view text)
{
    std::ranges::copy(text.substr(0, place.size), header.begin() + static_cast<std::ptrdiff_t>(place.at));
}

std::string octal(std::size_t number, std::size_t digits)
{
    return std::format("{:0{}o}", number, digits);
}

/// All bytes together, with blanks in the place of the sum.
std::size_t checksum(std::string_view header)
{
    std::size_t sum = 0;
    for (std::size_t i = 0; i < kBlock; ++i) {
        const bool isOfSum = i >= kSum.at && i < kSum.at + kSum.size;
        sum += isOfSum ? std::size_t{' '} : static_cast<unsigned char>(header[i]);
    }
    return sum;
}

std::optional<std::size_t> number(std::string_view text)
{
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    text = text.substr(0, text.find(' '));
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, 8);
    return text.empty() || (error == std::errc() && end == text.data() + text.size()) ? std::optional(value)
                                                                                      : std::nullopt;
}

void appendEntry(std::string &archive, std::string_view name, char type, std::string_view text)
{
    std::string header(kBlock, '\0');
    put(header, kName, name);
    put(header, kMode, type == '5' ? "0000755" : "0000644");
    put(header, kOwner, "0000000");
    put(header, kGroup, "0000000");
    put(header, kSize, octal(text.size(), 11));
    put(header, kTime, "00000000000");
    put(header, kType, std::string_view(&type, 1));
    put(header, kMagic, std::string_view("ustar\00000", 8));
    put(header, kSum, octal(checksum(header), 6) + std::string("\0 ", 2));
    archive += header;
    archive += text;
    archive.append(padded(text.size()) - text.size(), '\0');
}

/// "12 path=some/name\n" of a PAX header; empty: it has none.
std::string paxPath(std::string_view records)
{
    constexpr std::string_view kPath = " path=";
    const std::size_t at = records.find(kPath);
    if (at == std::string_view::npos)
        return {};
    const std::string_view rest = records.substr(at + kPath.size());
    return std::string(rest.substr(0, rest.find('\n')));
}

} // namespace

std::string writeTar(const std::vector<TarEntry> &entries)
{
    std::string archive;
    for (const TarEntry &entry : entries) {
        const bool isFolder = entry.kind == TarEntry::Kind::Folder;
        if (entry.name.size() > kName.size)
            appendEntry(archive, "././@LongLink", 'L', entry.name + '\0');
        appendEntry(archive, entry.name, isFolder ? '5' : '0', isFolder ? std::string() : entry.text);
    }
    return archive.append(2 * kBlock, '\0');
}

std::expected<std::vector<TarEntry>, std::string> readTar(std::string_view archive)
{
    std::vector<TarEntry> entries;
    std::string longName;
    while (archive.size() >= kBlock) {
        const std::string_view header = archive.substr(0, kBlock);
        if (header.find_first_not_of('\0') == std::string_view::npos)
            return entries;
        const auto size = number(field(header, kSize)), sum = number(field(header, kSum));
        if (!size || sum != checksum(header))
            return std::unexpected("archive/tar: invalid tar header");
        archive.remove_prefix(kBlock);
        if (archive.size() < *size)
            return std::unexpected("unexpected EOF");
        const std::string_view text = archive.substr(0, *size);
        archive.remove_prefix(std::min(padded(*size), archive.size()));
        const char type = header[kType.at];
        const std::string_view prefix = field(header, kPrefix), name = field(header, kName);
        const bool isUstar = header.substr(kMagic.at, 5) == "ustar" && !prefix.empty();
        if (type == 'L')
            longName = text.substr(0, text.find('\0'));
        else if (type == 'x')
            longName = paxPath(text);
        if (type == 'L' || type == 'x' || type == 'g')
            continue;
        TarEntry entry{.name = isUstar ? std::string(prefix) + "/" + std::string(name) : std::string(name)};
        if (!longName.empty())
            entry.name = std::exchange(longName, {});
        entry.kind = type == '5'                  ? TarEntry::Kind::Folder
                     : type == '1' || type == '2' ? TarEntry::Kind::Link
                                                  : TarEntry::Kind::File;
        if (entry.kind == TarEntry::Kind::File)
            entry.text = text;
        entry.target = field(header, kTarget);
        entries.push_back(std::move(entry));
    }
    return archive.empty() ? std::expected<std::vector<TarEntry>, std::string>(std::move(entries))
                           : std::unexpected(std::string("unexpected EOF"));
}

} // namespace minato::shell::kubectl
