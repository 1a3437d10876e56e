// SPDX-License-Identifier: Apache-2.0
#include "check/windows_places.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "text/file_names.hpp"
#include "text/letters.hpp"
#include "text/path_text.hpp"

namespace bes::check {
namespace {

struct TakenFolder {
    std::string_view path; ///< on any drive
    const char* why;
};

/// Nothing of ours may stand there or below.
constexpr std::array closed{
    TakenFolder{"Windows", "belongs to Windows"},
    TakenFolder{"Boot", "belongs to the boot loader"},
    TakenFolder{"Recovery", "belongs to Windows"},
    TakenFolder{"System Volume Information", "belongs to Windows"},
    TakenFolder{"$Recycle.Bin", "has what people delete"},
    TakenFolder{"PerfLogs", "belongs to Windows"},
    TakenFolder{"Users", "has the folders of people"},
    TakenFolder{"Documents and Settings", "has the folders of people"},
    TakenFolder{"ProgramData/Microsoft", "belongs to Windows"},
    TakenFolder{"Program Files/Common Files", "is for files that several programs have"},
    TakenFolder{"Program Files (x86)/Common Files", "is for files that several programs have"},
    TakenFolder{"Program Files/WindowsApps", "belongs to Windows"},
    TakenFolder{"Program Files/BES Standby Setup", "belongs to setup itself"},
};

/// Folders for everybody's things: one of our own below them is good, they themselves are not.
constexpr std::array<std::string_view, 4> shared{"", "Program Files", "Program Files (x86)", "ProgramData"};

bool hasDrive(std::string_view text) {
    return text.size() > 1 && text[1] == ':' && isLetterOrDigit(text[0]);
}

} // namespace

std::filesystem::path comparable(const std::filesystem::path& path) {
    std::string text = utf8(path);
    if (!hasDrive(text))
        return path;
    std::ranges::replace(text, '\\', '/');
    return pathOf(foldCase(text));
}

bool isSameOrBelow(const std::filesystem::path& path, const std::filesystem::path& folder) {
    const std::filesystem::path relative = comparable(path).lexically_relative(comparable(folder));
    return !relative.empty() && *relative.begin() != "..";
}

std::optional<std::string> takenOnWindows(const std::filesystem::path& folder) {
    const std::string text = utf8(comparable(folder));
    if (!hasDrive(text))
        return std::nullopt;
    const std::string drive = utf8(folder).substr(0, 2) + "/";
    std::string_view below = std::string_view(text).substr(2);
    below.remove_prefix(std::min(below.find_first_not_of('/'), below.size()));
    for (const std::string_view place : shared)
        if (below == foldCase(place))
            return "this folder is shared; the standby needs a folder of its own";
    for (const TakenFolder& taken : closed)
        if (const std::string place = foldCase(taken.path); below == place || below.starts_with(place + "/"))
            return drive + std::string(taken.path) + " " + taken.why;
    return std::nullopt;
}

} // namespace bes::check
