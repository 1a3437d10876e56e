// SPDX-License-Identifier: Apache-2.0
#include "detect/pending_restart.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "detect/fact_of.hpp"
#include "host/registry_values.hpp"
#include "host/root.hpp"
#include "model/try.hpp"
#include "text/file_names.hpp"
#include "text/path_text.hpp"
#include "text/utf16.hpp"

namespace bes::detect {
namespace {

constexpr auto currentVersion = "SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\";
constexpr auto control = "SYSTEM\\CurrentControlSet\\Control\\";
/// How the kernel names a path with a drive: "\??\C:\new.dll".
constexpr std::string_view kernelPath = "\\??\\";

RegistryKey keyOf(const char* place, const char* name) {
    return {RegistryView::bits64, std::string(place) + name};
}

std::string textOf(std::string_view bytes) {
    std::u16string text;
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2)
        text += static_cast<char16_t>(static_cast<unsigned char>(bytes[i]) |
                                      static_cast<unsigned>(static_cast<unsigned char>(bytes[i + 1])) << 8U);
    return utf8Of(text);
}

Result<std::string> bytesOf(const RegistryKey& key, const std::string& value) {
    return host::captured(key, value).map([](const CapturedRegistryValue& found) {
        return found.data ? found.data->bytes : std::string();
    });
}

Result<void> addIfThere(PendingRestart& restart, const RegistryKey& key, const char* whose) {
    return host::isThere(key).map([&](bool there) {
        if (there)
            restart.reasons.emplace_back(whose);
    });
}

Result<void> addFiles(PendingRestart& restart) {
    for (const char* const value : {"PendingFileRenameOperations", "PendingFileRenameOperations2"}) {
        TRY_ASSIGN(const auto bytes, bytesOf(keyOf(control, "Session Manager"), value));
        for (std::filesystem::path& file : filesOfRestart(bytes))
            restart.files.push_back(std::move(file));
    }
    if (!restart.files.empty())
        restart.reasons.emplace_back("programs that replace or remove files");
    return {};
}

/// The registry may keep it with the zero at its end.
std::string nameOf(const std::string& bytes) {
    const std::string text = textOf(bytes);
    return text.substr(0, text.find('\0'));
}

/// A new name counts from the restart on, and a pair is registered by the name.
Result<void> addNewName(PendingRestart& restart) {
    TRY_ASSIGN(const auto now, bytesOf(keyOf(control, "ComputerName\\ActiveComputerName"), "ComputerName"));
    TRY_ASSIGN(const auto then, bytesOf(keyOf(control, "ComputerName\\ComputerName"), "ComputerName"));
    const std::string name = nameOf(then);
    if (!now.empty() && !then.empty() && foldCase(nameOf(now)) != foldCase(name))
        restart.reasons.push_back("the computer's new name " + name);
    return {};
}

Result<PendingRestart> pendingRestart() {
    PendingRestart restart;
    TRY(addIfThere(restart, keyOf(currentVersion, "Component Based Servicing\\RebootPending"),
                   "the installation of parts of Windows"));
    TRY(addIfThere(restart, keyOf(currentVersion, "WindowsUpdate\\Auto Update\\RebootRequired"),
                   "Windows Update"));
    TRY(addFiles(restart));
    TRY(addNewName(restart));
    return restart;
}

} // namespace

std::vector<std::filesystem::path> filesOfRestart(std::string_view bytes) {
    const std::string text = textOf(bytes);
    std::vector<std::filesystem::path> files;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\0', begin), text.size());
        const std::string_view entry = std::string_view(text).substr(begin, end - begin);
        // before it may stand '!' (replaces what is there), or "*1" of newer releases
        if (const std::size_t path = entry.find(kernelPath); path != std::string_view::npos)
            files.push_back(pathOf(entry.substr(path + kernelPath.size())));
        begin = end + 1;
    }
    return files;
}

Fact<PendingRestart> lookForPendingRestart(const Request& request) {
    if (host::thisSystem() != System::windows || !request.onRunningSystem())
        return {};
    return factOf(pendingRestart());
}

} // namespace bes::detect
