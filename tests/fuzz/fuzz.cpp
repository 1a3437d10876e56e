// SPDX-License-Identifier: Apache-2.0
#include "fuzz.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>

namespace bes::fuzz {
namespace {

class OwnFolder {
public:
    OwnFolder() {
        const char* given = std::getenv("BES_FUZZ_SCRATCH"); // whoever sets it clears up after a crash
        std::string path = std::filesystem::path(given != nullptr ? given : "/dev/shm") / "bes-fuzz-XXXXXX";
        if (::mkdtemp(path.data()) == nullptr)
            throw std::runtime_error("mkdtemp " + path);
        path_ = path;
    }
    OwnFolder(const OwnFolder&) = delete;
    OwnFolder& operator=(const OwnFolder&) = delete;
    ~OwnFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

} // namespace

void require(bool holds, std::string_view promise, std::string_view about) {
    if (holds)
        return;
    std::fprintf(stderr, "broken promise: %.*s\n", static_cast<int>(promise.size()), promise.data());
    if (!about.empty())
        std::fprintf(stderr, "about: %.*s\n", static_cast<int>(about.size()), about.data());
    std::abort();
}

namespace {

/// Bytes of the character that begins here and is fit to be shown; 0 where none does.
std::size_t showable(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(0);
    if (first < 0x80)
        return first >= ' ' && first != 0x7F ? 1 : 0;
    const std::size_t length = first >= 0xC2 && first < 0xE0   ? 2
                               : first >= 0xE0 && first < 0xF0 ? 3
                               : first >= 0xF0 && first < 0xF5 ? 4
                                                               : 0;
    if (length == 0 || length > text.size())
        return 0;
    char32_t value = first & (0x7Fu >> length);
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0) != 0x80)
            return 0;
        value = value << 6 | (byte(i) & 0x3F);
    }
    constexpr std::array<char32_t, 5> least{0, 0, 0x80, 0x800, 0x10000};
    const bool surrogate = value >= 0xD800 && value < 0xE000;
    const bool control = value < 0xA0 || value == 0x2028 || value == 0x2029;
    const bool turnsAround = (value >= 0x202A && value <= 0x202E) || (value >= 0x2066 && value <= 0x2069);
    return value < least[length] || value > 0x10FFFF || surrogate || control || turnsAround ? 0 : length;
}

} // namespace

void requireShowable(std::string_view text, std::string_view where) {
    for (std::string_view rest = text; !rest.empty();) {
        const std::size_t length = showable(rest);
        require(length > 0, where, text);
        rest.remove_prefix(length);
    }
}

void requireShowable(const Failure& failure) {
    require(!failure.id.empty() && !failure.what.empty() && !failure.why.empty(),
            "a failure says what and why", failure.id);
    requireShowable(failure.what, "what failed can be shown");
    requireShowable(failure.remedy, "the remedy can be shown");
    for (std::string_view why = failure.why; !why.empty();) {
        const std::size_t end = std::min(why.find('\n'), why.size());
        requireShowable(why.substr(0, end), "the reason can be shown");
        why.remove_prefix(std::min(end + 1, why.size()));
    }
}

const std::filesystem::path& scratchFolder() {
    static const OwnFolder folder;
    return folder.path();
}

std::filesystem::path scratchFile(const std::string& name, std::string_view content) {
    std::filesystem::path path = scratchFolder() / name;
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    const bool written =
        file >= 0 && ::write(file, content.data(), content.size()) == static_cast<ssize_t>(content.size());
    if (file >= 0)
        ::close(file);
    if (!written)
        throw std::runtime_error("can't write " + path.string());
    return path;
}

std::pair<std::vector<std::string>, std::string_view> linesAndRest(std::string_view input,
                                                                   std::size_t count) {
    std::vector<std::string> lines;
    while (lines.size() < count) {
        const std::size_t end = std::min(input.find('\n'), input.size());
        lines.emplace_back(input.substr(0, end));
        input.remove_prefix(std::min(end + 1, input.size()));
    }
    return {std::move(lines), input};
}

std::vector<std::string> linesOf(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

} // namespace bes::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    bes::fuzz::tryInput({reinterpret_cast<const char*>(bytes), size});
    return 0;
}
