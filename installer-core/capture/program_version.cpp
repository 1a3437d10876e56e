// SPDX-License-Identifier: Apache-2.0
#include "capture/program_version.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace bes::capture {
namespace {

/// Little-endian numbers at offsets that may lie: behind the end everything is 0.
class Bytes {
public:
    explicit Bytes(std::string_view bytes) : bytes_(bytes) {}

    [[nodiscard]] std::uint32_t byte(std::size_t at) const {
        return at < bytes_.size() ? static_cast<unsigned char>(bytes_[at]) : 0U;
    }
    [[nodiscard]] std::uint32_t word(std::size_t at) const { return byte(at) | byte(at + 1) << 8U; }
    [[nodiscard]] std::uint32_t number(std::size_t at) const { return word(at) | word(at + 2) << 16U; }
    [[nodiscard]] Bytes from(std::size_t at) const {
        return Bytes(bytes_.substr(std::min(at, bytes_.size())));
    }
    [[nodiscard]] std::size_t size() const { return bytes_.size(); }

private:
    std::string_view bytes_;
};

// Offsets and numbers of the format: learn.microsoft.com, "PE Format" and "VS_FIXEDFILEINFO structure".
constexpr std::uint32_t dosMagic = 0x5A4D;
constexpr std::uint32_t peMagic = 0x00004550;
constexpr std::uint32_t optionalMagic64 = 0x20B;
constexpr std::uint32_t versionType = 16;
constexpr std::uint32_t subfolder = 0x80000000U;
constexpr std::uint32_t fixedMagic = 0xFEEF04BD;
constexpr std::size_t mostSections = 96;
constexpr std::size_t mostEntries = 4096;

struct Section {
    std::uint32_t address = 0, offset = 0, size = 0;
};

/// The part of the file that is loaded with the resources.
std::optional<Section> resources(const Bytes& file) {
    const std::size_t pe = file.number(0x3C);
    if (file.word(0) != dosMagic || file.number(pe) != peMagic)
        return std::nullopt;
    const std::size_t optional = pe + 24;
    const std::size_t folders = optional + (file.word(optional) == optionalMagic64 ? 112 : 96);
    const std::uint32_t address = file.number(folders + 2 * 8);
    const std::size_t sections = optional + file.word(pe + 20);
    const std::size_t count = std::min<std::size_t>(file.word(pe + 6), mostSections);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t at = sections + i * 40;
        const std::uint32_t begin = file.number(at + 12);
        const std::uint32_t size = file.number(at + 16);
        if (address != 0 && address >= begin && address - begin < size)
            return Section{address, file.number(at + 20) + (address - begin), size - (address - begin)};
    }
    return std::nullopt;
}

/// Of the entries of a folder of resources the first, or the one with this id: its id and where it leads.
std::optional<std::pair<std::uint32_t, std::uint32_t>> entryOf(const Bytes& resources, std::size_t folder,
                                                               std::optional<std::uint32_t> id) {
    const std::size_t count =
        std::min<std::size_t>(resources.word(folder + 12) + resources.word(folder + 14), mostEntries);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t at = folder + 16 + i * 8;
        if (!id || resources.number(at) == *id)
            return std::pair(resources.number(at), resources.number(at + 4));
    }
    return std::nullopt;
}

struct FoundVersion {
    std::uint32_t language = 0, address = 0;
};

/// Type, name and language are three levels of folders.
std::optional<FoundVersion> findVersion(const Bytes& resources) {
    const auto type = entryOf(resources, 0, versionType);
    if (!type || (type->second & subfolder) == 0)
        return std::nullopt;
    const auto name = entryOf(resources, type->second & ~subfolder, std::nullopt);
    if (!name || (name->second & subfolder) == 0)
        return std::nullopt;
    const auto language = entryOf(resources, name->second & ~subfolder, std::nullopt);
    if (!language || (language->second & subfolder) != 0)
        return std::nullopt;
    return FoundVersion{language->first, resources.number(language->second)};
}

/// The fixed part stands behind the name "VS_VERSION_INFO", where a number may begin.
std::optional<std::string> fixedVersion(const Bytes& info) {
    constexpr std::size_t fixed = 40; // 6 bytes of lengths, 32 of the name, 2 to the next number
    if (info.number(fixed) != fixedMagic)
        return std::nullopt;
    const std::uint32_t high = info.number(fixed + 16); // of the product, not of the file
    const std::uint32_t low = info.number(fixed + 20);
    if (high == 0 && low == 0)
        return std::nullopt;
    std::string text;
    for (const std::uint32_t part : {high >> 16U, high & 0xFFFFU, low >> 16U, low & 0xFFFFU})
        text += (text.empty() ? "" : ".") + std::to_string(part);
    return text;
}

} // namespace

std::optional<ProgramVersion> versionOf(std::string_view program) {
    const Bytes file(program);
    const auto section = resources(file);
    if (!section)
        return std::nullopt;
    const auto found = findVersion(file.from(section->offset));
    if (!found || found->address < section->address || found->address - section->address >= section->size)
        return std::nullopt;
    auto version =
        fixedVersion(file.from(std::size_t{section->offset} + (found->address - section->address)));
    if (!version)
        return std::nullopt;
    return ProgramVersion{std::move(*version), languageOf(found->language)};
}

std::string languageOf(unsigned languageId) {
    static constexpr std::array<std::pair<unsigned, std::string_view>, 12> languages{{{0x04, "zh"},
                                                                                      {0x05, "cs"},
                                                                                      {0x07, "de"},
                                                                                      {0x09, "en"},
                                                                                      {0x0A, "es"},
                                                                                      {0x0C, "fr"},
                                                                                      {0x0E, "hu"},
                                                                                      {0x10, "it"},
                                                                                      {0x11, "ja"},
                                                                                      {0x12, "ko"},
                                                                                      {0x15, "pl"},
                                                                                      {0x16, "pt"}}};
    const unsigned primary = languageId & 0x3FFU; // the rest is the country
    if (primary == 0)
        return "";
    const auto found = std::ranges::find(languages, primary, &std::pair<unsigned, std::string_view>::first);
    return found == languages.end() ? std::to_string(languageId) : std::string(found->second);
}

} // namespace bes::capture
